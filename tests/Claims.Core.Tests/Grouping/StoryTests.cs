using Claims.Core.Grouping;
using Xunit;

namespace Claims.Core.Tests.Grouping;

public class StoryTests
{
    private const string Text = """
        Ferry captain Olva Brennet was arrested in Karsmouth on Monday.
        Police said Brennet, 52, had steered the ferry onto rocks in 2019.
        """;

    [Fact]
    public void Read_TellsNamesFromWordsAndDates()
    {
        var terms = Story.Read("Captain arrested", Text).Terms.ToDictionary(t => t.Key, t => t.Traits);

        Assert.True(terms["brennet"].HasFlag(StoryTraits.Name));
        Assert.True(terms["arrest"].HasFlag(StoryTraits.Happening));
        Assert.True(terms["monday"].HasFlag(StoryTraits.Date));
        Assert.True(terms["2019"].HasFlag(StoryTraits.Date | StoryTraits.Number));
        Assert.True(terms["52"].HasFlag(StoryTraits.Number));
    }

    [Fact]
    public void Parse_GivesBackWhatWasWritten()
    {
        var story = Story.Read(null, Text);

        var read = Story.Parse(story.ToString());

        Assert.Equal(story.Terms, read.Terms);
        Assert.Equal(story.Length, read.Length);
        Assert.Equal(SameEventFeatures.Of(story, story), SameEventFeatures.Of(story, read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3\nword")]
    [InlineData("3\nword\tmuch\t0")]
    public void Parse_Refuses_WhatIsNoStory(string text) => Assert.Throws<FormatException>(() => Story.Parse(text));

    [Fact]
    public void Read_KeepsNoMoreThanItsTerms_OfALongText()
    {
        var story = Story.Read(null, string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"w{i:x}")));

        Assert.Equal(Story.MostTerms, story.Terms.Length);
    }

    [Fact]
    public void Read_TakesAnEmptyText()
    {
        var story = Story.Read(null, "");

        Assert.Empty(story.Terms);
        Assert.All(SameEventFeatures.Of(story, story), value => Assert.True(double.IsFinite(value)));
    }
}
