using System.Text;
using Claims.Core.Articles;

namespace Claims.Evaluation.Pairs;

/// <summary>Finds where a quote stands in a page's text.</summary>
public static class QuoteLocator
{
    /// <summary>
    /// Every place of the quote: exact, or where there is none, with white space run together and typographic quotation
    /// marks and dashes taken as plain ones, since a reader may have changed those.
    /// </summary>
    public static IReadOnlyList<TextSpan> Find(string text, string quote)
    {
        var exact = All(text, quote).Select(start => new TextSpan(start, quote.Length)).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        var (plain, offsets) = Plain(text);
        var (wanted, _) = Plain(quote.Trim());
        return wanted.Length == 0
            ? []
            : [.. All(plain, wanted).Select(start => TextSpan.FromBounds(offsets[start], offsets[start + wanted.Length - 1] + 1))];
    }

    private static IEnumerable<int> All(string text, string wanted)
    {
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static (string Text, List<int> Offsets) Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        List<int> offsets = [];
        var afterSpace = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] switch
            {
                '\u2018' or '\u2019' or '\u201A' or '\u02BC' => '\'',
                '\u201C' or '\u201D' or '\u201E' => '"',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' => '-',
                var other => other,
            };
            if (char.IsWhiteSpace(c))
            {
                if (afterSpace)
                {
                    continue;
                }

                c = ' ';
            }

            afterSpace = c == ' ';
            plain.Append(c);
            offsets.Add(i);
        }

        return (plain.ToString(), offsets);
    }
}
