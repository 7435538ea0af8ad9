using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Comparison;
using Claims.Storage.Grouping;
using Claims.Storage.Work;

namespace Claims.Workers.Pipeline;

/// <summary>Compares the claims of one article with everything that could be about the same thing.</summary>
public sealed class ComparisonStep(IClaimsDatabase database, IClaimGrouper grouper, IClaimComparer comparer, CurrentNameAliases aliases, ClaimsOptions options)
{
    private readonly ClaimCache cache = new(database.Claims, aliases);

    /// <summary>Version of what the step does.</summary>
    public string Version => $"{grouper.Version}+{comparer.Version}";

    /// <summary>Reads and computes; nothing is written.</summary>
    public async Task<ArticleComparison> ComputeAsync(WorkLease lease, CancellationToken cancel)
    {
        var article = new ArticleId(lease.Subject);
        var links = new Dictionary<ClaimPair, ClaimLink>();
        var comparisons = new Dictionary<ConflictId, ClaimComparison>();
        var examined = new HashSet<ClaimPair>();
        await aliases.RefreshAsync(cancel);
        var claims = await database.Claims.OfArticleAsync(article, cancel);
        var tied = await database.Ties.TiedAsync([.. claims.Select(claim => claim.Claim.Id)], cancel);
        foreach (var stored in claims)
        {
            var claim = stored with { Aliases = aliases };
            cancel.ThrowIfCancellationRequested();

            // A claim not worth checking looks for nothing; what it was compared with under another setting is let go.
            var isChecked = claim.Claim.CheckWorthiness >= options.CheckThreshold;
            var references = await database.Claims.CandidateKeysAsync(claim.Claim.Id, isChecked ? grouper.KeysOf(claim) : [], options.Candidates, cancel);
            examined.UnionWith(references.Select(reference => ClaimPair.Ordered(claim.Claim.Id, reference.Id)));
            if (isChecked)
            {
                var candidates = await cache.GetAsync(references, cancel);
                Compare(claim, [.. candidates.Where(candidate => candidate.Claim.CheckWorthiness >= options.CheckThreshold)], tied, links, comparisons);
            }
        }

        return new(article, Version, [.. links.Values], [.. comparisons.Values]) { Examined = examined };
    }

    /// <summary>Stores what was computed and ends the work.</summary>
    public Task<ComparisonCounts> SaveAsync(ArticleComparison comparison, WorkLease lease) =>
        database.Conflicts.SaveComparisonsAsync(comparison, lease, CancellationToken.None);

    private void Compare(
        ClaimInContext claim,
        IReadOnlyList<ClaimInContext> candidates,
        IReadOnlyDictionary<ClaimPair, TieKind> tied,
        Dictionary<ClaimPair, ClaimLink> links,
        Dictionary<ConflictId, ClaimComparison> comparisons)
    {
        var affinities = grouper.Score(claim, candidates);
        for (var i = 0; i < candidates.Count; i++)
        {
            var (candidate, affinity) = (candidates[i], affinities[i]);
            var pair = ClaimPair.Ordered(claim.Claim.Id, candidate.Claim.Id);
            TieKind? tie = tied.TryGetValue(pair, out var kind) ? kind : null;
            if (tie == TieKind.Apart)
            {
                continue;
            }

            if (affinity.Joins)
            {
                links.TryAdd(pair, new(pair.A, pair.B, affinity.Score));
            }

            if (affinity.Joins || affinity.Suggests || tie == TieKind.Together)
            {
                foreach (var comparison in comparer.Compare(claim, candidate))
                {
                    comparisons.TryAdd(comparison.Id, comparison);
                }
            }
        }
    }
}
