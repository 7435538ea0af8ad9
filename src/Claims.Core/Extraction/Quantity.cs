using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>How a figure is hedged.</summary>
public enum Hedge
{
    /// <summary>Stated flat ("18").</summary>
    Exact,

    /// <summary>"about", "around", "some", "nearly", "almost".</summary>
    About,

    /// <summary>"at least", "more than", "over": a lower bound; readers expect the truth to be close to it.</summary>
    AtLeast,

    /// <summary>"up to", "at most", "fewer than", "under".</summary>
    AtMost,

    /// <summary>"between 200 and 250".</summary>
    Range,

    /// <summary>"dozens", "hundreds", "thousands", "scores", "several".</summary>
    Vague,
}

/// <summary>What kind of value a number is.</summary>
public enum QuantityKind
{
    /// <summary>How many of something.</summary>
    Count,

    /// <summary>A part of a hundred ("12%", "1 in 4").</summary>
    Percent,

    /// <summary>An amount of money; <see cref="Quantity.Unit"/> is the ISO 4217 code where known.</summary>
    Money,

    /// <summary>A measure with a unit (kilometres, magnitude, hours).</summary>
    Measure,

    /// <summary>A rank ("the third"): never compared as a count.</summary>
    Ordinal,

    /// <summary>A person's age in years: never compared as a count.</summary>
    Age,
}

/// <summary>One figure of a claim, with what it counts.</summary>
public sealed record Quantity
{
    /// <summary>Where the figure with its hedge stands in the article's text ("more than 600").</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The figure as written.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of value it is.</summary>
    public QuantityKind Kind { get; init; } = QuantityKind.Count;

    /// <summary>Least value that the words allow; <see cref="double.NegativeInfinity"/> where unbounded.</summary>
    public required double Lower { get; init; }

    /// <summary>The value that a reader takes from it.</summary>
    public required double Best { get; init; }

    /// <summary>Greatest value that the words allow; <see cref="double.PositiveInfinity"/> where unbounded.</summary>
    public required double Upper { get; init; }

    /// <summary>How it was hedged.</summary>
    public Hedge Hedge { get; init; } = Hedge.Exact;

    /// <summary>Unit of a measure or money ("km", "USD"), or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Head noun of what is counted, as a lemma ("person", "seat", "missile"), or null when it is not said.</summary>
    public string? Counted { get; init; }

    /// <summary>The whole counted phrase as written ("parliamentary seats"), or null.</summary>
    public string? CountedText { get; init; }

    /// <summary>What happens to what is counted, one of the roles of <see cref="QuantityRoles"/> or a predicate's lemma ("killed", "injured", "won"), or null.</summary>
    public string? Role { get; init; }

    /// <summary>Whom the count covers ("civilian", "child", "woman", "soldier", "military"); null for all.</summary>
    public string? Coverage { get; init; }

    /// <summary>Whether the figure is a part of another figure in the same sentence ("including some 40 children").</summary>
    public bool IsPart { get; init; }

    /// <summary>The total it is said to be out of ("9 out of 20 berths" → 20), or null.</summary>
    public double? OutOf { get; init; }

    /// <summary>Until when the count stands, where the text says so, else null: the claim's time.</summary>
    public TimeReference? AsOf { get; init; }
}
