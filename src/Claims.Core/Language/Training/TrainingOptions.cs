namespace Claims.Core.Language.Training;

/// <summary>How the language model is learned. The values are those that did best on EWT dev.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 30;

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
