using System.Buffers;

namespace Claims.Core.Articles.Splitting;

/// <summary>Says what each unit of a page is, first by its own looks, then by where it stands.</summary>
internal static class UnitClassifier
{
    /// <summary>A line with this many words is prose even where its full stop is missing.</summary>
    private const int ProseWords = 25;

    /// <summary>Phrases of furniture are looked for in lines up to this length.</summary>
    private const int LongestFurniture = 40;

    /// <summary>A sentence longer than this that is marked up as a heading is the story's first.</summary>
    private const int LongestHeadingSentence = 12;

    private const int LeastWithTail = 8;

    /// <summary>Line starts that end in a colon ("Related:") are never prose's.</summary>
    private const int LongestLedFurniture = 24;

    /// <summary>Line starts that prose can have too count only in lines up to this length.</summary>
    private const int LongestWeakFurniture = 14;

    private static readonly SearchValues<char> NamesEnd = SearchValues.Create("|,•·(–—");

    /// <summary>First pass: what a unit is by its looks.</summary>
    public static void ClassifyAlone(TextUnit unit)
    {
        unit.ContentStart = unit.Span.Start;
        if (unit.Hint is { } hint and not (BlockKind.Heading or BlockKind.ListItem))
        {
            unit.Kind = hint;
            return;
        }

        var section = SectionOf(unit);
        if (section != SectionKind.None)
        {
            unit.Opens = section;
            unit.Kind = section == SectionKind.Author ? BlockKind.Byline : BlockKind.Furniture;
        }
        else if (unit.Hint is BlockKind.ListItem && (unit.Date is not null || CaptionLines.IsCaption(unit)))
        {
            unit.Kind = unit.Date is not null ? BlockKind.Byline : BlockKind.Caption;
        }
        else if (unit.Hint is not null && !(unit.Hint is BlockKind.Heading && unit.EndsSentence && unit.Words > LongestHeadingSentence))
        {
            unit.Kind = unit.Hint;
        }
        else if (unit.Words == 0 || LineTraits.IsLinkLine(unit))
        {
            unit.Kind = IsByline(unit) ? BlockKind.Byline : BlockKind.Furniture;
        }
        else if (IsTableRow(unit))
        {
            unit.Kind = BlockKind.Table;
        }
        else if (unit.Date is not null || IsByline(unit))
        {
            unit.Kind = BlockKind.Byline;
        }
        else if (CaptionLines.IsCaption(unit))
        {
            unit.Kind = BlockKind.Caption;
        }
        else if (IsFurniture(unit))
        {
            unit.Kind = BlockKind.Furniture;
        }
        else if (ListMarkerLength(unit.Raw) is > 0 and var marker && unit.Words >= 3)
        {
            unit.ContentStart = unit.Span.Start + marker;
            unit.Kind = BlockKind.ListItem;
        }
        else if (IsProse(unit))
        {
            unit.Kind = BlockKind.Paragraph;
        }
    }

