using System.Globalization;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>The nouns, verbs or adjectives of WordNet as its files <c>index.*</c> and <c>data.*</c> give them (man page wndb(5WN)).</summary>
internal sealed class WordNetFile
{
    /// <param name="folder">Folder of the files.</param>
    /// <param name="name">"noun", "verb" or "adj".</param>
    public WordNetFile(string folder, string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, $"data.{name}")).Where(l => l.Length > 0 && l[0] != ' '))
        {
            var synset = Synset.Parse(line);
            Synsets[synset.Offset] = synset;
        }

        foreach (var line in File.ReadLines(Path.Combine(folder, $"index.{name}")).Where(l => l.Length > 0 && l[0] != ' '))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var senses = int.Parse(fields[2], CultureInfo.InvariantCulture);
            Index[fields[0]] = [.. fields[^senses..].Select(f => int.Parse(f, CultureInfo.InvariantCulture))];
        }
    }

    /// <summary>Offsets of the meanings of a word, most frequent first.</summary>
    public Dictionary<string, int[]> Index { get; } = new(StringComparer.Ordinal);

    /// <summary>Meanings by offset.</summary>
    public Dictionary<int, Synset> Synsets { get; } = [];

    /// <summary>Pairs of words that are opposites.</summary>
    public IEnumerable<(string, string)> Antonyms() =>
        from synset in Synsets.Values
        from pointer in synset.Pointers
        where pointer is { Symbol: "!", SourceWord: > 0 } && Synsets.ContainsKey(pointer.Offset)
        let a = synset.Words[pointer.SourceWord - 1]
        let b = Synsets[pointer.Offset].Words[pointer.TargetWord - 1]
        where !a.Contains(' ') && !b.Contains(' ')
        select (a, b);

    /// <summary>Words of this file with the words of another that they are formed from.</summary>
    public IEnumerable<(string, string)> Derivations(char pos, WordNetFile other) =>
        from synset in Synsets.Values
        from pointer in synset.Pointers
        where pointer.Symbol == "+" && pointer.Pos == pos && pointer.SourceWord > 0 && other.Synsets.ContainsKey(pointer.Offset)
        let a = synset.Words[pointer.SourceWord - 1]
        let b = other.Synsets[pointer.Offset].Words[pointer.TargetWord - 1]
        where !a.Contains(' ') && !b.Contains(' ')
        select (a, b);

    /// <summary>Every meaning that is a kind or an instance of one, at any depth, with the kinds between the two.</summary>
    public IEnumerable<(int Meaning, IReadOnlyList<int> Kinds)> Below(int offset)
    {
        var pending = new Stack<(int Offset, int[] Kinds)>([(offset, [])]);
        var seen = new HashSet<int>();
        while (pending.TryPop(out var current))
        {
            foreach (var pointer in Synsets[current.Offset].Pointers.Where(p => p.Symbol is "~" or "~i" && seen.Add(p.Offset)))
            {
                yield return (pointer.Offset, current.Kinds);
                pending.Push((pointer.Offset, [.. current.Kinds, pointer.Offset]));
            }
        }
    }

    /// <summary>A relation from one meaning, or one of its words, to another.</summary>
    internal readonly record struct Pointer(string Symbol, int Offset, char Pos, int SourceWord, int TargetWord);

    /// <summary>One meaning: the number of its lexicographer file, its words in lower case with spaces, its relations.</summary>
    internal sealed record Synset(int Offset, int File, bool IsSatellite, string[] Words, Pointer[] Pointers)
    {
        public static Synset Parse(string line)
        {
            var fields = line.Split(' ');
            var count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var words = new string[count];
            for (var i = 0; i < count; i++)
            {
                // Adjectives carry where they may stand: "galore(ip)".
                words[i] = fields[4 + (2 * i)].Split('(')[0].Replace('_', ' ').ToLowerInvariant();
            }

            var at = 4 + (2 * count);
            var pointers = new Pointer[int.Parse(fields[at], CultureInfo.InvariantCulture)];
            for (var i = 0; i < pointers.Length; i++)
            {
                var words16 = int.Parse(fields[at + 4 + (4 * i)], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                pointers[i] = new(
                    fields[at + 1 + (4 * i)],
                    int.Parse(fields[at + 2 + (4 * i)], CultureInfo.InvariantCulture),
                    fields[at + 3 + (4 * i)][0],
                    words16 >> 8,
                    words16 & 0xFF);
            }

            return new(int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2] == "s", words, pointers);
        }
    }
}
