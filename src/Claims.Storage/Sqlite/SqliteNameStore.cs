using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Naming;
using Claims.Storage.Naming;
using Claims.Storage.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Names in SQLite.</summary>
internal sealed class SqliteNameStore(SqliteSession session, TimeProvider time) : INameStore
{
    /// <summary>How many stories use each of the two.</summary>
    private const string Stories = """
        (SELECT COUNT(*) FROM name_mention m WHERE m.name_key = k.name_a) AS stories_a,
        (SELECT COUNT(*) FROM name_mention m WHERE m.name_key = k.name_b) AS stories_b
        """;

    /// <summary>The names that share a key with one of @names, or that a story declares to be the same.</summary>
    internal const string Neighbours = """
        WITH mine AS MATERIALIZED (
            SELECT l.lookup, l.name_key FROM json_each(@names) w JOIN name_lookup l ON l.name_key = w.value
        ),
        usable AS MATERIALIZED (
            SELECT DISTINCT lookup FROM mine WHERE NOT EXISTS (SELECT 1 FROM name_lookup_full f WHERE f.lookup = mine.lookup)
        ),
        found AS (
            SELECT m.name_key, o.name_key AS other FROM mine m JOIN usable u ON u.lookup = m.lookup CROSS JOIN name_lookup o ON o.lookup = m.lookup
            UNION SELECT w.value, d.long_key FROM json_each(@names) w JOIN name_declaration d ON d.short_key = w.value
            UNION SELECT w.value, d.short_key FROM json_each(@names) w JOIN name_declaration d ON d.long_key = w.value
        )
        SELECT f.name_key, n.text FROM found f JOIN name n ON n.key = f.other WHERE f.other <> f.name_key ORDER BY f.name_key, n.key
        """;

