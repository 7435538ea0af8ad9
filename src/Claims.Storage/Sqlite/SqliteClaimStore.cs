using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Storage.Extraction;
using Claims.Storage.Serialization;
using Claims.Storage.Work;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Documents, claims and the candidate index in SQLite.</summary>
internal sealed class SqliteClaimStore(SqliteSession session, TimeProvider time) : IClaimStore
{
    private readonly SqliteStories stories = new();

    /// <summary>A claim with its story; the caller adds WHERE and ORDER BY.</summary>
    internal const string InContext = """
        SELECT c.id, c.document_id, c.article_id, c.ordinal, c.span_start, c.span_length, c.quote, c.text, c.modality,
               c.is_affirmative, c.subject, c.predicate, c.check_worthiness, c.confidence, c.details, c.is_retired,
               s.id AS source_id, s.name AS source_name, s.kind AS source_kind, s.domain AS source_domain,
               COALESCE(d.published, a.published) AS published,
               COALESCE(d.title, CASE d.ordinal WHEN 0 THEN a.title END) AS document_title,
               v.model AS vector_model, v.vector
        FROM claim c
        JOIN document d ON d.id = c.document_id
        JOIN article a ON a.id = c.article_id
        JOIN source s ON s.id = COALESCE(d.source_id, a.source_id)
        LEFT JOIN claim_vector v ON v.claim_id = c.id
        """;

    /// <summary>
    /// The best candidates of @claim by shared @keys. A pair of keys is worth the smaller of its two weights. The sum is
    /// rounded, since the order in which SQLite adds floating-point numbers is its own and must not decide a tie. Keys
    /// that more claims have than 2,000 (ten times the default number of candidates) tell too little for what walking
    /// their rows costs, which would grow with the whole collection; the two rarest keys count however common they are.
    /// </summary>
    private const string Wanted = """
        asked AS MATERIALIZED (
            SELECT json_extract(value, '$[0]') AS key, json_extract(value, '$[1]') AS weight FROM json_each(@keys)
        ),
        counted AS MATERIALIZED (
            SELECT key, weight, (SELECT COUNT(*) FROM (SELECT 1 FROM claim_key p WHERE p.key = asked.key LIMIT 2001)) AS claims FROM asked
        ),
        telling AS MATERIALIZED (
            SELECT key, weight, claims, ROW_NUMBER() OVER (ORDER BY claims, key) AS place FROM counted
        ),
        wanted AS (
            SELECT k.claim_id, ROUND(SUM(MIN(k.weight, t.weight)), 6) AS weight
            FROM telling t CROSS JOIN claim_key k ON k.key = t.key
            WHERE k.claim_id <> @claim AND (t.claims <= 2000 OR t.place <= 2)
            GROUP BY k.claim_id
            ORDER BY weight DESC, k.claim_id
            LIMIT @limit
        )
        """;

    /// <summary>The keys of the best candidates of @claim, then of its known partners.</summary>
    internal const string CandidateKeys = $"""
        WITH {Wanted},
        known (claim_id, weight) AS (
            SELECT claim_id, weight FROM wanted
            UNION ALL SELECT claim_b, 0 FROM claim_link WHERE claim_a = @claim
            UNION ALL SELECT claim_a, 0 FROM claim_link WHERE claim_b = @claim
            UNION ALL SELECT claim_b, 0 FROM claim_tied WHERE claim_a = @claim AND kind = 'Together'
            UNION ALL SELECT claim_a, 0 FROM claim_tied WHERE claim_b = @claim AND kind = 'Together'
            UNION ALL SELECT claim_b, 0 FROM comparison WHERE claim_a = @claim AND is_current = 1
            UNION ALL SELECT claim_a, 0 FROM comparison WHERE claim_b = @claim AND is_current = 1
        )
        SELECT c.id, c.version
        FROM known k JOIN claim c ON c.id = k.claim_id AND c.is_retired = 0
        GROUP BY c.id
        ORDER BY MAX(k.weight) DESC, c.id
        """;

