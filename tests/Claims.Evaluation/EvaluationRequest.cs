namespace Claims.Evaluation;

/// <summary>What to measure.</summary>
public sealed record EvaluationRequest
{
    /// <summary>Name that stands for every set.</summary>
    public const string AllSets = "all";

    /// <summary>One of <see cref="EvaluationRunner.Sets"/>, or <see cref="AllSets"/>.</summary>
    public string Set { get; init; } = AllSets;

    /// <summary>Directory with <c>articles/</c>, <c>gold/</c>, <c>data/</c> and <c>newsroom/</c>, each where there is one; null: see <see cref="DataDirectory.Default"/>.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>File of floors; null: the one beside the program.</summary>
    public string? FloorsFile { get; init; }
}
