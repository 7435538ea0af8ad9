namespace Claims.Core.Extraction;

/// <summary>What a newsroom may set of extraction.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The threshold used where none is set; chosen where precision and recall meet on debate sentences (docs/evaluation.md).</summary>
    public const double DefaultCheckThreshold = 0.5;

    private readonly double checkThreshold = DefaultCheckThreshold;

    /// <summary>Claims scored below this are stored, but not shown as worth checking; 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside 0 to 1.</exception>
    public double CheckThreshold
    {
        get => checkThreshold;
        init => checkThreshold = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "CheckThreshold takes a number from 0 to 1.");
    }
}
