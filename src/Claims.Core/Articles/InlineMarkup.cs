using System.Collections.Immutable;

namespace Claims.Core.Articles;

/// <summary>
/// Marks what is visible prose in text that was saved with remnants of markup: "[words \(https://…\)](#)",
/// "**bold** (&lt;https://…&gt;)", "*italics*", "&lt;i&gt;names&lt;/i&gt;", bare URLs in brackets. Text never changes after
/// capture, so the remnants stay in it; who analyses a sentence or writes a standalone one joins the visible spans instead.
/// </summary>
public static class InlineMarkup
{
    /// <summary>A link's target is looked for over at most so many characters: x.</summary>
    private const int LongestTarget = 2048;

    /// <summary>
    /// The visible stretches of <paramref name="span"/> in order, without empty ones: all of it but emphasis marks, link
    /// brackets and link targets. White space before a removed target goes with it, so "poverty (&lt;https://…&gt;), this"
    /// reads "poverty, this". Without remnants it is the span itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> reaches past the text.</exception>
    public static ImmutableArray<TextSpan> Visible(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, text.Length);
        if (text.AsSpan(span.Start, span.Length).IndexOfAny("[*<(_") < 0)
        {
            return span.Length == 0 ? [] : [span];
        }

        var hidden = new List<TextSpan>();
        for (var i = span.Start; i < span.End; i++)
        {
            switch (text[i])
            {
                case '[':
                    MarkLink(text, i, span.End, hidden);
                    break;
                case '(':
                    MarkTarget(text, i, span.Start, span.End, hidden);
                    break;
                case '*' or '_':
                    i = MarkEmphasis(text, i, span, hidden);
                    break;
                case '<':
                    MarkTag(text, i, span.End, hidden);
                    break;
            }
        }

