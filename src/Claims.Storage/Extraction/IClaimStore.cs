using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Storage.Work;

namespace Claims.Storage.Extraction;

/// <summary>Documents, claims and the index that finds candidates for comparison.</summary>
public interface IClaimStore
{
    /// <summary>
    /// Stores what was extracted from an article, with the keys of the candidate index, and turns its work from
    /// "extract" to "compare", in one transaction. Claims of an earlier extraction that are no longer found are retired:
    /// they leave groups and the index but stay findable, with their conflicts and decisions.
    /// </summary>
    /// <exception cref="LeaseLostException">Another worker took the article over; nothing was written.</exception>
    Task SaveExtractionAsync(ExtractedArticle extraction, IReadOnlyDictionary<ClaimId, IReadOnlyList<IndexKey>> keys, WorkLease lease, CancellationToken cancel = default);

    /// <summary>The claim with its story, or null.</summary>
    Task<ClaimInContext?> FindAsync(ClaimId id, CancellationToken cancel = default);

    /// <summary>The claims of an article in order of the text, retired ones left out.</summary>
    Task<IReadOnlyList<ClaimInContext>> OfArticleAsync(ArticleId article, CancellationToken cancel = default);

    /// <summary>The stories of an article in order.</summary>
    Task<IReadOnlyList<Document>> DocumentsOfAsync(ArticleId article, CancellationToken cancel = default);

    /// <summary>
    /// Claims of other stories that share keys with a claim, those with the greatest summed weight first; ties by key.
    /// Claims of another story in the same article count as candidates; claims of the same story do too, since one
    /// article can quote two sources against each other.
    /// </summary>
    /// <param name="claim">The claim to find candidates for; never returned itself.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="limit">The most that come back.</param>
    /// <param name="cancel">Ends the query.</param>
    Task<IReadOnlyList<ClaimInContext>> CandidatesAsync(ClaimId claim, IReadOnlyList<IndexKey> keys, int limit, CancellationToken cancel = default);

    /// <summary>Claims whose key starts with the given text.</summary>
    Task<IReadOnlyList<ClaimInContext>> SearchAsync(string keyPrefix, int limit, CancellationToken cancel = default);
}
