namespace Claims.Core.Language.Training;

/// <summary>How the language model is learned. The values are those that did best on EWT dev.</summary>
internal sealed record TrainingOptions
{
    /// <summary>A first stage in large steps, then a second, from what the first has learned, in small ones with the news counted twice.</summary>
    public static IReadOnlyList<TrainingOptions> Stages { get; } =
    [
        new(),
        new() { IsFresh = false, Epochs = 14, BatchWords = 400, Rate = 0.0015f, NewsCopies = 2, Seed = 2 },
    ];

    /// <summary>Whether the numbers are drawn anew, or those of the network are learned on.</summary>
    public bool IsFresh { get; init; } = true;

    /// <summary>How often a sentence of the news documents is seen in a pass.</summary>
    public int NewsCopies { get; init; } = 1;

    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Words a step.</summary>
    public int BatchWords { get; init; } = 1000;

    /// <summary>Largest rate of learning; it rises over the first pass and falls to nothing as a cosine.</summary>
    public float Rate { get; init; } = 0.003f;

    public float InputDropout { get; init; } = 0.25f;

    public float WordDropout { get; init; } = 0.15f;

    public float VectorDropout { get; init; } = 0.05f;

    public float StateDropout { get; init; } = 0.3f;

    public float TopDropout { get; init; } = 0.25f;

    public int Seed { get; init; } = 1;
}
