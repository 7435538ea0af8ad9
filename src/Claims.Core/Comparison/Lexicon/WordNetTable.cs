using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>What is known of English words from WordNet (<c>models/lexicon/wordnet.tsv.gz</c>; made by <see cref="WordNetExtract"/>). Words are lower case.</summary>
public sealed class WordNetTable
{
    /// <summary>Lexicographer file of people in WordNet (man page lexnames(5WN)).</summary>
    private const int PersonFile = 18;

    /// <summary>Lexicographer file of places.</summary>
    private const int PlaceFile = 15;

    private static readonly Lazy<WordNetTable> LazyEmbedded = new(LoadEmbedded);

    private readonly FrozenDictionary<string, (int File, int[] Senses)> nouns;
    private readonly FrozenDictionary<string, (int File, int[] Senses)> verbs;
    private readonly FrozenDictionary<string, int[]> adjectives;
    private readonly FrozenDictionary<int, int> kindOf;
    private readonly FrozenSet<(int, int)> oppositeHeads;
    private readonly FrozenSet<(string, string)> antonyms;
    private readonly FrozenDictionary<string, string> verbBehind;
    private readonly ILookup<string, (string Category, int[] Chain)> exclusives;

    private WordNetTable(StreamReader reader)
    {
        var n = new Dictionary<string, (int, int[])>(StringComparer.Ordinal);
        var v = new Dictionary<string, (int, int[])>(StringComparer.Ordinal);
        var a = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var h = new Dictionary<int, int>();
        var o = new HashSet<(int, int)>();
        var opposites = new HashSet<(string, string)>();
        var d = new Dictionary<string, string>(StringComparer.Ordinal);
        var x = new List<(string Word, string Category, int[] Chain)>();
        while (reader.ReadLine() is { } line)
        {
            var f = line.Split('\t');
            switch (f[0])
            {
                case "n":
                    n[f[1]] = (Int(f[2]), Ints(f[3]));
                    break;
                case "v":
                    v[f[1]] = (Int(f[2]), Ints(f[3]));
                    break;
                case "a":
                    a[f[1]] = Ints(f[2]);
                    break;
                case "h":
                    h[Int(f[1])] = Int(f[2]);
                    break;
                case "o":
                    o.Add((Int(f[1]), Int(f[2])));
                    break;
                case "-":
                    opposites.Add((f[1], f[2]));
                    break;
                case "d" when CommonPrefix(f[1], f[2]) >= Math.Min(4, f[2].Length - 1) && (!d.TryGetValue(f[1], out var other) || CommonPrefix(f[1], f[2]) > CommonPrefix(f[1], other)):
                    d[f[1]] = f[2];
                    break;
                case "x":
                    x.Add((f[2], f[1], Ints(f[3])));
                    break;
            }
        }

        nouns = n.ToFrozenDictionary(StringComparer.Ordinal);
        verbs = v.ToFrozenDictionary(StringComparer.Ordinal);
        adjectives = a.ToFrozenDictionary(StringComparer.Ordinal);
        kindOf = h.ToFrozenDictionary();
        oppositeHeads = o.ToFrozenSet();
        antonyms = opposites.ToFrozenSet();
        verbBehind = d.ToFrozenDictionary(StringComparer.Ordinal);
        exclusives = x.ToLookup(e => e.Word, e => (e.Category, e.Chain), StringComparer.Ordinal);
    }

    /// <summary>The table that ships in the assembly.</summary>
    public static WordNetTable Embedded => LazyEmbedded.Value;

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">The stream does not hold one.</exception>
    public static WordNetTable Load(Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadLine() == "claims-wordnet\t1"
            ? new(reader)
            : throw new InvalidDataException("This is no word table: its first line must be 'claims-wordnet' and 1.");
    }

    /// <summary>Whether the word is the dictionary form of a noun.</summary>
    public bool IsNoun(string word) => nouns.ContainsKey(word);

    /// <summary>Whether the word is the dictionary form of a verb.</summary>
    public bool IsVerb(string word) => verbs.ContainsKey(word);

    /// <summary>Whether the word is an adjective.</summary>
    public bool IsAdjective(string word) => adjectives.ContainsKey(word);