    /// <inheritdoc/>
    public Task SaveExtractionAsync(
        ExtractedArticle extraction, IReadOnlyDictionary<ClaimId, IReadOnlyList<IndexKey>> keys, WorkLease lease, CancellationToken cancel = default) =>
        session.WriteAsync(
            async (connection, transaction) =>
            {
                await SqliteWorkStore.DemandAsync(connection, transaction, lease);
                await SaveDocumentsAsync(connection, transaction, extraction);
                await SaveClaimsAsync(connection, transaction, extraction);
                await SaveKeysAsync(connection, transaction, extraction, keys);
                await SqliteStories.SaveAsync(connection, transaction, extraction);
                await SqliteTies.CarryAsync(connection, transaction, extraction.ArticleId.Value);
                await SqliteNameWriter.SaveAsync(connection, transaction, extraction);
                await SqliteWorkStore.TurnAsync(connection, transaction, lease, WorkStage.Compare, time.GetUtcNow());
                return true;
            },
            cancel);

    /// <inheritdoc/>
    public Task<ClaimInContext?> FindAsync(ClaimId id, CancellationToken cancel = default) =>
        session.ReadAsync(
            async connection => await connection.QuerySingleOrDefaultAsync<ClaimRecord>($"{InContext} WHERE c.id = @id", new { id }) is { } row
                ? (await stories.AttachAsync(connection, [row.ToClaimInContext()]))[0]
                : null,
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimInContext>> OfArticleAsync(ArticleId article, CancellationToken cancel = default) =>
        ReadAsync($"{InContext} WHERE c.article_id = @article AND c.is_retired = 0 ORDER BY c.span_start, c.ordinal, c.id", new { article }, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Document>> DocumentsOfAsync(ArticleId article, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<Document>>(
            async connection => [.. (await connection.QueryAsync<DocumentRecord>(
                """
                SELECT d.id, d.article_id, d.ordinal, d.span_start, d.span_length, d.title, d.published, d.details,
                       s.id AS source_id, s.name AS source_name, s.kind AS source_kind, s.domain AS source_domain
                FROM document d LEFT JOIN source s ON s.id = d.source_id
                WHERE d.article_id = @article AND d.is_retired = 0
                ORDER BY d.ordinal
                """,
                new { article })).Select(row => row.ToDocument())],
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimInContext>> CandidatesAsync(ClaimId claim, IReadOnlyList<IndexKey> keys, int limit, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return ReadAsync(
            $"""
            WITH {Wanted}
            {InContext}
            JOIN wanted w ON w.claim_id = c.id
            ORDER BY w.weight DESC, c.id
            """,
            new { claim, keys = JsonArray.Of(keys), limit },
            cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimReference>> CandidateKeysAsync(ClaimId claim, IReadOnlyList<IndexKey> keys, int limit, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return session.ReadAsync<IReadOnlyList<ClaimReference>>(
            async connection => [.. (await connection.QueryAsync<ReferenceRecord>(
                CandidateKeys,
                new { claim, keys = JsonArray.Of(keys), limit })).Select(row => new ClaimReference(row.Id, row.Version))],
            cancel);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimInContext>> GetAsync(IReadOnlyList<ClaimId> ids, CancellationToken cancel = default) => ReadAsync(
        $"{InContext} WHERE c.id IN (SELECT value FROM json_each(@ids)) AND c.is_retired = 0 ORDER BY c.id",
        new { ids = JsonArray.Of(ids.Select(id => id.Value)) },
        cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClaimInContext>> SearchAsync(string keyPrefix, int limit, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyPrefix);
        return ReadAsync(
            $"{InContext} WHERE c.id >= @prefix AND c.id < @after ORDER BY c.id LIMIT @limit",
            new { prefix = keyPrefix, after = keyPrefix + '\uffff', limit },
            cancel);
    }

    private Task<IReadOnlyList<ClaimInContext>> ReadAsync(string query, object parameters, CancellationToken cancel) =>
        session.ReadAsync(
            async connection => await stories.AttachAsync(connection, [.. (await connection.QueryAsync<ClaimRecord>(query, parameters)).Select(row => row.ToClaimInContext())]),
            cancel);

    private static async Task SaveDocumentsAsync(SqliteConnection connection, SqliteTransaction transaction, ExtractedArticle extraction)
    {
        foreach (var source in extraction.Documents.Where(d => d.Source is not null).Select(d => d.Source!).Distinct())
        {
            await SqliteSourceStore.UpsertAsync(connection, transaction, source);
        }

        await connection.ExecuteAsync(
            "UPDATE document SET is_retired = 1 WHERE article_id = @article", new { article = extraction.ArticleId }, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO document (id, article_id, ordinal, span_start, span_length, source_id, title, published, details)
            VALUES (@id, @article, @ordinal, @start, @length, @source, @title, @published, @details)
            ON CONFLICT (id) DO UPDATE SET
                ordinal = excluded.ordinal, span_start = excluded.span_start, span_length = excluded.span_length,
                source_id = excluded.source_id, title = excluded.title, published = excluded.published,
                details = excluded.details, is_retired = 0
            """,
            extraction.Documents.Select(document => new
            {
                id = document.Id,
                article = document.ArticleId,
                ordinal = document.Ordinal,
                start = document.Span.Start,
                length = document.Span.Length,
                source = document.Source?.Id,
                title = document.Title,
                published = document.Published,
                details = JsonSerializer.Serialize(new DocumentDetails(document.Blocks), StoredJson.Default.DocumentDetails),
            }),
            transaction);
    }

    private async Task SaveClaimsAsync(SqliteConnection connection, SqliteTransaction transaction, ExtractedArticle extraction)
    {
        var found = extraction.Claims.Select(claim => claim.Id.Value).ToHashSet(StringComparer.Ordinal);
        var retired = (await connection.QueryAsync<string>(
            "SELECT id FROM claim WHERE article_id = @article AND is_retired = 0", new { article = extraction.ArticleId }, transaction))
            .Where(id => !found.Contains(id)).ToList();
        if (retired.Count > 0)
        {
            await RetireAsync(connection, transaction, retired);
        }

        await connection.ExecuteAsync(
            """
            INSERT INTO claim (id, document_id, article_id, ordinal, span_start, span_length, quote, text, modality, is_affirmative,
                               subject, predicate, speaker, check_worthiness, confidence, details, version)
            VALUES (@id, @document, @article, @ordinal, @start, @length, @quote, @text, @modality, @affirmative,
                    @subject, @predicate, @speaker, @worthiness, @confidence, @details, @version)
            ON CONFLICT (id) DO UPDATE SET
                ordinal = excluded.ordinal, text = excluded.text, modality = excluded.modality, is_affirmative = excluded.is_affirmative,
                subject = excluded.subject, predicate = excluded.predicate, speaker = excluded.speaker,
                check_worthiness = excluded.check_worthiness, confidence = excluded.confidence,
                details = excluded.details, version = excluded.version, is_retired = 0
            """,
            extraction.Claims.Select(claim => ClaimRecord.Parameters(claim, extraction.Version)),
            transaction);
    }

    /// <summary>Takes claims out of groups, links and queue; the rows stay, and so do conflicts once queued, with their decisions.</summary>
    private async Task RetireAsync(SqliteConnection connection, SqliteTransaction transaction, List<string> retired)
    {
        var ids = JsonArray.Of(retired);
        await connection.ExecuteAsync("UPDATE claim SET is_retired = 1 WHERE id IN (SELECT value FROM json_each(@ids))", new { ids }, transaction);
        await new SqliteComparisonWriter(connection, transaction, time).ForgetClaimsAsync(retired);
        var left = (await connection.QueryAsync<string>(
            """
            SELECT DISTINCT o.claim_id
            FROM group_member m JOIN group_member o ON o.group_id = m.group_id
            WHERE m.claim_id IN (SELECT value FROM json_each(@ids))
            """,
            new { ids },
            transaction)).Except(retired).ToList();
        await connection.ExecuteAsync(
            """
            DELETE FROM claim_link WHERE claim_a IN (SELECT value FROM json_each(@ids)) OR claim_b IN (SELECT value FROM json_each(@ids));
            DELETE FROM group_member WHERE claim_id IN (SELECT value FROM json_each(@ids));
            """,
            new { ids },
            transaction);
        await SqliteGroupStore.MarkAsync(connection, transaction, left);
    }

    private static async Task SaveKeysAsync(
        SqliteConnection connection, SqliteTransaction transaction, ExtractedArticle extraction, IReadOnlyDictionary<ClaimId, IReadOnlyList<IndexKey>> keys)
    {
        await connection.ExecuteAsync(
            "DELETE FROM claim_key WHERE claim_id IN (SELECT id FROM claim WHERE article_id = @article)",
            new { article = extraction.ArticleId },
            transaction);
        await connection.ExecuteAsync(
            "INSERT OR IGNORE INTO claim_key (key, claim_id, weight) VALUES (@key, @claim, @weight)",
            extraction.Claims.SelectMany(claim => keys.GetValueOrDefault(claim.Id, []).Select(key => new { key = key.Key, claim = claim.Id, weight = key.Weight })),
            transaction);
    }

    private sealed class ReferenceRecord
    {
        public ClaimId Id { get; init; }

        public string Version { get; init; } = "";
    }
}
