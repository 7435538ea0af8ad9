using System.Diagnostics;

namespace Claims.Evaluation;

/// <summary>Collects what one evaluator measures.</summary>
/// <param name="set">The set: the first part of the metrics' names.</param>
/// <param name="floors">Least values that are accepted.</param>
public sealed class Measurements(string set, Floors floors)
{
    private readonly List<Metric> metrics = [];
    private readonly List<EvaluationError> errors = [];
    private readonly List<string> absent = [];
    private readonly List<string> notes = [];
    private long since = Stopwatch.GetTimestamp();

    /// <summary>The figures so far.</summary>
    public IReadOnlyList<Metric> Metrics => metrics;

    /// <summary>What was got wrong so far.</summary>
    public IReadOnlyList<EvaluationError> Errors => errors;

    /// <summary>What was looked for and not found.</summary>
    public IReadOnlyList<string> AbsentFiles => absent;

    /// <summary>What a person should know of the run.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Starts the clock that the next metrics' seconds count from.</summary>
    public void StartClock() => since = Stopwatch.GetTimestamp();

    /// <summary>Adds a figure.</summary>
    /// <param name="name">Name without the set ("conflict_recall").</param>
    /// <param name="value">The figure.</param>
    /// <param name="count">How many cases it was measured on.</param>
    public void Add(string name, double value, int count)
    {
        var full = $"{set}/{name}";
        metrics.Add(new(full, value, count, floors.Of(full), Stopwatch.GetElapsedTime(since).TotalSeconds));
    }

    /// <summary>Adds the share of <paramref name="count"/> cases that hold; nothing when there is no case.</summary>
    public void AddShare(string name, int holding, int count)
    {
        if (count > 0)
        {
            Add(name, (double)holding / count, count);
        }
    }

    /// <summary>Records a case that was got wrong.</summary>
    public void Error(string metric, string where, string expected, string found) => errors.Add(new($"{set}/{metric}", where, expected, found));

    /// <summary>Records that a file or directory is not there.</summary>
    public void Absent(string path) => absent.Add($"{set}: {path}");

    /// <summary>Records what a person should know of the run.</summary>
    public void Note(string text) => notes.Add($"{set}: {text}");
}
