using System.Collections.Immutable;

namespace Claims.Core.Articles.Splitting;

/// <summary>Cuts a page's text into units: its marked-up blocks, or the lines of plain text.</summary>
internal static class UnitScanner
{
    /// <summary>Plain text that was wrapped by a program breaks its lines between these widths.</summary>
    private const int NarrowestWrap = 50;

    private const int WidestWrap = 100;

    public static List<TextUnit> Scan(string text, ImmutableArray<TextBlock> blocks) =>
        blocks.IsDefaultOrEmpty
            ? [.. Lines(text).Select(span => new TextUnit(text, span, null))]
            : [.. blocks.Select(block => new TextUnit(text, block.Span, block.Kind))];

    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<(TextSpan Span, bool AfterBlank)>();
        var blank = true;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            var trimmed = line.Trim();
            if (trimmed.IsEmpty)
            {
                blank = true;
            }
            else
            {
                lines.Add((new TextSpan(start + line.Length - line.TrimStart().Length, trimmed.Length), blank));
                blank = false;
            }

            start = end + 1;
        }

        return Unwrap(text, lines);
    }

    /// <summary>Joins the lines of paragraphs that a program wrapped at a width; other lines stay as they are.</summary>
    private static List<TextSpan> Unwrap(string text, List<(TextSpan Span, bool AfterBlank)> lines)
    {
        var units = new List<TextSpan>(lines.Count);
        var hasWrapped = HasWrapped(text, lines);
        for (var i = 0; i < lines.Count;)
        {
            var last = i + 1;
            while (last < lines.Count && !lines[last].AfterBlank)
            {
                last++;
            }

            // Two lines are wrapped only where a longer paragraph shows that the page is.
            if ((last - i > 2 || hasWrapped) && IsWrapped(text, lines, i, last))
            {
                units.Add(TextSpan.FromBounds(lines[i].Span.Start, lines[last - 1].Span.End));
            }
            else
            {
                for (var k = i; k < last; k++)
                {
                    units.Add(lines[k].Span);
                }
            }

            i = last;
        }

        return units;
    }

    private static bool HasWrapped(string text, List<(TextSpan Span, bool AfterBlank)> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var last = i + 1;
            while (last < lines.Count && !lines[last].AfterBlank)
            {
                last++;
            }

            if (last - i > 2 && IsWrapped(text, lines, i, last))
            {
                return true;
            }

            i = last;
        }

        return false;
    }

    private static bool IsWrapped(string text, List<(TextSpan Span, bool AfterBlank)> lines, int from, int to)
    {
        if (to - from < 2)
        {
            return false;
        }

        // All but the last line reach the same right edge, and most break inside a sentence.
        var (widest, inside) = (0, 0);
        for (var i = from; i < to; i++)
        {
            widest = Math.Max(widest, lines[i].Span.Length);
        }

        if (widest is < NarrowestWrap or > WidestWrap)
        {
            return false;
        }

        for (var i = from; i < to - 1; i++)
        {
            var line = text.AsSpan(lines[i].Span.Start, lines[i].Span.Length);
            var next = text.AsSpan(lines[i + 1].Span.Start, lines[i + 1].Span.Length);
            var space = next.IndexOf(' ');
            var firstWord = space < 0 ? next.Length : space;
            if (line.Length + 1 + firstWord <= widest - 1 && line.Length + 1 + firstWord < NarrowestWrap)
            {
                return false;
            }

            inside += LineTraits.EndsSentence(line) ? 0 : 1;
        }

        return inside * 2 >= to - from - 1 && inside > 0;
    }
}
