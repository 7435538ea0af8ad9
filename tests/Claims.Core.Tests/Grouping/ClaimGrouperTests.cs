using Claims.Core.Comparison;
using Claims.Core.Grouping;
using Claims.Core.Tests.Comparison;
using Xunit;

namespace Claims.Core.Tests.Grouping;

public class ClaimGrouperTests
{
    private readonly ClaimGrouper grouper = new();

    [Fact]
    public void Score_IsTheSame_WhicheverComesFirst()
    {
        ClaimInContext[] claims =
        [
            In("The ferry Aldis sank off Karsmouth on Monday, drowning four sailors.", "Ferry sinks off Karsmouth"),
            In("Four sailors drowned when the Aldis went down near Karsmouth.", "Sailors drown as ferry goes down"),
            In("Voters in Karsmouth chose a new mayor on Sunday.", "New mayor for Karsmouth"),
        ];

        foreach (var a in claims)
        {
            foreach (var b in claims.Where(b => b != a))
            {
                Assert.Equal(grouper.Score(a, [b])[0], grouper.Score(b, [a])[0]);
            }
        }
    }

    [Fact]
    public void Score_PutsOneEvent_OverAnotherOfTheSamePlace()
    {
        var claim = In("The ferry Aldis sank off Karsmouth on Monday, drowning four sailors.", "Ferry sinks off Karsmouth");

        var scores = grouper.Score(claim, [In("Four sailors drowned when the Aldis went down near Karsmouth.", "Sailors drown as ferry goes down"), In("Voters in Karsmouth chose a new mayor on Sunday.", "New mayor for Karsmouth")]);

        Assert.True(scores[0].Score > scores[1].Score);
    }

    private static ClaimInContext In(string text, string title) => ComparisonClaims.Read(text, title)[0] with { DocumentTitle = title, Story = Story.Read(title, text) };
}
