using Claims.Core.Extraction;
using Xunit;

namespace Claims.Core.Tests.Extraction;

/// <summary>Which clauses become claims, and how each reads on its own.</summary>
public sealed class ClauseTests
{
    [Theory]
    [InlineData("Orla Tenn, who founded the firm in 1990, resigned on Monday.", "Orla Tenn founded the firm in 1990.")]
    [InlineData("Marek Dahl, 34, was jailed for ten years and fined $5 million.", "Marek Dahl was fined $5 million.")]
    [InlineData("The storm struck the coast on Tuesday, killing nine fishermen.", "The storm killed nine fishermen.")]
    [InlineData("The storm struck the coast on Tuesday, leaving at least 200 people homeless.", "The storm left at least 200 people homeless.")]
    [InlineData("The actor, born in Velm in 1970, won two prizes.", "The actor was born in Velm in 1970.")]
    [InlineData("The council shut the harbour road and opened a new bridge over the river.", "The council opened a new bridge over the river.")]
    public void Extract_FillsTheSubjectIn_WhenAClauseSharesIt(string text, string standalone) =>
        Assert.Contains(standalone, Reading.Claims(text).Select(claim => claim.Text));

    [Theory]
    [InlineData("The council did not shut the harbour road or open a new bridge over the river.")]
    [InlineData("The council would shut the harbour road and open a new bridge over the river.")]
    [InlineData("Three men were held by police, bringing the total to nine.")]
    public void Extract_KeepsTogether_WhatHangsOnTheOtherHalf(string text) => Assert.Single(Reading.Claims(text));

    [Fact]
    public void Extract_GivesAParticipleTheTimeOfItsSentence()
    {
        var claim = Reading.Claims("The storm struck the coast on Tuesday, killing nine fishermen.").Single(c => c.Predicate == "kill");

        Assert.Equal("Tuesday", claim.Time?.Text);
        Assert.Equal(QuantityRoles.Killed, Assert.Single(claim.Quantities).Role);
    }

    [Fact]
    public void Extract_GivesBothHalvesThePlaceBehindThem()
    {
        var claims = Reading.Claims("Nine sailors were killed and 20 others were injured in Norway on Monday.");

        Assert.Equal(2, claims.Count);
        Assert.All(claims, claim => Assert.Contains("Norway", claim.Names));
        Assert.All(claims, claim => Assert.Equal("Monday", claim.Time?.Text));
    }

    [Fact]
    public void Extract_FindsTheVerb_WhenItWasTakenForANoun()
    {
        var claims = Reading.Claims("A strong flood struck Velm province on Friday, killing at least one farmer.");

        Assert.Equal("strike", claims[0].Predicate);
        Assert.Equal("A strong flood", claims[0].Subject);
    }

    [Fact]
    public void Extract_KeepsTheCount_WhenItsHedgeFollowsTheVerbOfSaying()
    {
        var claim = Reading.Claims("Wardens say at least 24 hikers were killed and more than 200 injured by the quake.")[0];

        Assert.Equal([24.0, 200.0], claim.Quantities.Select(quantity => quantity.Best));
    }
}
