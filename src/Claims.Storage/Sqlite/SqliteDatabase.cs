using Claims.Storage.Articles;
using Claims.Storage.Comparison;
using Claims.Storage.Extraction;
using Claims.Storage.Feeds;
using Claims.Storage.Grouping;
using Claims.Storage.Naming;
using Claims.Storage.Review;
using Claims.Storage.Runs;
using Claims.Storage.Serialization;
using Claims.Storage.Work;

namespace Claims.Storage.Sqlite;

/// <summary>All stores in one SQLite file.</summary>
public sealed class SqliteDatabase : IClaimsDatabase
{
    private readonly SqliteSession session;
    private readonly TimeProvider time;

    private SqliteDatabase(string path, TimeProvider time)
    {
        this.time = time;
        Path = path;
        session = new(path);
        Articles = new SqliteArticleStore(session, time);
        Sources = new SqliteSourceStore(session);
        Claims = new SqliteClaimStore(session, time);
        Groups = new SqliteGroupStore(session, time);
        Conflicts = new SqliteConflictStore(session, time);
        Verdicts = new SqliteVerdictStore(session, time);
        Ties = new SqliteTieStore(session, time);
        Names = new SqliteNameStore(session, time);
        Work = new SqliteWorkStore(session, time);
        Runs = new SqliteRunStore(session, time);
        Feeds = new SqliteFeedStore(session, time);
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public string Description => $"SQLite {Path}";

    /// <inheritdoc/>
    public IArticleStore Articles { get; }

    /// <inheritdoc/>
    public ISourceStore Sources { get; }

    /// <inheritdoc/>
    public IClaimStore Claims { get; }

    /// <inheritdoc/>
    public IGroupStore Groups { get; }

    /// <inheritdoc/>
    public IConflictStore Conflicts { get; }

    /// <inheritdoc/>
    public IVerdictStore Verdicts { get; }

    /// <inheritdoc/>
    public ITieStore Ties { get; }

    /// <inheritdoc/>
    public INameStore Names { get; }

    /// <inheritdoc/>
    public IWorkStore Work { get; }

    /// <inheritdoc/>
    public IRunStore Runs { get; }

    /// <inheritdoc/>
    public IFeedStore Feeds { get; }

    /// <summary>Opens the database at a path, whose folder is made when it is missing. The schema is not touched: see <see cref="MigrateAsync"/>.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static SqliteDatabase Open(string path, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        StoredTypes.Register();
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        return new(full, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancel = default) => SqliteMigrator.MigrateAsync(session, time, cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        session.Dispose();
        return ValueTask.CompletedTask;
    }
}
