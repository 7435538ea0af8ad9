using Claims.Core.Grouping;
using Xunit;

namespace Claims.Core.Tests.Grouping;

public class TextSimilarityTests
{
    private const string Text = "The harbour was closed after the storm.";

    [Theory]
    [InlineData("After the storm the port was shut.", "Voters chose a new mayor on Sunday.")]
    [InlineData("The harbour was shut after the storm.", "The harbour hosted a music festival.")]
    public void Learned_PutsTheSameMeaningNearer(string near, string far)
    {
        Assert.True(TextSimilarity.Learned(Text, near) > TextSimilarity.Learned(Text, far));
        Assert.True(TextSimilarity.Untrained(Text, near) > TextSimilarity.Untrained(Text, far));
    }

    [Theory]
    [InlineData("After the storm the port was shut.")]
    [InlineData("")]
    public void Learned_IsTheSame_WhicheverComesFirst(string other)
    {
        Assert.Equal(TextSimilarity.Learned(Text, other), TextSimilarity.Learned(other, Text));
        Assert.InRange(TextSimilarity.Learned(Text, other), 0, 1);
    }
}
