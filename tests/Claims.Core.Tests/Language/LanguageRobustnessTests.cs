using Claims.Core.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class LanguageRobustnessTests
{
    private const int Megabyte = 1 << 20;

    public static TheoryData<string, string> Hostile => new()
    {
        { "one word", new string('a', Megabyte) },
        { "one mark", new string('(', Megabyte) },
        { "stops", string.Concat(Enumerable.Repeat("a.", Megabyte / 2)) },
        { "hyphens", string.Concat(Enumerable.Repeat("1-", Megabyte / 2)) },
        { "quotes", string.Concat(Enumerable.Repeat("\"'", Megabyte / 2)) },
        { "no end", string.Concat(Enumerable.Repeat("the dog ", Megabyte / 8)) },
        { "emoji", string.Concat(Enumerable.Repeat("😀👍🏽 ", Megabyte / 14)) },
        { "marks on one letter", "e" + new string('\u0301', Megabyte) },
        { "right to left", string.Concat(Enumerable.Repeat("قال الوزير. ", Megabyte / 24)) },
        { "half surrogates", string.Concat(Enumerable.Repeat("\ud83d \ude00", Megabyte / 6)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Analyze_KeepsEveryCharacter_WhenTextIsHostile(string name, string text)
    {
        _ = name;
        AssertSound(text);
    }

    [Fact]
    public void Analyze_KeepsEveryCharacter_WhenTextIsRandom()
    {
        var random = new Random(5);
        AssertSound(new string([.. Enumerable.Range(0, 100_000).Select(_ => (char)random.Next(0, 65536))]));
        AssertSound(new string([.. Enumerable.Range(0, 100_000).Select(_ => (char)random.Next(0, 256))]));
    }

    [Fact]
    public void Analyze_KeepsEveryCharacter_WhateverTheText() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => AssertSound(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Analyze_GivesTheSame_FromManyThreads()
    {
        const string text = "The harbour master said two ferries sank. Nobody was hurt, he added.";
        var expected = Describe(text);
        Parallel.For(0, 16, _ => Assert.Equal(expected, Describe(text)));
    }

    private static string Describe(string text) =>
        string.Join(' ', LanguageAnalyzer.Default.Analyze(text, new(0, text.Length)).SelectMany(s => s.Tokens).Select(t => $"{t.Text}/{t.Lemma}/{t.Tag}/{t.Head}/{t.Relation}"));

    private static void AssertSound(string text)
    {
        var at = 0;
        foreach (var sentence in LanguageAnalyzer.Default.Analyze(text, new(0, text.Length)))
        {
            Assert.Equal(sentence.Tokens[0].Span.Start, sentence.Span.Start);
            Assert.Equal(sentence.Tokens[^1].Span.End, sentence.Span.End);
            foreach (var token in sentence.Tokens)
            {
                Assert.True(text.AsSpan(at, token.Span.Start - at).IsWhiteSpace(), "Something other than white space was lost.");
                Assert.True(text.AsSpan(token.Span.Start, token.Span.Length).SequenceEqual(token.Text));
                at = token.Span.End;
            }

            if (sentence.Tokens.Length <= 2000)
            {
                Trees.AssertIsTree([.. sentence.Tokens.Select(t => t.Head)]);
            }
        }

        Assert.True(text.AsSpan(at).IsWhiteSpace());
    }
}
