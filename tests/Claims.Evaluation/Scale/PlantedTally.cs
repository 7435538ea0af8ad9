using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Storage;

namespace Claims.Evaluation.Scale;

/// <summary>Counts the planted contradictions between a new telling and the stored ones of its story, and those that were flagged.</summary>
internal sealed class PlantedTally
{
    private int flagged;

    /// <summary>Pairs of figures told differently.</summary>
    public int Pairs { get; private set; }

    /// <summary>Share of them that were flagged; 1 when there were none.</summary>
    public double Share => Pairs == 0 ? 1 : (double)flagged / Pairs;

    /// <summary>Counts one new telling.</summary>
    public async Task AddAsync(
        IClaimsDatabase database, int story, SyntheticArticle article, ArticleId id, IReadOnlyList<ClaimComparison> comparisons, CancellationToken cancel)
    {
        var conflicts = comparisons.Where(c => c.Relation == Relation.Conflict).Select(c => (c.A, c.B)).ToHashSet();
        var own = await database.Claims.OfArticleAsync(id, cancel);
        for (var telling = 0; telling < SyntheticStory.Articles; telling++)
        {
            var other = new SyntheticStory(story).Tell(telling);
            var differing = article.Facts.Join(other.Facts, f => f.Key, f => f.Key, (mine, theirs) => (mine, theirs)).Where(p => p.mine.Value != p.theirs.Value).ToList();
            if (differing.Count == 0 || await database.Articles.SearchAsync(other.Url, 1, cancel) is not [var stored])
            {
                continue;
            }

            var claims = await database.Claims.OfArticleAsync(stored.Id, cancel);
            foreach (var (mine, theirs) in differing)
            {
                Pairs++;
                flagged += Over(own, mine).Any(a => Over(claims, theirs).Any(b => conflicts.Contains((a, b)) || conflicts.Contains((b, a)))) ? 1 : 0;
            }
        }
    }

    /// <summary>The claims whose span lies over the sentence of a fact.</summary>
    private static IEnumerable<ClaimId> Over(IReadOnlyList<ClaimInContext> claims, SyntheticFact fact) =>
        claims.Where(c => fact.Sentence.Contains(c.Claim.Quote, StringComparison.Ordinal) || c.Claim.Quote.Contains(fact.Sentence, StringComparison.Ordinal))
            .Select(c => c.Claim.Id);
}
