using Claims.Core.Grouping;

namespace Claims.Core.Review;

/// <summary>What a person says of claims and groups.</summary>
public enum TieKind
{
    /// <summary>They are about the same thing (must-link): one group, and compared, whatever their score.</summary>
    Together,

    /// <summary>They are not (cannot-link): never one group, never compared, nor are the groups they stand in.</summary>
    Apart,
}

/// <summary>The key of one act (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct TieId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One entry of the append-only history of ties. Of two acts over one pair the newer one that stands holds.</summary>
/// <param name="Id">Key, ordered by time.</param>
/// <param name="Kind">What was said; null for an act that takes another back.</param>
/// <param name="Undoes">The act that this one takes back, or null.</param>
/// <param name="Pairs">The claims tied; empty for an act that takes another back.</param>
/// <param name="Reviewer">Who said it.</param>
/// <param name="Note">Their note, or null.</param>
/// <param name="At">When, UTC.</param>
public sealed record TieAct(TieId Id, TieKind? Kind, TieId? Undoes, IReadOnlyList<ClaimPair> Pairs, string Reviewer, string? Note, DateTimeOffset At)
{
    /// <summary>Whether it was not taken back; meaningless for an act that takes another back.</summary>
    public bool Stands { get; init; } = true;
}
