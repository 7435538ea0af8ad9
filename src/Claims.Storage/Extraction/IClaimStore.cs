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

    /// <summary>
    /// The keys of what <see cref="CandidatesAsync"/> finds, best first, then of the claims that the claim is already
    /// linked to or compared with: those have to be looked at again, or a pair that one side ranks high and the other
    /// side low would come and go with the order of the work.
    /// </summary>
    Task<IReadOnlyList<ClaimReference>> CandidateKeysAsync(ClaimId claim, IReadOnlyList<IndexKey> keys, int limit, CancellationToken cancel = default);

    /// <summary>The claims with these keys, retired ones left out, in order of key.</summary>
    Task<IReadOnlyList<ClaimInContext>> GetAsync(IReadOnlyList<ClaimId> ids, CancellationToken cancel = default);

    /// <summary>Claims whose key starts with the given text.</summary>
    Task<IReadOnlyList<ClaimInContext>> SearchAsync(string keyPrefix, int limit, CancellationToken cancel = default);
}

/// <summary>A claim by key, with the version of the extraction that its reading comes from: the same two always mean the same reading.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Version">Version of the extraction.</param>
public readonly record struct ClaimReference(ClaimId Id, string Version);
