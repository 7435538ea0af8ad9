using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;

namespace Claims.Storage.Review;

/// <summary>
/// What people said of groups. History is append-only. Ties are obeyed for ever: they hold for the claims that stand over
/// the same words after a re-extraction, and for the same quote in a later revision of the page.
/// </summary>
public interface ITieStore
{
    /// <summary>
    /// Ties pairs of claims, works out their groups anew, takes comparisons between what is now apart out of the queue
    /// (decided ones stay) and makes what is to be compared anew due, in one transaction.
    /// </summary>
    /// <param name="kind">Together or apart.</param>
    /// <param name="pairs">At least one pair, at most <see cref="MostPairs"/>.</param>
    /// <param name="reviewer">Who says so.</param>
    /// <param name="note">Why, or null.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="KeyNotFoundException">A claim is not there.</exception>
    /// <exception cref="ArgumentException">There is no pair, or there are too many, or a claim is paired with itself.</exception>
    Task<TieAct> AddAsync(TieKind kind, IReadOnlyCollection<ClaimPair> pairs, string reviewer, string? note, CancellationToken cancel = default);

    /// <summary>Takes an act back; what it kept apart is compared again.</summary>
    /// <param name="keyOrPrefix">Its key, or the start of it.</param>
    /// <param name="reviewer">Who takes it back.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>The new entry, or null when no single standing act has this key.</returns>
    Task<TieAct?> UndoAsync(string keyOrPrefix, string reviewer, CancellationToken cancel = default);

    /// <summary>The newest acts, newest first.</summary>
    Task<IReadOnlyList<TieAct>> RecentAsync(int take, CancellationToken cancel = default);

    /// <summary>The standing acts that name one of these claims, newest first.</summary>
    Task<IReadOnlyList<TieAct>> OfClaimsAsync(IReadOnlyCollection<ClaimId> claims, CancellationToken cancel = default);

    /// <summary>Pairs of a claim given and another that are tied together, or kept apart by themselves or by the groups they stand in.</summary>
    Task<IReadOnlyDictionary<ClaimPair, TieKind>> TiedAsync(IReadOnlyCollection<ClaimId> claims, CancellationToken cancel = default);

    /// <summary>Most pairs of one act: a split of a group of two hundred in halves.</summary>
    const int MostPairs = 10_000;
}
