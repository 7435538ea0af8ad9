using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Extraction;

public sealed class ClaimExtractorTests
{
    [Theory]
    [InlineData("The brigades did not attack the port.", "attack", false)]
    [InlineData("The brigades attacked the port.", "attack", true)]
    [InlineData("The brigades refrained from attacking the port.", "attack", false)]
    [InlineData("The brigades failed to capture the port.", "capture", false)]
    [InlineData("The brigades have never attacked the port.", "attack", false)]
    [InlineData("The brigades stayed out of the war.", "take part", false)]
    [InlineData("The brigades participated in the war.", "take part", true)]
    [InlineData("The party will not take part in the vote.", "take part", false)]
    public void Extract_DecidesPolarityOfTheEmbeddedPredicate(string text, string predicate, bool affirmative)
    {
        var claim = Assert.Single(Reading.Claims(text));

        Assert.Equal(predicate, claim.Predicate);
        Assert.Equal(affirmative, claim.IsAffirmative);
    }

    [Theory]
    [InlineData("The brigades attacked the port.", Modality.Asserted)]
    [InlineData("The brigades attacked the port, the mayor said.", Modality.Reported)]
    [InlineData("The mayor denied that the brigades attacked the port.", Modality.Denied)]
    [InlineData("The party plans to contest the vote.", Modality.Planned)]
    [InlineData("The council will open the bridge.", Modality.Planned)]
    [InlineData("The council may open the bridge.", Modality.Uncertain)]
    [InlineData("Did the brigades attack the port?", Modality.Question)]
    public void Extract_SaysHowFirmlyItIsPut(string text, Modality modality) =>
        Assert.Equal(modality, Reading.Claims($"{text} It was a cold day in the hills, and few people were about.")[0].Modality);

    [Fact]
    public void Extract_TurnsPolarity_WhenSomeoneDeniesIt()
    {
        var claim = Reading.Claims("The mayor denied that the brigades attacked the port.")[0];

        Assert.False(claim.IsAffirmative);
        Assert.Equal("The mayor", claim.Attribution.Primary?.Name);
    }

    [Fact]
    public void Extract_SplitsClauses_WhenEachHasItsOwnSubjectAndCount()
    {
        var claims = Reading.Claims("The Civic Union won 27 seats and the Harbour List took 18 seats.");

        Assert.Equal(2, claims.Count);
        Assert.Equal([27.0, 18.0], claims.Select(claim => Assert.Single(claim.Quantities).Best));
        Assert.Contains("Civic Union", claims[0].Subject, StringComparison.Ordinal);
        Assert.Contains("Harbour List", claims[1].Subject, StringComparison.Ordinal);
        Assert.All(claims, claim => Assert.Equal(new TextSpan(0, 64), claim.Sentence));
    }

    [Fact]
    public void Extract_FillsThePredicateIn_WhenTheSecondClauseLeavesItOut()
    {
        var claims = Reading.Claims("The Civic Union won 27 seats and Harbour 18.");

        var gapped = claims[^1];
        Assert.Equal("Harbour", gapped.Subject);
        Assert.Equal("seat", Assert.Single(gapped.Quantities).Counted);
        Assert.Equal("Harbour won 18 seats.", gapped.Text);
    }

    [Fact]
    public void Extract_LeavesOutTheTimeOfSaying()
    {
        var claim = Reading.Claims("The mayor said on Tuesday that the bridge had collapsed.")[0];

        Assert.Null(claim.Time);
    }

    [Fact]
    public void Extract_KnowsTheFullName_WhenTheTextExplainedTheShortOne()
    {
        var claims = Reading.Claims("The Northern Relief League (NRL) opened a camp. NRL drivers reached Castellan on Monday.");

        Assert.Contains("Northern Relief League", claims[1].Names);
    }

    [Fact]
    public void Extract_ReadsASentenceOnce_WhenAPullQuoteRepeatsIt()
    {
        var claims = Reading.Claims("The bridge fell on Monday.\n\nThe bridge fell on Monday.");

        Assert.Single(claims);
    }

    [Fact]
    public void Extract_LeavesMarkupOutOfTheStandaloneText()
    {
        var claim = Assert.Single(Reading.Claims("The **bridge** fell [on Monday](https://courier.example/bridge)."));

        Assert.Equal("The bridge fell on Monday.", claim.Text);
    }

    [Fact]
    public void Extract_GivesTheSameKeys_WhenRunTwice()
    {
        const string Text = "The bridge fell on Monday and killed 12 people. The mayor said 30 were hurt.";

        Assert.Equal(Reading.Claims(Text).Select(claim => claim.Id), Reading.Claims(Text).Select(claim => claim.Id));
        Assert.Equal(Reading.Claims(Text).Count, Reading.Claims(Text).Select(claim => claim.Id).Distinct().Count());
    }

    [Fact]
    public void Explain_ShowsEverySentenceWithItsClaims()
    {
        var article = Reading.Article("The bridge fell on Monday. The mayor said 30 people were hurt.");

        var explained = new ClaimExtractor(LanguageAnalyzer.Default).Explain(article);

        Assert.Equal(2, explained.Count);
        Assert.All(explained, sentence => Assert.Equal(sentence.Text, sentence.Sentence.Of(article.Text)));
        Assert.Single(explained[0].Times);
        Assert.Equal("The mayor", Assert.Single(explained[1].Attributions).Speaker);
        Assert.Equal(30, Assert.Single(Assert.Single(explained[1].Claims).Quantities).Best);
    }

    [Fact]
    public void Extract_ScoresFiguresAboveQuestions()
    {
        var figure = Reading.Claims("The flood destroyed 2,000 houses in Castellan on Monday.")[0];
        var question = Reading.Claims("Why would anyone want that? The road to the hills was closed on Monday.")[0];

        Assert.True(figure.CheckWorthiness > CheckWorthinessThreshold.Default);
        Assert.True(question.CheckWorthiness < CheckWorthinessThreshold.Default);
        Assert.NotEmpty(figure.CheckReasons);
    }

    [Fact]
    public void Extract_CutsOutExactlyTheQuote_WhateverTheText()
    {
        var pieces = Gen.Elements(
            "The raid killed 12 people", "“We left,” she said", " 😀 ", "é", "\u0301", "قُتل 12 شخصًا", "\u200f", ". ", "\n\n", "[a](https://x.example) ", "**b** ",
            "on Monday, ", "according to ", "1,200 ", "'", "\"", "\ud83d", " and ", "half ", "between 3 and ", "A. B. ", "—");
        var texts = pieces.ListOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var extracted = new ClaimExtractor(LanguageAnalyzer.Default).Extract(Reading.Article(text));
            return extracted.Claims.All(claim =>
                claim.Span.Of(text) == claim.Quote && claim.Sentence.End <= text.Length
                && text.AsSpan(0, claim.Span.Start).EndsWith(claim.Prefix) && text.AsSpan(claim.Span.End).StartsWith(claim.Suffix)
                && claim.Quantities.All(quantity => quantity.Span.End <= text.Length && quantity.Lower <= quantity.Upper)
                && claim.Time is not { } time || claim.Time!.Span.End <= text.Length);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Extract_ReadsAnyBytes()
    {
        var bytes = new byte[60_000];
        new Random(20251120).NextBytes(bytes);
        var text = System.Text.Encoding.Latin1.GetString(bytes);

        var claims = new ClaimExtractor(LanguageAnalyzer.Default).Extract(Reading.Article(text) with { Blocks = [] }).Claims;

        Assert.All(claims, claim => Assert.Equal(claim.Quote, claim.Span.Of(text)));
    }
}
