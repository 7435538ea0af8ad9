using Claims.Core.Articles;
using Claims.Storage.Articles;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Sources in SQLite.</summary>
internal sealed class SqliteSourceStore(SqliteSession session) : ISourceStore
{
    // A document without a source of its own is its article's publisher's.
    private const string Summaries = """
        WITH published AS (
            SELECT d.id AS document_id, COALESCE(d.source_id, a.source_id) AS source_id
            FROM document d JOIN article a ON a.id = d.article_id
            WHERE d.is_retired = 0
        ),
        conflicting AS (
            SELECT DISTINCT p.source_id, x.id, x.status
            FROM conflict x
            JOIN comparison m ON m.id = x.id
            JOIN claim c ON c.id IN (m.claim_a, m.claim_b)
            JOIN published p ON p.document_id = c.document_id
        )
        SELECT s.id, s.name, s.kind, s.domain,
               (SELECT COUNT(*) FROM published p WHERE p.source_id = s.id) AS documents,
               (SELECT COUNT(*) FROM published p JOIN claim c ON c.document_id = p.document_id AND c.is_retired = 0 WHERE p.source_id = s.id) AS claims,
               (SELECT COUNT(*) FROM conflicting f WHERE f.source_id = s.id AND f.status = 'Open') AS open_conflicts,
               (SELECT COUNT(*) FROM conflicting f WHERE f.source_id = s.id AND f.status = 'Decided') AS decided_conflicts
        FROM source s
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<SourceSummary>> ListAsync(CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<SourceSummary>>(
            async connection => [.. (await connection.QueryAsync<SourceRecord>($"{Summaries} ORDER BY s.name, s.id")).Select(row => row.ToSummary())],
            cancel);

    /// <inheritdoc/>
    public Task<SourceSummary?> FindAsync(string nameOrKey, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrKey);
        return session.ReadAsync(
            async connection =>
            {
                // The name's own key first: a name is found however it is written; a prefix only when it fits one source.
                var rows = (await connection.QueryAsync<SourceRecord>(
                    $"{Summaries} WHERE s.id = @named OR s.id >= @prefix AND s.id < @after ORDER BY s.id <> @named LIMIT 2",
                    new { named = Source.IdOf(nameOrKey), prefix = nameOrKey, after = nameOrKey + '\uffff' })).ToList();
                return rows.Count == 1 || rows.Count > 1 && rows[0].Id == Source.IdOf(nameOrKey) ? rows[0].ToSummary() : null;
            },
            cancel);
    }

    /// <summary>Writes what a page says of a source, merged with what is known, inside the caller's transaction.</summary>
    internal static async Task UpsertAsync(SqliteConnection connection, SqliteTransaction transaction, Source source)
    {
        var row = await connection.QuerySingleOrDefaultAsync<SourceRecord>(
            "SELECT id, name, kind, domain FROM source WHERE id = @id", new { id = source.Id }, transaction);
        var merged = row is null ? source : SourceMerge.Merge(row.ToSource(), source);
        if (row is null || merged != row.ToSource())
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO source (id, name, kind, domain) VALUES (@id, @name, @kind, @domain)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, domain = excluded.domain
                """,
                new { id = merged.Id, name = merged.Name, kind = merged.Kind.ToString(), domain = merged.Domain },
                transaction);
        }
    }
}
