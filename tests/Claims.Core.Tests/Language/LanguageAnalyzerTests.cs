using Claims.Core.Articles;
using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class LanguageAnalyzerTests
{
    [Theory]
    [InlineData("Mr. Oduya left. He came back.", "Mr. Oduya left.|He came back.")]
    [InlineData("The U.S. Senate met on Oct. 7. It voted.", "The U.S. Senate met on Oct. 7.|It voted.")]
    [InlineData("He lives in the U.S. She does not.", "He lives in the U.S.|She does not.")]
    [InlineData("“We won.” The crowd left.", "“We won.”|The crowd left.")]
    [InlineData("\"Why?\" Mira Tolland asked. No one knew.", "\"Why?\" Mira Tolland asked.|No one knew.")]
    [InlineData("The price rose 3.5 percent. No. 5 fell.", "The price rose 3.5 percent.|No. 5 fell.")]
    [InlineData("Ferry sinks off Dunmarrow\n\nFourteen died", "Ferry sinks off Dunmarrow|Fourteen died")]
    [InlineData("The ferry that had left the harbour of Dunmarrow in the\nearly morning sank.", "The ferry that had left the harbour of Dunmarrow in the\nearly morning sank.")]
    [InlineData("Why the harbour guard kept still while the river towns burned\nWhen shells fell on three river towns last week, few in the old port believed that it would hold.", "Why the harbour guard kept still while the river towns burned|When shells fell on three river towns last week, few in the old port believed that it would hold.")]
    [InlineData("The ferry that sank near Dunmarrow was older than most. The old\nPresident Varo line never mended it.", "The ferry that sank near Dunmarrow was older than most.|The old\nPresident Varo line never mended it.")]
    [InlineData("Reactions\nThe mayor left.", "Reactions|The mayor left.")]
    [InlineData("- two boats\n- one car", "- two boats|- one car")]
    [InlineData("Ferry sinks off Dunmarrow Sunday, March 4, 2018 The ferry was old.", "Ferry sinks off Dunmarrow|Sunday, March 4, 2018|The ferry was old.")]
    [InlineData("It sank on Sunday, March 4, 2018, near Dunmarrow.", "It sank on Sunday, March 4, 2018, near Dunmarrow.")]
    [InlineData("He paused... and left.", "He paused... and left.")]
    public void Analyze_EndsSentencesWhereReadersDo(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', LanguageAnalyzer.Default.Analyze(text, new(0, text.Length)).Select(s => s.Span.Of(text))));

    [Fact]
    public void Analyze_GivesOffsetsInTheWholeText_WhenAskedForAPart()
    {
        const string text = "Left alone. Rebels killed 14 people in Dunmarrow. Left alone.";
        var sentence = Assert.Single(LanguageAnalyzer.Default.Analyze(text, new(12, 37)));
        Assert.Equal("Rebels killed 14 people in Dunmarrow.", sentence.Span.Of(text));
        Assert.All(sentence.Tokens, t => Assert.Equal(t.Text, t.Span.Of(text)));
    }

    [Fact]
    public void Analyze_FindsSubjectPredicateAndObject()
    {
        const string text = "The rebels did not attack the harbour.";
        var sentence = LanguageAnalyzer.Default.Analyze(text, new(0, text.Length))[0];
        var predicate = sentence.Root();
        Assert.Equal("attack", sentence.Tokens[predicate].Lemma);
        Assert.Equal("The rebels", sentence.PhraseSpan(sentence.Subject(predicate)).Of(text));
        Assert.Equal("the harbour", sentence.PhraseSpan(sentence.Object(predicate)).Of(text));
        Assert.True(sentence.IsNegated(predicate));
    }

    [Fact]
    public void Analyze_ReturnsNothing_WhenTextIsBlank()
    {
        Assert.Empty(LanguageAnalyzer.Default.Analyze("", default(TextSpan)));
        Assert.Empty(LanguageAnalyzer.Default.Analyze(" \n\t ", new(0, 4)));
    }
}
