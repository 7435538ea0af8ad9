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
    /// Stores what comparing one article's claims gave and ends its work, in one transaction: join links (which move
    /// claims between groups), comparisons, and a queue entry for each new conflict. Comparisons of these claims that
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

    /// <summary>How many comparisons there are of each relation and kind.</summary>
    Task<IReadOnlyList<RelationCount>> CountAsync(CancellationToken cancel = default);
}

/// <summary>What comparing one article's claims gave.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">Versions of grouper and comparer.</param>
/// <param name="Links">Pairs about the same thing.</param>
/// <param name="Comparisons">Relations found, conflicts among them.</param>
public sealed record ArticleComparison(ArticleId ArticleId, string Version, IReadOnlyList<ClaimLink> Links, IReadOnlyList<ClaimComparison> Comparisons);

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
    DateTimeOffset Found);

/// <summary>One side of a conflict in the queue.</summary>
/// <param name="Id">The claim.</param>
/// <param name="ArticleId">Its article.</param>
/// <param name="Quote">The words as written.</param>
/// <param name="Source">Who published them.</param>
/// <param name="Speaker">On whose word they rest, or null for the source's own voice.</param>
/// <param name="Title">Headline of the story, or null.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Published">When the story was published, or null.</param>
public sealed record ClaimSummary(ClaimId Id, ArticleId ArticleId, string Quote, Source Source, string? Speaker, string? Title, string Url, DateTimeOffset? Published);

/// <summary>Everything about one conflict.</summary>
/// <param name="Row">Its row in the queue.</param>
/// <param name="Comparison">The comparison with its reasons.</param>
/// <param name="A">The first side in its paragraph.</param>
/// <param name="B">The second side in its paragraph.</param>
/// <param name="History">Its verdicts, oldest first.</param>
/// <param name="Version">Grows with each entry of the history; a decision may name the version it was made on.</param>
public sealed record ConflictDetail(ConflictRow Row, ClaimComparison Comparison, ClaimView A, ClaimView B, IReadOnlyList<Verdict> History, int Version);

/// <summary>A claim in its paragraph.</summary>
/// <param name="InContext">The claim with its story.</param>
/// <param name="Article">The article without its text.</param>
/// <param name="Paragraph">The block that holds the claim, in the article's text; spans of reasons and quantities are in the same text.</param>
/// <param name="ParagraphText">The text of that block.</param>
public sealed record ClaimView(ClaimInContext InContext, Articles.ArticleHeader Article, TextSpan Paragraph, string ParagraphText);
