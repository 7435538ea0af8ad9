using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>
/// Cuts text into words and marks as the English Web Treebank does: clitics apart ("do|n't", "Iraq|'s"),
/// hyphenated compounds apart except after a prefix ("U.S.|-|led", "non-aligned"), numbers, dates, times,
/// addresses of the web and abbreviations whole. Every character that is not white space is in exactly one token;
/// one pass, linear time.
/// </summary>
public static class Tokenizer
{
    /// <summary>Appends the tokens of a stretch of <paramref name="text"/> in order.</summary>
    public static void Tokenize(string text, TextSpan span, List<TextSpan> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var scan = text.AsSpan(0, span.End);
        var position = span.Start;
        while (position < scan.Length)
        {
            if (char.IsWhiteSpace(scan[position]))
            {
                position++;
                continue;
            }

            position = Next(scan, position, span.Start, tokens);
        }
    }

    private static int Next(ReadOnlySpan<char> text, int start, int lowest, List<TextSpan> tokens)
    {
        var afterSpace = start == lowest || !Characters.IsWordPart(text, start - 1);
        if (afterSpace && WebAddress.End(text, start) is var address && address > start)
        {
            tokens.Add(TextSpan.FromBounds(start, address));
            return address;
        }

        if (Characters.IsWordPart(text, start))
        {
            var end = WordEnd(text, start);
            Clitics.Split(text, start, end, tokens);
            return end;
        }

        var mark = Marks.End(text, start);
        tokens.Add(TextSpan.FromBounds(start, mark));
        return mark;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var p = start;
        var segment = start;
        while (p < text.Length)
        {
            if (Characters.IsWordPart(text, p) || text[p] == '_')
            {
                p++;
                continue;
            }

            if (p + 1 >= text.Length || !Characters.IsWordPart(text, p + 1))
            {
                break;
            }

            var joined = text[p] switch
            {
                '\'' or '’' or '`' => !char.IsDigit(text[p - 1]) || text[p + 1] is 's',
                '.' => JoinsPeriod(text, segment, p, start),
                ',' => char.IsDigit(text[p - 1]) && IsThousandsGroup(text, p + 1),
                ':' or '/' => char.IsDigit(text[p - 1]) && char.IsDigit(text[p + 1]),
                '-' => JoinsHyphen(text, start, segment, p),
                '&' => p - start <= 3 && char.IsUpper(text[p - 1]) && char.IsUpper(text[p + 1]),
                _ => false,
            };
            if (!joined)
            {
                break;
            }

            if (text[p] is '-' && char.IsDigit(text[start]))
            {
                p = HyphenatedNumberEnd(text, start);
                continue;
            }

            p++;
            segment = p;
        }

        if (p < text.Length && text[p] == '$' && p - start <= 2 && char.IsUpper(text[start]))
        {
            return p + 1;
        }

        return p < text.Length && text[p] == '.' && TakesPeriod(text, start, p) ? p + 1 : p;
    }

    /// <summary>Decimals, letters of an abbreviation ("U.S.A") and names with a web ending ("example.org").</summary>
    private static bool JoinsPeriod(ReadOnlySpan<char> text, int segment, int period, int start)
    {
        var next = text[period + 1];
        if (char.IsDigit(text[period - 1]) && char.IsDigit(next))
        {
            return true;
        }

        if (period - segment == 1 && char.IsLetter(text[segment]) && char.IsLetter(next))
        {
            // "U.S" and "p.m", but not "vitamin B.It": a second letter alone, or again a period after it.
            return period + 2 >= text.Length || !char.IsLetter(text[period + 2]) || segment > start;
        }

        var end = period + 1;
        while (end < text.Length && end - period <= 6 && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return WebEndings.Contains(text[(period + 1)..end]);
    }

    private static bool IsThousandsGroup(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 4 && char.IsDigit(text[end]))
        {
            end++;
        }

        return end - start == 3;
    }

    private static bool JoinsHyphen(ReadOnlySpan<char> text, int start, int segment, int hyphen)
    {
        if (char.IsDigit(text[start]))
        {
            return segment == start && HyphenatedNumberEnd(text, start) > hyphen;
        }

        return segment == start && Prefixes.Contains(text[start..hyphen]) && char.IsLetter(text[hyphen + 1]);
    }

    /// <summary>The end of a telephone number or a date of digits and hyphens, else <paramref name="start"/>.</summary>
    private static int HyphenatedNumberEnd(ReadOnlySpan<char> text, int start)
    {
        Span<int> groups = stackalloc int[4];
        var count = 0;
        var p = start;
        while (count < 4)
        {
            var from = p;
            while (p < text.Length && p - from < 6 && char.IsAsciiDigit(text[p]))
            {
                p++;
            }

            if (p == from)
            {
                break;
            }

            groups[count++] = p - from;
            if (p + 1 >= text.Length || text[p] != '-' || !char.IsAsciiDigit(text[p + 1]))
            {
                break;
            }

            p++;
        }

        if (p < text.Length && Characters.IsWordPart(text, p))
        {
            return start;
        }

        var whole = groups[..count] switch
        {
            [3, 4] or [3, 3, 4] or [1, 3, 3, 4] => true,
            [<= 4, <= 2, <= 4] => true,
            _ => false,
        };
        return whole ? p : start;
    }

    private static bool TakesPeriod(ReadOnlySpan<char> text, int start, int period)
    {
        if (period + 1 < text.Length && text[period + 1] == '.')
        {
            return false;
        }

        var word = text[start..period];
        if (word.Length == 1)
        {
            return char.IsUpper(word[0]) && word[0] != 'I' && period + 1 < text.Length;
        }

        if (word[^2] == '.' && char.IsLetter(word[^1]) && char.IsLetter(word[0]))
        {
            return true;
        }

        return Abbreviations.KindOf(word) switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.Title => char.IsUpper(word[0]) && FollowedByWord(text, period + 1),
            AbbreviationKind.Number => FollowedByDigit(text, period + 1),
            _ when word is "etc" => FollowedByLower(text, period + 1) || (period + 1 < text.Length && text[period + 1] is ',' or ')' or ';'),
            _ => char.IsUpper(word[0]) || word is "vs" or "al" or "approx" or "est" or "cf" or "viz"
                || FollowedByLower(text, period + 1),
        };
    }

    private static bool FollowedByWord(ReadOnlySpan<char> text, int p)
    {
        while (p < text.Length && text[p] == ' ')
        {
            p++;
        }

        return p < text.Length && char.IsLetterOrDigit(text[p]);
    }

    private static bool FollowedByDigit(ReadOnlySpan<char> text, int p) =>
        (p < text.Length && char.IsDigit(text[p])) || (p + 1 < text.Length && text[p] == ' ' && char.IsDigit(text[p + 1]));

    private static bool FollowedByLower(ReadOnlySpan<char> text, int p) =>
        p + 1 < text.Length && text[p] == ' ' && char.IsLower(text[p + 1]);

    private static readonly WordSet Prefixes = new(
        "e non pre co mid ex anti re semi multi post pro sub micro mini inter intra ultra neo quasi un counter bi tri pseudo extra ultra");

    private static readonly WordSet WebEndings = new(
        "com org net gov edu mil int info biz co uk us iq ir tv io ai de fr ru cn html htm php doc docx xls xlsx pdf ppt txt jpg png gif exe zip");
}
