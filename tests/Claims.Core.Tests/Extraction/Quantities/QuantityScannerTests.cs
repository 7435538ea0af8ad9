using Claims.Core.Extraction;
using Claims.Core.Extraction.Quantities;
using Xunit;

namespace Claims.Core.Tests.Extraction.Quantities;

public sealed class QuantityScannerTests
{
    [Theory]
    [InlineData("at least 12 huts", "at least 12", Hedge.AtLeast, 12, double.PositiveInfinity)]
    [InlineData("more than 40 huts", "more than 40", Hedge.AtLeast, 40, double.PositiveInfinity)]
    [InlineData("up to 30 huts", "up to 30", Hedge.AtMost, double.NegativeInfinity, 30)]
    [InlineData("as many as 30 huts", "as many as 30", Hedge.AtMost, double.NegativeInfinity, 30)]
    [InlineData("fewer than 30 huts", "fewer than 30", Hedge.AtMost, double.NegativeInfinity, 30)]
    [InlineData("about 50 huts", "about 50", Hedge.About, 45, 55)]
    [InlineData("nearly 50 huts", "nearly 50", Hedge.About, 45, 50)]
    [InlineData("600 or more huts", "600 or more", Hedge.AtLeast, 600, double.PositiveInfinity)]
    [InlineData("between 200 and 250 huts", "between 200 and 250", Hedge.Range, 200, 250)]
    [InlineData("20-30 huts", "20-30", Hedge.Range, 20, 30)]
    [InlineData("five to seven million huts", "five to seven million", Hedge.Range, 5e6, 7e6)]
    [InlineData("only 18 huts", "18", Hedge.Exact, 18, 18)]
    public void Scan_BoundsTheFigure_ByItsHedge(string text, string words, Hedge hedge, double lower, double upper)
    {
        var quantity = Assert.Single(QuantityScanner.Scan(text));

        Assert.Equal(words, quantity.Text);
        Assert.Equal(hedge, quantity.Hedge);
        Assert.Equal(lower, quantity.Lower, 6);
        Assert.Equal(upper, quantity.Upper, 6);
    }

    [Theory]
    [InlineData("It closed in 2006. 12 huts burned.", 12)]
    [InlineData("The last was the 12th. 31 huts burned.", 31)]
    [InlineData("They counted 45. 3 huts burned.", 3)]
    [InlineData("At 34, 200 huts burned.", 200)]
    public void Scan_KeepsFiguresOfTwoSentencesApart(string text, double last) => Assert.Equal(last, QuantityScanner.Scan(text)[^1].Best);

    [Theory]
    [InlineData("12 percent", QuantityKind.Percent, 12, "%")]
    [InlineData("12.5 per cent", QuantityKind.Percent, 12.5, "%")]
    [InlineData("one in four shops", QuantityKind.Percent, 25, "%")]
    [InlineData("a third of shops", QuantityKind.Percent, 33.333333, "%")]
    [InlineData("a quarter of a percentage point", QuantityKind.Measure, 0.25, "percentage point")]
    [InlineData("three percentage points", QuantityKind.Measure, 3, "percentage point")]
    [InlineData("three out of every ten shops", QuantityKind.Percent, 30, "%")]
    [InlineData("a fifth of shops", QuantityKind.Percent, 20, "%")]
    [InlineData("a quarter to a third of shops", QuantityKind.Percent, 29.166667, "%")]
    [InlineData("15-20 %", QuantityKind.Percent, 17.5, "%")]
    [InlineData("a 6. 4-magnitude quake", QuantityKind.Measure, 6.4, "magnitude")]
    [InlineData("a 6. 4 magnitude quake", QuantityKind.Measure, 6.4, "magnitude")]
    [InlineData("$ 7. 2 million", QuantityKind.Money, 7.2e6, "USD")]
    [InlineData("1, 350 huts", QuantityKind.Count, 1350, null)]
    [InlineData("the millionth visitor", QuantityKind.Ordinal, 1e6, null)]
    [InlineData("$1.9 billion", QuantityKind.Money, 1.9e9, "USD")]
    [InlineData("£3m", QuantityKind.Money, 3e6, "GBP")]
    [InlineData("6.8m crowns", QuantityKind.Money, 6.8e6, "crown")]
    [InlineData("400 km", QuantityKind.Measure, 400, "km")]
    [InlineData("a 12-day strike", QuantityKind.Measure, 12, "day")]
    [InlineData("a magnitude 6.1 quake", QuantityKind.Measure, 6.1, "magnitude")]
    [InlineData("160 kilometres an hour", QuantityKind.Measure, 160, "km/h")]
    [InlineData("a 43-year-old baker", QuantityKind.Age, 43, "year")]
    [InlineData("the third raid", QuantityKind.Ordinal, 3, null)]
    public void Scan_TellsKindsOfValuesApart(string text, QuantityKind kind, double value, string? unit)
    {
        var quantity = Assert.Single(QuantityScanner.Scan(text));

        Assert.Equal(kind, quantity.Kind);
        Assert.Equal(value, quantity.Best, 5);
        Assert.Equal(unit, quantity.Unit);
    }

    [Theory]
    [InlineData("the base at Post 22.")]
    [InlineData("a 329-seat chamber")]
    [InlineData("in 2019 the mill closed")]
    [InlineData("Rovers won 4-0.")]
    [InlineData("at 10:30 on the pier")]
    [InlineData("under Article 5.")]
    public void Scan_LeavesOut_WhatNamesInsteadOfCounting(string text) => Assert.Empty(QuantityScanner.Scan(text));
}
