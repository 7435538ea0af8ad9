using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Storage;
using Claims.Storage.Comparison;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;

namespace Claims.Evaluation.Pipeline;

/// <summary>The product itself: the importer, the workers and a database in a temporary file, as <c>claims import</c> and <c>claims run</c> use them.</summary>
/// <param name="open">Opens the product on a database file that is not there yet.</param>
public sealed class StoredPipeline(Func<string, ProductHost> open) : IPipelineUnderTest
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    public async Task<PipelineOutcome> RunAsync(IReadOnlyList<string> inputs, Action<string, double> progress, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("claims-evaluate-");
        try
        {
            await using var host = open(Path.Combine(directory.FullName, "evaluation.db"));
            await host.Database.MigrateAsync(cancel);
            var import = await host.Importer.ImportAsync(
                inputs, new ImportOptions(), Relay<ImportProgress>(p => progress("importing " + p.Name, Share(p.Done, p.Total))), cancel);
            var run = await host.Runner.RunAsync(
                "evaluate", 1, Relay<PipelineProgress>(p => progress($"{p.Stage} {p.Name}", Share(p.Done, p.Done + p.Remaining))), cancel);
            progress("reading what was found", 1);
            return await ReadAsync(host.Database, [.. import.Problems.Concat(run.SetAside).Select(m => $"{m.Name}: {m.Message}")], cancel);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<PipelineOutcome> ReadAsync(IClaimsDatabase database, IReadOnlyList<string> problems, CancellationToken cancel)
    {
        List<Article> articles = [];
        Dictionary<ArticleId, IReadOnlyList<Document>> documents = [];
        Dictionary<ArticleId, IReadOnlyList<ClaimInContext>> claims = [];
        Dictionary<ConflictId, ClaimComparison> comparisons = [];
        for (var skip = 0; ; skip += PageSize)
        {
            var headers = await database.Articles.ListAsync(skip, PageSize, cancel);
            foreach (var header in headers)
            {
                articles.Add(await database.Articles.FindAsync(header.Id, cancel) ?? throw new InvalidOperationException($"Article {header.Id} is listed but not there."));
                documents[header.Id] = await database.Claims.DocumentsOfAsync(header.Id, cancel);
                claims[header.Id] = await database.Claims.OfArticleAsync(header.Id, cancel);
                foreach (var claim in claims[header.Id])
                {
                    foreach (var comparison in await database.Conflicts.OfClaimAsync(claim.Claim.Id, cancel))
                    {
                        comparisons[comparison.Id] = comparison;
                    }
                }
            }

            if (headers.Count < PageSize)
            {
                break;
            }
        }

        HashSet<ConflictId> queue = [];
        for (var skip = 0; ; skip += PageSize)
        {
            var page = await database.Conflicts.ListAsync(new ConflictQuery { Skip = skip, Take = PageSize }, cancel);
            queue.UnionWith(page.Rows.Select(r => r.Id));
            if (page.Rows.Count < PageSize)
            {
                break;
            }
        }

        return new(articles, documents, claims, [.. comparisons.Values], queue, problems);
    }

    private static double Share(int done, int total) => total > 0 ? (double)done / total : 0;

    private static InlineProgress<T> Relay<T>(Action<T> report) => new(report);

    /// <summary>Reports at once and in order, which <see cref="Progress{T}"/> does not.</summary>
    private sealed class InlineProgress<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}

/// <summary>The product's parts over one database.</summary>
/// <param name="Database">The database.</param>
/// <param name="Importer">Takes pages in.</param>
/// <param name="Runner">Does the work that is due.</param>
public sealed record ProductHost(IClaimsDatabase Database, IImporter Importer, IPipelineRunner Runner) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
