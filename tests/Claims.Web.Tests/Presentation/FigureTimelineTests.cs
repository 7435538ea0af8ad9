using System.Text.Encodings.Web;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Web.Presentation;
using Claims.Web.Tests.Seeding;

namespace Claims.Web.Tests.Presentation;

/// <summary>The drawing of figures over time.</summary>
public sealed class FigureTimelineTests
{
    private static readonly DateTimeOffset Day = new(2031, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_TakesTheCountThatMostClaimsState_InOrderOfTime()
    {
        var claims = new[] { Claim(2, "killed", 24), Claim(0, "killed", 18), Claim(1, "injured", 40), Claim(3, "killed", 31) };
        var line = FigureTimeline.Of(claims, new HashSet<ClaimId> { claims[1].Claim.Id })!;
        Assert.Equal("killed", line.Role);
        Assert.Equal([18, 24, 31], line.Points.Select(p => p.Quantity.Best));
        Assert.Equal([true, false, false], line.Points.Select(p => p.IsSuperseded));
        Assert.Equal((24, 31, 31), line.Spread);
    }

    [Fact]
    public void Of_IsNothing_WithoutTwoFiguresOfOneCount() =>
        Assert.Null(FigureTimeline.Of([Claim(0, "killed", 18), Claim(1, "injured", 40)], new HashSet<ClaimId>()));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1_000_000)]
    [InlineData(7, double.PositiveInfinity)]
    public void WriteTo_DrawsEveryFigureInsideTheFrame_AndEncodesTheNames(double best, double upper)
    {
        var line = FigureTimeline.Of([Claim(0, "killed", best, upper, "<b>Courier</b>"), Claim(0, "killed", best, upper, "Gazette")], new HashSet<ClaimId>())!;
        using var writer = new StringWriter();
        line.WriteTo(writer, HtmlEncoder.Default);
        var svg = System.Xml.Linq.XDocument.Parse(writer.ToString()).Root!;
        var dots = svg.Elements("circle").ToList();
        Assert.Equal(2, dots.Count);
        Assert.All(dots, dot => Assert.InRange(double.Parse(dot.Attribute("cy")!.Value, System.Globalization.CultureInfo.InvariantCulture), 0, 200));
        Assert.Contains(dots, dot => dot.Value.StartsWith("<b>Courier</b>", StringComparison.Ordinal));
    }

    private static ClaimInContext Claim(int hours, string role, double best, double upper = 0, string source = "Courier")
    {
        var article = new SeededArticle(source, SourceKind.Outlet, "Ferry", Day.AddHours(hours), $"https://{hours}.example/{role}{best}{source.Length}", $"The ferry sank and {best} people were {role}.");
        var claim = article.Claim(article.Article.Text.Trim()) with
        {
            Quantities = [new() { Span = new(0, 1), Text = $"{best}", Lower = best, Best = best, Upper = Math.Max(best, upper), Role = role }],
        };
        return new(claim, article.Article.Source, Day.AddHours(hours), "Ferry");
    }
}
