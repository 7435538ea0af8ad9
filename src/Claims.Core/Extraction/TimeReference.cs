using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>A time named in a text, resolved to a half-open interval in UTC.</summary>
/// <param name="Span">Where the words stand in the article's text; empty at 0 when it was inferred (the published date).</param>
/// <param name="Text">The words ("on Saturday", "late 2023"), or "" when inferred.</param>
/// <param name="Start">First instant of the interval.</param>
/// <param name="End">Instant just past it; <see cref="DateTimeOffset.MaxValue"/> for an open end ("since October").</param>
/// <param name="Explicit">Whether the text said it; false when it was inferred from the published date and the tense.</param>
public sealed record TimeReference(TextSpan Span, string Text, DateTimeOffset Start, DateTimeOffset End, bool Explicit)
{
    /// <summary>Whether the two intervals share an instant.</summary>
    public bool Overlaps(TimeReference other) => Start < other.End && other.Start < End;
}
