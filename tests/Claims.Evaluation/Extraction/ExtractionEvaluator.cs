using Claims.Evaluation.Naming;

namespace Claims.Evaluation.Extraction;

/// <summary>What is understood of single texts: numbers, dates, attributions, what is worth checking, how sentences split, which names are one.</summary>
public sealed class ExtractionEvaluator : IEvaluator
{
    private static readonly IReadOnlyList<(string Path, Action<string, Measurements, CancellationToken> Score)> Sets =
    [
        ("data/numbers/recognizers/Number/English", NumberScorer.Score),
        ("data/numbers/recognizers/DateTime/English", TimeScorer.Score),
        ("data/attribution/polnear-dev", AttributionScorer.Score),
        ("data/checkworthy/claimbuster-train.json", CheckWorthinessScorer.Score),
        ("data/splitting/wikisplit-validation.tsv", SplittingScorer.Score),
    ];

    /// <inheritdoc/>
    public string Set => "extraction";

    /// <inheritdoc/>
    public Task EvaluateAsync(DataDirectory data, Measurements measurements, IProgress<EvaluationProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(measurements);
        for (var i = 0; i < Sets.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new(Set, Sets[i].Path, (double)i / Sets.Count));
            if (!data.Has(Sets[i].Path))
            {
                measurements.Absent(data.PathOf(Sets[i].Path));
                continue;
            }

            measurements.StartClock();
            Sets[i].Score(data.PathOf(Sets[i].Path), measurements, cancel);
        }

        measurements.StartClock();
        NameAliasScorer.Score(measurements);
        return Task.CompletedTask;
    }
}
