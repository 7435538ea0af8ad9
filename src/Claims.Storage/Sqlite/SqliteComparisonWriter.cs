using System.Collections.Immutable;
using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage.Comparison;
using Claims.Storage.Grouping;
using Claims.Storage.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Writes what comparing one article's claims gave: links, groups, comparisons and queue, inside the caller's transaction.</summary>
internal sealed class SqliteComparisonWriter(SqliteConnection connection, SqliteTransaction transaction, TimeProvider time)
{
    /// <summary>Writes a result.</summary>
    public async Task<ComparisonCounts> SaveAsync(ArticleComparison result)
    {
        var own = (await connection.QueryAsync<string>(
            "SELECT id FROM claim WHERE article_id = @article AND is_retired = 0", new { article = result.ArticleId }, transaction)).ToList();

        // A partner can have been retired since the comparison read it; nothing may then be written about it.
        var named = result.Links.SelectMany(link => new[] { link.A, link.B })
            .Concat(result.Comparisons.SelectMany(comparison => new[] { comparison.A, comparison.B }));
        var live = (await connection.QueryAsync<ClaimId>(
            "SELECT c.id FROM json_each(@ids) j JOIN claim c ON c.id = j.value WHERE c.is_retired = 0",
            new { ids = JsonArray.Of(named.Select(claim => claim.Value).Distinct()) },
            transaction)).ToHashSet();

        await SaveLinksAsync(own, result.Links.Where(link => live.Contains(link.A) && live.Contains(link.B)), result);

        // A person can have kept two claims apart since the comparison read what was said of them.
        var apart = await ApartAsync(own);
        return await SaveComparisonsAsync(
            own,
            [.. result.Comparisons
                .Where(found => live.Contains(found.A) && live.Contains(found.B) && !apart.Contains(ClaimPair.Ordered(found.A, found.B)))
                .DistinctBy(found => found.Id)],
            result);
    }

    /// <summary>Forgets what was found about claims that an extraction no longer finds.</summary>
    public async Task ForgetClaimsAsync(IReadOnlyCollection<string> claims) => await ForgetAsync((await ExistingAsync(claims)).Values);

    /// <summary>Forgets what was found between claims that people keep apart, by themselves or by the groups they now stand in.</summary>
    public async Task ForgetApartAsync(IReadOnlyCollection<string> claims)
    {
        var apart = await ApartAsync(claims);
        if (apart.Count > 0)
        {
            await ForgetAsync((await ExistingAsync(apart.Select(pair => pair.A.Value).Distinct())).Values.Where(row => apart.Contains(new(row.ClaimA, row.ClaimB))));
        }
    }

    private async Task<HashSet<ClaimPair>> ApartAsync(IReadOnlyCollection<string> claims) =>
        [.. TiedRecord.Strongest(await connection.QueryAsync<TiedRecord>(SqliteTies.Reaching, new { ids = JsonArray.Of(claims) }, transaction))
            .Where(pair => pair.Value == TieKind.Apart).Select(pair => pair.Key)];

