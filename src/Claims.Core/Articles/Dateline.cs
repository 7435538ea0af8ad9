using System.Buffers;
using System.Collections.Frozen;

namespace Claims.Core.Articles;

/// <summary>
/// The dateline of a news story: the place, date and agency before its first sentence ("BRUNN, Morra, May 4 (Delta Press) -"),
/// which is no part of what the sentence says.
/// </summary>
public static class Dateline
{
    // "SAN SALVADOR DEL MAR, Upper Province, September 14, 2026 (National Press Agency) —" is about as long as they get.
    private const int LongestLine = 110;
    private const int MostPlainWords = 4;

    private static readonly FrozenSet<string> Months = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july",
        "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december");

    // Small words inside the name of a place or agency; elsewhere a small word says that this is a sentence.
    private static readonly FrozenSet<string> Links = FrozenSet.Create(StringComparer.Ordinal, "of", "the", "de", "del", "la", "al", "el", "and", "upon", "on", "in", "am");

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("?!:;\"“”");

    /// <summary>
    /// How many code units of the stretch are its dateline with the dash and the space after it; 0 where it has none. A line
    /// counts as a dateline when capitalised words stand before a dash and a sentence after it, and one of these tells it
    /// from a headline's first words: an agency in brackets, a date, a first word in capitals, or no more than four words.
    /// </summary>
    public static int LengthIn(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, LongestLine)];
        var dash = FindDash(head, out var dashLength);
        if (dash <= 0)
        {
            return 0;
        }

        var line = head[..dash].TrimEnd();
        var after = dash + dashLength;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
        {
            after++;
        }

        if (after >= text.Length || !(char.IsUpper(text[after]) || char.IsDigit(text[after]) || text[after] is '"' or '\'' or '“' or '‘' or '['))
        {
            return 0;
        }

        return IsDateline(line) ? after : 0;
    }

    private static bool IsDateline(ReadOnlySpan<char> line)
    {
        var hasAgency = false;
        if (line.EndsWith(")"))
        {
            var open = line.LastIndexOf('(');
            if (open < 0)
            {
                return false;
            }

            hasAgency = line.Length - open > 3 && char.IsLetter(line[open + 1]);
            line = line[..open].TrimEnd();
            if (line.IsEmpty)
            {
                return hasAgency;
            }
        }

        if (!char.IsUpper(line[0]) || line.ContainsAny(SentenceMarks))
        {
            return false;
        }

        var words = 0;
        var hasDate = false;
        var firstIsCapitals = false;
        foreach (var range in line.SplitAny(' ', ','))
        {
            var word = line[range].Trim('.');
            if (word.IsEmpty)
            {
                continue;
            }

            words++;
            firstIsCapitals |= words == 1 && word.Length > 1 && word.IndexOfAnyInRange('a', 'z') < 0;
            if (char.IsDigit(word[0]))
            {
                // A number stands only beside a month: "May 4", "4 May 2026".
                hasDate = true;
                if (word.Length > 4 || !HasMonth(line))
                {
                    return false;
                }
            }
            else if (!char.IsUpper(word[0]) && !Links.Contains(word.ToString()))
            {
                return false;
            }
        }

        return hasAgency || hasDate || firstIsCapitals || words <= MostPlainWords;
    }

    private static bool HasMonth(ReadOnlySpan<char> line)
    {
        foreach (var range in line.SplitAny(' ', ','))
        {
            if (Months.Contains(line[range].Trim('.').ToString()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first dash that parts two words: a long one anywhere, a hyphen only with space on both sides.</summary>
    private static int FindDash(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    return -1;
                case '—' or '–':
                    return i;
                case '-' when i > 0 && text[i - 1] == ' ' && i + 1 < text.Length && text[i + 1] is ' ' or '-':
                    length = text[i + 1] == '-' ? 2 : 1;
                    return i;
            }
        }

        return -1;
    }
}
