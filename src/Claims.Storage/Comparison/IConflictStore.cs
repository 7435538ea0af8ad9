using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage.Grouping;
using Claims.Storage.Work;

namespace Claims.Storage.Comparison;

/// <summary>Comparisons of claims, and the queue of those that a person should see.</summary>
public interface IConflictStore
{
    /// <summary>
    /// Stores what comparing one article's claims gave and ends its work, in one transaction: join links (from which
    /// groups are worked out when no comparison is due any more), comparisons, and a queue entry for each new conflict. Comparisons of the pairs examined that
    /// are no longer found become <see cref="ConflictStatus.Gone"/>, unless a person decided them. Decisions never change.
    /// </summary>
    /// <exception cref="LeaseLostException">Another worker took the article over; nothing was written.</exception>
    Task<ComparisonCounts> SaveComparisonsAsync(ArticleComparison result, WorkLease lease, CancellationToken cancel = default);

    /// <summary>One page of the queue: severity × confidence first, ties by key.</summary>
    Task<ConflictPage> ListAsync(ConflictQuery query, CancellationToken cancel = default);

    /// <summary>Everything about one conflict, or null. Takes a key or a key prefix of at least four characters that fits one conflict only.</summary>
    Task<ConflictDetail?> FindAsync(string keyOrPrefix, CancellationToken cancel = default);

    /// <summary>All comparisons that a claim stands in, conflicts or not.</summary>
    Task<IReadOnlyList<ClaimComparison>> OfClaimAsync(ClaimId claim, CancellationToken cancel = default);

    /// <summary>Those of the claims whose figure a later one of the same count replaced, by a comparison that the newest run finds.</summary>
    Task<IReadOnlySet<ClaimId>> SupersededAsync(IReadOnlyCollection<ClaimId> claims, CancellationToken cancel = default);

    /// <summary>How many comparisons there are of each relation and kind.</summary>
    Task<IReadOnlyList<RelationCount>> CountAsync(CancellationToken cancel = default);

    /// <summary>
    /// Where a conflict stands among those that a query selects (<see cref="ConflictQuery.Skip"/> and
    /// <see cref="ConflictQuery.Take"/> have no meaning here): its neighbours and its place. A conflict that the query no
    /// longer selects, since it was decided, has the place that its rank would have, so a reader goes on where they were.
    /// </summary>
    /// <param name="query">The queue that is being worked.</param>
    /// <param name="conflict">The row that is being read.</param>
    /// <param name="cancel">Ends the query.</param>
    async Task<QueuePlace> PlaceAsync(ConflictQuery query, ConflictRow conflict, CancellationToken cancel = default)
    {
        const int step = 500;
        ConflictId? previous = null;
        for (var skip = 0; ; skip += step)
        {
            var page = await ListAsync(query with { Skip = skip, Take = step }, cancel);
            for (var i = 0; i < page.Rows.Count; i++)
            {
                if (page.Rows[i].Id == conflict.Id)
                {
                    var next = i + 1 < page.Rows.Count
                        ? page.Rows[i + 1].Id
                        : (await ListAsync(query with { Skip = skip + i + 1, Take = 1 }, cancel)).Rows.Select(r => (ConflictId?)r.Id).FirstOrDefault();
                    return new(previous, next, skip + i, true, page.Total);
                }

                if (ConflictRow.QueueOrder.Compare(page.Rows[i], conflict) > 0)
                {
                    return new(previous, page.Rows[i].Id, skip + i, false, page.Total);
                }

                previous = page.Rows[i].Id;
            }

            if (page.Rows.Count < step)
            {
                return new(previous, null, skip + page.Rows.Count, false, page.Total);
            }
        }
    }

    /// <summary>How many conflicts of the queue have each status and kind.</summary>
    async Task<IReadOnlyList<QueueCount>> QueueCountsAsync(CancellationToken cancel = default)
    {
        var counts = new List<QueueCount>();
        foreach (var status in Enum.GetValues<ConflictStatus>())
        {
            foreach (var kind in Enum.GetValues<ConflictKind>())
            {
                var page = await ListAsync(new ConflictQuery { Status = status, Kind = kind, Take = 1 }, cancel);
                if (page.Total > 0)
                {
                    counts.Add(new(status, kind, page.Total));
                }
            }
        }

        return counts;
    }
}

/// <summary>Where a conflict stands in a queue.</summary>
/// <param name="Previous">The row before it, or null at the start.</param>
/// <param name="Next">The row after it, or null at the end.</param>
/// <param name="Before">How many rows come before it.</param>
/// <param name="Selected">Whether the query selects the conflict itself.</param>
/// <param name="Total">How many rows the query selects.</param>
public sealed record QueuePlace(ConflictId? Previous, ConflictId? Next, int Before, bool Selected, int Total);

/// <summary>How many conflicts of the queue have a status and kind.</summary>
public readonly record struct QueueCount(ConflictStatus Status, ConflictKind Kind, int Count);