    private volatile string? upToDate;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnlinkedName>> UnlinkedAsync(string version, int take, CancellationToken cancel = default)
    {
        const string Query = "SELECT key, text, changes FROM name WHERE linked IS NULL ORDER BY key LIMIT @take";
        var found = await session.ReadAsync<IReadOnlyList<UnlinkedName>>(async connection => [.. await connection.QueryAsync<UnlinkedName>(Query, new { take })], cancel);
        return found.Count > 0 || !await IsOutdatedAsync(version, cancel) ? found : await session.WriteAsync<IReadOnlyList<UnlinkedName>>(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("UPDATE name SET linked = NULL WHERE linked <> @version", new { version }, transaction);
                return [.. await connection.QueryAsync<UnlinkedName>(Query, new { take }, transaction)];
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<NameNeighbours> IndexAsync(IReadOnlyDictionary<UnlinkedName, IReadOnlyCollection<string>> keys, CancellationToken cancel = default) =>
        session.WriteAsync(
            async (connection, transaction) =>
            {
                var names = JsonArray.Of(keys.Keys.Select(name => name.Key));
                await connection.ExecuteAsync("DELETE FROM name_lookup WHERE name_key IN (SELECT value FROM json_each(@names))", new { names }, transaction);
                await connection.ExecuteAsync(
                    "INSERT OR IGNORE INTO name_lookup (lookup, name_key) SELECT @lookup, key FROM name WHERE key = @name",
                    keys.SelectMany(entry => entry.Value.Select(lookup => new { lookup, name = entry.Key.Key })),
                    transaction);
                await CloseFullAsync(connection, transaction, JsonArray.Of(keys.Values.SelectMany(lookups => lookups).Distinct()));
                var pairs = await connection.QueryAsync<(string, string)>(Neighbours, new { names }, transaction);
                return new NameNeighbours([.. pairs], await DeclarationsAsync(connection, transaction, names));
            },
            cancel);

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<UnlinkedName> names, IReadOnlyList<NameAlias> pairs, string version, CancellationToken cancel = default) =>
        session.WriteAsync(
            async (connection, transaction) =>
            {
                var keys = JsonArray.Of(names.Select(name => name.Key));
                var before = await InForceOfAsync(connection, transaction, keys);
                await connection.ExecuteAsync(
                    "DELETE FROM name_pair WHERE name_a IN (SELECT value FROM json_each(@keys)) OR name_b IN (SELECT value FROM json_each(@keys))", new { keys }, transaction);
                await connection.ExecuteAsync(
                    """
                    INSERT OR REPLACE INTO name_pair (name_a, name_b, score, evidence)
                    SELECT @a, @b, @score, @evidence WHERE EXISTS (SELECT 1 FROM name WHERE key = @a) AND EXISTS (SELECT 1 FROM name WHERE key = @b)
                    """,
                    pairs.Select(pair => new
                    {
                        a = NameForm.KeyOf(pair.A),
                        b = NameForm.KeyOf(pair.B),
                        score = pair.Score,
                        evidence = JsonSerializer.Serialize(pair.Evidence, StoredJson.Default.ImmutableArrayNameEvidence),
                    }),
                    transaction);
                await connection.ExecuteAsync(
                    "UPDATE name SET linked = @version WHERE key = @key AND changes = @changes",
                    names.Select(name => new { version, key = name.Key, changes = name.Changes }),
                    transaction);
                before.SymmetricExceptWith(await InForceOfAsync(connection, transaction, keys));
                await CompareAgainAsync(connection, transaction, [.. before.Select(pair => (pair.A, pair.B)).Distinct()]);
                return true;
            },
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NameAlias>> InForceAsync(CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<NameAlias>>(
            async connection => [.. (await connection.QueryAsync<NameRecord>(
                "SELECT * FROM name_known WHERE is_same IS NOT NULL OR score >= @threshold ORDER BY name_a, name_b", new { threshold = NameAlias.Threshold })).Select(row => row.ToAlias())],
            cancel);

    /// <inheritdoc/>
    public Task<long> RevisionAsync(CancellationToken cancel = default) =>
        session.ReadAsync(connection => connection.QuerySingleAsync<long>("SELECT revision FROM name_revision"), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NameSuggestion>> ListAsync(bool isDecided, string? search, int skip, int take, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<NameSuggestion>>(
            async connection => [.. (await connection.QueryAsync<NameRecord>(
                $"""
                SELECT k.*, {Stories}
                FROM name_known k
                WHERE (k.is_same IS NOT NULL) = @isDecided AND (@search = '' OR instr(k.name_a, @search) > 0 OR instr(k.name_b, @search) > 0)
                ORDER BY {(isDecided ? "k.at DESC" : "k.score DESC")}, k.name_a, k.name_b
                LIMIT @take OFFSET @skip
                """,
                new { isDecided, search = search is null ? "" : NameForm.KeyOf(search), skip, take })).Select(row => row.ToSuggestion())],
            cancel);

    /// <inheritdoc/>
    public Task<NameSuggestion> DecideAsync(string a, string b, bool isSame, string reviewer, string? note, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        var (x, y) = (NameForm.KeyOf(a), NameForm.KeyOf(b));
        if (x == y)
        {
            throw new ArgumentException($"“{a}” and “{b}” differ in case, accents, apostrophes or points only: they are one name already.");
        }

        return session.WriteAsync(
            async (connection, transaction) =>
            {
                var first = await WritingAsync(connection, transaction, x, a);
                var second = await WritingAsync(connection, transaction, y, b);
                var ((keyA, textA), (keyB, textB)) = string.CompareOrdinal(x, y) < 0 ? ((x, first), (y, second)) : ((y, second), (x, first));
                await connection.ExecuteAsync(
                    """
                    INSERT INTO name_decision (name_a, name_b, text_a, text_b, is_same, reviewer, note, at)
                    VALUES (@keyA, @keyB, @textA, @textB, @isSame, @reviewer, @note, @at)
                    """,
                    new { keyA, keyB, textA, textB, isSame, reviewer, note, at = time.GetUtcNow() },
                    transaction);
                await CompareAgainAsync(connection, transaction, [(keyA, keyB)]);
                return (await connection.QuerySingleAsync<NameRecord>(
                    $"SELECT k.*, {Stories} FROM name_known k WHERE k.name_a = @keyA AND k.name_b = @keyB", new { keyA, keyB }, transaction)).ToSuggestion();
            },
            cancel);
    }

    /// <summary>Whether names were linked by other rules; asked once, since the rules of a process stay the same and looking walks all names.</summary>
    private async Task<bool> IsOutdatedAsync(string version, CancellationToken cancel)
    {
        if (upToDate == version)
        {
            return false;
        }

        var isOutdated = await session.ReadAsync(
            connection => connection.QuerySingleAsync<bool>("SELECT EXISTS (SELECT 1 FROM name WHERE linked <> @version)", new { version }), cancel);
        upToDate = isOutdated ? upToDate : version;
        return isOutdated;
    }

    private static async Task<string> WritingAsync(SqliteConnection connection, SqliteTransaction transaction, string key, string text) =>
        await connection.QuerySingleOrDefaultAsync<string>("SELECT text FROM name WHERE key = @key", new { key }, transaction)
            ?? throw new KeyNotFoundException($"No story that was read uses the name “{text}”.");

    /// <summary>Closes keys that too many names share, and lets the pairs go that were found by them alone.</summary>
    private static Task<int> CloseFullAsync(SqliteConnection connection, SqliteTransaction transaction, string lookups) => connection.ExecuteAsync(
        """
        CREATE TEMP TABLE IF NOT EXISTS closing (lookup TEXT NOT NULL PRIMARY KEY);
        DELETE FROM closing;
        INSERT INTO closing
        SELECT value FROM json_each(@lookups) w
        WHERE NOT EXISTS (SELECT 1 FROM name_lookup_full f WHERE f.lookup = w.value)
          AND (SELECT COUNT(*) FROM (SELECT 1 FROM name_lookup l WHERE l.lookup = w.value LIMIT @most + 1)) > @most;
        INSERT INTO name_lookup_full SELECT lookup FROM closing;
        DELETE FROM name_pair
        WHERE EXISTS (SELECT 1 FROM closing) AND EXISTS (
                  SELECT 1 FROM closing c
                  JOIN name_lookup a ON a.lookup = c.lookup AND a.name_key = name_pair.name_a
                  JOIN name_lookup b ON b.lookup = c.lookup AND b.name_key = name_pair.name_b)
          AND NOT EXISTS (
                  SELECT 1 FROM name_lookup a JOIN name_lookup b ON b.lookup = a.lookup AND b.name_key = name_pair.name_b
                  WHERE a.name_key = name_pair.name_a AND NOT EXISTS (SELECT 1 FROM name_lookup_full f WHERE f.lookup = a.lookup))
          AND NOT EXISTS (
                  SELECT 1 FROM name_declaration d
                  WHERE (d.short_key = name_pair.name_a AND d.long_key = name_pair.name_b) OR (d.short_key = name_pair.name_b AND d.long_key = name_pair.name_a));
        """,
        new { lookups, most = NameIndex.MostNames },
        transaction);

    private static async Task<IReadOnlyList<NameDeclaration>> DeclarationsAsync(SqliteConnection connection, SqliteTransaction transaction, string names) =>
        [.. (await connection.QueryAsync<(string Document, string Short, string Long)>(
            """
            SELECT document_id, short_text, long_text
            FROM name_declaration
            WHERE short_key IN (SELECT value FROM json_each(@names)
                                UNION SELECT short_key FROM name_declaration WHERE long_key IN (SELECT value FROM json_each(@names)))
            ORDER BY short_key, long_key, document_id
            """,
            new { names },
            transaction)).Select(row => new NameDeclaration(new DocumentId(row.Document), row.Short, row.Long))];

    private static async Task<HashSet<(string A, string B, double Score)>> InForceOfAsync(SqliteConnection connection, SqliteTransaction transaction, string keys) =>
        [.. await connection.QueryAsync<(string, string, double)>(
            """
            SELECT p.name_a, p.name_b, p.score FROM name_pair p
            WHERE p.score >= @threshold AND (p.name_a IN (SELECT value FROM json_each(@keys)) OR p.name_b IN (SELECT value FROM json_each(@keys)))
              AND NOT EXISTS (SELECT 1 FROM name_decision d WHERE d.name_a = p.name_a AND d.name_b = p.name_b)
            """,
            new { keys, threshold = NameAlias.Threshold },
            transaction)];

    /// <summary>
    /// Makes the articles of the rarer name of each pair due for comparison: compared from one side, a pair of claims is
    /// compared. A comparison that is under way is taken from its worker, since it began with what was known before.
    /// </summary>
    private async Task CompareAgainAsync(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<(string A, string B)> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        await connection.ExecuteAsync("UPDATE name_revision SET revision = revision + 1", transaction: transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO work (subject, stage, due)
            SELECT DISTINCT d.article_id, 'Compare', @now
            FROM name_mention m JOIN document d ON d.id = m.document_id AND d.is_retired = 0
            WHERE m.name_key = CASE
                WHEN (SELECT COUNT(*) FROM name_mention x WHERE x.name_key = @a) <= (SELECT COUNT(*) FROM name_mention x WHERE x.name_key = @b) THEN @a ELSE @b END
            ON CONFLICT (subject) DO UPDATE SET due = excluded.due, lease_token = NULL, lease_worker = NULL, lease_until = NULL
            WHERE work.stage = 'Compare' AND work.set_aside IS NULL AND work.lease_token IS NOT NULL
            """,
            pairs.Select(pair => new { a = pair.A, b = pair.B, now = time.GetUtcNow() }),
            transaction);
    }
}
