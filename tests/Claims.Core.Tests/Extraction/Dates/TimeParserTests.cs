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
    [InlineData("It burned more than two weeks ago.", "0001-01-01", "2025-11-06")]
    [InlineData("It burned less than two weeks ago.", "2025-11-06", "2025-11-20")]
    [InlineData("It burned three working days ago.", "2025-11-17", "2025-11-18")]
    [InlineData("It burned two Sundays ago.", "2025-11-09", "2025-11-10")]
    [InlineData("It burned last Monday.", "2025-11-10", "2025-11-11")]
    [InlineData("It burned this past Monday.", "2025-11-17", "2025-11-18")]
    [InlineData("It burned the week before last.", "2025-11-03", "2025-11-10")]
    [InlineData("It burned the day before yesterday.", "2025-11-18", "2025-11-19")]
    [InlineData("It burned in early May.", "2025-05-01", "2025-05-16")]
    [InlineData("It burned in mid-May.", "2025-05-10", "2025-05-21")]
    [InlineData("It burned in the first week of May.", "2025-04-28", "2025-05-05")]
    [InlineData("It burned in the second half of 2018.", "2018-07-01", "2019-01-01")]
    [InlineData("It burned in Q2 2018.", "2018-04-01", "2018-07-01")]
    [InlineData("It burned on the last Monday in May.", "2025-05-26", "2025-05-27")]
    [InlineData("It burned in week 31 of 2018.", "2018-07-30", "2018-08-06")]
    [InlineData("It burned in the nineties.", "1990-01-01", "2000-01-01")]
    [InlineData("It burned in the '70s.", "1970-01-01", "1980-01-01")]
    [InlineData("It burned in fiscal year 2018.", "2017-04-01", "2019-04-01")]
    [InlineData("It burned on Good Friday.", "2025-04-18", "2025-04-19")]
    [InlineData("It burned on Black Friday 2010.", "2010-11-26", "2010-11-27")]
    [InlineData("It burned over Labor Day weekend.", "2025-08-30", "2025-09-02")]
    [InlineData("It burned on Eid al-Fitr.", "2025-03-30", "2025-03-31")]
    [InlineData("It burned before the end of March.", "0001-01-01", "2025-04-01")]
    [InlineData("It burned for two weeks starting May 20.", "2025-05-20", "2025-06-03")]
    [InlineData("It burned between 5/1 to 5/9.", "2025-05-01", "2025-05-10")]
    [InlineData("It will open within the next five days.", "2025-11-20", "2025-11-26")]
    [InlineData("It will open in the next four business days.", "2025-11-21", "2025-11-27")]
    [InlineData("It will open the day after tomorrow.", "2025-11-22", "2025-11-23")]
    [InlineData("It will open two weeks from today.", "2025-12-04", "2025-12-05")]
    [InlineData("It will open the week after next.", "2025-12-01", "2025-12-08")]
    [InlineData("It will open no later than Friday.", "0001-01-01", "2025-11-22")]
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
    [InlineData("Highs will be in the 70s along the coast.")]
    [InlineData("A march, a second and a fall came after the spring broke.")]
    [InlineData("The recipe asks for 1/2-3/4 of a cup.")]
    public void Parse_FindsNothing_WhenNoTimeIsMeant(string text) => Assert.Empty(TimeParser.Parse(text, Published));

    [Fact]
    public void Parse_FindsOnlyAbsoluteTimes_WhenNothingSaysWhenItWasPublished()
    {
        var found = TimeParser.Parse("On Saturday and on 3 May 2020 it rained.", null);

        Assert.Equal("3 May 2020", Assert.Single(found).Text);
    }
}
