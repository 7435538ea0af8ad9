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

    private readonly ParserNetwork _network;
    private readonly Lemmatizer _lemmatizer;

    /// <param name="model">A model that <see cref="Training.LanguageTrainer"/> wrote.</param>
    public LanguageAnalyzer(Stream model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var decompressed = new BrotliStream(model, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(decompressed);
        var relations = ReadStrings(reader);
        var words = ReadStrings(reader);
        var parameters = new NetworkParameters(words.Length);
        parameters.Read(reader);
        _network = new ParserNetwork(parameters, new WordEncoder(words, WordVectors.Default), relations);
        var known = ReadStrings(reader);
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
    public string Version => "english-2";

    /// <inheritdoc/>
    public IReadOnlyList<AnalyzedSentence> Analyze(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<TextSpan>();
        Tokenizer.Tokenize(text, span, spans);
        var ranges = new List<Range>();
        SentenceSplitter.Split(text, spans, ranges);
        var words = new List<string[]>(ranges.Count);
        foreach (var range in ranges)
        {
            var (first, count) = range.GetOffsetAndLength(spans.Count);
            var sentence = new string[count];
            for (var i = 0; i < count; i++)
            {
                sentence[i] = spans[first + i].Of(text);
            }

            words.Add(sentence);
        }

        var grammars = Parse(words);
        var sentences = new AnalyzedSentence[ranges.Count];
        for (var s = 0; s < sentences.Length; s++)
        {
            sentences[s] = Sentence(words[s], grammars[s], spans, ranges[s].Start.Value);
        }

        return sentences;
    }

    /// <summary>Tags and trees of sentences that are already cut into words.</summary>
    internal IReadOnlyList<Grammar> Parse(IReadOnlyList<string[]> sentences)
    {
        if (sentences.All(s => s.Length <= MaxSentence))
        {
            return _network.Parse(sentences);
        }

        var pieces = _network.Parse([.. sentences.SelectMany(s => s.Chunk(MaxSentence))]);
        var next = 0;
        return [.. sentences.Select(s => Join(pieces.AsSpan(next, (s.Length + MaxSentence - 1) / MaxSentence), s.Length, ref next))];
    }

    /// <summary>Pieces of an over-long sentence: the root of every later piece hangs on that of the first.</summary>
    private static Grammar Join(ReadOnlySpan<Grammar> pieces, int words, ref int next)
    {
        next += pieces.Length;
        if (pieces.Length == 1)
        {
            return pieces[0];
        }

        var tags = new PartOfSpeech[words];
        var heads = new int[words];
        var relations = new string[words];
        var root = Array.IndexOf(pieces[0].Heads, -1);
        var from = 0;
        foreach (var piece in pieces)
        {
            for (var i = 0; i < piece.Heads.Length; i++)
            {
                var isRoot = piece.Heads[i] < 0;
                tags[from + i] = piece.Tags[i];
                heads[from + i] = !isRoot ? piece.Heads[i] + from : from == 0 ? -1 : root;
                relations[from + i] = isRoot && from > 0 ? "parataxis" : piece.Relations[i];
            }

            from += piece.Heads.Length;
        }

        return new(tags, heads, relations);
    }

    private static string[] ReadStrings(BinaryReader reader)
    {
        var strings = new string[reader.ReadInt32()];
        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = reader.ReadString();
        }

        return strings;
    }

    /// <summary>The lemma of a word with its tag.</summary>
    internal string Lemma(string word, PartOfSpeech tag) => _lemmatizer.Lemma(word, tag);

    private AnalyzedSentence Sentence(string[] words, Grammar grammar, List<TextSpan> spans, int first)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            tokens.Add(new(spans[first + i], words[i], _lemmatizer.Lemma(words[i], grammar.Tags[i]), grammar.Tags[i], grammar.Heads[i], grammar.Relations[i]));
        }

        return new(TextSpan.FromBounds(spans[first].Start, spans[first + words.Length - 1].End), tokens.MoveToImmutable());
    }
}
