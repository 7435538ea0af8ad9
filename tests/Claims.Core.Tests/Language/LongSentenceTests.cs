using Claims.Core.Articles;
using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Language;

/// <summary>Text that has no sentences is cut, and nothing of it is lost.</summary>
public sealed class LongSentenceTests
{
    [Theory]
    [InlineData("mill ")]
    [InlineData("on 7 May ")]
    [InlineData("\"He said\" she said \"")]
    [InlineData("three boats, two of them new, ")]
    public void Analyze_CutsWhatNoProseIsAsLongAs(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 900));
        var words = new List<TextSpan>();
        Tokenizer.Tokenize(text, new(0, text.Length), words);

        var sentences = LanguageAnalyzer.Default.Analyze(text, new(0, text.Length));

        Assert.All(sentences, sentence => Assert.InRange(sentence.Tokens.Length, 1, LongSentence.PieceWords));
        Assert.Equal(words, sentences.SelectMany(sentence => sentence.Tokens).Select(token => token.Span));
    }

    [Fact]
    public void Analyze_CutsBehindAMark_WhereThereIsOne()
    {
        var text = string.Concat(Enumerable.Repeat("three boats and one barge sank off the cape on that day, ", 40));
        var sentences = LanguageAnalyzer.Default.Analyze(text, new(0, text.Length));
        Assert.True(sentences.Count > 1);
        Assert.All(sentences, sentence => Assert.Equal(",", sentence.Tokens[^1].Text));
    }
}
