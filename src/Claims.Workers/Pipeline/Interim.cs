using Claims.Core.Comparison;
using Claims.Core.Grouping;

namespace Claims.Workers.Pipeline;

/// <summary>Groups by shared words, until the grouper of Core takes its place.</summary>
internal sealed class InterimGrouper(ITextFeaturizer featurizer) : IClaimGrouper
{
    public string Version => "interim";

    public IReadOnlyList<IndexKey> KeysOf(ClaimInContext claim) =>
        [.. claim.Claim.Text.ToLowerInvariant().Split(' ').Where(word => word.Length > 4).Distinct().Select(word => new IndexKey(word, 1))];

    public IReadOnlyList<Affinity> Score(ClaimInContext claim, IReadOnlyList<ClaimInContext> candidates)
    {
        var vectors = featurizer.Featurize([claim.Claim.Text, .. candidates.Select(candidate => candidate.Claim.Text)]);
        return [.. vectors.Skip(1).Select(vector => vector.Dot(vectors[0])).Select(score => new Affinity(score, score > 0.6, score > 0.4))];
    }
}

/// <summary>Finds nothing, until the comparer of Core takes its place.</summary>
internal sealed class InterimComparer : IClaimComparer
{
    public string Version => "interim";

    public IReadOnlyList<ClaimComparison> Compare(ClaimInContext a, ClaimInContext b) => [];
}
