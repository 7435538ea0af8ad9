using Claims.Core.Articles;
using Claims.Evaluation.Pairs;
using Claims.Evaluation.Pipeline;
using Claims.Evaluation.Structure;

namespace Claims.Evaluation.Articles;

/// <summary>Whole pages in <c>articles/</c>, with <c>gold/articles-structure.jsonl</c> and <c>gold/articles-gold.jsonl</c>; pages are named by their file.</summary>
/// <param name="pipeline">What is measured.</param>
public sealed class ArticlesEvaluator(IPipelineUnderTest pipeline) : IEvaluator
{
    private const string StructureFile = "gold/articles-structure.jsonl";
    private const string PairsFile = "gold/articles-gold.jsonl";

    /// <inheritdoc/>
    public string Set => "articles";

    /// <inheritdoc/>
    public async Task EvaluateAsync(DataDirectory data, Measurements measurements, IProgress<EvaluationProgress>? progress, CancellationToken cancel)
    {
        if (!data.Has("articles"))
        {
            measurements.Absent(data.Articles);
            return;
        }

        measurements.StartClock();
        var outcome = await pipeline.RunAsync([data.Articles], (step, share) => progress?.Report(new(Set, step, share)), cancel);
        PipelineMetrics.Add(outcome, measurements);
        var byFile = outcome.Articles.ToLookup(a => Path.GetFileName(Uri.TryCreate(a.Url, UriKind.Absolute, out var url) ? url.LocalPath : a.Url), StringComparer.Ordinal);
        Article? Find(string name) => byFile[name].FirstOrDefault();

        if (data.Has(StructureFile))
        {
            new StructureScorer(outcome, Find).Score(JsonLines.Read<GoldStructure>(data.PathOf(StructureFile)), measurements);
        }
        else
        {
            measurements.Absent(data.PathOf(StructureFile));
        }

        if (data.Has(PairsFile))
        {
            new PairScorer(outcome, Find).Score(JsonLines.Read<GoldPair>(data.PathOf(PairsFile)), measurements);
        }
        else
        {
            measurements.Absent(data.PathOf(PairsFile));
        }
    }
}
