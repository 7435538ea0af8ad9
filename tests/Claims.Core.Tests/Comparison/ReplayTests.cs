using Claims.Core.Comparison;
using Claims.Core.Comparison.Entailment;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Language;
using Xunit;
using static Claims.Core.Tests.Comparison.ComparisonClaims;

namespace Claims.Core.Tests.Comparison;

/// <summary>What people look at to check a comparison: the replay, the axes, the judgement of numbers.</summary>
public class ReplayTests
{
    [Fact]
    public void Replay_GivesTheSameAnswer_AndNamesWhatDiffers()
    {
        var a = Read("Nine miners died when the Tolven pit collapsed on Monday.")[0];
        var b = Read("At least 40 miners were killed in the collapse of the Tolven pit on Monday.", "Radio Nowhere")[0];
        var (grouper, comparer) = (new ClaimGrouper(), new ClaimComparer());
        var stored = Assert.Single(comparer.Compare(a, b), c => c.Relation == Relation.Conflict);
        var version = $"{grouper.Version}+{comparer.Version}";

        var same = ComparisonReplay.Of(a, b, stored, version, grouper, comparer);
        Assert.Empty(same.Differences);
        Assert.Contains("Tolven", same.Evidence.Names);

        var other = ComparisonReplay.Of(a, b, stored with { Confidence = 0.1, Relation = Relation.Superseded }, "older", grouper, comparer);
        Assert.Equal(["relation", "confidence"], other.Differences.Select(d => d.What));
    }

    [Fact]
    public void AxisTest_NamesTheWordsThatWeigh_AndThoseThatDoNot()
    {
        var readings = AxisTest.Read("The Harl Brigades stayed out of the fighting. The Harl Brigades threatened to bomb the bridge.", new ClaimExtractor(LanguageAnalyzer.Default));
        var held = Assert.Single(readings[0].Placements);
        Assert.Equal(("restraint", "stayed out", true), (held.Axis, held.Words, held.Counts));
        Assert.Contains(readings[1].Placements, p => p is { Axis: "restraint", Words: "bomb", Counts: false });
    }

    [Theory]
    [InlineData("The brewery of Tolven sold 1.2 million barrels last year.", "Tolven's brewery sold 1.2 million barrels", true)]
    [InlineData("The brewery of Tolven sold 1.2 million barrels last year.", "Tolven's brewery sold 1.3 million barrels", false)]
    [InlineData("Eight soldiers and five officers died near Tolven.", "Thirteen soldiers and officers died near Tolven", true)]
    [InlineData("The brewery of Tolven sold 40 barrels.", "The bakery of Harlow closed 40 shops in three towns", false)]
    [InlineData("The mine of Tolven did not reopen in 40 days.", "The mine of Tolven did not reopen in 40 days", true)]
    [InlineData("The mine of Tolven reopened in 40 days.", "The mine of Tolven did not reopen in 40 days", false)]
    public void NumberEntailment_AsksForEveryFigureAndMostWords(string text, string hypothesis, bool entailed) =>
        Assert.Equal(entailed, NumberEntailment.Of(text, hypothesis).IsEntailed);
}