    private async Task SaveLinksAsync(List<string> own, IEnumerable<ClaimLink> links, ArticleComparison result)
    {
        var found = links.DistinctBy(link => ClaimPair.Ordered(link.A, link.B)).ToDictionary(link => ClaimPair.Ordered(link.A, link.B), link => link.Score);
        var before = (await connection.QueryAsync<LinkRecord>(
            """
            SELECT claim_a, claim_b, score FROM claim_link
            WHERE claim_a IN (SELECT value FROM json_each(@own)) OR claim_b IN (SELECT value FROM json_each(@own))
            """,
            new { own = JsonArray.Of(own) },
            transaction)).ToDictionary(row => new ClaimPair(row.ClaimA, row.ClaimB), row => row.Score);
        var lost = before.Keys.Where(pair => !found.ContainsKey(pair) && result.Examined?.Contains(pair) != false).ToList();
        var changed = found.Where(link => !before.TryGetValue(link.Key, out var score) || score != link.Value).ToList();
        await connection.ExecuteAsync(
            "DELETE FROM claim_link WHERE claim_a = @A AND claim_b = @B", lost.Select(pair => new { pair.A, pair.B }), transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO claim_link (claim_a, claim_b, score, version) VALUES (@a, @b, @score, @version)
            ON CONFLICT (claim_a, claim_b) DO UPDATE SET score = excluded.score, version = excluded.version
            """,
            changed.Select(link => new { a = link.Key.A, b = link.Key.B, score = link.Value, version = result.Version }),
            transaction);
        await SqliteGroupStore.MarkAsync(
            connection, transaction, [.. lost.Concat(changed.Select(link => link.Key)).SelectMany(pair => new[] { pair.A.Value, pair.B.Value }).Distinct()]);
    }

    private async Task<ComparisonCounts> SaveComparisonsAsync(List<string> own, IReadOnlyList<ClaimComparison> found, ArticleComparison result)
    {
        var existing = await ExistingAsync(own);
        var sides = await SidesAsync(found);
        var (added, opened, gone) = (0, 0, 0);
        foreach (var comparison in found)
        {
            existing.Remove(comparison.Id, out var before);
            if (before is { IsDecidedByPerson: true })
            {
                // What a person decided on stays as they saw it; only whether it is still found is noted.
                await connection.ExecuteAsync(
                    "UPDATE comparison SET is_current = @current WHERE id = @id",
                    new { id = comparison.Id, current = comparison.Relation == Relation.Conflict },
                    transaction);
                continue;
            }

            added += before is null ? 1 : 0;
            await UpsertAsync(comparison, result.Version);
            if (comparison.Relation == Relation.Conflict)
            {
                opened += await QueueAsync(comparison, before, sides) ? 1 : 0;
            }
            else if (before?.Status is ConflictStatus.Open or ConflictStatus.Decided)
            {
                gone += await LeaveQueueAsync([comparison.Id.Value]);
            }
        }

        gone += await ForgetAsync(existing.Values.Where(row => result.Examined?.Contains(new(row.ClaimA, row.ClaimB)) != false));
        return new(added, opened, gone);
    }

    private Task<int> UpsertAsync(ClaimComparison comparison, string version) => connection.ExecuteAsync(
        """
        INSERT INTO comparison (id, claim_a, claim_b, relation, kind, axis, severity, confidence, reasons, version)
        VALUES (@id, @a, @b, @relation, @kind, @axis, @severity, @confidence, @reasons, @version)
        ON CONFLICT (id) DO UPDATE SET
            relation = excluded.relation, axis = excluded.axis, severity = excluded.severity, confidence = excluded.confidence,
            reasons = excluded.reasons, version = excluded.version, is_current = 1
        """,
        new
        {
            id = comparison.Id,
            a = comparison.A,
            b = comparison.B,
            relation = comparison.Relation.ToString(),
            kind = comparison.Kind.ToString(),
            axis = comparison.Axis,
            severity = comparison.Severity,
            confidence = comparison.Confidence,
            reasons = JsonSerializer.Serialize(comparison.Reasons, StoredJson.Default.ImmutableArrayReason),
            version,
        },
        transaction);

    /// <summary>Puts a conflict into the queue, or finds it decided by a decision over the same words.</summary>
    /// <returns>Whether it waits for a person now and did not before.</returns>
    private async Task<bool> QueueAsync(ClaimComparison comparison, ExistingRecord? before, Dictionary<ClaimId, SideRecord> sides)
    {
        var (a, b) = (sides[comparison.A], sides[comparison.B]);
        var (heir, reopened) = before?.Status == ConflictStatus.Open
            ? (null, before.Reopens)
            : await EarlierDecisionAsync(comparison, a, b);
        await connection.ExecuteAsync(
            """
            INSERT INTO conflict (id, status, decision, version, priority, inherits_from, reopens, search_text, found)
            VALUES (@id, @status, @decision, @version, @priority, @inherits, @reopens, @search, @now)
            ON CONFLICT (id) DO UPDATE SET
                status = excluded.status, decision = excluded.decision, version = MAX(conflict.version, excluded.version),
                priority = excluded.priority, inherits_from = excluded.inherits_from, reopens = excluded.reopens, search_text = excluded.search_text
            """,
            new
            {
                id = comparison.Id,
                status = (heir is null ? ConflictStatus.Open : ConflictStatus.Decided).ToString(),
                decision = heir?.Decision.ToString(),
                version = heir?.Version ?? 0,
                priority = comparison.Severity * comparison.Confidence,
                inherits = heir?.Root,
                reopens = reopened,
                search = $"{a.Quote}\n{a.Title}\n{a.Source}\n{b.Quote}\n{b.Title}\n{b.Source}".ToLowerInvariant(),
                now = time.GetUtcNow(),
            },
            transaction);
        return heir is null && before?.Status != ConflictStatus.Open;
    }

    /// <summary>The decision that holds for a conflict found now, or the decided conflict that it reopens with other values.</summary>
    private async Task<(DecidedRecord? Heir, ConflictId? Reopens)> EarlierDecisionAsync(ClaimComparison comparison, SideRecord a, SideRecord b)
    {
        var found = new DecidedConflict(comparison.Kind, comparison.Axis, a.ToSide(), b.ToSide(), comparison.Reasons);
        var decided = await connection.QueryAsync<DecidedRecord>(
            """
            SELECT COALESCE(x.inherits_from, x.id) AS root, x.decision, x.version, m.axis, m.kind, m.reasons,
                   ca.article_id AS article_a, aa.url AS url_a, ca.span_start AS start_a, ca.span_length AS length_a, ca.quote AS quote_a,
                   cb.article_id AS article_b, ab.url AS url_b, cb.span_start AS start_b, cb.span_length AS length_b, cb.quote AS quote_b
            FROM article near
            JOIN claim c ON c.article_id = near.id
            JOIN comparison m ON m.claim_a = c.id OR m.claim_b = c.id
            JOIN conflict x ON x.id = m.id AND x.status = 'Decided'
            JOIN claim ca ON ca.id = m.claim_a
            JOIN article aa ON aa.id = ca.article_id
            JOIN claim cb ON cb.id = m.claim_b
            JOIN article ab ON ab.id = cb.article_id
            WHERE near.url = @url AND m.kind = @kind AND m.id <> @id
            ORDER BY (SELECT MAX(v.sequence) FROM verdict v WHERE v.conflict_id = COALESCE(x.inherits_from, x.id)) DESC, x.id
            """,
            new { url = a.Url, kind = comparison.Kind.ToString(), id = comparison.Id },
            transaction);
        ConflictId? reopens = null;
        foreach (var earlier in decided)
        {
            switch (DecisionInheritance.Of(earlier.ToDecided(), found))
            {
                case Inheritance.Holds:
                    return (earlier, null);
                case Inheritance.Reopens:
                    reopens ??= earlier.Root;
                    break;
            }
        }

        return (null, reopens);
    }

    /// <summary>Comparisons that are no longer found: open ones leave the queue, decided ones keep their decision, the rest is forgotten.</summary>
    private async Task<int> ForgetAsync(IEnumerable<ExistingRecord> comparisons)
    {
        var ids = comparisons.Select(comparison => comparison.Id.Value).ToList();
        if (ids.Count == 0)
        {
            return 0;
        }

        await connection.ExecuteAsync(
            """
            UPDATE comparison SET is_current = 0 WHERE id IN (SELECT value FROM json_each(@ids));
            DELETE FROM comparison WHERE id IN (SELECT value FROM json_each(@ids)) AND id NOT IN (SELECT id FROM conflict);
            """,
            new { ids = JsonArray.Of(ids) },
            transaction);
        return await LeaveQueueAsync(ids);
    }

    // A decision that was only inherited stays with the conflict that it was made on.
    private Task<int> LeaveQueueAsync(IEnumerable<string> ids) => connection.ExecuteAsync(
        """
        UPDATE conflict SET status = 'Gone', decision = NULL, inherits_from = NULL
        WHERE id IN (SELECT value FROM json_each(@ids)) AND (status = 'Open' OR inherits_from IS NOT NULL)
        """,
        new { ids = JsonArray.Of(ids) },
        transaction);

    private async Task<Dictionary<ConflictId, ExistingRecord>> ExistingAsync(IEnumerable<string> claims) =>
        (await connection.QueryAsync<ExistingRecord>(
            """
            SELECT m.id, m.claim_a, m.claim_b, x.status, x.inherits_from, x.reopens
            FROM comparison m LEFT JOIN conflict x ON x.id = m.id
            WHERE m.claim_a IN (SELECT value FROM json_each(@claims)) OR m.claim_b IN (SELECT value FROM json_each(@claims))
            """,
            new { claims = JsonArray.Of(claims) },
            transaction)).ToDictionary(row => row.Id);

    private async Task<Dictionary<ClaimId, SideRecord>> SidesAsync(IEnumerable<ClaimComparison> found) =>
        (await connection.QueryAsync<SideRecord>(
            """
            SELECT c.id, c.article_id, a.url, c.span_start, c.span_length, c.quote, COALESCE(d.title, a.title) AS title, s.name AS source
            FROM json_each(@ids) j
            JOIN claim c ON c.id = j.value
            JOIN document d ON d.id = c.document_id
            JOIN article a ON a.id = c.article_id
            JOIN source s ON s.id = COALESCE(d.source_id, a.source_id)
            """,
            new
            {
                ids = JsonArray.Of(found.Where(comparison => comparison.Relation == Relation.Conflict)
                    .SelectMany(comparison => new[] { comparison.A.Value, comparison.B.Value }).Distinct()),
            },
            transaction)).ToDictionary(row => row.Id);

    private sealed class LinkRecord
    {
        public ClaimId ClaimA { get; init; }

        public ClaimId ClaimB { get; init; }

        public double Score { get; init; }
    }

    private sealed class ExistingRecord
    {
        public ConflictId Id { get; init; }

        public ClaimId ClaimA { get; init; }

        public ClaimId ClaimB { get; init; }

        public ConflictStatus? Status { get; init; }

        public ConflictId? InheritsFrom { get; init; }

        public ConflictId? Reopens { get; init; }

        public bool IsDecidedByPerson => Status == ConflictStatus.Decided && InheritsFrom is null;
    }

    private sealed class SideRecord
    {
        public ClaimId Id { get; init; }

        public ArticleId ArticleId { get; init; }

        public string Url { get; init; } = "";

        public int SpanStart { get; init; }

        public int SpanLength { get; init; }

        public string Quote { get; init; } = "";

        public string? Title { get; init; }

        public string Source { get; init; } = "";

        public DecidedSide ToSide() => new(ArticleId, Url, new(SpanStart, SpanLength), Quote);
    }
}
