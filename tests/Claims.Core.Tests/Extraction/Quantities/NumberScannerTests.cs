using Claims.Core.Extraction;
using Claims.Core.Extraction.Quantities;
using Xunit;

namespace Claims.Core.Tests.Extraction.Quantities;

public sealed class NumberScannerTests
{
    [Theory]
    [InlineData("Some 1,234,567 votes were cast.", "1,234,567", 1234567)]
    [InlineData("The plant cost 1.2 million crowns.", "1.2 million", 1200000)]
    [InlineData("A budget of 4.1 million was passed.", "4.1 million", 4100000)]
    [InlineData("Two hundred and thirty others marched.", "Two hundred and thirty", 230)]
    [InlineData("He waited thirty-one days.", "thirty-one", 31)]
    [InlineData("Half a million people fled.", "Half a million", 500000)]
    [InlineData("Nearly a quarter of a million fled.", "a quarter of a million", 250000)]
    [InlineData("Two and a half million doses arrived.", "Two and a half million", 2500000)]
    [InlineData("Three thousand four hundred and two ballots", "Three thousand four hundred and two", 3402)]
    [InlineData("They found three dozen crates.", "three dozen", 36)]
    [InlineData("about 2\u202f000 homes", "2\u202f000", 2000)]
    public void Scan_ReadsTheValue_HoweverItIsWritten(string text, string number, double value)
    {
        var found = Assert.Single(NumberScanner.Scan(text));

        Assert.Equal(number, found.Span.Of(text));
        Assert.Equal(value, found.Value);
    }

    [Theory]
    [InlineData("Two thirds of the members agreed.", "Two thirds", 2.0 / 3)]
    [InlineData("A fifth of the crop was lost.", "A fifth", 0.2)]
    [InlineData("Only 3/4 of it was paid.", "3/4", 0.75)]
    public void Scan_ReadsFractions(string text, string number, double value)
    {
        var found = Assert.Single(NumberScanner.Scan(text));

        Assert.Equal(NumberForm.Fraction, found.Form);
        Assert.Equal(number, found.Span.Of(text));
        Assert.Equal(value, found.Value, 9);
    }

    [Fact]
    public void Scan_KeepsTwoNumbersApart_WhenAndJoinsTwoCounts()
    {
        var found = NumberScanner.Scan("3 hundred and 2 hundred came");

        Assert.Equal([300.0, 200.0], found.Select(number => number.Value));
    }

    [Theory]
    [InlineData("That one is new.")]
    [InlineData("No one came.")]
    [InlineData("The MH370 search and the G20 meeting")]
    public void Scan_FindsNothing_WhenNoNumberIsMeant(string text) => Assert.Empty(NumberScanner.Scan(text));

    [Theory]
    [InlineData("Dozens were hurt.", 24, 99)]
    [InlineData("Tens of thousands marched.", 20000, 99999)]
    [InlineData("Several hundred stayed.", 300, 900)]
    [InlineData("A few thousand left.", 2000, 6000)]
    public void Scan_BoundsSizesWithoutFigure(string text, double lower, double upper)
    {
        var found = Assert.Single(NumberScanner.Scan(text));

        Assert.Equal(NumberForm.Vague, found.Form);
        Assert.Equal((lower, upper), (found.Lower, found.Upper));
    }

    [Fact]
    public void Scan_ReadsRatioAndRank()
    {
        var found = NumberScanner.Scan("The 21st survey says one in four shops closed.");

        Assert.Equal([NumberForm.Ordinal, NumberForm.Ratio], found.Select(number => number.Form));
        Assert.Equal(4, found[1].Denominator);
    }
}
