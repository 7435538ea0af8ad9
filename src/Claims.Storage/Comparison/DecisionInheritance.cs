using Claims.Core.Articles;
using Claims.Core.Comparison;

namespace Claims.Storage.Comparison;

/// <summary>One side of a conflict, as far as it matters to whether a decision holds for it.</summary>
/// <param name="ArticleId">The capture that the words stand in.</param>
/// <param name="Url">The page.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Quote">The words.</param>
internal sealed record DecidedSide(ArticleId ArticleId, string Url, TextSpan Span, string Quote)
{
    /// <summary>Whether two sides are the same words: overlapping in one capture, or alike to the letter in two revisions of one page.</summary>
    public bool IsSameAs(DecidedSide other) =>
        ArticleId == other.ArticleId ? Span.Overlaps(other.Span) : Url == other.Url && Quote == other.Quote;
}

/// <summary>A conflict, as far as it matters to whether a decision holds for it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Axis">The narrative axis, or null.</param>
/// <param name="A">One side.</param>
/// <param name="B">The other.</param>
/// <param name="Reasons">Why it was found.</param>
internal sealed record DecidedConflict(ConflictKind Kind, string? Axis, DecidedSide A, DecidedSide B, IReadOnlyList<Reason> Reasons)
{
    /// <summary>
    /// The values that stand against each other: those of the most important reason that has any. Null on a side
    /// without a value.
    /// </summary>
    public (string? A, string? B) Values =>
        Reasons.FirstOrDefault(reason => reason.ValueA is not null || reason.ValueB is not null) is { } reason ? (reason.ValueA, reason.ValueB) : (null, null);
}

/// <summary>What an earlier decision means for a conflict that a later reading of the same pages found.</summary>
internal enum Inheritance
{
    /// <summary>It is about other words.</summary>
    None,

    /// <summary>Same words, same values: the decision holds and the conflict does not come back to the queue.</summary>
    Holds,

    /// <summary>Same words, other values: materially new, so a person sees it, next to what was decided before.</summary>
    Reopens,
}

/// <summary>
/// The rule by which a decision follows its words when a better reading of a page shifts a claim's span, and nothing
/// else does (docs/decisions/0012-decisions-follow-the-words.md).
/// </summary>
internal static class DecisionInheritance
{
    /// <summary>What the decision of <paramref name="decided"/> means for <paramref name="found"/>.</summary>
    public static Inheritance Of(DecidedConflict decided, DecidedConflict found)
    {
        if (decided.Kind != found.Kind || decided.Axis != found.Axis)
        {
            return Inheritance.None;
        }

        var (a, b) = found.Values;
        if (decided.A.IsSameAs(found.A) && decided.B.IsSameAs(found.B))
        {
            return decided.Values == (a, b) ? Inheritance.Holds : Inheritance.Reopens;
        }

        // Sides are ordered by key, and a key changes with the span, so they may have changed places.
        if (decided.A.IsSameAs(found.B) && decided.B.IsSameAs(found.A))
        {
            return decided.Values == (b, a) ? Inheritance.Holds : Inheritance.Reopens;
        }

        return Inheritance.None;
    }
}
