using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Extraction;

public sealed class QuantityRoleTests
{
    [Theory]
    [InlineData("There were 74 people on board the barge.", "74", QuantityRoles.Aboard)]
    [InlineData("The barge was carrying 74 passengers to Osk.", "74", QuantityRoles.Aboard)]
    [InlineData("The log puts the number of people on board at 74.", "74", QuantityRoles.Aboard)]
    [InlineData("Nine people died on board the barge.", "Nine", QuantityRoles.Killed)]
    [InlineData("Some 600 families have had to leave their homes in Osk.", "Some 600", QuantityRoles.Displaced)]
    [InlineData("About 2,000 people left the valley.", "About 2,000", QuantityRoles.Displaced)]
    [InlineData("The number of people known to have died in Osk reached 12 on Monday.", "12", QuantityRoles.Killed)]
    [InlineData("The tug hit a pier and eleven sailors died.", "eleven", QuantityRoles.Killed)]
    [InlineData("Four of the wounded died in the night.", "Four", QuantityRoles.Killed)]
    [InlineData("Some 300 miners walked out on Monday.", "Some 300", QuantityRoles.Striking)]
    [InlineData("The union said 300 members were on strike.", "300", QuantityRoles.Striking)]
    [InlineData("The company counted 90 strikers.", "90", QuantityRoles.Striking)]
    [InlineData("Turnout was 48 percent.", "48 percent", QuantityRoles.Attended)]
    [InlineData("In Osk 48 percent voted.", "48 percent", QuantityRoles.Attended)]
    [InlineData("The firm said 400 jobs would disappear.", "400", QuantityRoles.Dismissed)]
    [InlineData("The army shot down 18 drones that were launched at Osk.", "18", QuantityRoles.Intercepted)]
    [InlineData("A bomb killed 18 people who were attending a wedding.", "18", QuantityRoles.Killed)]
    [InlineData("All 30 drones were destroyed over the sea.", "30", QuantityRoles.Intercepted)]
    [InlineData("Some 800 people took part in a procession.", "Some 800", QuantityRoles.Attended)]
    public void Extract_GivesTheFigureItsRole(string sentence, string figure, string role)
    {
        var quantities = ClaimsOf(sentence).SelectMany(c => c.Quantities).ToList();

        Assert.Equal(role, Assert.Single(quantities, q => q.Text == figure).Role);
    }

    [Fact]
    public void Extract_CountsNoTimeOfDay()
    {
        var quantity = Assert.Single(ClaimsOf("The toll rose to 14 overnight.").SelectMany(c => c.Quantities));

        Assert.Equal((null, QuantityRoles.Killed), (quantity.Counted, quantity.Role));
    }

    [Theory]
    [InlineData("No branch will be closed this year.", "branch")]
    [InlineData("Not a single complaint was received.", "complaint")]
    [InlineData("Not one violation has been reported.", "violation")]
    [InlineData("There were no queues at the gate.", "queue")]
    public void Extract_CountsNone(string sentence, string counted)
    {
        var quantity = Assert.Single(ClaimsOf(sentence).SelectMany(c => c.Quantities));

        Assert.Equal((0, counted), (quantity.Best, quantity.Counted));
    }

    [Theory]
    [InlineData("There was no evidence of a leak.")]
    [InlineData("The firm has no plans to move.")]
    public void Extract_CountsNothing_WhereNothingCouldBeCounted(string sentence) =>
        Assert.Empty(ClaimsOf(sentence).SelectMany(c => c.Quantities));

    private static System.Collections.Immutable.ImmutableArray<Claim> ClaimsOf(string text)
    {
        var published = new DateTimeOffset(2031, 5, 6, 0, 0, 0, TimeSpan.Zero);
        return new ClaimExtractor(LanguageAnalyzer.Default).Extract(new Article
        {
            Id = new ArticleId("a"),
            Url = "https://osk.example/a",
            Source = Source.Named("Osk Courier"),
            Published = published,
            Fetched = published,
            ContentHash = "a",
            Text = text,
        }).Claims;
    }
}
