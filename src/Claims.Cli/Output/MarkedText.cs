using System.Text;
using Claims.Core.Articles;

namespace Claims.Cli.Output;

/// <summary>Words of a page as markup of the console library, with the claim underlined and what differs in bold between guillemets.</summary>
internal static class MarkedText
{
    /// <summary>A stretch of an article's text.</summary>
    /// <param name="text">The words of the stretch.</param>
    /// <param name="stretch">Where they stand in the article's text.</param>
    /// <param name="claim">The claim, in the article's text; what is outside it is dimmed.</param>
    /// <param name="differing">What differs, in the article's text; parts outside the stretch are passed over.</param>
    public static string Of(string text, TextSpan stretch, TextSpan claim, IReadOnlyList<TextSpan> differing)
    {
        int[] edges =
        [
            .. differing.Append(claim).Append(stretch).SelectMany(span => new[] { span.Start, span.End })
                .Where(edge => edge >= stretch.Start && edge <= stretch.End).Distinct().Order(),
        ];
        var markup = new StringBuilder();
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            var piece = TextSpan.FromBounds(edges[i], edges[i + 1]);
            var words = DisplayText.Escaped(text.Substring(piece.Start - stretch.Start, piece.Length));
            markup.Append(differing.Any(span => span.Contains(piece)) ? $"[bold yellow]«{words}»[/]"
                : !claim.Contains(piece) ? $"[grey]{words}[/]"
                : claim == stretch ? words
                : $"[underline]{words}[/]");
        }

        return markup.ToString();
    }

    /// <summary>A claim for a list: about <paramref name="length"/> characters of it, with what differs in view.</summary>
    public static string Excerpt(string quote, TextSpan? where, IReadOnlyList<TextSpan> differing, int length)
    {
        if (where is not { } span || span.Length != quote.Length)
        {
            return DisplayText.Escaped(DisplayText.Short(quote, length));
        }

        var first = differing.Where(span.Contains).Select(inside => inside.Start - span.Start).DefaultIfEmpty(0).Min();
        var start = quote.Length <= length ? 0 : WordStart(quote, Math.Clamp(first - (length / 3), 0, quote.Length - length));
        var end = quote.Length - start <= length ? quote.Length : WordStart(quote, start + length);
        var stretch = TextSpan.FromBounds(span.Start + start, span.Start + end);
        return (start > 0 ? "…" : "") + Of(quote[start..end].Replace('\n', ' '), stretch, stretch, differing).TrimEnd() + (end < quote.Length ? "…" : "");
    }

    /// <summary>The beginning of the word that holds a position: no word is cut, nor the halves of a character parted.</summary>
    private static int WordStart(string text, int position)
    {
        var at = position;
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at == 0 ? 0 : at;
    }
}
