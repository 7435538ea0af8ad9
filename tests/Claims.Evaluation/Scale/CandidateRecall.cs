using Claims.Core.Comparison;
using Claims.Core.Extraction;

namespace Claims.Evaluation.Scale;

/// <summary>Holds the candidates that the index gives against a search through every stored claim.</summary>
internal static class CandidateRecall
{
    private const int PageSize = 500;

    /// <summary>Of the claims that score high enough to be compared with a sampled one, the share that the index gave.</summary>
    public static async Task<(double Share, int Pairs)> MeasureAsync(ScaleHost host, int sample, CancellationToken cancel)
    {
        var sampled = await SampleAsync(host, sample, cancel);
        var wanted = sampled.Select(_ => new HashSet<ClaimId>()).ToArray();
        for (var skip = 0; ; skip += PageSize)
        {
            var page = await host.Database.Articles.ListAsync(skip, PageSize, cancel);
            foreach (var header in page)
            {
                IReadOnlyList<ClaimInContext> claims = [.. (await host.Database.Claims.OfArticleAsync(header.Id, cancel)).Where(c => c.Claim.CheckWorthiness >= host.Options.CheckThreshold)];
                for (var i = 0; i < sampled.Count; i++)
                {
                    var affinities = host.Grouper.Score(sampled[i], claims);
                    wanted[i].UnionWith(claims.Where((c, at) => (affinities[at].Joins || affinities[at].Suggests) && c.Claim.Id != sampled[i].Claim.Id).Select(c => c.Claim.Id));
                }
            }

            if (page.Count < PageSize)
            {
                break;
            }
        }

        var (found, pairs) = (0, 0);
        for (var i = 0; i < sampled.Count; i++)
        {
            var given = (await host.Database.Claims.CandidateKeysAsync(sampled[i].Claim.Id, host.Grouper.KeysOf(sampled[i]), host.Options.Candidates, cancel)).Select(r => r.Id).ToHashSet();
            found += wanted[i].Count(given.Contains);
            pairs += wanted[i].Count;
        }

        return (pairs == 0 ? 1 : (double)found / pairs, pairs);
    }

    /// <summary>Claims of the newest articles, one each.</summary>
    private static async Task<List<ClaimInContext>> SampleAsync(ScaleHost host, int sample, CancellationToken cancel)
    {
        var result = new List<ClaimInContext>();
        foreach (var header in await host.Database.Articles.ListAsync(0, sample, cancel))
        {
            var claims = (await host.Database.Claims.OfArticleAsync(header.Id, cancel)).Where(c => c.Claim.CheckWorthiness >= host.Options.CheckThreshold).ToList();
            if (claims.Count > 0)
            {
                result.Add(claims[result.Count % claims.Count]);
            }
        }

        return result;
    }
}
