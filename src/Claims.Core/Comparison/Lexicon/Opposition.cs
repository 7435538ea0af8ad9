using System.Collections.Immutable;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>What has to be the same on both sides before an opposition may be compared.</summary>
public enum OppositionMatch
{
    /// <summary>The one who acts ("the militia stayed out", "the militia attacked").</summary>
    Actor,

    /// <summary>What it is about ("the march was called off", "students held theirs all the same").</summary>
    Theme,
}

/// <summary>
/// A scale with poles that exclude each other, kept as data: a narrative axis (<c>models/axes</c>) or a pair of opposites
/// (<c>models/lexicon/oppositions.json</c>). The format is described in <c>models/axes/README.md</c>.
/// </summary>
public sealed record Opposition
{
    /// <summary>Name of the scale ("restraint").</summary>
    public required string Name { get; init; }

    /// <summary>Which kind of conflict two poles make.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>What the scale is about, in words that follow "they disagree on".</summary>
    public required string About { get; init; }

    /// <summary>What has to be the same on both sides.</summary>
    public OppositionMatch Match { get; init; } = OppositionMatch.Theme;

    /// <summary>Name of the word list that an actor's head noun is usually in ("armedGroups"), or null.</summary>
    public string? Actors { get; init; }

    /// <summary>Whether the actor is the holder of something: then one holder against another is a conflict too.</summary>
    public bool Holder { get; init; }

    /// <summary>What is at stake where two claims stand at opposed poles, 0 to 1: lives and safety before offices and seats.</summary>
    public double Stake { get; init; } = 0.55;

    /// <summary>Phrases that look like a pole and are none ("strike a deal").</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Two poles or more.</summary>
    public required ImmutableArray<Pole> Poles { get; init; }
}

/// <summary>One end of a scale.</summary>
public sealed record Pole
{
    /// <summary>Name of the pole ("held back").</summary>
    public required string Name { get; init; }

    /// <summary>What the pole says of its subject, as a verb phrase in the past ("used force").</summary>
    public required string Says { get; init; }

    /// <summary>Phrases in dictionary forms; "*" stands for up to three words, "a/b" for either; a leading ">" says that the actor stands behind the phrase ("> include").</summary>
    public required ImmutableArray<string> Phrases { get; init; }

    /// <summary>Example sentences, for people and for checking the axis.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];
}
