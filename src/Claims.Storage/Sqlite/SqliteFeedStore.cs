using Claims.Core.Identity;
using Claims.Storage.Feeds;
using Claims.Storage.Work;
using Dapper;

namespace Claims.Storage.Sqlite;

/// <summary>Feeds in SQLite.</summary>
internal sealed class SqliteFeedStore(SqliteSession session, TimeProvider time) : IFeedStore
{
    private const string Columns = "SELECT id, url, every_seconds, next_poll, etag AS e_tag, last_modified, last_polled, last_error FROM feed";

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task<Feed> AddAsync(string url, TimeSpan every, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, Shortest);
        return session.WriteAsync(
            async (connection, transaction) =>
            {
                var row = await connection.QuerySingleAsync<FeedRecord>(
                    """
                    INSERT INTO feed (id, url, every_seconds, next_poll) VALUES (@id, @url, @seconds, @now)
                    ON CONFLICT (id) DO UPDATE SET every_seconds = excluded.every_seconds
                    RETURNING id, url, every_seconds, next_poll, etag AS e_tag, last_modified, last_polled, last_error
                    """,
                    new { id = ContentId.Of("feed", url), url, seconds = (long)every.TotalSeconds, now = time.GetUtcNow() },
                    transaction);
                return row.ToFeed();
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<Feed>>(
            async connection => [.. (await connection.QueryAsync<FeedRecord>($"{Columns} ORDER BY url")).Select(row => row.ToFeed())],
            cancel);

    /// <inheritdoc/>
    public Task<Feed?> FindAsync(string id, CancellationToken cancel = default) =>
        session.ReadAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<FeedRecord>($"{Columns} WHERE id = @id", new { id }))?.ToFeed(),
            cancel);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string id, CancellationToken cancel = default) =>
        session.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("DELETE FROM work WHERE subject = @id", new { id }, transaction);
                return await connection.ExecuteAsync("DELETE FROM feed WHERE id = @id", new { id }, transaction) > 0;
            },
            cancel);

    /// <inheritdoc/>
    public Task<int> EnqueueDueAsync(CancellationToken cancel = default) =>
        session.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                INSERT INTO work (subject, stage, due)
                SELECT f.id, @stage, @now FROM feed f
                WHERE f.next_poll <= @now AND NOT EXISTS (SELECT 1 FROM work w WHERE w.subject = f.id)
                """,
                new { stage = nameof(WorkStage.Fetch), now = time.GetUtcNow() },
                transaction),
            cancel);

    /// <inheritdoc/>
    public Task SavePollAsync(Feed feed, WorkLease lease, CancellationToken cancel = default) =>
        session.WriteAsync(
            async (connection, transaction) =>
            {
                await SqliteWorkStore.DemandAsync(connection, transaction, lease);
                await connection.ExecuteAsync(
                    """
                    UPDATE feed
                    SET next_poll = @NextPoll, etag = @ETag, last_modified = @LastModified, last_polled = @LastPolled, last_error = @LastError
                    WHERE id = @Id
                    """,
                    new { feed.Id, feed.NextPoll, feed.ETag, feed.LastModified, feed.LastPolled, feed.LastError },
                    transaction);
                await SqliteWorkStore.EndAsync(connection, transaction, lease);
                return true;
            },
            cancel);

    private sealed class FeedRecord
    {
        public string Id { get; init; } = "";

        public string Url { get; init; } = "";

        public long EverySeconds { get; init; }

        public DateTimeOffset NextPoll { get; init; }

        public string? ETag { get; init; }

        public string? LastModified { get; init; }

        public DateTimeOffset? LastPolled { get; init; }

        public string? LastError { get; init; }

        public Feed ToFeed() => new(Id, Url, TimeSpan.FromSeconds(EverySeconds), NextPoll, ETag, LastModified, LastPolled, LastError);
    }
}
