using Xunit;

namespace Claims.Core.Tests.Extraction;

public sealed class AttributionExtractorTests
{
    [Theory]
    [InlineData("The ferry was overloaded, the harbour master said.", "the harbour master")]
    [InlineData("The harbour master said the ferry was overloaded.", "The harbour master")]
    [InlineData("The harbour master said on Tuesday that the ferry was overloaded.", "The harbour master")]
    [InlineData("According to the coast guard, the ferry was overloaded.", "the coast guard")]
    [InlineData("The ferry was overloaded, according to the coast guard.", "the coast guard")]
    [InlineData("“The ferry was badly overloaded,” said Mira Tolland, an engineer.", "Mira Tolland")]
    [InlineData("'The ferry was badly overloaded,' Mira Tolland said.", "Mira Tolland")]
    [InlineData("Mira Tolland, who inspected the wreck, said the ferry was overloaded.", "Mira Tolland")]
    [InlineData("An unnamed source close to the owners said the ferry was overloaded.", "An unnamed source close to the owners")]
    public void Extract_FindsWhoSaidIt(string text, string speaker)
    {
        var claim = Reading.Claims(text)[0];

        Assert.Equal(speaker, claim.Attribution.Primary?.Name);
        Assert.Equal("overloaded", claim.Text.TrimEnd('.').Split(' ')[^1]);
    }

    [Fact]
    public void Extract_ReadsTheChain_WhenAnOutletQuotesSomeone()
    {
        var claim = Reading.Claims("“The owners knew about it for months,” the Ledger quoted a senior officer as saying.")[0];

        Assert.Equal(["the Ledger", "a senior officer"], claim.Attribution.Links.Select(link => link.Name));
        Assert.True(claim.Attribution.IsDirectQuote);
    }

    [Fact]
    public void Extract_CarriesTheSpeakerOn_WhenTheQuotationGoesOnAfterTheCue()
    {
        var claims = Reading.Claims("“The owners knew about it,” said Mira Tolland. “Nobody told the crew before they sailed.”");

        Assert.All(claims, claim => Assert.Equal("Mira Tolland", claim.Attribution.Primary?.Name));
    }

    [Fact]
    public void Extract_GivesTheWholeQuotationToTheSpeaker_WhenNamedAtItsEnd()
    {
        var claims = Reading.Claims("“The owners knew about it. Nobody told the crew before they sailed,” Mira Tolland said.");

        Assert.Equal(2, claims.Count);
        Assert.All(claims, claim => Assert.Equal("Mira Tolland", claim.Attribution.Primary?.Name));
    }

    [Fact]
    public void Extract_ResolvesThePronoun_WhenOneSpeakerCameBefore()
    {
        var claims = Reading.Claims("“The owners knew about it,” said Mira Tolland. The hull had cracked twice, she said.");

        Assert.Equal("Mira Tolland", claims[^1].Attribution.Primary?.Name);
    }

    [Fact]
    public void Extract_LeavesTheOutletsOwnVoice_WhenNobodyIsCited()
    {
        var claim = Assert.Single(Reading.Claims("The ferry sank off the cape on Tuesday."));

        Assert.Null(claim.Attribution.Primary);
    }

    [Fact]
    public void Extract_IgnoresScareQuotes()
    {
        var claim = Assert.Single(Reading.Claims("The council repeated that a “mistake” slipped into the count."));

        Assert.False(claim.Attribution.IsDirectQuote);
    }
}
