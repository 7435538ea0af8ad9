using System.Buffers;
using System.Text;

namespace Claims.Core.Articles.Splitting;

/// <summary>What can be told of a line by its looks alone.</summary>
internal static class LineTraits
{
    /// <summary>A line that gives a date has a source, a name and a place beside it at most.</summary>
    public const int LongestDateLine = 24;

    /// <summary>Headlines of the papers that print long ones stay under so many words.</summary>
    public const int LongestHeading = 24;

    /// <summary>Characters that close a sentence after its full stop, and end marks of magazines.</summary>
    private const string Closers = "\"'”’»)]}❖■□●◆♦∎ \t\u00A0";

    private const string Ends = ".!?…。";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(",;:?!\"“”");

    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var part = char.IsLetterOrDigit(c) || (inside && c is '\'' or '’' or '-' or '.' or ',');
            if (part && !inside)
            {
                words++;
            }

            inside = part;
        }

        return words;
    }

    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var end = WithoutNotes(text).TrimEnd(Closers);
        return !end.IsEmpty && Ends.Contains(end[^1]);
    }

    /// <summary>The text without the marks of footnotes after its full stop: "… ministry.[1][2]", "… ministry.¹".</summary>
    private static ReadOnlySpan<char> WithoutNotes(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().TrimEnd("¹²³⁴⁵⁶⁷⁸⁹⁰");
        while (end is [.., ']'])
        {
            var open = end.LastIndexOf('[');
            if (open <= 0 || end.Length - open > 6 || end[(open + 1)..^1].IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                break;
            }

            end = end[..open];
        }

        return end;
    }

    public static bool EndsAsQuestion(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd(Closers);
        return !end.IsEmpty && end[^1] == '?';
    }

    public static string Normalize(string visible)
    {
        var result = new StringBuilder(visible.Length);
        foreach (var c in visible)
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else
            {
                result.Append(c switch
                {
                    '’' or '‘' or 'ʼ' or '`' => '\'',
                    '“' or '”' or '«' or '»' => '"',
                    _ => char.ToLowerInvariant(c),
                });
            }
        }

        return result.ToString().Trim(" \t.:…!?|›»«‹→←>•-–—*#\"".ToCharArray());
    }

    /// <summary>A headline or heading by its looks: short, begins upright, and does not break off or end as a sentence does.</summary>
    public static bool LooksLikeHeading(TextUnit unit) =>
        unit.Words is >= 1 and <= LongestHeading
        && (!unit.EndsSentence || (EndsAsQuestion(unit.Visible) && unit.Words <= 16) || unit.Visible.EndsWith("...", StringComparison.Ordinal) || unit.Visible.EndsWith('…'))
        && !char.IsLower(FirstLetter(unit.Visible))
        && !BreaksOff(unit.Visible);

    /// <summary>The line breaks off inside a sentence that the next block goes on with.</summary>
    public static bool BreaksOff(string visible)
    {
        var trimmed = visible.AsSpan().TrimEnd();
        if (trimmed.IsEmpty || trimmed[^1] is ',' or ';' or '—' or '–')
        {
            return true;
        }

        var last = trimmed[(trimmed.LastIndexOf(' ') + 1)..].ToString();
        return PagePhrases.FunctionWords.Contains(last);
    }

    public static char FirstLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return c;
            }
        }

        return '\0';
    }

    /// <summary>Each word but small ones begins with a capital or digit, as names of people and outlets do.</summary>
    public static bool IsNameLike(string text, int most)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 1 && words.Length <= most
            && words.All(w => FirstLetter(w) is var first && (char.IsUpper(first) || char.IsDigit(first) || first == '\0' || w is "of" or "the" or "and" or "al" or "de" or "van" or "von" or "bin" or "der" or "la" or "le"))
            && (char.IsUpper(FirstLetter(text)) || char.IsDigit(FirstLetter(text)))
            && !EndsSentence(text)
            && text.AsSpan().IndexOfAny(NotInNames) < 0;
    }

    /// <summary>Known, or named as outlets are ("The Velm Courier", "BBC", "norland-news.example").</summary>
    public static bool IsOutletLike(string text)
    {
        if (KnownOutlets.Named(text) is not null)
        {
            return true;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
        {
            var word = words[0];
            var isAcronym = word.Length is >= 2 and <= 6 && word.All(char.IsAsciiLetterUpper);
            var dot = word.LastIndexOf('.');
            var isDomain = dot > 0 && dot < word.Length - 2 && word[(dot + 1)..].All(char.IsAsciiLetterLower);
            return isAcronym || isDomain || (IsNameLike(text, 1) && IsOutletWord(word));
        }

        // "The Osk Review of Ideas" has its word in the middle.
        return IsNameLike(text, 6) && (IsOutletWord(words[^1]) || IsOutletWord(words[0]) || IsOutletWord(words[1]) || (words[0] == "The" && words.Length > 2 && IsOutletWord(words[2])));
    }

    /// <summary>Nothing but links: "[Words \(/path\)](#), [Other](…)", "Words (/path)", "(/path)", a bare address.</summary>
    public static bool IsLinkLine(TextUnit unit)
    {
        if (unit.Visible.Length == 0 || Uri.TryCreate(unit.Visible, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return true;
        }

        if (unit.EndsSentence || unit.Raw.Length == unit.Visible.Length)
        {
            return false;
        }

        var endsInTarget = unit.Raw[^1] == ')' && !unit.Visible.EndsWith(')') && unit.Words <= LongestHeading;
        return endsInTarget && (unit.Raw[0] == '[' || unit.Raw.LastIndexOf("](", StringComparison.Ordinal) < 0);
    }

    private static bool IsOutletWord(string word) => PagePhrases.OutletWords.Contains(word.ToLowerInvariant());
}
