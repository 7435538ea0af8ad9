using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>Finds quotations: “…”, "…", ‘…’, '…', also over several paragraphs that each open anew. Linear in the text.</summary>
internal static class QuoteFinder
{
    // A quotation longer than this has lost its closing mark.
    private const int Longest = 6000;

    // A single mark opens far more often by mistake, so it is followed less far.
    private const int LongestSingle = 1500;

    /// <summary>The quotations of a text in order, marks included, not nested.</summary>
    public static List<TextSpan> Find(string text)
    {
        var found = new List<TextSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] switch
            {
                '\u201c' => Close(text, i, '\u201d', '\u201c'),
                '"' when Opens(text, i) => CloseStraight(text, i),
                '\u2018' when Opens(text, i) => CloseSingle(text, i, '\u2019'),
                '\'' when Opens(text, i) => CloseSingle(text, i, '\''),
                _ => -1,
            };
            if (end > i)
            {
                found.Add(TextSpan.FromBounds(i, end + 1));
                i = end;
            }
        }

        return found;
    }

    // Curly marks: a paragraph that ends without a closing mark goes on when the next one opens with a mark.
    private static int Close(string text, int open, char close, char reopen)
    {
        for (var i = open + 1; i < text.Length && i - open < Longest; i++)
        {
            if (text[i] == close)
            {
                return i;
            }

            if (text[i] == '\n')
            {
                var next = i;
                while (next < text.Length && char.IsWhiteSpace(text[next]))
                {
                    next++;
                }

                if (next >= text.Length || text[next] != reopen)
                {
                    return LastMark(text, open, i);
                }

                i = next;
            }
        }

        return -1;
    }

    // Straight marks close at the next one in the paragraph.
    private static int CloseStraight(string text, int open)
    {
        for (var i = open + 1; i < text.Length && i - open < Longest && text[i] != '\n'; i++)
        {
            if (text[i] == '"')
            {
                return i;
            }
        }

        return -1;
    }

    // A single mark also writes the apostrophe: behind punctuation it surely closes; else where a word ends and none but a plural in "s" stands before it.
    private static int CloseSingle(string text, int open, char close)
    {
        var likely = -1;
        for (var i = open + 1; i < text.Length && i - open < LongestSingle && text[i] != '\n'; i++)
        {
            if (text[i] != close || (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
            {
                continue;
            }

            var before = text[i - 1];
            if (before is '.' or ',' or '?' or '!' or '\u2026' or ';')
            {
                return likely >= 0 && IsSentenceBetween(text, likely, i) ? likely : i;
            }

            if (likely < 0 && !char.IsWhiteSpace(before) && (before is not 's' || !IsLowerAhead(text, i)))
            {
                likely = i;
            }
        }

        return likely;
    }

    // 'Open the gates' and 'Bread for Velm,': the first closes before the second opens.
    private static bool IsSentenceBetween(string text, int likely, int end)
    {
        for (var i = likely + 1; i < end; i++)
        {
            if (text[i] is '\'' or '\u2018' && Opens(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLowerAhead(string text, int i) => i + 2 < text.Length && text[i + 1] == ' ' && char.IsLower(text[i + 2]);

    private static int LastMark(string text, int open, int end)
    {
        // The closing mark was forgotten: the quotation ends with its paragraph.
        var last = end - 1;
        while (last > open && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        return last;
    }

    private static bool Opens(string text, int i) =>
        (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '\u2014' or '\u2013' or '-' or '\u201c' or '"') && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
}
