using Claims.Core.Extraction;
using Xunit;

namespace Claims.Core.Tests.Extraction;

public sealed class ArithmeticCheckTests
{
    [Theory]
    [InlineData("The Harbour List won 50 seats, 15% of 329.", ArithmeticRule.ShareOfWhole, true)]
    [InlineData("The Harbour List won 50 seats, 25% of 329.", ArithmeticRule.ShareOfWhole, false)]
    [InlineData("Inspectors closed 12 of the 40 mills (30%).", ArithmeticRule.ShareOfWhole, true)]
    [InlineData("Inspectors closed 12 of the 40 mills (45%).", ArithmeticRule.ShareOfWhole, false)]
    [InlineData("Output fell from 80 to 60, a drop of 25%.", ArithmeticRule.Change, true)]
    [InlineData("Output fell from 80 to 60, a drop of 40%.", ArithmeticRule.Change, false)]
    [InlineData("Output rose from 60 to 80, a rise of 33%.", ArithmeticRule.Change, true)]
    [InlineData("The blast killed 5 people and injured 12, 17 casualties in all.", ArithmeticRule.Sum, true)]
    [InlineData("The blast killed 5 people and injured 12, 19 casualties in all.", ArithmeticRule.Sum, false)]
    public void Extract_HoldsTheFiguresOfASentenceAgainstEachOther(string text, ArithmeticRule rule, bool holds)
    {
        var check = Assert.Single(Reading.Claims(text).SelectMany(claim => claim.Arithmetic).DistinctBy(check => check.Spans[^1]));

        Assert.Equal(rule, check.Rule);
        Assert.Equal(holds, check.Holds);
    }

    [Theory]
    [InlineData("The blast killed 5 people on Monday, and 12 people were injured in the port.")]
    [InlineData("About 40 mills closed, and prices rose 30%.")]
    [InlineData("Output fell from 80 to 60 while wages grew 4%.")]
    public void Extract_ChecksNothing_WhereFiguresHaveNothingToDoWithEachOther(string text) =>
        Assert.All(Reading.Claims(text), claim => Assert.Empty(claim.Arithmetic));

    [Fact]
    public void Of_SaysWhatDoesNotAddUp()
    {
        var claim = Assert.Single(Reading.Claims("Inspectors closed 12 of the 40 mills (45%)."));

        Assert.Contains(ClaimReading.Of(claim), line => line.Label == "does not add up" && line.Value.Contains("30%", StringComparison.Ordinal));
    }
}