    /// <summary>Whether the noun names people by its most frequent meaning ("climber").</summary>
    public bool IsPerson(string noun) => nouns.TryGetValue(noun, out var entry) && entry.File == PersonFile;

    /// <summary>Whether the word's most frequent meaning as a noun is a place or a person, so that it may be a name.</summary>
    public bool IsPlaceOrPerson(string noun) => nouns.TryGetValue(noun, out var entry) && entry.File is PersonFile or PlaceFile;

    /// <summary>The verb that the noun is formed from ("resignation" → "resign"), or null.</summary>
    public string? VerbBehind(string noun) => verbBehind.GetValueOrDefault(noun);

    /// <summary>Whether the two share a meaning.</summary>
    public bool AreSynonyms(string a, string b) =>
        a == b || Share(nouns, a, b) || Share(verbs, a, b) || (adjectives.TryGetValue(a, out var x) && adjectives.TryGetValue(b, out var y) && x.AsSpan().IndexOfAny(y) >= 0);

    /// <summary>Numbers of the meanings of a word, as noun, verb and adjective; two words are synonyms when they share one.</summary>
    internal IEnumerable<int> MeaningsOf(string word)
    {
        if (nouns.TryGetValue(word, out var noun))
        {
            foreach (var sense in noun.Senses)
            {
                yield return sense;
            }
        }

        if (verbs.TryGetValue(word, out var verb))
        {
            foreach (var sense in verb.Senses)
            {
                yield return sense;
            }
        }

        if (adjectives.TryGetValue(word, out var heads))
        {
            foreach (var head in heads)
            {
                yield return head;
            }
        }
    }

    /// <summary>Whether the first noun or verb is a kind of the second by at most <paramref name="steps"/> steps ("mountaineer" of "climber").</summary>
    public bool IsKindOf(string a, string b, int steps = 2) => Under(nouns, a, b, steps) || Under(verbs, a, b, steps);

    /// <summary>Whether the two are opposites: antonyms, or adjectives under heads that are ("tiny", "large").</summary>
    public bool AreOpposites(string a, string b)
    {
        if (antonyms.Contains((a, b)) || antonyms.Contains((b, a)))
        {
            return true;
        }

        if (!adjectives.TryGetValue(a, out var x) || !adjectives.TryGetValue(b, out var y) || AreSynonyms(a, b))
        {
            return false;
        }

        foreach (var i in x)
        {
            foreach (var j in y)
            {
                if (oppositeHeads.Contains((i, j)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the two stand in one list of things that exclude each other ("Norwegian", "Danish"), neither being a kind or another name of the other.</summary>
    public bool ExcludeEachOther(string a, string b)
    {
        foreach (var (category, chain) in exclusives[a])
        {
            foreach (var (otherCategory, otherChain) in exclusives[b])
            {
                if (category == otherCategory && chain[0] != otherChain[0] && !chain.Contains(otherChain[0]) && !otherChain.Contains(chain[0]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Share(FrozenDictionary<string, (int File, int[] Senses)> words, string a, string b) =>
        words.TryGetValue(a, out var x) && words.TryGetValue(b, out var y) && x.Senses.AsSpan().IndexOfAny(y.Senses) >= 0;

    private bool Under(FrozenDictionary<string, (int File, int[] Senses)> words, string a, string b, int steps)
    {
        if (!words.TryGetValue(a, out var x) || !words.TryGetValue(b, out var y))
        {
            return false;
        }

        foreach (var sense in x.Senses)
        {
            var at = sense;
            for (var step = 0; step < steps && kindOf.TryGetValue(at, out at); step++)
            {
                if (y.Senses.Contains(at))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static WordNetTable LoadEmbedded()
    {
        using var stream = typeof(WordNetTable).Assembly.GetManifestResourceStream("models/lexicon/wordnet.tsv.gz")
            ?? throw new InvalidOperationException("The assembly lacks models/lexicon/wordnet.tsv.gz.");
        return Load(stream);
    }

    private static int CommonPrefix(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int[] Ints(string text) => [.. text.Split(',').Select(Int)];
}
