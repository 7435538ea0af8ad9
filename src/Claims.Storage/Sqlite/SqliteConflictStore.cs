using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Review;
using Claims.Storage.Articles;
using Claims.Storage.Comparison;
using Claims.Storage.Extraction;
using Claims.Storage.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>The queue in SQLite: reading. Writing is in <see cref="SqliteComparisonWriter"/>.</summary>
internal sealed class SqliteConflictStore(SqliteSession session, TimeProvider time) : IConflictStore
{
    // CROSS JOIN is SQLite's way to say "in this order": the queue's index gives the rows already sorted, so a page
    // reads only its own rows.
    private const string From = """
        FROM conflict x
        CROSS JOIN comparison m ON m.id = x.id
        CROSS JOIN claim ca ON ca.id = m.claim_a
        CROSS JOIN document da ON da.id = ca.document_id
        CROSS JOIN article aa ON aa.id = ca.article_id
        CROSS JOIN source sa ON sa.id = COALESCE(da.source_id, aa.source_id)
        CROSS JOIN claim cb ON cb.id = m.claim_b
        CROSS JOIN document db ON db.id = cb.document_id
        CROSS JOIN article ab ON ab.id = cb.article_id
        CROSS JOIN source sb ON sb.id = COALESCE(db.source_id, ab.source_id)
        LEFT JOIN group_member ga ON ga.claim_id = m.claim_a
        LEFT JOIN group_member gb ON gb.claim_id = m.claim_b AND gb.group_id = ga.group_id
        """;

    /// <summary>A row of the queue with both sides; the caller adds WHERE and ORDER BY.</summary>
    internal const string Rows = $"""
        SELECT x.id, x.status, x.decision, x.version, x.inherits_from, x.reopens, x.found, gb.group_id,
               m.relation, m.kind, m.axis, m.severity, m.confidence, m.reasons, m.version AS compared_by,
               m.claim_a, ca.article_id AS article_a, ca.quote AS quote_a, ca.span_start AS start_a, ca.span_length AS length_a, ca.speaker AS speaker_a,
               COALESCE(da.title, CASE da.ordinal WHEN 0 THEN aa.title END) AS title_a, aa.url AS url_a, COALESCE(da.published, aa.published) AS published_a,
               sa.id AS source_id_a, sa.name AS source_name_a, sa.kind AS source_kind_a, sa.domain AS source_domain_a,
               m.claim_b, cb.article_id AS article_b, cb.quote AS quote_b, cb.span_start AS start_b, cb.span_length AS length_b, cb.speaker AS speaker_b,
               COALESCE(db.title, CASE db.ordinal WHEN 0 THEN ab.title END) AS title_b, ab.url AS url_b, COALESCE(db.published, ab.published) AS published_b,
               sb.id AS source_id_b, sb.name AS source_name_b, sb.kind AS source_kind_b, sb.domain AS source_domain_b
        {From}
        """;

    /// <inheritdoc/>
    public Task<ComparisonCounts> SaveComparisonsAsync(ArticleComparison result, Work.WorkLease lease, CancellationToken cancel = default) =>
        session.WriteAsync(
            async (connection, transaction) =>
            {
                await SqliteWorkStore.DemandAsync(connection, transaction, lease);
                var counts = await new SqliteComparisonWriter(connection, transaction, time).SaveAsync(result);
                await SqliteWorkStore.EndAsync(connection, transaction, lease);
                if (!await SqliteWorkStore.IsDueAsync(connection, transaction, Work.WorkStage.Compare, time.GetUtcNow()))
                {
                    await SqliteGroupStore.RefreshAsync(connection, transaction, time);
                }

                return counts;
            },
            cancel);

