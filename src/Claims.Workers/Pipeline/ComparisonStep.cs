using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Storage;
using Claims.Storage.Comparison;
using Claims.Storage.Grouping;
using Claims.Storage.Work;

namespace Claims.Workers.Pipeline;

/// <summary>Compares the claims of one article with everything that could be about the same thing.</summary>
public sealed class ComparisonStep(IClaimsDatabase database, IClaimGrouper grouper, IClaimComparer comparer, ClaimsOptions options)
{
    private readonly ClaimCache cache = new(database.Claims);

    /// <summary>Version of what the step does.</summary>
    public string Version => $"{grouper.Version}+{comparer.Version}";

    /// <summary>Reads and computes; nothing is written.</summary>
    public async Task<ArticleComparison> ComputeAsync(WorkLease lease, CancellationToken cancel)
    {
        var article = new ArticleId(lease.Subject);
        var links = new Dictionary<(ClaimId, ClaimId), ClaimLink>();
        var comparisons = new Dictionary<ConflictId, ClaimComparison>();
        foreach (var claim in await database.Claims.OfArticleAsync(article, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (claim.Claim.CheckWorthiness < options.CheckThreshold)
            {
                continue;
            }

            var candidates = await cache.GetAsync(
                await database.Claims.CandidateKeysAsync(claim.Claim.Id, grouper.KeysOf(claim), options.Candidates, cancel), cancel);
            var affinities = grouper.Score(claim, candidates);
            for (var i = 0; i < candidates.Count; i++)
            {
                var (candidate, affinity) = (candidates[i], affinities[i]);
                if (affinity.Joins)
                {
                    var (a, b) = Ordered(claim.Claim.Id, candidate.Claim.Id);
                    links.TryAdd((a, b), new(a, b, affinity.Score));
                }

                if (affinity.Joins || affinity.Suggests)
                {
                    foreach (var comparison in comparer.Compare(claim, candidate))
                    {
                        comparisons.TryAdd(comparison.Id, comparison);
                    }
                }
            }
        }

        return new(article, Version, [.. links.Values], [.. comparisons.Values]);
    }

    /// <summary>Stores what was computed and ends the work.</summary>
    public Task<ComparisonCounts> SaveAsync(ArticleComparison comparison, WorkLease lease) =>
        database.Conflicts.SaveComparisonsAsync(comparison, lease, CancellationToken.None);

    private static (ClaimId, ClaimId) Ordered(ClaimId a, ClaimId b) => string.CompareOrdinal(a.Value, b.Value) < 0 ? (a, b) : (b, a);
}
