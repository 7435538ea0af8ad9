using Claims.Core.Identity;
using Claims.Storage.Serialization;
using Claims.Storage.Work;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>The work table in SQLite. BEGIN IMMEDIATE lets one process at a time choose rows, so no two lease the same one.</summary>
internal sealed class SqliteWorkStore(SqliteSession session, TimeProvider time) : IWorkStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkLease>> LeaseAsync(
        string worker, IReadOnlyList<WorkStage> stages, int take, TimeSpan lease, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(worker);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return session.WriteAsync<IReadOnlyList<WorkLease>>(
            async (connection, transaction) =>
            {
                var now = time.GetUtcNow();
                await GiveUpAsync(connection, transaction, "lease_until <= @now", new { now });
                var rows = (await connection.QueryAsync<WorkRecord>(
                    """
                    SELECT subject, stage, failures, losses
                    FROM work
                    WHERE set_aside IS NULL AND lease_token IS NULL AND due <= @now
                      AND stage IN (SELECT value FROM json_each(@stages))
                    ORDER BY due, subject
                    LIMIT @take
                    """,
                    new { now, take, stages = JsonArray.Of(stages.Select(stage => stage.ToString())) },
                    transaction)).ToList();
                var leases = rows.Select(row => new WorkLease(
                    row.Stage, row.Subject, worker, ContentId.New(time), row.Failures + row.Losses + 1, now + lease)).ToList();
                await connection.ExecuteAsync(
                    "UPDATE work SET lease_token = @token, lease_worker = @worker, lease_until = @until WHERE subject = @subject",
                    leases.Select(taken => new { token = taken.Token, worker = taken.Worker, until = taken.Until, subject = taken.Subject }),
                    transaction);
                return leases;
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<bool> FailAsync(WorkLease lease, string error, CancellationToken cancel = default) =>
        session.WriteAsync(
            async (connection, transaction) =>
            {
                var now = time.GetUtcNow();
                var failures = await connection.QuerySingleOrDefaultAsync<int?>(
                    "SELECT failures + 1 FROM work WHERE subject = @subject AND lease_token = @token",
                    new { subject = lease.Subject, token = lease.Token },
                    transaction);
                if (failures is not { } count)
                {
                    // Somebody else has the row by now; what becomes of it is theirs to say.
                    return false;
                }

                var isLast = count >= WorkRules.MostFailures;
                await connection.ExecuteAsync(
                    """
                    UPDATE work
                    SET failures = @count, error = @error, due = @due, set_aside = @aside,
                        lease_token = NULL, lease_worker = NULL, lease_until = NULL
                    WHERE subject = @subject
                    """,
                    new
                    {
                        count,
                        error,
                        due = isLast ? now : now + WorkRules.PauseAfter(count),
                        aside = isLast ? now : (DateTimeOffset?)null,
                        subject = lease.Subject,
                    },
                    transaction);
                return isLast;
            },
            cancel);

    /// <inheritdoc/>
    public Task ReleaseAsync(WorkLease lease, CancellationToken cancel = default) =>
        session.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE work SET lease_token = NULL, lease_worker = NULL, lease_until = NULL WHERE subject = @subject AND lease_token = @token",
                new { subject = lease.Subject, token = lease.Token },
                transaction),
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> HoldersAsync(CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<string>>(
            async connection => [.. await connection.QueryAsync<string>(
                "SELECT DISTINCT lease_worker FROM work WHERE lease_worker IS NOT NULL ORDER BY lease_worker")],
            cancel);

    /// <inheritdoc/>
    public Task<int> ReclaimAsync(string worker, CancellationToken cancel = default) =>
        session.WriteAsync(
            (connection, transaction) => GiveUpAsync(connection, transaction, "lease_worker = @worker", new { worker, now = time.GetUtcNow() }),
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FailedWork>> FailedAsync(int take, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<FailedWork>>(
            async connection => [.. (await connection.QueryAsync<WorkRecord>(
                """
                SELECT w.subject, w.stage, w.failures, w.losses, w.error, w.set_aside, COALESCE(a.url, f.url, w.subject) AS name
                FROM work w
                LEFT JOIN article a ON a.id = w.subject
                LEFT JOIN feed f ON f.id = w.subject
                WHERE w.set_aside IS NOT NULL
                ORDER BY w.set_aside DESC, w.subject
                LIMIT @take
                """,
                new { take })).Select(row => new FailedWork(row.Stage, row.Subject, row.Name, row.Error ?? "", row.Failures + row.Losses, row.SetAside!.Value))],
            cancel);

    /// <inheritdoc/>
    public Task<int> RetryAsync(string? subject, CancellationToken cancel = default) =>
        session.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                UPDATE work SET failures = 0, losses = 0, set_aside = NULL, error = NULL, due = @now
                WHERE set_aside IS NOT NULL AND (@subject IS NULL OR subject = @subject)
                """,
                new { subject, now = time.GetUtcNow() },
                transaction),
            cancel);

    /// <inheritdoc/>
    public Task<int> RequeueAsync(IReadOnlyList<string> subjects, WorkStage stage, CancellationToken cancel = default) =>
        session.WriteAsync((connection, transaction) => RequeueAsync(connection, transaction, subjects, stage, time.GetUtcNow()), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkCount>> CountAsync(CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<WorkCount>>(
            async connection => [.. (await connection.QueryAsync<CountRecord>(
                """
                SELECT stage,
                       SUM(set_aside IS NULL AND due <= @now AND (lease_token IS NULL OR lease_until <= @now)) AS due,
                       SUM(set_aside IS NULL AND lease_token IS NOT NULL AND lease_until > @now) AS leased,
                       SUM(set_aside IS NULL AND lease_token IS NULL AND due > @now) AS waiting,
                       SUM(set_aside IS NOT NULL) AS set_aside
                FROM work
                GROUP BY stage
                """,
                new { now = time.GetUtcNow() })).Select(row => new WorkCount(row.Stage, row.Due, row.Leased, row.Waiting, row.SetAside)).OrderBy(row => row.Stage)],
            cancel);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel = default) =>
        session.ReadAsync(
            connection => connection.QuerySingleAsync<DateTimeOffset?>(
                "SELECT MIN(due) FROM work WHERE set_aside IS NULL AND lease_token IS NULL AND due > @now", new { now = time.GetUtcNow() }),
            cancel);

    /// <summary>Makes articles due again from a stage on, inside the caller's transaction.</summary>
    internal static Task<int> RequeueAsync(
        SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<string> subjects, WorkStage stage, DateTimeOffset now) =>
        connection.ExecuteAsync(
            // Work of a later stage goes back; its lease is taken away, so that a worker half through it cannot end it.
            """
            INSERT INTO work (subject, stage, due)
            SELECT value, @stage, @now FROM json_each(@subjects) WHERE true
            ON CONFLICT (subject) DO UPDATE SET
                stage = excluded.stage, due = excluded.due, failures = 0, losses = 0, set_aside = NULL, error = NULL,
                lease_token = NULL, lease_worker = NULL, lease_until = NULL
            WHERE work.set_aside IS NOT NULL OR work.stage = 'Compare' AND excluded.stage = 'Extract'
            """,
            new { subjects = JsonArray.Of(subjects), stage = stage.ToString(), now },
            transaction);

    /// <summary>Ends the caller's transaction with an exception unless the lease still holds.</summary>
    internal static async Task DemandAsync(SqliteConnection connection, SqliteTransaction transaction, WorkLease lease)
    {
        var holds = await connection.QuerySingleAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM work WHERE subject = @subject AND stage = @stage AND lease_token = @token)",
            new { subject = lease.Subject, stage = lease.Stage.ToString(), token = lease.Token },
            transaction);
        if (!holds)
        {
            throw new LeaseLostException(lease);
        }
    }

    /// <summary>Turns the work of a lease to its next stage, in the transaction that stored the result.</summary>
    internal static Task TurnAsync(SqliteConnection connection, SqliteTransaction transaction, WorkLease lease, WorkStage next, DateTimeOffset now) =>
        connection.ExecuteAsync(
            """
            UPDATE work
            SET stage = @stage, due = @now, failures = 0, losses = 0, error = NULL, lease_token = NULL, lease_worker = NULL, lease_until = NULL
            WHERE subject = @subject
            """,
            new { stage = next.ToString(), now, subject = lease.Subject },
            transaction);

    /// <summary>Ends the work of a lease, in the transaction that stored the result.</summary>
    internal static Task EndAsync(SqliteConnection connection, SqliteTransaction transaction, WorkLease lease) =>
        connection.ExecuteAsync("DELETE FROM work WHERE subject = @subject", new { subject = lease.Subject }, transaction);

    /// <summary>Whether a stage has work that is due or under way.</summary>
    internal static Task<bool> IsDueAsync(SqliteConnection connection, SqliteTransaction transaction, WorkStage stage, DateTimeOffset now) =>
        connection.QuerySingleAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM work WHERE stage = @stage AND set_aside IS NULL AND due <= @now)", new { stage = stage.ToString(), now }, transaction);

    /// <summary>Takes rows from holders that are gone. They go to the end of the line, behind pages that no worker died over.</summary>
    private static Task<int> GiveUpAsync(SqliteConnection connection, SqliteTransaction transaction, string which, object parameters)
    {
        var all = new DynamicParameters(parameters);
        all.Add("most", WorkRules.MostLosses);
        all.Add("message", WorkRules.LostMessage);
        return connection.ExecuteAsync(
            $"""
            UPDATE work
            SET losses = losses + 1, due = @now, lease_token = NULL, lease_worker = NULL, lease_until = NULL,
                set_aside = CASE WHEN losses + 1 >= @most THEN @now END,
                error = CASE WHEN losses + 1 >= @most THEN @message ELSE error END
            WHERE lease_token IS NOT NULL AND {which}
            """,
            all,
            transaction);
    }

    private sealed class WorkRecord
    {
        public string Subject { get; init; } = "";

        public WorkStage Stage { get; init; }

        public string Name { get; init; } = "";

        public string? Error { get; init; }

        public int Failures { get; init; }

        public int Losses { get; init; }

        public DateTimeOffset? SetAside { get; init; }
    }

    private sealed class CountRecord
    {
        public WorkStage Stage { get; init; }

        public int Due { get; init; }

        public int Leased { get; init; }

        public int Waiting { get; init; }

        public int SetAside { get; init; }
    }
}
