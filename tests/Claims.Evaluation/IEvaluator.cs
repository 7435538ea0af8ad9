namespace Claims.Evaluation;

/// <summary>Measures one set ("articles", "newsroom", "extraction", …). Knows the format of its files, nothing of what they hold.</summary>
public interface IEvaluator
{
    /// <summary>Name of the set: the first part of its metrics' names.</summary>
    string Set { get; }

    /// <summary>Measures what is there of the set and names what is absent.</summary>
    /// <param name="data">Where the files are.</param>
    /// <param name="measurements">Takes metrics, errors and the names of absent files.</param>
    /// <param name="progress">Told from time to time how far it is; null where nobody looks.</param>
    /// <param name="cancel">Ends the measuring.</param>
    /// <exception cref="InvalidDataException">A file is there but not in its format; the message names the file and line.</exception>
    Task EvaluateAsync(DataDirectory data, Measurements measurements, IProgress<EvaluationProgress>? progress, CancellationToken cancel);
}

/// <summary>How far an evaluation is.</summary>
/// <param name="Set">The set being measured.</param>
/// <param name="Step">What is being done, for people.</param>
/// <param name="Fraction">Part of the set that is done, 0 to 1.</param>
public readonly record struct EvaluationProgress(string Set, string Step, double Fraction);
