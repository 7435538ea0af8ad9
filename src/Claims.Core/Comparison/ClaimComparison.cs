using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison;

/// <summary>How two claims about the same thing stand to each other.</summary>
public enum Relation
{
    /// <summary>They say the same.</summary>
    Agreement,

    /// <summary>They cannot both hold.</summary>
    Conflict,

    /// <summary>One is a later figure or state of the same thing.</summary>
    Superseded,

    /// <summary>Alike, but about another role, group of people, place or window.</summary>
    DifferentScope,
}

/// <summary>What a conflict is about.</summary>
public enum ConflictKind
{
    /// <summary>Two figures for the same count or measure.</summary>
    Count,

    /// <summary>One affirms what the other denies.</summary>
    Polarity,

    /// <summary>Opposed descriptions on a narrative axis.</summary>
    Description,

    /// <summary>Two different actors for the same act.</summary>
    Perpetrator,

    /// <summary>Two times for the same event.</summary>
    Time,

    /// <summary>Two places for the same event.</summary>
    Place,

    /// <summary>One says that an actor takes part in what the other says it stays out of.</summary>
    Participation,
}

/// <summary>Why a relation was found: the rule, the words and values on both sides, and a sentence for people.</summary>
/// <param name="Rule">Name of the rule or feature ("count.disjoint", "axis.restraint").</param>
/// <param name="Sentence">The reason in plain words.</param>
/// <param name="SpanA">The words of the first claim that it rests on, in its article's text, or null.</param>
/// <param name="SpanB">The words of the second claim that it rests on, or null.</param>
/// <param name="ValueA">Value on the first side ("more than 600"), or null.</param>
/// <param name="ValueB">Value on the second side, or null.</param>
public sealed record Reason(string Rule, string Sentence, TextSpan? SpanA = null, TextSpan? SpanB = null, string? ValueA = null, string? ValueB = null);

/// <summary>One relation between two claims. Symmetric: <see cref="A"/> is always the claim with the smaller key.</summary>
public sealed record ClaimComparison
{
    /// <summary>Key: both claims and the kind, so a later run finds the same comparison again.</summary>
    public required ConflictId Id { get; init; }

    /// <summary>The claim with the smaller key (ordinal).</summary>
    public required ClaimId A { get; init; }

    /// <summary>The other claim.</summary>
    public required ClaimId B { get; init; }

    /// <summary>How they stand to each other.</summary>
    public required Relation Relation { get; init; }

    /// <summary>What it is about.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>Name of the narrative axis of a <see cref="ConflictKind.Description"/>, else null.</summary>
    public string? Axis { get; init; }

    /// <summary>What is at stake, 0 to 1: people's lives before seats, large gaps before small.</summary>
    public double Severity { get; init; }

    /// <summary>Probability that a person would say the same relation, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Why, most important first; never empty.</summary>
    public ImmutableArray<Reason> Reasons { get; init; } = [];

    /// <summary>The key of a comparison; the order of the claims does not matter.</summary>
    public static ConflictId IdOf(ClaimId a, ClaimId b, ConflictKind kind)
    {
        var (first, second) = string.CompareOrdinal(a.Value, b.Value) <= 0 ? (a, b) : (b, a);
        return new(Identity.ContentId.Of("comparison", first.Value, second.Value, kind.ToString()));
    }
}