    private static SectionKind SectionOf(TextUnit unit)
    {
        if (unit.Words is 0 or > 8 || (unit.EndsSentence && !LineTraits.EndsAsQuestion(unit.Visible)))
        {
            return SectionKind.None;
        }

        // "Comments (12)", "3 comments".
        var heading = unit.Normal.Trim(' ', '(', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (PagePhrases.TailSections.Contains(heading))
        {
            return SectionKind.Tail;
        }

        if (PagePhrases.AuthorSections.Contains(unit.Normal))
        {
            return SectionKind.Author;
        }

        if (PagePhrases.EndSections.Contains(unit.Normal))
        {
            return SectionKind.End;
        }

        // "More from The Velm Courier", "More in Politics", "Related: floods".
        var isMore = unit.Words <= 6 && (unit.Normal.StartsWith("more from ", StringComparison.Ordinal) || unit.Normal.StartsWith("more in ", StringComparison.Ordinal) || unit.Normal.StartsWith("more on ", StringComparison.Ordinal));
        return isMore || PagePhrases.LinkSections.Contains(unit.Normal) ? SectionKind.Links : SectionKind.None;
    }

    private static bool IsTableRow(TextUnit unit)
    {
        if (unit.Raw.Contains('\t'))
        {
            return unit.Raw.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length >= 2;
        }

        return unit.Raw.StartsWith('|') && unit.Raw.EndsWith('|') && unit.Raw.Length > 2;
    }

    private static bool IsByline(TextUnit unit)
    {
        if (unit.Words > LongestFurniture)
        {
            return false;
        }

        var plain = unit.Visible.ToLowerInvariant();
        foreach (var start in PagePhrases.BylineStarts)
        {
            if (plain.StartsWith(start, StringComparison.Ordinal))
            {
                // "By Jane Doe, Velm" is a byline, "By noon the river had risen." is prose, "By the Numbers" a heading.
                return start != "by " || (!unit.EndsSentence && LineTraits.IsNameLike(FirstPart(unit.Visible[3..]), 5) && !plain.StartsWith("by the ", StringComparison.Ordinal));
            }
        }

        return PagePhrases.BylineEnds.Any(end => unit.Normal.EndsWith(end, StringComparison.Ordinal))
            && (unit.Words <= 10 || unit.Normal.EndsWith("report", StringComparison.Ordinal))
            && char.IsUpper(LineTraits.FirstLetter(unit.Visible))
            && (!unit.EndsSentence || unit.Normal.Contains("contributed", StringComparison.Ordinal));
    }

    private static string FirstPart(string names)
    {
        var end = names.AsSpan().IndexOfAny(NamesEnd);
        var first = end < 0 ? names : names[..end];
        var and = first.IndexOf(" and ", StringComparison.Ordinal);
        return (and < 0 ? first : first[..and]).Trim();
    }

    private static bool IsFurniture(TextUnit unit)
    {
        if (unit.Words > LongestFurniture)
        {
            return false;
        }

        if (IsMenu(unit.Visible) || IsPosition(unit) || PagePhrases.FurnitureLines.Contains(unit.Normal) || CallSentences.IsCallOnly(unit.Visible))
        {
            return true;
        }

        // What begins with a quotation mark quotes somebody.
        if (unit.Visible[0] is '"' or '“' or '‘')
        {
            return false;
        }

        if (PagePhrases.FurnitureStarts.Any(s => unit.Normal.StartsWith(s, StringComparison.Ordinal)))
        {
            return true;
        }

        // "Free daily newsletter", "Our morning email breaks down the day".
        if (unit.Words <= LongestWeakFurniture && !unit.EndsSentence
            && (unit.Normal.Contains("newsletter", StringComparison.Ordinal) || (unit.Normal.StartsWith("our ", StringComparison.Ordinal) && unit.Normal.Contains("email", StringComparison.Ordinal))))
        {
            return true;
        }

        return unit.Words <= LongestLedFurniture && !unit.EndsSentence
            && PagePhrases.WeakStarts.Any(s => unit.Normal.StartsWith(s, StringComparison.Ordinal) && (unit.Words <= LongestWeakFurniture || s[^1] == ':'));
    }

    /// <summary>"1 of 12 stories", "3/10".</summary>
    private static bool IsPosition(TextUnit unit)
    {
        if (unit.Words > 5)
        {
            return false;
        }

        var words = unit.Normal.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words[0].All(char.IsAsciiDigit)
            && ((words[1] == "of" && words.Length > 2 && words[2].All(char.IsAsciiDigit)) || (words.Length == 2 && words[1].All(char.IsAsciiDigit)));
    }

    /// <summary>"Home | News | Crime", "News › World › Norland": short parts with marks between them.</summary>
    private static bool IsMenu(string visible)
    {
        foreach (var separator in (ReadOnlySpan<char>)['|', '›', '»', '>', '•', '·', '/'])
        {
            // Asked of every line, and hardly any has such a mark.
            if (!visible.Contains(separator) || !visible.Contains($" {separator} ", StringComparison.Ordinal))
            {
                continue;
            }

            var parts = visible.Split(separator, StringSplitOptions.TrimEntries);
            if (parts.Length >= 3 && parts.All(p => p.Length > 0 && LineTraits.CountWords(p) <= 3))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsProse(TextUnit unit)
    {
        if (unit.Words >= ProseWords)
        {
            return true;
        }

        if (unit.EndsSentence && !LineTraits.LooksLikeHeading(unit))
        {
            return unit.Words >= 3;
        }

        // "… ready to fight. END": a sentence, and something after it.
        if (unit.Words >= LeastWithTail && LineTraits.FirstLetter(unit.Visible) is var first && char.IsUpper(first) && SentenceEdges.Find(unit.Visible, new TextSpan(0, unit.Visible.Length)).Count > 1 && !unit.EndsSentence)
        {
            return true;
        }

        // A sentence that the layout broke off, or that leads into a list.
        return unit.Words >= 4 && (LineTraits.BreaksOff(unit.Visible) || char.IsLower(LineTraits.FirstLetter(unit.Visible)) || unit.Visible.EndsWith(':'));
    }

    /// <summary>Length of "- ", "• ", "* ", "1. ", "2) ", "a) " with the white space after it, or 0.</summary>
    internal static int ListMarkerLength(string raw)
    {
        var at = 0;
        if (raw.Length > 1 && raw[0] is '>' or '-' or '–' or '—' or '•' or '*' or '·' or '▪' or '●' or '◦' or '‣' or '■' or '➤' or '►')
        {
            at = 1;
        }
        else
        {
            while (at < raw.Length && at < 3 && char.IsAsciiDigit(raw[at]))
            {
                at++;
            }

            if (raw.Length > 3 && raw[0] == '(' && char.IsAsciiLetterOrDigit(raw[1]) && raw.IndexOf(')', 1, 3) is var close and > 0)
            {
                // "(1) ", "(iv) ", "(a) "
                return close + 1 < raw.Length && raw[close + 1] == ' ' ? close + 2 : 0;
            }

            at = at == 0 && raw.Length > 1 && char.IsAsciiLetterLower(raw[0]) && raw[1] == ')' ? 1 : at;
            at = at > 0 && at < raw.Length && raw[at] is '.' or ')' ? at + 1 : 0;
        }

        if (at == 0 || at >= raw.Length || !char.IsWhiteSpace(raw[at]))
        {
            return 0;
        }

        while (at < raw.Length && char.IsWhiteSpace(raw[at]))
        {
            at++;
        }

        return at < raw.Length ? at : 0;
    }
}
