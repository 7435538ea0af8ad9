using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Claims.Core.Grouping;

/// <summary>
/// The n-grams that the featurizer knows and in how many training texts each was seen. Stored as gzip over plain lines
/// ("c" or "w", tab, n-gram, tab, number of texts), so that anyone can read it with standard tools.
/// </summary>
public sealed class NgramDictionary
{
    /// <summary>Shortest run of characters that is a feature.</summary>
    public const int MinCharacters = 3;

    /// <summary>Longest run of characters that is a feature.</summary>
    public const int MaxCharacters = 5;

    private static readonly Lazy<NgramDictionary> LazyEmbedded = new(LoadEmbedded);

    private readonly FrozenDictionary<string, int> characters;
    private readonly FrozenDictionary<string, int> words;
    private readonly float[] idf;

    /// <param name="documents">How many texts the counts come from, at least 1.</param>
    /// <param name="keepsPunctuation">Whether punctuation was kept.</param>
    /// <param name="characters">Runs of characters with the number of texts that hold them.</param>
    /// <param name="words">Words and pairs of words with the number of texts that hold them.</param>
    public NgramDictionary(int documents, bool keepsPunctuation, IEnumerable<KeyValuePair<string, int>> characters, IEnumerable<KeyValuePair<string, int>> words)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(documents, 1);
        Documents = documents;
        KeepsPunctuation = keepsPunctuation;
        CharacterCounts = [.. characters.OrderBy(p => p.Key, StringComparer.Ordinal)];
        WordCounts = [.. words.OrderBy(p => p.Key, StringComparer.Ordinal)];
        this.characters = CharacterCounts.Select((p, i) => KeyValuePair.Create(p.Key, i)).ToFrozenDictionary(StringComparer.Ordinal);
        this.words = WordCounts.Select((p, i) => KeyValuePair.Create(p.Key, CharacterCounts.Count + i)).ToFrozenDictionary(StringComparer.Ordinal);
        // ML.NET (NgramExtractingTransformer): natural logarithm of texts by texts with the n-gram, without smoothing.
        idf = [.. CharacterCounts.Concat(WordCounts).Select(p => (float)Math.Log((double)documents / p.Value))];
    }

    /// <summary>The dictionary that ships in the assembly (models/ngrams).</summary>
    public static NgramDictionary Embedded => LazyEmbedded.Value;

    /// <summary>How many texts it was learned from.</summary>
    public int Documents { get; }

    /// <summary>Whether punctuation is part of words and runs.</summary>
    public bool KeepsPunctuation { get; }

    /// <summary>How many features there are; character runs come first, as in ML.NET.</summary>
    public int Count => idf.Length;

    /// <summary>How many of the features are character runs.</summary>
    public int CharacterFeatures => CharacterCounts.Count;

    internal IReadOnlyList<KeyValuePair<string, int>> CharacterCounts { get; }

    internal IReadOnlyList<KeyValuePair<string, int>> WordCounts { get; }

    /// <summary>Inverse document frequency of a feature.</summary>
    public float IdfOf(int feature) => idf[feature];

    /// <summary>Inverse document frequency of a single word; of an unknown word that of one seen in one text.</summary>
    public float IdfOfWord(string word) => words.TryGetValue(word, out var i) ? idf[i] : (float)Math.Log(Documents);

    /// <summary>Whether the word stands in the dictionary.</summary>
    public bool KnowsWord(string word) => words.ContainsKey(word);

    /// <summary>Reads a dictionary.</summary>
    /// <exception cref="InvalidDataException">The stream does not hold one.</exception>
    public static NgramDictionary Load(Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        var header = reader.ReadLine()?.Split('\t');
        if (header is not ["claims-ngrams", "1", var documents, var punctuation])
        {
            throw new InvalidDataException("This is no n-gram dictionary: its first line must be 'claims-ngrams', 1, the number of texts, 'punctuation' or 'plain'.");
        }

        var characters = new List<KeyValuePair<string, int>>();
        var words = new List<KeyValuePair<string, int>>();
        while (reader.ReadLine() is { } line)
        {
            var first = line.IndexOf('\t');
            var last = line.LastIndexOf('\t');
            if (first != 1 || last <= first)
            {
                throw new InvalidDataException($"Not an n-gram line: '{line}'.");
            }

            var entry = KeyValuePair.Create(Unescape(line[(first + 1)..last]), int.Parse(line.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture));
            (line[0] == 'c' ? characters : words).Add(entry);
        }

        return new(int.Parse(documents, CultureInfo.InvariantCulture), punctuation == "punctuation", characters, words);
    }

    /// <summary>Writes the dictionary; the same dictionary always gives the same bytes.</summary>
    public void Save(Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new StreamWriter(gzip, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"claims-ngrams\t1\t{Documents}\t{(KeepsPunctuation ? "punctuation" : "plain")}"));
        foreach (var (ngram, count) in CharacterCounts)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"c\t{Escape(ngram)}\t{count}"));
        }

        foreach (var (ngram, count) in WordCounts)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"w\t{Escape(ngram)}\t{count}"));
        }
    }

    internal FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Characters() => characters.GetAlternateLookup<ReadOnlySpan<char>>();

    internal FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Words() => words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static NgramDictionary LoadEmbedded()
    {
        using var stream = typeof(NgramDictionary).Assembly.GetManifestResourceStream("models/ngrams/ngrams.tsv.gz")
            ?? throw new InvalidOperationException("The assembly lacks models/ngrams/ngrams.tsv.gz.");
        return Load(stream);
    }

    private static string Escape(string ngram) =>
        ngram.AsSpan().IndexOfAny("\\\t\n\r") < 0 ? ngram : ngram.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string Unescape(string text)
    {
        if (!text.Contains('\\'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var c => c } : text[i]);
        }

        return result.ToString();
    }
}
