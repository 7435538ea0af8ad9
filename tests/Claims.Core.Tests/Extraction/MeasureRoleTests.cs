using Claims.Core.Extraction;
using Xunit;

namespace Claims.Core.Tests.Extraction;

/// <summary>What a measure or an amount of money measures.</summary>
public sealed class MeasureRoleTests
{
    [Theory]
    [InlineData("The tremor hit at a depth of just 10 kilometres.", "depth")]
    [InlineData("The tremor was 22 miles deep.", "depth")]
    [InlineData("The wreck lies 55 kilometres south of Velm.", "distance")]
    [InlineData("The 6.1-magnitude tremor shook the coast.", "magnitude")]
    [InlineData("He was jailed for ten years.", "sentence")]
    [InlineData("The judge sentenced him to 12 years in prison.", "sentence")]
    [InlineData("She served a ten-year sentence.", "sentence")]
    [InlineData("The shaking lasted around 15 seconds.", "duration")]
    [InlineData("Winds of 120 mph brought down trees.", "speed")]
    [InlineData("The firm was fined $5 million.", "fine")]
    [InlineData("The firm paid damages of $5 million.", "damages")]
    [InlineData("She won $5 million in damages.", "damages")]
    [InlineData("The price rose to $90 a barrel.", "price")]
    [InlineData("The firm sold the mine for $3 million.", "price")]
    public void Parse_NamesWhatIsMeasured(string text, string role) => Assert.Equal(role, Assert.Single(Reading.Quantities(text)).Role);

    [Theory]
    [InlineData("He walked five kilometres.")]
    [InlineData("They waited ten years.")]
    public void Parse_AbstainsWhereNothingSaysIt(string text) => Assert.Null(Assert.Single(Reading.Quantities(text)).Role);

    [Fact]
    public void Parse_GivesACountBesideAMeasureNoneOfItsRole()
    {
        var quantities = Reading.Quantities("The firm was fined $5 million, and it shut 12 shops.");

        Assert.NotEqual("fine", quantities.Single(quantity => quantity.Best == 12).Role);
    }
}
