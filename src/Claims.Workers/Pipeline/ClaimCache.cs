using Claims.Core.Comparison;
using Claims.Core.Naming;
using Claims.Storage.Extraction;

namespace Claims.Workers.Pipeline;

/// <summary>
/// Keeps claims that were candidates lately. A claim is a candidate for many others, and what grouping works out about a
/// claim is tied to the object: the same object again saves reading, parsing and working out. An entry is never stale,
/// since the same key and version always mean the same reading, and what is known of names is asked anew. Thread-safe.
/// </summary>
/// <param name="claims">Where claims are read from.</param>
/// <param name="aliases">What the claims are given to ask about names.</param>
/// <param name="capacity">How many claims are kept at least; up to twice as many are.</param>
internal sealed class ClaimCache(IClaimStore claims, INameAliases aliases, int capacity = 10_000)
{
    private readonly Lock gate = new();

    // Two generations: when the young one is full it becomes the old one, and what is asked for again moves up. Claims
    // that nobody asks for fall out with the old one, without any account of single uses.
    private Dictionary<ClaimReference, ClaimInContext> young = [];
    private Dictionary<ClaimReference, ClaimInContext> old = [];

    /// <summary>The claims of the references in their order; a claim that was retired meanwhile is left out.</summary>
    public async Task<IReadOnlyList<ClaimInContext>> GetAsync(IReadOnlyList<ClaimReference> references, CancellationToken cancel)
    {
        var found = new ClaimInContext?[references.Count];
        var missing = new List<int>();
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = Find(references[i]);
            if (found[i] is null)
            {
                missing.Add(i);
            }
        }

        if (missing.Count > 0)
        {
            var read = (await claims.GetAsync([.. missing.Select(i => references[i].Id)], cancel)).ToDictionary(claim => claim.Claim.Id);
            foreach (var i in missing)
            {
                found[i] = read.TryGetValue(references[i].Id, out var claim) ? Keep(references[i], claim with { Aliases = aliases }) : null;
            }
        }

        return [.. found.OfType<ClaimInContext>()];
    }

    private ClaimInContext? Find(ClaimReference reference)
    {
        lock (gate)
        {
            return young.TryGetValue(reference, out var claim) ? claim
                : old.TryGetValue(reference, out claim) ? Keep(reference, claim) : null;
        }
    }

    private ClaimInContext Keep(ClaimReference reference, ClaimInContext claim)
    {
        lock (gate)
        {
            if (young.TryGetValue(reference, out var kept))
            {
                return kept;
            }

            if (young.Count >= capacity)
            {
                (old, young) = (young, []);
            }

            young[reference] = claim;
            return claim;
        }
    }
}
