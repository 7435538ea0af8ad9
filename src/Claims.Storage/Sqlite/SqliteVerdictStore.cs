using Claims.Core.Comparison;
using Claims.Core.Identity;
using Claims.Core.Review;
using Claims.Storage.Review;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Verdicts in SQLite.</summary>
internal sealed class SqliteVerdictStore(SqliteSession session, TimeProvider time) : IVerdictStore
{
    /// <summary>An entry of the history; the caller adds WHERE and ORDER BY.</summary>
    internal const string Columns = "SELECT id, conflict_id, decision, undoes, reviewer, note, at FROM verdict";

    /// <summary>Holds of a verdict v that is a decision and was not taken back.</summary>
    private const string Stands = "v.decision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM verdict u WHERE u.undoes = v.id)";

    /// <inheritdoc/>
    public Task<Verdict> DecideAsync(
        ConflictId conflict, Decision decision, string reviewer, string? note, int? expectedVersion = null, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        return session.WriteAsync(
            async (connection, transaction) =>
            {
                var version = await connection.QuerySingleOrDefaultAsync<int?>(
                    "SELECT version FROM conflict WHERE id = @conflict", new { conflict }, transaction)
                    ?? throw new KeyNotFoundException($"There is no conflict {conflict}.");
                if (expectedVersion is { } expected && expected != version)
                {
                    throw new VersionConflictException(conflict, expected, version);
                }

                var verdict = new Verdict(new(ContentId.New(time)), conflict, decision, Undoes: null, reviewer, note, time.GetUtcNow());
                await AppendAsync(connection, transaction, verdict);

                // From here on the conflict stands on a decision of its own, whatever it inherited before.
                await connection.ExecuteAsync("UPDATE conflict SET inherits_from = NULL WHERE id = @conflict", new { conflict }, transaction);
                await RestateAsync(connection, transaction, conflict);
                return verdict;
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<Verdict?> UndoAsync(ConflictId conflict, string reviewer, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        return session.WriteAsync(
            async (connection, transaction) =>
            {
                var standing = await connection.QuerySingleOrDefaultAsync<VerdictRecord>(
                    $"""
                    SELECT v.id, v.conflict_id, v.decision, v.undoes, v.reviewer, v.note, v.at
                    FROM conflict x JOIN verdict v ON v.conflict_id = COALESCE(x.inherits_from, x.id)
                    WHERE x.id = @conflict AND {Stands}
                    ORDER BY v.sequence DESC LIMIT 1
                    """,
                    new { conflict },
                    transaction);
                if (standing is null)
                {
                    return null;
                }

                var verdict = new Verdict(new(ContentId.New(time)), standing.ConflictId, Decision: null, standing.Id, reviewer, Note: null, time.GetUtcNow());
                await AppendAsync(connection, transaction, verdict);
                await RestateAsync(connection, transaction, standing.ConflictId);
                return verdict;
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<ConflictId?> LastDecidedByAsync(string reviewer, CancellationToken cancel = default) =>
        session.ReadAsync(
            async connection => await connection.QuerySingleOrDefaultAsync<string>(
                $"SELECT v.conflict_id FROM verdict v WHERE v.reviewer = @reviewer AND {Stands} ORDER BY v.sequence DESC LIMIT 1",
                new { reviewer }) is { } id ? new ConflictId(id) : (ConflictId?)null,
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Verdict>> RecentAsync(int take, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<Verdict>>(
            async connection => [.. (await connection.QueryAsync<VerdictRecord>($"{Columns} ORDER BY sequence DESC LIMIT @take", new { take })).Select(row => row.ToVerdict())],
            cancel);

    private static async Task AppendAsync(SqliteConnection connection, SqliteTransaction transaction, Verdict verdict)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO verdict (id, conflict_id, decision, undoes, reviewer, note, at)
            VALUES (@id, @conflict, @decision, @undoes, @reviewer, @note, @at)
            """,
            new
            {
                id = verdict.Id,
                conflict = verdict.ConflictId,
                decision = verdict.Decision?.ToString(),
                undoes = verdict.Undoes,
                reviewer = verdict.Reviewer,
                note = verdict.Note,
                at = verdict.At,
            },
            transaction);
        await connection.ExecuteAsync(
            "UPDATE conflict SET version = version + 1 WHERE id = @id OR inherits_from = @id", new { id = verdict.ConflictId }, transaction);
    }

    /// <summary>Sets what the history now adds up to, for the conflict and for those that inherit from it.</summary>
    private static async Task RestateAsync(SqliteConnection connection, SqliteTransaction transaction, ConflictId conflict)
    {
        var decision = await connection.QuerySingleOrDefaultAsync<string>(
            $"SELECT v.decision FROM verdict v WHERE v.conflict_id = @conflict AND {Stands} ORDER BY v.sequence DESC LIMIT 1",
            new { conflict },
            transaction);

        // Without a decision it waits for a person again, unless nothing finds it any more; an heir then has nothing to inherit.
        await connection.ExecuteAsync(
            """
            UPDATE conflict
            SET decision = @decision,
                status = CASE
                    WHEN @decision IS NOT NULL THEN 'Decided'
                    WHEN EXISTS (SELECT 1 FROM comparison m WHERE m.id = conflict.id AND m.is_current = 1 AND m.relation = 'Conflict') THEN 'Open'
                    ELSE 'Gone' END,
                inherits_from = CASE WHEN @decision IS NOT NULL THEN inherits_from END
            WHERE id = @conflict OR inherits_from = @conflict
            """,
            new { conflict, decision },
            transaction);
    }
}

/// <summary>A row of the history.</summary>
internal sealed class VerdictRecord
{
    public VerdictId Id { get; init; }

    public ConflictId ConflictId { get; init; }

    public Decision? Decision { get; init; }

    public VerdictId? Undoes { get; init; }

    public string Reviewer { get; init; } = "";

    public string? Note { get; init; }

    public DateTimeOffset At { get; init; }

    public Verdict ToVerdict() => new(Id, ConflictId, Decision, Undoes, Reviewer, Note, At);
}
