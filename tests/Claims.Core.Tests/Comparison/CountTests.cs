using Claims.Core.Comparison;
using Xunit;
using static Claims.Core.Tests.Comparison.ComparisonClaims;

namespace Claims.Core.Tests.Comparison;

public class CountTests
{
    private const string Dozens = "Dozens of smugglers were seized in the raid on the Ombar quarry on Monday.";
    private const string Four = "Only four smugglers were seized in the raid on the Ombar quarry on Monday.";

    [Fact]
    public void Compare_FlagsVagueAgainstSmallFigure_WhenTheEventIsOne() =>
        Assert.Contains(Compare(Dozens, Four), c => c is { Relation: Relation.Conflict, Kind: ConflictKind.Count });

    [Fact]
    public void Compare_IsMilder_WhenBothAreLowerBounds()
    {
        var bounds = Compare(
            "More than 70 people were killed in the shelling of Ombar on Monday.",
            "More than 160 people were killed in the shelling of Ombar on Monday.").Single(c => c.Relation == Relation.Conflict);
        var flat = Compare(
            "Exactly 72 people were killed in the shelling of Ombar on Monday.",
            "Exactly 164 people were killed in the shelling of Ombar on Monday.").Single(c => c.Relation == Relation.Conflict);
        Assert.True(bounds.Severity < flat.Severity);
        Assert.Equal("count.apart", bounds.Reasons[0].Rule);
    }

    [Fact]
    public void Compare_Supersedes_WhenALaterReportSaysTheTollRose()
    {
        var found = Compare(
            "The death toll of the Ombar landslide was 17 on Saturday evening.",
            "The death toll of the Ombar landslide rose to 26 on Monday.",
            "2025-03-01T22:00:00Z",
            "2025-03-03T12:00:00Z");
        Assert.Contains(found, c => c is { Relation: Relation.Superseded, Kind: ConflictKind.Count });
        Assert.DoesNotContain(found, c => c.Relation == Relation.Conflict);
    }

    [Theory]
    [InlineData("Nine miners were killed in the Ombar pit on Monday, among them two boys.", "Two boys were killed in the Ombar pit on Monday.")]
    [InlineData("The Ombar quake was felt 34 miles from the coast.", "The Ombar quake was felt 55 kilometres from the coast.")]
    [InlineData("The union in Ombar wants a pay rise of 9 percent.", "The union in Ombar accepted a pay rise of 6 percent.")]
    public void Compare_FlagsNothing_WhenPartUnitOrWishExplainsTheDifference(string a, string b) =>
        Assert.DoesNotContain(Compare(a, b), c => c.Relation == Relation.Conflict);

    [Theory]
    [InlineData("The fire at the Ombar mill was the worst in the valley since 2009, when a boiler burst and 40 workers died.")]
    [InlineData("It was the deadliest fire at the Ombar mill since March 2011, when 36 workers were killed.")]
    public void Compare_FlagsNothing_WhenOneSideLooksBackToAnEarlierEvent(string lookingBack) =>
        Assert.DoesNotContain(
            Compare(lookingBack, "Five workers were killed in the fire at the Ombar mill, the fire brigade said."),
            c => c.Relation == Relation.Conflict);

    [Fact]
    public void Compare_PutsLivesBeforeSeats()
    {
        var lives = Compare("Forty people were killed in the shelling of Ombar on Monday.", "Ten people were killed in the shelling of Ombar on Monday.").Single(c => c.Relation == Relation.Conflict);
        var seats = Compare("The Ombar League won 40 seats in the assembly on Monday.", "The Ombar League won 10 seats in the assembly on Monday.").Single(c => c.Relation == Relation.Conflict);
        Assert.True(lives.Severity > seats.Severity);
    }
}
