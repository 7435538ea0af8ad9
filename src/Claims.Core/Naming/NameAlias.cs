using System.Collections.Immutable;

namespace Claims.Core.Naming;

/// <summary>Two names that may be one, with the evidence. <see cref="A"/> is the name with the smaller key (ordinal).</summary>
/// <param name="A">A name as written.</param>
/// <param name="B">The other as written.</param>
/// <param name="Score">How far the two names alone say that they are one, 0 to 1; see <see cref="NameMatcher"/>.</param>
/// <param name="Evidence">Why, most important first.</param>
/// <param name="Decision">What a person decided last: true for the same, false for different; null where nobody did.</param>
public sealed record NameAlias(string A, string B, double Score, ImmutableArray<NameEvidence> Evidence, bool? Decision = null)
{
    /// <summary>
    /// Score from which on two names count as one without a person. Chosen on the invented pairs of
    /// <c>claims evaluate extraction</c> so that no pair of two people, places or bodies reaches it.
    /// </summary>
    public const double Threshold = 0.85;

    /// <summary>Score from which on a pair is worth showing to a person; below it is not stored.</summary>
    public const double Suggested = 0.5;

    /// <summary>Whether the two count as one name. A person's decision holds whatever the score.</summary>
    public bool IsSame => Decision ?? Score >= Threshold;

    /// <summary>Whether it has a say in comparison: decided, or sure enough.</summary>
    public bool IsInForce => Decision is not null || Score >= Threshold;
}
