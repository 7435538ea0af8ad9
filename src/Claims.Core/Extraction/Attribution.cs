using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>One link of a chain of attribution.</summary>
/// <param name="Name">Who is said to have said it, as written ("an officer who asked not to be named").</param>
/// <param name="Span">Where that stands in the article's text, or null when it stands elsewhere in the page.</param>
/// <param name="Cue">The words that attribute ("quoted … as saying", "according to"), as written.</param>
public sealed record AttributionLink(string Name, TextSpan? Span, string Cue);

/// <summary>Who said it through whom: outlet → cited outlet → speaker. Empty when the outlet speaks in its own voice.</summary>
/// <param name="Links">From the one nearest the page to the primary.</param>
/// <param name="IsDirectQuote">Whether the words stand in quotation marks.</param>
public sealed record AttributionChain(ImmutableArray<AttributionLink> Links, bool IsDirectQuote)
{
    /// <summary>The outlet's own voice.</summary>
    public static AttributionChain OwnVoice { get; } = new([], false);

    /// <summary>The last link, on whose word the claim rests; null for the outlet's own voice.</summary>
    public AttributionLink? Primary => Links.IsEmpty ? null : Links[^1];
}
