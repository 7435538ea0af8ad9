namespace Claims.Evaluation.Scale;

/// <summary>What to measure.</summary>
public sealed record ScaleRequest
{
    /// <summary>Claims in the store at the end, from <see cref="LeastClaims"/>.</summary>
    public int Claims { get; init; } = 10_000;

    /// <summary>Articles that arrive at each size and are timed, one after the other.</summary>
    public int Probes { get; init; } = 100;

    /// <summary>Claims whose candidates are held against a search through everything.</summary>
    public int Sample { get; init; } = 40;

    /// <summary>Workers while loading.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>The smallest store that says anything: some tens of stories.</summary>
    public const int LeastClaims = 1_000;
}