    /// <inheritdoc/>
    public Task<ConflictPage> ListAsync(ConflictQuery query, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Take, 500);
        var (where, parameters) = Filter(query);
        parameters.Add("take", query.Take);
        parameters.Add("skip", query.Skip);
        return session.SnapshotAsync(
            async connection =>
            {
                var rows = await connection.QueryAsync<ConflictRecord>(
                    $"{Rows} {where} ORDER BY x.priority DESC, x.id LIMIT @take OFFSET @skip", parameters);
                var total = await connection.QuerySingleAsync<int>($"SELECT COUNT(*) {From} {where}", parameters);
                return new ConflictPage([.. rows.Select(row => row.ToRow())], total);
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<ConflictDetail?> FindAsync(string keyOrPrefix, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyOrPrefix);
        if (keyOrPrefix.Length < 4)
        {
            return Task.FromResult<ConflictDetail?>(null);
        }

        return session.SnapshotAsync(
            async connection =>
            {
                var rows = (await connection.QueryAsync<ConflictRecord>(
                    $"{Rows} WHERE x.id >= @prefix AND x.id < @after ORDER BY x.id LIMIT 2",
                    new { prefix = keyOrPrefix, after = keyOrPrefix + '\uffff' })).ToList();
                if (rows.Count != 1 && (rows.Count == 0 || rows[0].Id.Value != keyOrPrefix))
                {
                    return null;
                }

                var record = rows[0];
                var row = record.ToRow();
                var history = (await connection.QueryAsync<VerdictRecord>(
                    $"{SqliteVerdictStore.Columns} WHERE conflict_id IN (@own, @inherited) ORDER BY sequence",
                    new { own = record.Id, inherited = record.InheritsFrom })).Select(verdict => verdict.ToVerdict());
                return new ConflictDetail(
                    row,
                    record.ToComparison(),
                    await ViewAsync(connection, record.ClaimA),
                    await ViewAsync(connection, record.ClaimB),
                    [.. history],
                    record.Version)
                {
                    ComparedBy = record.ComparedBy,
                    InheritsFrom = record.InheritsFrom,
                    Reopens = record.Reopens,
                };
            },
            cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimComparison>> OfClaimAsync(ClaimId claim, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<ClaimComparison>>(
            async connection => [.. (await connection.QueryAsync<ConflictRecord>(
                """
                SELECT id, claim_a, claim_b, relation, kind, axis, severity, confidence, reasons
                FROM comparison
                WHERE (claim_a = @claim OR claim_b = @claim) AND is_current = 1
                ORDER BY relation, id
                """,
                new { claim })).Select(row => row.ToComparison())],
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlySet<ClaimId>> SupersededAsync(IReadOnlyCollection<ClaimId> claims, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlySet<ClaimId>>(
            async connection => (await connection.QueryAsync<ClaimId>(
                """
                WITH asked AS MATERIALIZED (SELECT value AS id FROM json_each(@ids)),
                replaced AS (
                    SELECT m.claim_a AS earlier, m.claim_b AS later FROM asked q JOIN comparison m ON m.claim_a = q.id
                    WHERE m.relation = 'Superseded' AND m.kind = 'Count' AND m.is_current = 1
                    UNION ALL
                    SELECT m.claim_b, m.claim_a FROM asked q JOIN comparison m ON m.claim_b = q.id
                    WHERE m.relation = 'Superseded' AND m.kind = 'Count' AND m.is_current = 1
                )
                SELECT DISTINCT r.earlier
                FROM replaced r
                JOIN claim ce ON ce.id = r.earlier JOIN document de ON de.id = ce.document_id JOIN article ae ON ae.id = ce.article_id
                JOIN claim cl ON cl.id = r.later JOIN document dl ON dl.id = cl.document_id JOIN article al ON al.id = cl.article_id
                WHERE COALESCE(de.published, ae.published, ae.fetched) < COALESCE(dl.published, al.published, al.fetched)
                """,
                new { ids = JsonArray.Of(claims.Select(claim => claim.Value)) })).ToHashSet(),
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RelationCount>> CountAsync(CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<RelationCount>>(
            async connection => [.. (await connection.QueryAsync<CountRecord>(
                "SELECT relation, kind, COUNT(*) AS count FROM comparison WHERE is_current = 1 GROUP BY relation, kind"))
                .Select(row => new RelationCount(row.Relation, row.Kind, row.Count)).OrderBy(row => row.Relation).ThenBy(row => row.Kind)],
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueueCount>> QueueCountsAsync(CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<QueueCount>>(
            async connection => [.. (await connection.QueryAsync<CountRecord>(
                "SELECT x.status, m.kind, COUNT(*) AS count FROM conflict x JOIN comparison m ON m.id = x.id GROUP BY x.status, m.kind"))
                .Select(row => new QueueCount(row.Status, row.Kind, row.Count)).OrderBy(row => row.Status).ThenBy(row => row.Kind)],
            cancel);

    /// <inheritdoc/>
    public Task<QueuePlace> PlaceAsync(ConflictQuery query, ConflictRow conflict, CancellationToken cancel = default)
    {
        var (where, parameters) = Filter(query);
        parameters.Add("priority", conflict.Severity * conflict.Confidence);
        parameters.Add("here", conflict.Id);
        return session.SnapshotAsync(
            async connection =>
            {
                // The queue's order written out: before means a higher priority, or the same and a smaller key.
                const string before = "(x.priority > @priority OR x.priority = @priority AND x.id < @here)";
                const string after = "(x.priority < @priority OR x.priority = @priority AND x.id > @here)";
                var counts = await connection.QuerySingleAsync<PlaceRecord>(
                    $"SELECT COUNT(*) AS total, COALESCE(SUM({before}), 0) AS before, COALESCE(SUM(x.id = @here), 0) AS here {From} {where}", parameters);
                var previous = await connection.QuerySingleOrDefaultAsync<string>(
                    $"SELECT x.id {From} {where} AND {before} ORDER BY x.priority, x.id DESC LIMIT 1", parameters);
                var next = await connection.QuerySingleOrDefaultAsync<string>(
                    $"SELECT x.id {From} {where} AND {after} ORDER BY x.priority DESC, x.id LIMIT 1", parameters);
                return new QueuePlace(
                    previous is null ? null : new ConflictId(previous), next is null ? null : new ConflictId(next), counts.Before, counts.Here > 0, counts.Total);
            },
            cancel);
    }

    private static (string Where, DynamicParameters Parameters) Filter(ConflictQuery query)
    {
        var parameters = new DynamicParameters();
        var conditions = new List<string> { "true" };
        if (query.Status is { } status)
        {
            conditions.Add("x.status = @status");
            parameters.Add("status", status.ToString());
        }

        if (query.Kind is { } kind)
        {
            conditions.Add("m.kind = @kind");
            parameters.Add("kind", kind.ToString());
        }

        if (query.Source is { } source)
        {
            conditions.Add("(sa.id = @source OR sb.id = @source)");
            parameters.Add("source", source);
        }

        if (query.Article is { } article)
        {
            conditions.Add("(ca.article_id = @article OR cb.article_id = @article)");
            parameters.Add("article", article);
        }

        if (query.Group is { } group)
        {
            conditions.Add("gb.group_id = @group");
            parameters.Add("group", group);
        }

        var words = (query.Text ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            conditions.Add($"INSTR(x.search_text, @word{i}) > 0");
            parameters.Add($"word{i}", words[i]);
        }

        return ($"WHERE {string.Join(" AND ", conditions)}", parameters);
    }

    private static async Task<ClaimView> ViewAsync(SqliteConnection connection, ClaimId id)
    {
        var claim = await connection.QuerySingleAsync<ClaimRecord>($"{SqliteClaimStore.InContext} WHERE c.id = @id", new { id });
        var inContext = claim.ToClaimInContext();
        var header = await connection.QuerySingleAsync<ArticleRecord>($"{SqliteArticleStore.Headers} WHERE a.id = @id", new { id = claim.ArticleId });
        var text = await connection.QuerySingleAsync<string>("SELECT text FROM article WHERE id = @id", new { id = claim.ArticleId });
        var details = await connection.QuerySingleAsync<string>("SELECT details FROM document WHERE id = @id", new { id = claim.DocumentId });
        var blocks = JsonSerializer.Deserialize(details, StoredJson.Default.DocumentDetails)!.Blocks;
        var paragraph = Paragraphs.Around(inContext.Claim.Span, blocks, text);
        return new(inContext, header.ToHeader(), paragraph, paragraph.Of(text));
    }

    private sealed class CountRecord
    {
        public Relation Relation { get; init; }

        public ConflictStatus Status { get; init; }

        public ConflictKind Kind { get; init; }

        public int Count { get; init; }
    }

    private sealed class PlaceRecord
    {
        public int Total { get; init; }

        public int Before { get; init; }

        public int Here { get; init; }
    }
}
