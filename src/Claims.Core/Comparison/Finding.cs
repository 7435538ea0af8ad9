using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Comparison;

/// <summary>What a rule found between two claims, before it is put into the form that is stored.</summary>
internal sealed record Finding(Relation Relation, ConflictKind Kind, double Severity, double Confidence, ImmutableArray<Reason> Reasons, string? Axis = null);

/// <summary>A rule of comparison: looks at an aligned pair and says what it finds. Symmetric in what it finds.</summary>
internal interface IComparisonRule
{
    IEnumerable<Finding> Apply(Alignment pair);
}

/// <summary>Finds where words of a claim stand in its article.</summary>
internal static class ClaimWords
{
    /// <summary>The span of the given tokens in the article's text; the claim's whole span where its text was filled in.</summary>
    public static TextSpan SpanOf(this ClaimProfile profile, int firstToken, int lastToken)
    {
        var (start, end) = (profile.Tokens[firstToken].Start, profile.Tokens[lastToken].End);
        var words = profile.Claim.Text[start..end];
        var at = profile.Claim.Quote.IndexOf(words, StringComparison.Ordinal);
        if (at >= 0)
        {
            return new(profile.Claim.Span.Start + at, words.Length);
        }

        // The text may join what a comma or a line break parts in the article: take the stretch from its first to its last word.
        var from = profile.Claim.Quote.IndexOf(profile.Tokens[firstToken].Text, StringComparison.Ordinal);
        var to = from < 0 ? -1 : profile.Claim.Quote.IndexOf(profile.Tokens[lastToken].Text, from, StringComparison.Ordinal);
        return to < 0 ? profile.Claim.Span : TextSpan.FromBounds(profile.Claim.Span.Start + from, profile.Claim.Span.Start + to + profile.Tokens[lastToken].Text.Length);
    }

    /// <summary>The given tokens as written.</summary>
    public static string WordsOf(this ClaimProfile profile, int firstToken, int lastToken) =>
        profile.Claim.Text[profile.Tokens[firstToken].Start..profile.Tokens[lastToken].End];
}
