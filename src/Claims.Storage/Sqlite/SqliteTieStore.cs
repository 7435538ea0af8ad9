using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Identity;
using Claims.Core.Review;
using Claims.Storage.Review;
using Claims.Storage.Serialization;
using Claims.Storage.Work;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>What people said of groups, in SQLite.</summary>
internal sealed class SqliteTieStore(SqliteSession session, TimeProvider time) : ITieStore
{
    private const string Acts = """
        SELECT t.id, t.kind, t.undoes, t.reviewer, t.note, t.at, NOT EXISTS (SELECT 1 FROM tie_act u WHERE u.undoes = t.id) AS stands
        FROM tie_act t
        """;

    /// <inheritdoc/>
    public Task<TieAct> AddAsync(TieKind kind, IReadOnlyCollection<ClaimPair> pairs, string reviewer, string? note, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        var ordered = pairs.Select(pair => ClaimPair.Ordered(pair.A, pair.B)).Distinct().ToList();
        if (ordered.Count is 0 or > ITieStore.MostPairs || ordered.Exists(pair => pair.A == pair.B))
        {
            throw new ArgumentException($"A tie takes 1 to {ITieStore.MostPairs} pairs of two different claims; these are {ordered.Count}.", nameof(pairs));
        }

        return session.WriteAsync(
            async (connection, transaction) =>
            {
                var claims = ClaimsOf(ordered);
                var missing = await connection.QueryFirstOrDefaultAsync<string>(
                    "SELECT value FROM json_each(@ids) WHERE value NOT IN (SELECT id FROM claim)", new { ids = JsonArray.Of(claims) }, transaction);
                if (missing is not null)
                {
                    throw new KeyNotFoundException($"There is no claim {missing}.");
                }

                var act = new TieAct(new(ContentId.New(time)), kind, Undoes: null, ordered, reviewer, note, time.GetUtcNow());
                await AppendAsync(connection, transaction, act);
                await connection.ExecuteAsync(
                    "INSERT INTO claim_tie (act_id, claim_a, claim_b) VALUES (@act, @a, @b)",
                    ordered.Select(pair => new { act = act.Id, a = pair.A, b = pair.B }),
                    transaction);
                await TakeEffectAsync(connection, transaction, ordered);
                return act;
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<TieAct?> UndoAsync(string keyOrPrefix, string reviewer, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyOrPrefix);
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        return session.WriteAsync(
            async (connection, transaction) =>
            {
                var found = (await connection.QueryAsync<ActRecord>(
                    $"{Acts} WHERE t.id >= @prefix AND t.id < @after AND t.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tie_act u WHERE u.undoes = t.id) LIMIT 2",
                    new { prefix = keyOrPrefix, after = keyOrPrefix + '\uffff' },
                    transaction)).ToList();
                if (found is not [var standing])
                {
                    return null;
                }

                var act = new TieAct(new(ContentId.New(time)), Kind: null, standing.Id, [], reviewer, Note: null, time.GetUtcNow());
                await AppendAsync(connection, transaction, act);
                await TakeEffectAsync(connection, transaction, (await PairsAsync(connection, [standing], transaction))[standing.Id]);
                return act;
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TieAct>> RecentAsync(int take, CancellationToken cancel = default) => session.SnapshotAsync(
        async connection => await ReadAsync(connection, [.. await connection.QueryAsync<ActRecord>($"{Acts} ORDER BY t.sequence DESC LIMIT @take", new { take })]), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TieAct>> OfClaimsAsync(IReadOnlyCollection<ClaimId> claims, CancellationToken cancel = default) => session.SnapshotAsync(
        async connection => await ReadAsync(
            connection,
            [.. await connection.QueryAsync<ActRecord>(
                $"""
                {Acts}
                WHERE t.id IN (
                    SELECT p.act_id FROM json_each(@ids) j JOIN claim_tie p ON p.claim_a = j.value
                    UNION SELECT p.act_id FROM json_each(@ids) j JOIN claim_tie p ON p.claim_b = j.value)
                AND NOT EXISTS (SELECT 1 FROM tie_act u WHERE u.undoes = t.id)
                ORDER BY t.sequence DESC
                """,
                new { ids = JsonArray.Of(claims.Select(claim => claim.Value)) })]),
        cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ClaimPair, TieKind>> TiedAsync(IReadOnlyCollection<ClaimId> claims, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyDictionary<ClaimPair, TieKind>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<TiedRecord>(SqliteTies.Reaching, new { ids = JsonArray.Of(claims.Select(claim => claim.Value)) });
                return TiedRecord.Strongest(rows);
            },
            cancel);

    private static List<string> ClaimsOf(IEnumerable<ClaimPair> pairs) => [.. pairs.SelectMany(pair => new[] { pair.A.Value, pair.B.Value }).Distinct()];

    private static Task<int> AppendAsync(SqliteConnection connection, SqliteTransaction transaction, TieAct act) => connection.ExecuteAsync(
        "INSERT INTO tie_act (id, kind, undoes, reviewer, note, at) VALUES (@id, @kind, @undoes, @reviewer, @note, @at)",
        new { id = act.Id, kind = act.Kind?.ToString(), undoes = act.Undoes, reviewer = act.Reviewer, note = act.Note, at = act.At },
        transaction);

    /// <summary>Restates what the acts add up to, works out the groups, and makes the pages of the claims due for comparison.</summary>
    private async Task TakeEffectAsync(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<ClaimPair> pairs)
    {
        var live = await SqliteTies.RestateAsync(connection, transaction, ClaimsOf(pairs));
        await SqliteGroupStore.MarkAsync(connection, transaction, live);
        await SqliteGroupStore.RefreshAsync(connection, transaction, time);
        var articles = await connection.QueryAsync<string>(
            "SELECT DISTINCT article_id FROM claim WHERE id IN (SELECT value FROM json_each(@ids))", new { ids = JsonArray.Of(live) }, transaction);
        await SqliteWorkStore.RequeueAsync(connection, transaction, [.. articles], WorkStage.Compare, time.GetUtcNow());
    }

    private static async Task<IReadOnlyList<TieAct>> ReadAsync(SqliteConnection connection, List<ActRecord> acts)
    {
        var pairs = await PairsAsync(connection, acts, transaction: null);
        return [.. acts.Select(act => act.ToAct(pairs.GetValueOrDefault(act.Id, [])))];
    }

    private static async Task<Dictionary<TieId, List<ClaimPair>>> PairsAsync(SqliteConnection connection, IReadOnlyCollection<ActRecord> acts, SqliteTransaction? transaction) =>
        (await connection.QueryAsync<PairRecord>(
            "SELECT act_id, claim_a, claim_b FROM claim_tie WHERE act_id IN (SELECT value FROM json_each(@acts)) ORDER BY claim_a, claim_b",
            new { acts = JsonArray.Of(acts.Select(act => act.Id.Value)) },
            transaction))
        .GroupBy(row => row.ActId).ToDictionary(rows => rows.Key, rows => rows.Select(row => new ClaimPair(row.ClaimA, row.ClaimB)).ToList());

    private sealed class ActRecord
    {
        public TieId Id { get; init; }

        public TieKind? Kind { get; init; }

        public TieId? Undoes { get; init; }

        public string Reviewer { get; init; } = "";

        public string? Note { get; init; }

        public DateTimeOffset At { get; init; }

        public bool Stands { get; init; }

        public TieAct ToAct(IReadOnlyList<ClaimPair> pairs) => new(Id, Kind, Undoes, pairs, Reviewer, Note, At) { Stands = Stands };
    }

    private sealed class PairRecord
    {
        public TieId ActId { get; init; }

        public ClaimId ClaimA { get; init; }

        public ClaimId ClaimB { get; init; }
    }
}
