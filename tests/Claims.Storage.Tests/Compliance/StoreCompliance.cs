using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Storage.Comparison;
using Claims.Storage.Grouping;
using Claims.Storage.Work;
using Xunit;

namespace Claims.Storage.Tests.Compliance;

/// <summary>What every database promises, stated once. A database derives one class from <see cref="StoreCompliance"/>.</summary>
public abstract partial class StoreCompliance : IAsyncLifetime
{
    /// <summary>A clock that only the test moves.</summary>
    protected ManualClock Clock { get; } = new(new DateTimeOffset(2031, 3, 4, 5, 6, 7, TimeSpan.Zero));

    /// <summary>An empty database with its schema.</summary>
    protected IClaimsDatabase Database { get; private set; } = null!;

    /// <summary>Opens the database of this test; called again, a second holder of the same one.</summary>
    protected abstract IClaimsDatabase Open();

    /// <summary>Removes it.</summary>
    protected abstract void Delete();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Database = Open();
        await Database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Delete();
        GC.SuppressFinalize(this);
    }

    /// <summary>Stores an article and what is found in it, up to the work that compares it.</summary>
    protected async Task<ExtractedArticle> StoreAsync(Article article, params Claim[] claims)
    {
        await Database.Articles.AddAsync([article]);
        return await ExtractAsync(article, claims);
    }

    /// <summary>Extracts an article that is there.</summary>
    protected async Task<ExtractedArticle> ExtractAsync(Article article, params Claim[] claims)
    {
        var extraction = Samples.Extraction(article, claims);
        await Database.Claims.SaveExtractionAsync(extraction, Samples.Keys(claims), await TakeAsync(article.Id, WorkStage.Extract));
        return extraction;
    }

    /// <summary>Ends the comparison of an article.</summary>
    protected async Task<ComparisonCounts> CompareAsync(ArticleId article, IReadOnlyList<ClaimLink> links, params ClaimComparison[] comparisons) =>
        await Database.Conflicts.SaveComparisonsAsync(new(article, "comparer 1", links, comparisons), await TakeAsync(article, WorkStage.Compare));

    /// <summary>Makes a stage of an article due whatever it was, and leases it.</summary>
    protected async Task<WorkLease> TakeAsync(ArticleId article, WorkStage stage)
    {
        await Database.Work.RequeueAsync([article.Value], stage);
        var leases = await Database.Work.LeaseAsync("tester", [stage], 1000, TimeSpan.FromMinutes(5));
        foreach (var other in leases.Where(lease => lease.Subject != article.Value))
        {
            await Database.Work.ReleaseAsync(other);
        }

        return leases.Single(lease => lease.Subject == article.Value);
    }
}

/// <summary>A clock that only the test moves.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves it on.</summary>
    public void Advance(TimeSpan by) => now += by;
}
