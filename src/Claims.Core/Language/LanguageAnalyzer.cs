using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>English: sentences, words, lemmas, parts of speech and dependency trees.</summary>
public sealed class LanguageAnalyzer : ILanguageAnalyzer
{
    /// <summary>More words than this are parsed piece by piece, so that time stays linear whatever the text.</summary>
    private const int MaxSentence = 200;

    private static readonly Lazy<LanguageAnalyzer> Shared = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Claims.Core.Language.english.bin")
            ?? throw new InvalidOperationException("The English model is missing from the assembly.");
        return new LanguageAnalyzer(stream);
    });

    private readonly GrammarModel _model;
    private readonly Lemmatizer _lemmatizer;

    /// <param name="model">A model that <see cref="Training.LanguageTrainer"/> wrote.</param>
    public LanguageAnalyzer(Stream model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var decompressed = new BrotliStream(model, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(decompressed);
        var relations = new string[reader.ReadInt32()];
        for (var i = 0; i < relations.Length; i++)
        {
            relations[i] = reader.ReadString();
        }

        _model = new GrammarModel(HashedPerceptron.Read(reader), HashedPerceptron.Read(reader), HashedPerceptron.Read(reader), relations);
        var known = new string[reader.ReadInt32()];
        for (var i = 0; i < known.Length; i++)
        {
            known[i] = reader.ReadString();
        }

        var exceptions = new (string, PartOfSpeech, string)[reader.ReadInt32()];
        for (var i = 0; i < exceptions.Length; i++)
        {
            exceptions[i] = (reader.ReadString(), (PartOfSpeech)reader.ReadByte(), reader.ReadString());
        }

        _lemmatizer = new Lemmatizer(known, exceptions);
    }

    /// <summary>The analyzer with the model inside this assembly, loaded at first use.</summary>
    public static LanguageAnalyzer Default => Shared.Value;

    /// <inheritdoc/>
    public string Version => "english-1";

    /// <inheritdoc/>
    public IReadOnlyList<AnalyzedSentence> Analyze(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<TextSpan>();
        Tokenizer.Tokenize(text, span, spans);
        var ranges = new List<Range>();
        SentenceSplitter.Split(text, spans, ranges);
        var sentences = new List<AnalyzedSentence>(ranges.Count);
        foreach (var range in ranges)
        {
            var (first, count) = range.GetOffsetAndLength(spans.Count);
            var words = new string[count];
            for (var i = 0; i < count; i++)
            {
                words[i] = spans[first + i].Of(text);
            }

            sentences.Add(Sentence(words, spans, first));
        }

        return sentences;
    }

    /// <summary>Tags and tree of words that are already cut.</summary>
    internal Grammar Parse(IReadOnlyList<string> words)
    {
        if (words.Count <= MaxSentence)
        {
            return _model.Parse(words);
        }

        var tags = new PartOfSpeech[words.Count];
        var heads = new int[words.Count];
        var relations = new string[words.Count];
        var root = -1;
        for (var from = 0; from < words.Count; from += MaxSentence)
        {
            var piece = words.Skip(from).Take(MaxSentence).ToArray();
            var grammar = _model.Parse(piece);
            for (var i = 0; i < piece.Length; i++)
            {
                tags[from + i] = grammar.Tags[i];
                var isRoot = grammar.Heads[i] < 0;
                heads[from + i] = isRoot ? root : grammar.Heads[i] + from;
                relations[from + i] = isRoot && root >= 0 ? "parataxis" : grammar.Relations[i];
            }

            root = root < 0 ? Array.IndexOf(heads, -1, 0, piece.Length) : root;
        }

        return new(tags, heads, relations);
    }

    /// <summary>The lemma of a word with its tag.</summary>
    internal string Lemma(string word, PartOfSpeech tag) => _lemmatizer.Lemma(word, tag);

    private AnalyzedSentence Sentence(string[] words, List<TextSpan> spans, int first)
    {
        var grammar = Parse(words);
        var tokens = ImmutableArray.CreateBuilder<Token>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            tokens.Add(new(spans[first + i], words[i], _lemmatizer.Lemma(words[i], grammar.Tags[i]), grammar.Tags[i], grammar.Heads[i], grammar.Relations[i]));
        }

        return new(TextSpan.FromBounds(spans[first].Start, spans[first + words.Length - 1].End), tokens.MoveToImmutable());
    }
}
