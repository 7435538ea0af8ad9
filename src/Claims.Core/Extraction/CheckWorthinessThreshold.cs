namespace Claims.Core.Extraction;

/// <summary>From which score on a claim counts as worth checking.</summary>
public static class CheckWorthinessThreshold
{
    /// <summary>
    /// Where precision and recall meet on debate sentences (docs/evaluation.md), 0 to 1. What is compared at all is a
    /// setting of its own and lower, since a plain sentence can contradict a telling one.
    /// </summary>
    public const double Default = 0.5;
}
