using Claims.Core.Comparison;

namespace Claims.Core.Grouping;

/// <summary>How far two claims are about the same thing.</summary>
/// <param name="Score">Same-event score, 0 to 1.</param>
/// <param name="Joins">Whether the score is enough to put them into one group.</param>
/// <param name="Suggests">Whether it is enough to compare them and to show each beside the other.</param>
public readonly record struct Affinity(double Score, bool Joins, bool Suggests);

/// <summary>Finds which claims are about the same thing. Pure and thread-safe; the candidates come from an index in the database.</summary>
public interface IClaimGrouper
{
    /// <summary>Name and version of features and thresholds.</summary>
    string Version { get; }

    /// <summary>
    /// What to look a claim up by: names, salient lemmas and figures with what they count, each with a weight (rarer is more).
    /// Two claims can be about the same thing only if they share a key.
    /// </summary>
    IReadOnlyList<IndexKey> KeysOf(ClaimInContext claim);

    /// <summary>The affinity of each candidate to the claim, in the order given.</summary>
    IReadOnlyList<Affinity> Score(ClaimInContext claim, IReadOnlyList<ClaimInContext> candidates);
}

/// <summary>One key of the candidate index.</summary>
/// <param name="Key">The key ("name:kataib hezbollah", "lemma:funeral").</param>
/// <param name="Weight">How telling it is, above 0.</param>
public readonly record struct IndexKey(string Key, double Weight);
