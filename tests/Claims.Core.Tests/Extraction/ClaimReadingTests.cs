using Claims.Core.Articles;
using Claims.Core.Extraction;
using Xunit;

namespace Claims.Core.Tests.Extraction;

public sealed class ClaimReadingTests
{
    [Fact]
    public void Of_SaysWhoSaidIt_ThroughWhom()
    {
        var claim = Claim() with
        {
            Attribution = new([new("the Velm Courier", null, "quoted"), new("an officer", null, "as saying")], IsDirectQuote: true),
        };

        Assert.Contains(new("who said it", "the Velm Courier (“quoted”), through them an officer (“as saying”), in quotation marks"), ClaimReading.Of(claim));
    }

    [Fact]
    public void Of_SaysWhatAFigureCounts_WithItsBounds()
    {
        var claim = Claim() with
        {
            Quantities =
            [
                new()
                {
                    Span = new(0, 11), Text = "at least 18", Lower = 18, Best = 18, Upper = double.PositiveInfinity,
                    Hedge = Hedge.AtLeast, Counted = "person", Role = QuantityRoles.Killed, Coverage = "civilian",
                },
            ],
        };

        Assert.Contains(
            new("figure", "“at least 18” is 18 (from 18 to any number), counts person, killed, of civilian only"),
            ClaimReading.Of(claim));
    }

    [Fact]
    public void Of_SaysThatAPredicateIsNegated_AndWhenItHeld()
    {
        var claim = Claim() with
        {
            Subject = "The brigade",
            Predicate = "attack",
            IsAffirmative = false,
            Time = new(new(0, 0), "since March", new(2031, 3, 1, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.MaxValue, Explicit: true),
        };

        var lines = ClaimReading.Of(claim);

        Assert.Contains(new("who does what", "The brigade | not: attack"), lines);
        Assert.Contains(new("when", "from 1 March 2031 on, from “since March”"), lines);
        Assert.Contains(new("put forward", "as a fact, negated"), lines);
    }

    private static Claim Claim()
    {
        var span = new TextSpan(0, 20);
        return new()
        {
            Id = new("claim"),
            DocumentId = new("document"),
            ArticleId = new("article"),
            Ordinal = 0,
            Span = span,
            Sentence = span,
            Quote = "The brigade is quiet",
            Text = "The brigade is quiet",
        };
    }
}
