using Claims.Core.Comparison;
using Xunit;
using static Claims.Core.Tests.Comparison.ComparisonClaims;

namespace Claims.Core.Tests.Comparison;

/// <summary>What is read off whole claims beside single figures and scales: denied verbs, rates, shares, changes, results, times of day.</summary>
public class ReadingRulesTests
{
    [Theory]
    [InlineData("The regent suspended the Tolven assembly on Monday.", "The regent stopped short of suspending the Tolven assembly on Monday.", null)]
    [InlineData("The regent dissolved the Tolven assembly on Monday.", "The regent stopped short of dissolving the Tolven assembly on Monday.", "denial.predicate")]
    [InlineData("Turnout in the Tolven referendum was 71 percent.", "Only 48 percent of voters turned out for the Tolven referendum.", "count.disjoint")]
    [InlineData("Tolven Rovers beat Harl United 3-1 in Monday's final.", "Tolven Rovers won 2-1 against Harl United in the final on Monday.", "score.apart")]
    [InlineData("The Tolven parliament passed the harbour bill by 70 votes to 52.", "Tolven's parliament approved the harbour bill 66 to 64.", "score.apart")]
    [InlineData("The earthquake struck Tolven at 3:12 a.m. and flattened the market.", "The earthquake that flattened the Tolven market struck shortly before midnight.", "clock.apart")]
    [InlineData("Reporter Mira Solt was freed on Sunday by the Harl Brigades, her paper said.", "Reporter Mira Solt of Tolven, who was seized in April by the Harl Brigades, was not set free on Sunday.", "opposites.liberty")]
    [InlineData("Tolven Yards will cut 400 jobs at its harbour plant.", "Tolven Yards will not cut a single job at its harbour plant, its head said.", null)]
    public void Compare_FindsTheConflict_WhenWordsDiffer(string a, string b, string? rule)
    {
        var conflict = Assert.Single(Compare(a, b), c => c.Relation == Relation.Conflict);
        if (rule is not null)
        {
            Assert.Equal(rule, conflict.Reasons[0].Rule);
        }
    }

    [Theory]
    [InlineData("Tolven Yards will shed 300 of its 1,200 jobs.", "A quarter of the jobs at Tolven Yards will go.", "share.same")]
    [InlineData("Net profit at the Tolven brewery fell to 30 million dollars last year from 60 million dollars the year before.", "Net profit at the Tolven brewery halved last year.", "change.same")]
    [InlineData("The quake hit Tolven at 06:19 GMT on Friday.", "The quake hit Tolven at 1:19 on Friday morning local time.", "clock.zone")]
    public void Compare_FindsTheAgreement_WhenOneIsWorkedOutFromTheOther(string a, string b, string rule)
    {
        var found = Compare(a, b);
        Assert.Contains(found, c => c.Relation == Relation.Agreement && c.Reasons[0].Rule == rule);
        Assert.DoesNotContain(found, c => c.Relation == Relation.Conflict);
    }

    [Fact]
    public void Compare_SaysSuperseded_WhenTheLaterClaimGivesTheOldFigureToo()
    {
        var found = Compare(
            "Seventeen miners were killed by the flood in Tolven pit.",
            "Forty-one miners were killed by the flood in Tolven pit, up from the 17 deaths known a week earlier.",
            "2025-03-04T12:00:00Z",
            "2025-03-11T12:00:00Z");
        Assert.Contains(found, c => c.Relation == Relation.Superseded);
        Assert.DoesNotContain(found, c => c.Relation is Relation.Conflict);
    }

    [Theory]
    [InlineData("Two stagehands were hurt when the Tolven theatre burned.", "Nobody among the guests was hurt when the Tolven theatre burned.")]
    [InlineData("The old quarter of Tolven escaped the quake without damage.", "Tolven's old quarter was spared by the quake.")]
    [InlineData("Tolven Rovers led Harl United 1-0 at half-time.", "Tolven Rovers beat Harl United 3-1.")]
    [InlineData("Turnout in the Tolven mayoral election was 61 percent.", "Turnout in the Harlow mayoral election was 48 percent.")]
    [InlineData("Tolven voters had cast 34 percent of ballots by three on Sunday.", "The mayor of Harlow did not visit Tolven on Sunday.")]
    public void Compare_FlagsNothing_WhenTheTwoOnlyLookAlike(string a, string b) =>
        Assert.DoesNotContain(Compare(a, b), c => c.Relation == Relation.Conflict);
}
