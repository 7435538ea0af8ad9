using System.Diagnostics;
using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Storage;
using Claims.Storage.Work;
using Claims.Workers;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;

namespace Claims.Evaluation.Scale;

/// <summary>
/// Fills a store with invented stories the way articles come in (imported, extracted, compared), and times at growing
/// sizes what one more article costs. The stories, their figures and the planted contradictions follow from their
/// numbers, so every run reads the same text.
/// </summary>
/// <param name="host">The product on an empty database.</param>
public sealed class ScaleBenchmark(ScaleHost host)
{
    private const int ArticlesPerBatch = 200;
    private const string Worker = "bench";

    private readonly PlantedTally planted = new();

    /// <summary>Runs it.</summary>
    /// <param name="request">How much.</param>
    /// <param name="progress">Told what is being done and what share is done.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<ScaleReport> RunAsync(ScaleRequest request, Action<string, double> progress, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Claims, ScaleRequest.LeastClaims);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Probes, 1);
        await host.Database.MigrateAsync(cancel);
        var points = new List<ScalePoint>();
        var (claims, articles, loading) = (0, 0, new Stopwatch());
        foreach (var size in SizesUpTo(request.Claims))
        {
            while (claims < size)
            {
                progress($"loading {claims:N0} of {request.Claims:N0} claims", (double)claims / request.Claims);
                loading.Start();
                var batch = Math.Clamp((size - claims) / SyntheticStory.SentencesEach, 1, ArticlesPerBatch);
                claims += await LoadAsync(articles, batch, request.Workers, cancel);
                loading.Stop();
                articles += batch;
            }

            progress($"timing single articles at {claims:N0} claims", (double)claims / request.Claims);
            points.Add(await ProbeAsync(claims, points.Count, Math.Max(1, articles / SyntheticStory.Articles), request.Probes, loading.Elapsed, cancel));
        }

        progress("searching through everything", 1);
        var recall = await CandidateRecall.MeasureAsync(host, request.Sample, cancel);
        return new(points, Exponent(points), recall.Share, recall.Pairs, planted.Share, planted.Pairs);
    }

    /// <summary>10,000, 30,000, 100,000, … below the target, then the target.</summary>
    private static IEnumerable<int> SizesUpTo(int claims)
    {
        for (var (size, step) = (10_000, 3); size < claims; size = step == 3 ? size * 3 : size / 3 * 10, step = step == 3 ? 10 : 3)
        {
            yield return size;
        }

        yield return claims;
    }

    private static double? Exponent(List<ScalePoint> points)
    {
        if (points.Count < 2)
        {
            return null;
        }

        var (x, y) = (points.Select(p => Math.Log(p.Claims)).ToArray(), points.Select(p => Math.Log(p.MedianMilliseconds)).ToArray());
        return MathNet.Numerics.Fit.Line(x, y).B;
    }

    private async Task<int> LoadAsync(int firstArticle, int count, int workers, CancellationToken cancel)
    {
        var tellings = Enumerable.Range(firstArticle, count)
            .Select(article => new SyntheticStory(article / SyntheticStory.Articles).Tell(article % SyntheticStory.Articles));
        await ImportAsync(tellings, cancel);
        var run = await host.Runner.RunAsync("bench", workers, progress: null, cancel);
        return run.Counts.Claims;
    }

    private async Task<ScalePoint> ProbeAsync(int claims, int round, int stories, int probes, TimeSpan loading, CancellationToken cancel)
    {
        var random = new Random(round);
        var (times, found) = (new List<double>(), 0);
        for (var i = 0; i < probes; i++)
        {
            var ordinal = random.Next(stories);
            var article = new SyntheticStory(ordinal).Tell(SyntheticStory.Articles + (round * probes) + i);
            await ImportAsync([article], cancel);
            var extract = await LeaseAsync(WorkStage.Extract, cancel);
            var extraction = await host.Extraction.ComputeAsync(extract, cancel);
            await host.Extraction.SaveAsync(extraction, extract);
            var compare = await LeaseAsync(WorkStage.Compare, cancel);

            var clock = Stopwatch.StartNew();
            var comparison = await host.Comparison.ComputeAsync(compare, cancel);
            await host.Comparison.SaveAsync(comparison, compare);
            times.Add(clock.Elapsed.TotalMilliseconds);

            found += extraction.Extracted.Claims.Length;
            await planted.AddAsync(host.Database, ordinal, article, new ArticleId(compare.Subject), comparison.Comparisons, cancel);
        }

        times.Sort();
        using var process = Process.GetCurrentProcess();
        return new(
            claims,
            loading.TotalSeconds,
            probes,
            (double)found / probes,
            times[times.Count / 2],
            times[(int)Math.Ceiling(times.Count * 0.95) - 1],
            new FileInfo(host.DatabasePath).Length / 1e6,
            process.PeakWorkingSet64 / 1e6);
    }

    private async Task<WorkLease> LeaseAsync(WorkStage stage, CancellationToken cancel) =>
        (await host.Database.Work.LeaseAsync(Worker, [stage], 1, TimeSpan.FromMinutes(10), cancel)).Single();

    private async Task ImportAsync(IEnumerable<SyntheticArticle> articles, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetDirectoryName(host.DatabasePath)!, "articles.jsonl");
        await File.WriteAllLinesAsync(
            path, articles.Select(a => JsonSerializer.Serialize(new { url = a.Url, title = a.Title, source = a.Source, published = a.Published, text = a.Text })), cancel);
        var report = await host.Importer.ImportAsync([path], new ImportOptions(), progress: null, cancel);
        if (report.Problems is [var problem, ..])
        {
            throw new InvalidOperationException($"An invented article could not be imported: {problem.Message}");
        }
    }
}

/// <summary>The product's parts over one database, with the steps that are timed.</summary>
/// <param name="Database">The database.</param>
/// <param name="DatabasePath">Its file.</param>
/// <param name="Importer">Takes pages in.</param>
/// <param name="Runner">Does the work that is due.</param>
/// <param name="Extraction">Makes claims of one article.</param>
/// <param name="Comparison">Groups and compares the claims of one article.</param>
/// <param name="Grouper">Says what claims are about the same thing.</param>
/// <param name="Options">The settings.</param>
public sealed record ScaleHost(
    IClaimsDatabase Database,
    string DatabasePath,
    IImporter Importer,
    IPipelineRunner Runner,
    ExtractionStep Extraction,
    ComparisonStep Comparison,
    Core.Grouping.IClaimGrouper Grouper,
    ClaimsOptions Options);
