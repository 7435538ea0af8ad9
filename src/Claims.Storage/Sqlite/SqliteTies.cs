using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>What the acts of people add up to for the claims of the newest extraction (table claim_tied), inside the caller's transaction.</summary>
internal static class SqliteTies
{
    /// <summary>
    /// A claim "stands for" a tied one when it has the same words on a revision of the same page, or lies over the words
    /// of a tied claim that the newest extraction no longer finds.
    /// </summary>
    private const string StandsFor = """
        (tied.quote = live.quote
         OR tied.is_retired = 1 AND tied.article_id = live.article_id
            AND tied.span_start < live.span_start + live.span_length AND live.span_start < tied.span_start + tied.span_length)
        """;

    private const string Restated = $"""
        WITH own AS (
            SELECT DISTINCT live.id AS live, tied.id AS tied
            FROM json_each(@ids) j
            JOIN claim live ON live.id = j.value AND live.is_retired = 0
            JOIN article na ON na.id = live.article_id
            JOIN article oa ON oa.url = na.url
            JOIN claim tied ON tied.article_id = oa.id
            WHERE {StandsFor}
        ),
        ends AS (
            SELECT o.live, p.claim_b AS far, p.act_id FROM own o JOIN claim_tie p ON p.claim_a = o.tied
            UNION
            SELECT o.live, p.claim_a, p.act_id FROM own o JOIN claim_tie p ON p.claim_b = o.tied
        )
        SELECT e.live AS claim_a, live.id AS claim_b, t.kind, t.sequence
        FROM ends e
        JOIN tie_act t ON t.id = e.act_id AND NOT EXISTS (SELECT 1 FROM tie_act u WHERE u.undoes = t.id)
        JOIN claim tied ON tied.id = e.far
        JOIN article oa ON oa.id = tied.article_id
        JOIN article na ON na.url = oa.url
        JOIN claim live ON live.article_id = na.id AND live.is_retired = 0 AND live.id <> e.live
        WHERE {StandsFor}
        """;

    /// <summary>Ties of the claims @ids themselves, and pairs that stand in groups kept apart.</summary>
    public const string Reaching = """
        WITH asked AS MATERIALIZED (SELECT value AS id FROM json_each(@ids)),
        mates AS MATERIALIZED (
            SELECT id AS own, id AS mate FROM asked
            UNION
            SELECT a.id, o.claim_id FROM asked a JOIN group_member m ON m.claim_id = a.id JOIN group_member o ON o.group_id = m.group_id
        ),
        far AS MATERIALIZED (
            SELECT m.own, t.claim_b AS tied FROM mates m JOIN claim_tied t ON t.claim_a = m.mate AND t.kind = 'Apart'
            UNION
            SELECT m.own, t.claim_a FROM mates m JOIN claim_tied t ON t.claim_b = m.mate AND t.kind = 'Apart'
        )
        SELECT claim_a, claim_b, kind, 1 AS is_own FROM claim_tied WHERE claim_a IN (SELECT id FROM asked) OR claim_b IN (SELECT id FROM asked)
        UNION ALL
        SELECT DISTINCT f.own, COALESCE(o.claim_id, f.tied), 'Apart', 0
        FROM far f LEFT JOIN group_member m ON m.claim_id = f.tied LEFT JOIN group_member o ON o.group_id = m.group_id
        """;

    /// <summary>Works out anew what holds for the live claims over the words of these claims.</summary>
    /// <returns>The live claims.</returns>
    public static async Task<List<string>> RestateAsync(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyCollection<string> claims)
    {
        var live = (await connection.QueryAsync<string>(
            $"""
            SELECT DISTINCT live.id
            FROM json_each(@ids) j
            JOIN claim tied ON tied.id = j.value
            JOIN article oa ON oa.id = tied.article_id
            JOIN article na ON na.url = oa.url
            JOIN claim live ON live.article_id = na.id AND live.is_retired = 0
            WHERE {StandsFor}
            """,
            new { ids = JsonArray.Of(claims) },
            transaction)).ToList();
        var ids = JsonArray.Of(live);
        await connection.ExecuteAsync(
            "DELETE FROM claim_tied WHERE claim_a IN (SELECT value FROM json_each(@ids)) OR claim_b IN (SELECT value FROM json_each(@ids))", new { ids }, transaction);
        var rows = await connection.QueryAsync<TiedRecord>(Restated, new { ids }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO claim_tied (claim_a, claim_b, kind) VALUES (@a, @b, @kind)",
            rows.GroupBy(row => ClaimPair.Ordered(row.ClaimA, row.ClaimB))
                .Select(pair => new { a = pair.Key.A, b = pair.Key.B, kind = pair.MaxBy(row => row.Sequence)!.Kind.ToString() }),
            transaction);
        return live;
    }

    /// <summary>Carries ties over to the claims of an extraction that was just stored, and lets go of those of retired claims.</summary>
    public static async Task CarryAsync(SqliteConnection connection, SqliteTransaction transaction, string article)
    {
        // Hardly any page has a tie, and an extraction must not pay for those that have none.
        var tied = (await connection.QueryAsync<string>(
            """
            SELECT DISTINCT c.id
            FROM article na JOIN article oa ON oa.url = na.url JOIN claim c ON c.article_id = oa.id
            WHERE na.id = @article AND (EXISTS (SELECT 1 FROM claim_tie p WHERE p.claim_a = c.id) OR EXISTS (SELECT 1 FROM claim_tie p WHERE p.claim_b = c.id))
            """,
            new { article },
            transaction)).ToList();
        if (tied.Count == 0)
        {
            return;
        }

        await connection.ExecuteAsync(
            """
            DELETE FROM claim_tied
            WHERE claim_a IN (SELECT id FROM claim WHERE article_id = @article AND is_retired = 1)
               OR claim_b IN (SELECT id FROM claim WHERE article_id = @article AND is_retired = 1)
            """,
            new { article },
            transaction);
        await SqliteGroupStore.MarkAsync(connection, transaction, await RestateAsync(connection, transaction, tied));
    }

    private sealed class TiedRecord
    {
        public ClaimId ClaimA { get; init; }

        public ClaimId ClaimB { get; init; }

        public TieKind Kind { get; init; }

        public long Sequence { get; init; }
    }
}
