using System.Globalization;
using Claims.Core.Articles;
using Claims.Evaluation.Pairs;
using Claims.Evaluation.Pipeline;
using Claims.Evaluation.Structure;

namespace Claims.Evaluation.Newsroom;

/// <summary>A newsroom: <c>articles.jsonl</c> with <c>conflicts.jsonl</c> and <c>structure.jsonl</c>; pages are named "url|published" (see samples/README.md).</summary>
/// <param name="pipeline">What is measured.</param>
public sealed class NewsroomEvaluator(IPipelineUnderTest pipeline) : IEvaluator
{
    /// <inheritdoc/>
    public string Set => "newsroom";

    /// <inheritdoc/>
    public async Task EvaluateAsync(DataDirectory data, Measurements measurements, IProgress<EvaluationProgress>? progress, CancellationToken cancel)
    {
        if (data.Newsroom is not { } newsroom)
        {
            measurements.Absent(data.PathOf("newsroom"));
            return;
        }

        measurements.Note(newsroom);
        measurements.StartClock();
        var outcome = await pipeline.RunAsync([Path.Combine(newsroom, "articles.jsonl")], (step, share) => progress?.Report(new(Set, step, share)), cancel);
        PipelineMetrics.Add(outcome, measurements);
        var byUrl = outcome.Articles.ToLookup(a => a.Url, StringComparer.Ordinal);
        Article? Find(string name) => Named(byUrl, name);

        var structure = Path.Combine(newsroom, "structure.jsonl");
        if (File.Exists(structure))
        {
            new StructureScorer(outcome, Find).Score(JsonLines.Read<GoldStructure>(structure), measurements);
        }
        else
        {
            measurements.Absent(structure);
        }

        var conflicts = Path.Combine(newsroom, "conflicts.jsonl");
        if (File.Exists(conflicts))
        {
            new PairScorer(outcome, Find).Score(JsonLines.Read<GoldPair>(conflicts), measurements);
        }
        else
        {
            measurements.Absent(conflicts);
        }
    }

    private static Article? Named(ILookup<string, Article> byUrl, string name)
    {
        var bar = name.LastIndexOf('|');
        if (bar < 0 || !DateTimeOffset.TryParse(name.AsSpan(bar + 1), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var published))
        {
            throw new InvalidDataException($"'{name}' names no article: it takes \"url|published\".");
        }

        return byUrl[name[..bar]].FirstOrDefault(a => a.Published == published);
    }
}