        return Complement(span, hidden);
    }

    /// <summary>The visible text of <paramref name="span"/> in one string.</summary>
    public static string VisibleText(string text, TextSpan span)
    {
        var visible = Visible(text, span);
        return visible.Length == 1 ? visible[0].Of(text) : string.Concat(visible.Select(s => s.Of(text)));
    }

    /// <summary>"[words \(target\)](target)" and "[words](target)"; a bracket that is no link ("What [the city] wants") stays.</summary>
    private static void MarkLink(string text, int open, int end, List<TextSpan> hidden)
    {
        var close = Matching(text, open, end, '[', ']');
        if (close < 0 || close + 1 >= end || text[close + 1] != '(')
        {
            return;
        }

        var targetEnd = Matching(text, close + 1, end, '(', ')');
        if (targetEnd < 0 || text.AsSpan(close + 2, targetEnd - close - 2).IndexOfAny(" \n\t") >= 0)
        {
            return;
        }

        // A picture's words are no prose.
        if (open > 0 && text[open - 1] == '!')
        {
            hidden.Add(TextSpan.FromBounds(open - 1, targetEnd + 1));
            return;
        }

        hidden.Add(new TextSpan(open, 1));
        var wordsEnd = close;
        var escaped = text.LastIndexOf(@"\(", close - 1, close - open, StringComparison.Ordinal);
        if (escaped > open && close - 2 > escaped && text.AsSpan(close - 2, 2).SequenceEqual(@"\)") && LooksLikeTarget(text.AsSpan(escaped + 2, close - escaped - 4)))
        {
            wordsEnd = escaped;
            while (wordsEnd > open + 1 && text[wordsEnd - 1] == ' ')
            {
                wordsEnd--;
            }
        }

        hidden.Add(TextSpan.FromBounds(wordsEnd, targetEnd + 1));
        MarkEscapes(text, open + 1, wordsEnd, hidden);
    }

    /// <summary>The backslashes of "Velm Front \(VF\)" inside a link's words.</summary>
    private static void MarkEscapes(string text, int start, int end, List<TextSpan> hidden)
    {
        for (var i = start; i + 1 < end; i++)
        {
            if (text[i] == '\\' && text[i + 1] is '(' or ')' or '[' or ']' or '*' or '_')
            {
                hidden.Add(new TextSpan(i, 1));
            }
        }
    }

    /// <summary>" (&lt;https://…&gt;)" and " (https://…)" after words, and "(/path/of/a/page)".</summary>
    private static void MarkTarget(string text, int open, int start, int end, List<TextSpan> hidden)
    {
        var close = Matching(text, open, end, '(', ')');
        if (close < 0)
        {
            return;
        }

        var inside = text.AsSpan(open + 1, close - open - 1);
        if (inside is ['<', .., '>'])
        {
            inside = inside[1..^1];
        }

        if (!LooksLikeTarget(inside))
        {
            return;
        }

        var from = open;
        while (from > start && text[from - 1] is ' ' or '\t')
        {
            from--;
        }

        hidden.Add(TextSpan.FromBounds(from, close + 1));
    }

    private static bool LooksLikeTarget(ReadOnlySpan<char> inside) =>
        inside.IndexOfAny(" \n\t") < 0
        && (inside.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || inside.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || inside.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || inside.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || (inside is ['/', _, ..] && char.IsLetter(inside[1])));

    /// <summary>Emphasis: a run of one to three marks that touches a word, with its partner after the words on the same line.</summary>
    private static int MarkEmphasis(string text, int at, TextSpan span, List<TextSpan> hidden)
    {
        var mark = text[at];
        var run = 1;
        while (at + run < span.End && text[at + run] == mark)
        {
            run++;
        }

        var opens = at + run < span.End && !char.IsWhiteSpace(text[at + run]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
        if (!opens || run > 3)
        {
            return at + run - 1;
        }

        var limit = Math.Min(span.End, at + LongestTarget);
        for (var i = at + run; i + run <= limit && text[i] != '\n'; i++)
        {
            if (text[i] == mark && !char.IsWhiteSpace(text[i - 1]) && text.AsSpan(i, run).IndexOfAnyExcept(mark) < 0
                && (i + run >= text.Length || !char.IsLetterOrDigit(text[i + run])))
            {
                hidden.Add(new TextSpan(at, run));
                hidden.Add(new TextSpan(i, run));
                break;
            }
        }

        return at + run - 1;
    }

    /// <summary>An inline tag that was saved as text: "&lt;i&gt;", "&lt;/em&gt;", "&lt;https://…&gt;".</summary>
    private static void MarkTag(string text, int open, int end, List<TextSpan> hidden)
    {
        var close = text.IndexOf('>', open, Math.Min(end - open, LongestTarget));
        if (close < 0)
        {
            return;
        }

        var inside = text.AsSpan(open + 1, close - open - 1).TrimStart('/');
        var length = inside.IndexOfAnyExceptInRange('a', 'z');
        var name = length < 0 ? inside : inside[..length];
        var isTag = name is "i" or "b" or "em" or "strong" or "u" or "a" or "br" or "span" or "sup" or "sub" or "cite" or "q"
            && (length < 0 || inside[length] is ' ' or '/');
        if (isTag || (inside.IndexOf("://", StringComparison.Ordinal) > 0 && LooksLikeTarget(inside)))
        {
            hidden.Add(TextSpan.FromBounds(open, close + 1));
        }
    }

    /// <summary>Where the bracket that opens at <paramref name="open"/> closes, on the same line, or -1.</summary>
    private static int Matching(string text, int open, int end, char opening, char closing)
    {
        var depth = 0;
        var limit = Math.Min(end, open + LongestTarget);
        if (text.AsSpan(open, limit - open).IndexOf(closing) < 0)
        {
            return -1;
        }

        for (var i = open; i < limit && text[i] != '\n'; i++)
        {
            if (text[i] == '\\' && opening == '(')
            {
                i++;
            }
            else if (text[i] == opening)
            {
                depth++;
            }
            else if (text[i] == closing && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static ImmutableArray<TextSpan> Complement(TextSpan span, List<TextSpan> hidden)
    {
        hidden.Sort((a, b) => a.Start.CompareTo(b.Start));
        var visible = ImmutableArray.CreateBuilder<TextSpan>(hidden.Count + 1);
        var at = span.Start;
        foreach (var part in hidden)
        {
            if (part.Start > at)
            {
                visible.Add(TextSpan.FromBounds(at, part.Start));
            }

            at = Math.Max(at, part.End);
        }

        if (at < span.End)
        {
            visible.Add(TextSpan.FromBounds(at, span.End));
        }

        return visible.ToImmutable();
    }
}