/// <summary>What comparing one article's claims gave.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">Versions of grouper and comparer.</param>
/// <param name="Links">Pairs about the same thing.</param>
/// <param name="Comparisons">Relations found, conflicts among them.</param>
public sealed record ArticleComparison(ArticleId ArticleId, string Version, IReadOnlyList<ClaimLink> Links, IReadOnlyList<ClaimComparison> Comparisons)
{
    /// <summary>
    /// The pairs that were looked at; null when that was every pair there is. What another worker found meanwhile about a
    /// pair that was not looked at is left as it is: not having looked is no reason to say that it is gone.
    /// </summary>
    public IReadOnlySet<ClaimPair>? Examined { get; init; }
}

/// <summary>What saving comparisons changed.</summary>
public readonly record struct ComparisonCounts(int NewComparisons, int NewConflicts, int GoneConflicts);

/// <summary>How many comparisons have a relation and kind.</summary>
public readonly record struct RelationCount(Relation Relation, ConflictKind Kind, int Count);

/// <summary>Which part of the queue to show.</summary>
public sealed record ConflictQuery
{
    /// <summary>Only conflicts of this status; null for all.</summary>
    public ConflictStatus? Status { get; init; } = ConflictStatus.Open;

    /// <summary>Only this kind, or null.</summary>
    public ConflictKind? Kind { get; init; }

    /// <summary>Only conflicts with a claim of this source, or null.</summary>
    public SourceId? Source { get; init; }

    /// <summary>Only conflicts with a claim of this article, or null.</summary>
    public ArticleId? Article { get; init; }

    /// <summary>Only conflicts of this group, or null.</summary>
    public GroupId? Group { get; init; }

    /// <summary>Only conflicts whose claims, titles or sources contain all these words, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Rows to pass over, 0 or more.</summary>
    public int Skip { get; init; }

    /// <summary>Most rows of the page, 1 to 500.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>A page of the queue.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">How many rows all pages have together.</param>
public sealed record ConflictPage(IReadOnlyList<ConflictRow> Rows, int Total);

/// <summary>A conflict in the queue.</summary>
public sealed record ConflictRow(
    ConflictId Id,
    ConflictKind Kind,
    string? Axis,
    double Severity,
    double Confidence,
    ConflictStatus Status,
    Decision? Decision,
    ClaimSummary A,
    ClaimSummary B,
    string Reason,
    GroupId? Group,
    DateTimeOffset Found)
{
    /// <summary>The order of the queue: severity × confidence first, ties by key.</summary>
    public static IComparer<ConflictRow> QueueOrder { get; } = Comparer<ConflictRow>.Create((a, b) =>
    {
        var byRank = (b.Severity * b.Confidence).CompareTo(a.Severity * a.Confidence);
        return byRank != 0 ? byRank : string.CompareOrdinal(a.Id.Value, b.Id.Value);
    });

    /// <summary>Why it was found, most important first, with the words on both sides, so that a list can mark what differs.</summary>
    public ImmutableArray<Reason> Reasons { get; init; } = [];
}

/// <summary>One side of a conflict in the queue.</summary>
/// <param name="Id">The claim.</param>
/// <param name="ArticleId">Its article.</param>
/// <param name="Quote">The words as written.</param>
/// <param name="Source">Who published them.</param>
/// <param name="Speaker">On whose word they rest, or null for the source's own voice.</param>
/// <param name="Title">Headline of the story, or null.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Published">When the story was published, or null.</param>
public sealed record ClaimSummary(ClaimId Id, ArticleId ArticleId, string Quote, Source Source, string? Speaker, string? Title, string Url, DateTimeOffset? Published)
{
    /// <summary>Where the quote stands in the article's text (spans of reasons are in the same text), or null when not read.</summary>
    public TextSpan? Span { get; init; }
}

/// <summary>Everything about one conflict.</summary>
/// <param name="Row">Its row in the queue.</param>
/// <param name="Comparison">The comparison with its reasons.</param>
/// <param name="A">The first side in its paragraph.</param>
/// <param name="B">The second side in its paragraph.</param>
/// <param name="History">Its verdicts, oldest first.</param>
/// <param name="Version">Grows with each entry of the history; a decision may name the version it was made on.</param>
public sealed record ConflictDetail(ConflictRow Row, ClaimComparison Comparison, ClaimView A, ClaimView B, IReadOnlyList<Verdict> History, int Version)
{
    /// <summary>Versions of grouper and comparer that made the comparison.</summary>
    public string ComparedBy { get; init; } = "";

    /// <summary>
    /// The conflict over the same words that a person decided before a better reading shifted a claim; its decision
    /// holds here too and its history is part of this one. Null for a conflict that stands on its own.
    /// </summary>
    public ConflictId? InheritsFrom { get; init; }

    /// <summary>The decided conflict over the same words whose values were others, so that this one came to the queue again; or null.</summary>
    public ConflictId? Reopens { get; init; }
}

/// <summary>A claim in its paragraph.</summary>
/// <param name="InContext">The claim with its story.</param>
/// <param name="Article">The article without its text.</param>
/// <param name="Paragraph">The block that holds the claim, in the article's text; spans of reasons and quantities are in the same text.</param>
/// <param name="ParagraphText">The text of that block.</param>
public sealed record ClaimView(ClaimInContext InContext, Articles.ArticleHeader Article, TextSpan Paragraph, string ParagraphText);
