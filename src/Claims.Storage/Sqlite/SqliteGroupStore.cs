using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage.Extraction;
using Claims.Storage.Grouping;
using Claims.Storage.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Groups in SQLite.</summary>
internal sealed class SqliteGroupStore(SqliteSession session, TimeProvider time) : IGroupStore
{
    // The label is the claim most worth checking, ties by key, so that it stays while the members do.
    private const string Summaries = """
        SELECT m.group_id AS id, COUNT(*) AS claims,
               COUNT(DISTINCT COALESCE(d.source_id, a.source_id)) AS sources,
               (SELECT l.text
                FROM group_member o JOIN claim l ON l.id = o.claim_id
                WHERE o.group_id = m.group_id
                ORDER BY l.check_worthiness DESC, l.id LIMIT 1) AS label,
               (SELECT COUNT(*)
                FROM group_member o
                JOIN comparison p ON p.claim_a = o.claim_id
                JOIN conflict x ON x.id = p.id AND x.status = 'Open'
                JOIN group_member q ON q.claim_id = p.claim_b AND q.group_id = o.group_id
                WHERE o.group_id = m.group_id) AS conflicts
        FROM group_member m
        JOIN claim c ON c.id = m.claim_id
        JOIN document d ON d.id = c.document_id
        JOIN article a ON a.id = c.article_id
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupSummary>> ListAsync(int minimumClaims, int skip, int take, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<GroupSummary>>(
            async connection => [.. (await connection.QueryAsync<GroupRecord>(
                $"{Summaries} GROUP BY m.group_id HAVING COUNT(*) >= @minimumClaims ORDER BY claims DESC, id LIMIT @take OFFSET @skip",
                new { minimumClaims, take, skip })).Select(row => row.ToSummary())],
            cancel);

    /// <inheritdoc/>
    public Task<GroupSummary?> FindAsync(string keyOrPrefix, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyOrPrefix);
        return session.ReadAsync(
            async connection =>
            {
                var rows = (await connection.QueryAsync<GroupRecord>(
                    $"{Summaries} WHERE m.group_id >= @prefix AND m.group_id < @after GROUP BY m.group_id ORDER BY id LIMIT 2",
                    new { prefix = keyOrPrefix, after = keyOrPrefix + '\uffff' })).ToList();
                return rows.Count == 1 || rows.Count > 1 && rows[0].Id.Value == keyOrPrefix ? rows[0].ToSummary() : null;
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimInContext>> ClaimsOfAsync(GroupId group, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<ClaimInContext>>(
            async connection => [.. (await connection.QueryAsync<ClaimRecord>(
                $"""
                {SqliteClaimStore.InContext}
                JOIN group_member m ON m.claim_id = c.id
                WHERE m.group_id = @group
                ORDER BY COALESCE(d.published, a.published, a.fetched), c.id
                """,
                new { group })).Select(row => row.ToClaimInContext())],
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupId>> OfClaimsAsync(IReadOnlyCollection<ClaimId> claims, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<GroupId>>(
            async connection => [.. (await connection.QueryAsync<string>(
                "SELECT group_id FROM group_member WHERE claim_id IN (SELECT value FROM json_each(@ids)) GROUP BY group_id ORDER BY COUNT(*) DESC, group_id",
                new { ids = JsonArray.Of(claims.Select(claim => claim.Value)) })).Select(id => new GroupId(id))],
            cancel);

    /// <inheritdoc/>
    public async Task RefreshAsync(CancellationToken cancel = default)
    {
        // Asked after every run, and nearly always in vain: no need to hold up writers for it.
        if (await session.ReadAsync(connection => connection.QuerySingleAsync<bool>("SELECT EXISTS (SELECT 1 FROM group_stale)"), cancel))
        {
            await session.WriteAsync(
                async (connection, transaction) =>
                {
                    await RefreshAsync(connection, transaction, time);
                    return true;
                },
                cancel);
        }
    }

    /// <summary>Notes that the groups of these claims have to be worked out anew, inside the caller's transaction.</summary>
    internal static Task MarkAsync(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<string> claims) => connection.ExecuteAsync(
        "INSERT OR IGNORE INTO group_stale (claim_id) SELECT value FROM json_each(@ids)", new { ids = JsonArray.Of(claims) }, transaction);

    /// <summary>Works out what was noted, inside the caller's transaction.</summary>
    internal static async Task RefreshAsync(SqliteConnection connection, SqliteTransaction transaction, TimeProvider time)
    {
        var stale = (await connection.QueryAsync<string>("SELECT claim_id FROM group_stale", transaction: transaction)).ToList();
        var regrouped = await RegroupAsync(connection, transaction, stale);
        await new SqliteComparisonWriter(connection, transaction, time).ForgetApartAsync(regrouped);
        await connection.ExecuteAsync("DELETE FROM group_stale", transaction: transaction);
    }

    /// <summary>
    /// Works out anew the groups of everything that links connect to the given claims. The whole connected neighbourhood
    /// goes in, since only then is the outcome the same whatever came first. Claims that end up alone are in no group.
    /// </summary>
    /// <returns>The claims that were looked at.</returns>
    private static async Task<List<string>> RegroupAsync(SqliteConnection connection, SqliteTransaction transaction, List<string> seeds)
    {
        while (seeds.Count > 0)
        {
            var claims = (await connection.QueryAsync<string>(
                """
                WITH RECURSIVE reached (id) AS (
                    SELECT value FROM json_each(@seeds)
                    UNION
                    SELECT l.claim_b FROM reached r JOIN claim_link l ON l.claim_a = r.id
                    UNION
                    SELECT l.claim_a FROM reached r JOIN claim_link l ON l.claim_b = r.id
                    UNION
                    SELECT t.claim_b FROM reached r JOIN claim_tied t ON t.claim_a = r.id AND t.kind = 'Together'
                    UNION
                    SELECT t.claim_a FROM reached r JOIN claim_tied t ON t.claim_b = r.id AND t.kind = 'Together'
                    UNION
                    SELECT o.claim_id FROM reached r JOIN group_member m ON m.claim_id = r.id JOIN group_member o ON o.group_id = m.group_id
                )
                SELECT r.id FROM reached r JOIN claim c ON c.id = r.id AND c.is_retired = 0
                """,
                new { seeds = JsonArray.Of(seeds) },
                transaction)).ToList();
            var ids = JsonArray.Of(claims);
            var links = (await connection.QueryAsync<LinkRecord>(
                "SELECT claim_a, claim_b, score FROM claim_link WHERE claim_a IN (SELECT value FROM json_each(@ids))", new { ids }, transaction))
                .Select(row => new JoinLink(row.ClaimA, row.ClaimB, row.Score)).ToList();
            var previous = (await connection.QueryAsync<MemberRecord>(
                "SELECT claim_id, group_id FROM group_member WHERE claim_id IN (SELECT value FROM json_each(@ids))", new { ids }, transaction))
                .ToDictionary(row => row.ClaimId, row => row.GroupId);
            var ties = (await connection.QueryAsync<TieRecord>(
                "SELECT claim_a, claim_b, kind FROM claim_tied WHERE claim_a IN (SELECT value FROM json_each(@ids))", new { ids }, transaction))
                .ToLookup(row => row.Kind, row => new ClaimPair(row.ClaimA, row.ClaimB));
            var input = new GroupingInput([.. claims.Select(id => new ClaimId(id))], links, previous)
            {
                MustLinks = [.. ties[TieKind.Together]],
                CannotLinks = [.. ties[TieKind.Apart]],
            };
            var groups = GroupAssigner.Assign(input)
                .GroupBy(pair => pair.Value, pair => pair.Key)
                .Where(group => group.Count() > 1)
                .ToDictionary(group => group.Key, group => group.ToList());

            // A fresh id is made from the smallest member and may be carried elsewhere by a group that this member left
            // long ago. Those claims then take part too, so that the assigner sees that the id is taken.
            seeds = [.. claims, .. (await connection.QueryAsync<string>(
                """
                SELECT claim_id FROM group_member
                WHERE group_id IN (SELECT value FROM json_each(@groups)) AND claim_id NOT IN (SELECT value FROM json_each(@ids))
                """,
                new { groups = JsonArray.Of(groups.Keys.Select(group => group.Value)), ids },
                transaction))];
            if (seeds.Count > claims.Count)
            {
                continue;
            }

            await SaveAsync(connection, transaction, previous, groups);
            return claims;
        }

        return [];
    }

    private static async Task SaveAsync(
        SqliteConnection connection, SqliteTransaction transaction, Dictionary<ClaimId, GroupId> previous, Dictionary<GroupId, List<ClaimId>> groups)
    {
        var members = groups.SelectMany(group => group.Value.Select(claim => (Claim: claim, Group: group.Key))).ToDictionary(pair => pair.Claim, pair => pair.Group);
        await connection.ExecuteAsync(
            "DELETE FROM group_member WHERE claim_id = @claim",
            previous.Keys.Where(claim => !members.ContainsKey(claim)).Select(claim => new { claim }),
            transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO group_member (claim_id, group_id) VALUES (@claim, @group)
            ON CONFLICT (claim_id) DO UPDATE SET group_id = excluded.group_id
            """,
            members.Where(pair => !previous.TryGetValue(pair.Key, out var old) || old != pair.Value).Select(pair => new { claim = pair.Key, group = pair.Value }),
            transaction);
    }

    private sealed class GroupRecord
    {
        public GroupId Id { get; init; }

        public string Label { get; init; } = "";

        public int Claims { get; init; }

        public int Sources { get; init; }

        public int Conflicts { get; init; }

        public GroupSummary ToSummary() => new(Id, Label, Claims, Sources, Conflicts);
    }

    private sealed class LinkRecord
    {
        public ClaimId ClaimA { get; init; }

        public ClaimId ClaimB { get; init; }

        public double Score { get; init; }
    }

    private sealed class TieRecord
    {
        public ClaimId ClaimA { get; init; }

        public ClaimId ClaimB { get; init; }

        public TieKind Kind { get; init; }
    }

    private sealed class MemberRecord
    {
        public ClaimId ClaimId { get; init; }

        public GroupId GroupId { get; init; }
    }
}
