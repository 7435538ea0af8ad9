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
        var byFirstWords = Index(units, paragraphs);
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

    /// <summary>Paragraphs by every three words in a row of them: a page of thousands of lines is compared in one pass.</summary>
    private static Dictionary<string, List<int>> Index(List<TextUnit> units, List<int> paragraphs)
    {
        var index = new Dictionary<string, List<int>>();
        foreach (var i in paragraphs)
        {
            var words = units[i].Normal.Trim('\'', '"', ' ').Split(' ');
            for (var w = 0; w + 3 <= words.Length; w++)
            {
                var key = $"{Bare(words[w])} {Bare(words[w + 1])} {Bare(words[w + 2])}";
                if (!index.TryGetValue(key, out var places))
                {
                    index[key] = places = [];
                }

                // A paragraph of one phrase over and over is found by its first place alone.
                if (places.Count < MostPlaces && (places.Count == 0 || places[^1] != i))
                {
                    places.Add(i);
                }
            }
        }

        return index;
    }

    /// <summary>More paragraphs than this with the same three words are boilerplate; comparing them all would be quadratic.</summary>
    private const int MostPlaces = 50;

    private static string FirstWords(string quote)
    {
        var words = quote.Split(' ', 4);
        return words.Length < 3 ? "" : $"{Bare(words[0])} {Bare(words[1])} {Bare(words[2])}";
    }

    private static string Bare(string word) => word.Trim('"', '\'', ',', '.', '(', ')', ':', ';');

    private static bool Stands(string paragraph, string quote) =>
        paragraph.Length > quote.Length && paragraph.Contains(quote, StringComparison.Ordinal);
}
