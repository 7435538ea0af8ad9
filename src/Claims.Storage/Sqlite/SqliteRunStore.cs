using Claims.Core.Identity;
using Claims.Core.Review;
using Claims.Storage.Runs;
using Dapper;

namespace Claims.Storage.Sqlite;

/// <summary>Runs in SQLite.</summary>
internal sealed class SqliteRunStore(SqliteSession session, TimeProvider time) : IRunStore
{
    /// <inheritdoc/>
    public Task<RunId> StartAsync(string trigger, string versions, CancellationToken cancel = default) =>
        session.WriteAsync(
            async (connection, transaction) =>
            {
                var id = new RunId(ContentId.New(time));
                await connection.ExecuteAsync(
                    "INSERT INTO run (id, started_by, versions, started) VALUES (@id, @trigger, @versions, @now)",
                    new { id, trigger, versions, now = time.GetUtcNow() },
                    transaction);
                return id;
            },
            cancel);

    /// <inheritdoc/>
    public Task AddAsync(RunId run, RunCounts counts, CancellationToken cancel = default) =>
        session.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                UPDATE run
                SET articles = articles + @Articles, claims = claims + @Claims, comparisons = comparisons + @Comparisons,
                    conflicts = conflicts + @Conflicts, gone = gone + @Gone, failures = failures + @Failures
                WHERE id = @run
                """,
                new { run, counts.Articles, counts.Claims, counts.Comparisons, counts.Conflicts, counts.Gone, counts.Failures },
                transaction),
            cancel);

    /// <inheritdoc/>
    public Task FinishAsync(RunId run, CancellationToken cancel = default) =>
        session.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE run SET finished = @now WHERE id = @run AND finished IS NULL", new { run, now = time.GetUtcNow() }, transaction),
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunSummary>> RecentAsync(int take, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<RunSummary>>(
            async connection => [.. (await connection.QueryAsync<RunRecord>(
                """
                SELECT id, started_by, versions, started, finished, articles, claims, comparisons, conflicts, gone, failures
                FROM run ORDER BY id DESC LIMIT @take
                """,
                new { take })).Select(row => row.ToSummary())],
            cancel);

    private sealed class RunRecord
    {
        public RunId Id { get; init; }

        public string StartedBy { get; init; } = "";

        public string Versions { get; init; } = "";

        public DateTimeOffset Started { get; init; }

        public DateTimeOffset? Finished { get; init; }

        public int Articles { get; init; }

        public int Claims { get; init; }

        public int Comparisons { get; init; }

        public int Conflicts { get; init; }

        public int Gone { get; init; }

        public int Failures { get; init; }

        public RunSummary ToSummary() =>
            new(Id, StartedBy, Versions, Started, Finished, new(Articles, Claims, Comparisons, Conflicts, Gone, Failures));
    }
}
