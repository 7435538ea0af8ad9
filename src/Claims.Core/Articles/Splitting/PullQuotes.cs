namespace Claims.Core.Articles.Splitting;

/// <summary>Finds what a page prints twice, so that it is one claim: pull quotes, repeated paragraphs.</summary>
internal static class PullQuotes
{
    /// <summary>Shorter repetitions are coincidence ("The mayor agreed.").</summary>
    private const int ShortestQuote = 6;

    /// <summary>The least part of a pull quote's longer sentence that it must be, so that a heading's words in a sentence do not make it one.</summary>
    private const int LongestQuote = 80;

    /// <summary>
    /// Marks the units from <paramref name="start"/> to <paramref name="end"/> whose whole text stands in another paragraph:
    /// the shorter one is the pull quote; of two equal ones the later.
    /// </summary>
    public static void Mark(List<TextUnit> units, int start, int end)
    {
        var candidates = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (units[i].Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.PullQuote or BlockKind.Standfirst or BlockKind.ListItem && units[i].Words is >= ShortestQuote and <= LongestQuote)
            {
                candidates.Add(i);
            }
        }

        var paragraphs = Enumerable.Range(start, end - start).Where(i => units[i].IsProse && units[i].Words >= ShortestQuote).ToList();
        var quotes = candidates.ConvertAll(candidate => FirstWords(units[candidate].Normal.Trim('\'', '"', ' ')));
        var byFirstWords = Index(units, paragraphs, quotes);
        foreach (var candidate in candidates)
        {
            var quote = units[candidate].Normal.Trim('\'', '"', ' ');
            if (!byFirstWords.TryGetValue(FirstWords(quote), out var places))
            {
                continue;
            }

            foreach (var other in places)
            {
                var isSame = units[other].Normal == units[candidate].Normal;
                if (other != candidate && units[other].IsProse && (isSame ? other < candidate : Stands(units[other].Normal, quote)))
                {
                    units[candidate].Kind = BlockKind.PullQuote;
                    break;
                }
            }
        }
    }

    /// <summary>The paragraphs in which the first three words of a quote stand in a row: a page of thousands of lines is compared in one pass.</summary>
    private static Dictionary<string, List<int>> Index(List<TextUnit> units, List<int> paragraphs, List<string> quotes)
    {
        var index = new Dictionary<string, List<int>>();
        foreach (var quote in quotes)
        {
            index.TryAdd(quote, []);
        }

        var byWords = index.GetAlternateLookup<ReadOnlySpan<char>>();
        var key = new char[LongestKey];
        foreach (var i in paragraphs)
        {
            var text = units[i].Normal.AsSpan().Trim("'\" ");
            Range first = default, second = default;
            var count = 0;
            foreach (var third in text.Split(' '))
            {
                count++;
                var length = count < 3 ? -1 : Write(key, Bare(text[first]), Bare(text[second]), Bare(text[third]));

                // A paragraph of one phrase over and over is found by its first place alone.
                if (length > 0 && byWords.TryGetValue(key.AsSpan(0, length), out var places) && places.Count < MostPlaces && (places.Count == 0 || places[^1] != i))
                {
                    places.Add(i);
                }

                (first, second) = (second, third);
            }
        }

        return index;
    }

    /// <summary>More paragraphs than this with the same three words are boilerplate; comparing them all would be quadratic.</summary>
    private const int MostPlaces = 50;

    /// <summary>Three words that are longer together are no words.</summary>
    private const int LongestKey = 256;

    private static string FirstWords(string quote)
    {
        var words = quote.Split(' ', 4);
        var key = new char[LongestKey];
        return words.Length < 3 || Write(key, Bare(words[0]), Bare(words[1]), Bare(words[2])) is not (> 0 and var length) ? "" : new string(key, 0, length);
    }

    /// <summary>The length of three words in a row, or -1 where there is no room for them.</summary>
    private static int Write(Span<char> key, ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third) =>
        key.TryWrite($"{first} {second} {third}", out var length) ? length : -1;

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.Trim("\"',.():;");

    private static bool Stands(string paragraph, string quote) =>
        paragraph.Length > quote.Length && paragraph.Contains(quote, StringComparison.Ordinal);
}
