using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>English: sentences, words, lemmas, parts of speech and dependency trees.</summary>
public sealed class LanguageAnalyzer : ILanguageAnalyzer
{
    private static readonly Lazy<LanguageAnalyzer> Shared = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Claims.Core.Language.english.bin")
            ?? throw new InvalidOperationException("The English model is missing from the assembly.");
        return new LanguageAnalyzer(stream);
    });

    /// <summary>Room is made for a word every so many letters of English prose, the space after it included.</summary>
    private const int LettersPerWord = 5;

    private readonly ParserNetwork _network;
    private readonly Lemmatizer _lemmatizer;

    /// <param name="model">A model that <see cref="Training.LanguageTrainer"/> wrote.</param>
    public LanguageAnalyzer(Stream model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var buffer = new MemoryStream();
        model.CopyTo(buffer);
        Version = $"english-{Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).AsSpan(0, 4))}";
        buffer.Position = 0;
        using var decompressed = new BrotliStream(buffer, CompressionMode.Decompress);
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
    public string Version { get; }

    /// <inheritdoc/>
    public IReadOnlyList<AnalyzedSentence> Analyze(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Analyze([(text, span)])[0];
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<AnalyzedSentence>> Analyze(IReadOnlyList<(string Text, TextSpan Span)> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        var words = new List<string[]>();
        var spans = new List<TextSpan>[stretches.Count];
        var ranges = new List<Range>[stretches.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            var (text, span) = stretches[i];
            spans[i] = new(span.Length / LettersPerWord);
            Tokenizer.Tokenize(text, span, spans[i]);
            var found = new List<Range>();
            SentenceSplitter.Split(text, spans[i], found);
            ranges[i] = LongSentence.Cut(text, spans[i], found);
            foreach (var range in ranges[i])
            {
                words.Add(Words(text, spans[i], range));
            }
        }

        var grammars = Parse(words);
        var analyzed = new AnalyzedSentence[spans.Length][];
        var next = 0;
        for (var i = 0; i < analyzed.Length; i++)
        {
            analyzed[i] = new AnalyzedSentence[ranges[i].Count];
            for (var s = 0; s < analyzed[i].Length; s++, next++)
            {
                analyzed[i][s] = Sentence(words[next], grammars[next], spans[i], ranges[i][s].Start.Value);
            }
        }

        return analyzed;
    }

    private static string[] Words(string text, List<TextSpan> spans, Range range)
    {
        var (first, count) = range.GetOffsetAndLength(spans.Count);
        var sentence = new string[count];
        for (var i = 0; i < count; i++)
        {
            sentence[i] = spans[first + i].Of(text);
        }

        return sentence;
    }

    /// <summary>Tags and trees of sentences that are already cut into words.</summary>
    internal IReadOnlyList<Grammar> Parse(IReadOnlyList<string[]> sentences)
    {
        if (sentences.All(s => s.Length <= LongSentence.PieceWords))
        {
            return _network.Parse(sentences);
        }

        var pieces = _network.Parse([.. sentences.SelectMany(LongSentence.Pieces)]);
        var grammars = new Grammar[sentences.Count];
        var next = 0;
        for (var s = 0; s < grammars.Length; s++)
        {
            var count = LongSentence.PieceCount(sentences[s].Length);
            grammars[s] = LongSentence.Join(pieces.AsSpan(next, count), sentences[s]);
            next += count;
        }

        return grammars;
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
