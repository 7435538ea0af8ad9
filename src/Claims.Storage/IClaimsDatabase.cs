using Claims.Storage.Articles;
using Claims.Storage.Comparison;
using Claims.Storage.Extraction;
using Claims.Storage.Feeds;
using Claims.Storage.Grouping;
using Claims.Storage.Naming;
using Claims.Storage.Review;
using Claims.Storage.Runs;
using Claims.Storage.Work;

namespace Claims.Storage;

/// <summary>One database with a store for each aggregate. Thread-safe; several processes may hold the same database open.</summary>
public interface IClaimsDatabase : IAsyncDisposable
{
    /// <summary>What it is, for messages: "SQLite data/claims.db".</summary>
    string Description { get; }

    /// <summary>Brings the schema up to the newest script of <c>sql/</c>; safe to call from several processes at once.</summary>
    /// <returns>The names of the scripts applied now; empty when the schema was current.</returns>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancel = default);

    /// <summary>Captured pages.</summary>
    IArticleStore Articles { get; }

    /// <summary>Who published them.</summary>
    ISourceStore Sources { get; }

    /// <summary>Documents and claims.</summary>
    IClaimStore Claims { get; }

    /// <summary>Claims about the same thing.</summary>
    IGroupStore Groups { get; }

    /// <summary>Comparisons and the queue of conflicts.</summary>
    IConflictStore Conflicts { get; }

    /// <summary>What people decided.</summary>
    IVerdictStore Verdicts { get; }

    /// <summary>What people said of groups.</summary>
    ITieStore Ties { get; }

    /// <summary>Names across documents.</summary>
    INameStore Names { get; }

    /// <summary>What is to be done.</summary>
    IWorkStore Work { get; }

    /// <summary>What was done.</summary>
    IRunStore Runs { get; }

    /// <summary>Feeds that are polled.</summary>
    IFeedStore Feeds { get; }
}
