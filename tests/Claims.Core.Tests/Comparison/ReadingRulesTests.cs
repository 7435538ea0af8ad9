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
    [InlineData("Turnout in the Tolven referendum was 71 percent.", "Only 48 percent of voters cast a ballot in the Tolven referendum.", "count.disjoint")]
    [InlineData("Tolven Rovers beat Harl United 3-1 in Monday's final.", "Tolven Rovers won 2-1 against Harl United in the final on Monday.", "score.apart")]
    [InlineData("The Tolven parliament passed the water bill by 88 votes to 61.", "Tolven's parliament approved the water bill 77 to 72.", "score.apart")]
    [InlineData("The earthquake struck Tolven at 3:12 a.m. and flattened the market.", "The earthquake that flattened the Tolven market struck shortly before midnight.", "clock.apart")]
    [InlineData("Reporter Mira Solt was freed on Sunday by the Harl Brigades, her paper said.", "Reporter Mira Solt of Tolven, who was seized in April by the Harl Brigades, had not been let go on Sunday.", "opposites.liberty")]
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
    [InlineData("Tolven Yards is to cut 900 of its 3,600 jobs.", "One in four employees of Tolven Yards will lose their jobs.", "share.same")]
    [InlineData("Net profit at the Tolven brewery fell to 40 million dollars last year from 80 million dollars the year before.", "Net profit at the Tolven brewery halved last year.", "change.same")]
    [InlineData("The quake hit Tolven at 04:42 GMT on Tuesday.", "The quake hit Tolven at 11:42 on Monday night local time.", "clock.zone")]
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
            "Seventeen people were killed in the flood at the Tolven barracks.",
            "Forty-one people were killed in the flood at the Tolven barracks, up from the 17 deaths reported a week earlier.",
            "2025-03-04T12:00:00Z",
            "2025-03-11T12:00:00Z");
        Assert.Contains(found, c => c.Relation == Relation.Superseded);
        Assert.DoesNotContain(found, c => c.Relation is Relation.Conflict);
    }

    [Theory]
    [InlineData("Three firefighters were hurt in the fire at the Tolven cinema.", "Nobody in the audience was hurt in the fire at the Tolven cinema.")]
    [InlineData("The old quarter of Tolven escaped the quake without damage.", "Tolven's old quarter was spared by the quake.")]
    [InlineData("Tolven Rovers led Harl United 1-0 at half-time.", "Tolven Rovers beat Harl United 3-1.")]
    [InlineData("Turnout in the Tolven mayoral election was 61 percent.", "Turnout in the Harlow mayoral election was 48 percent.")]
    [InlineData("Tolven voters had cast 34 percent of ballots by 2 p.m. on Sunday.", "The mayor of Harlow did not visit Tolven on Sunday.")]
    public void Compare_FlagsNothing_WhenTheTwoOnlyLookAlike(string a, string b) =>
        Assert.DoesNotContain(Compare(a, b), c => c.Relation == Relation.Conflict);
}
