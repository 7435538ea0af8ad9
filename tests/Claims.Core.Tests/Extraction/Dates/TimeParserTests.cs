using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Extraction.Dates;
using Xunit;

namespace Claims.Core.Tests.Extraction.Dates;

public sealed class TimeParserTests
{
    // A Thursday.
    private static readonly DateTimeOffset Published = new(2025, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("It burned on Saturday.", "2025-11-15", "2025-11-16")]
    [InlineData("It burned on Thursday.", "2025-11-20", "2025-11-21")]
    [InlineData("It burned yesterday.", "2025-11-19", "2025-11-20")]
    [InlineData("It burned last week.", "2025-11-10", "2025-11-17")]
    [InlineData("It burned in September.", "2025-09-01", "2025-10-01")]
    [InlineData("It burned last November.", "2024-11-01", "2024-12-01")]
    [InlineData("It burned in March 2021.", "2021-03-01", "2021-04-01")]
    [InlineData("It burned on October 7, 2023.", "2023-10-07", "2023-10-08")]
    [InlineData("It burned on 7 October.", "2025-10-07", "2025-10-08")]
    [InlineData("It burned in late 2023.", "2023-09-01", "2024-01-01")]
    [InlineData("It burned three weeks ago.", "2025-10-30", "2025-10-31")]
    [InlineData("It burned in 2019.", "2019-01-01", "2020-01-01")]
    [InlineData("It will open on Saturday.", "2025-11-22", "2025-11-23")]
    [InlineData("It will open in March.", "2026-03-01", "2026-04-01")]
    [InlineData("It burned between October and November.", "2025-10-01", "2025-12-01")]
    [InlineData("It burned from June 13 to June 24.", "2025-06-13", "2025-06-25")]
    [InlineData("It burned on June 13-24.", "2025-06-13", "2025-06-25")]
    public void Parse_ResolvesAgainstPublishedDateAndTense(string text, string start, string end)
    {
        var time = Assert.Single(TimeParser.Parse(text, Published));

        Assert.Equal(start, $"{time.Start:yyyy-MM-dd}");
        Assert.Equal(end, $"{time.End:yyyy-MM-dd}");
        Assert.True(time.Explicit);
    }

    [Fact]
    public void Parse_LeavesTheEndOpen_WhenSinceADay()
    {
        var time = Assert.Single(TimeParser.Parse("Nothing moved since October 7, 2023.", Published));

        Assert.Equal("since October 7, 2023", time.Text);
        Assert.Equal(DateTimeOffset.MaxValue, time.End);
    }

    [Fact]
    public void Parse_CountsFromTheLastDayNamed_WhenAnAnchorIsGiven()
    {
        const string Text = "They left the following day.";
        var anchor = new DateTimeOffset(2025, 6, 13, 0, 0, 0, TimeSpan.Zero);

        Assert.Empty(TimeParser.Parse(Text, Published));
        var time = Assert.Single(TimeParser.Parse(Text, new TextSpan(0, Text.Length), Published, null, anchor));
        Assert.Equal(14, time.Start.Day);
    }

    [Theory]
    [InlineData("It may rain and the band will march on.")]
    [InlineData("Some 2019 people came.")]
    [InlineData("He sat down.")]
    public void Parse_FindsNothing_WhenNoTimeIsMeant(string text) => Assert.Empty(TimeParser.Parse(text, Published));

    [Fact]
    public void Parse_FindsOnlyAbsoluteTimes_WhenNothingSaysWhenItWasPublished()
    {
        var found = TimeParser.Parse("On Saturday and on 3 May 2020 it rained.", null);

        Assert.Equal("3 May 2020", Assert.Single(found).Text);
    }
}
