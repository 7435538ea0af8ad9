using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;

namespace Claims.Storage.Grouping;

/// <summary>Claims about the same event, actor and property.</summary>
public interface IGroupStore
{
    /// <summary>Groups with at least <paramref name="minimumClaims"/> claims, the largest first.</summary>
    Task<IReadOnlyList<GroupSummary>> ListAsync(int minimumClaims, int skip, int take, CancellationToken cancel = default);

    /// <summary>The group with this key or key prefix, or null.</summary>
    Task<GroupSummary?> FindAsync(string keyOrPrefix, CancellationToken cancel = default);

    /// <summary>The claims of a group by time of publication.</summary>
    Task<IReadOnlyList<ClaimInContext>> ClaimsOfAsync(GroupId group, CancellationToken cancel = default);

    /// <summary>The groups of these claims, those with the most of them first; claims that are in none are left out.</summary>
    Task<IReadOnlyList<GroupId>> OfClaimsAsync(IReadOnlyCollection<ClaimId> claims, CancellationToken cancel = default);

    /// <summary>
    /// Works out the groups of claims whose links changed. The transaction that ends the last comparison that is due does
    /// it too; this is for a run whose last comparison failed or was cut off.
    /// </summary>
    Task RefreshAsync(CancellationToken cancel = default);
}

/// <summary>A group in a list.</summary>
/// <param name="Id">Key, the same across re-runs.</param>
/// <param name="Label">The claim that stands for it, as standalone text.</param>
/// <param name="Claims">How many claims it has.</param>
/// <param name="Sources">How many sources they come from.</param>
/// <param name="Conflicts">How many open conflicts are among them.</param>
public sealed record GroupSummary(GroupId Id, string Label, int Claims, int Sources, int Conflicts);

/// <summary>A pair of claims that are about the same thing.</summary>
/// <param name="A">The claim with the smaller key.</param>
/// <param name="B">The other.</param>
/// <param name="Score">Same-event score, 0 to 1.</param>
public readonly record struct ClaimLink(ClaimId A, ClaimId B, double Score);
