using System.Text.Encodings.Web;
using Claims.Web.Presentation;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Tests.Presentation;

/// <summary>Text and addresses from outside as the pages show them.</summary>
public sealed class OutsideTextTests
{
    [Theory]
    [InlineData("a\0b", "a\u2400b")]
    [InlineData("\u202E18", "\uFFFD18")]
    [InlineData("line\nnext\ttab", "line\nnext\ttab")]
    [InlineData("\u007F\u0085", "\u2421\uFFFD")]
    public void Visible_ShowsWhatCannotBeSeen(string text, string shown) => Assert.Equal(shown, OutsideText.Visible(text));

    [Fact]
    public void Cut_NeverSplitsAPair() => Assert.Equal("a…", OutsideText.Cut("a😀b", 2));

    [Fact]
    public void Html_EncodesAndIsolates() =>
        Assert.Equal("<bdi>&lt;b&gt; &amp; &quot;</bdi>", Html(new OutsideText("<b> & \"")));

    [Theory]
    [InlineData("https://velmar.example/a?b=1&c=2", "<a class=\"outside\" rel=\"noreferrer noopener external\" href=\"https://velmar.example/a?b=1&amp;c=2\">")]
    [InlineData("javascript:alert(1)", "<span class=\"outside\">")]
    [InlineData("data:text/html,x", "<span class=\"outside\">")]
    [InlineData("file:///pages/a.html", "<span class=\"outside\">")]
    [InlineData("not an address", "<span class=\"outside\">")]
    public void Link_IsOnlyMade_ForTheWeb(string url, string begins) =>
        Assert.StartsWith(begins, Html(new OutsideLink(url)), StringComparison.Ordinal);

    [Fact]
    public void Moment_IsUtc_AndSaysWhenThereIsNone()
    {
        Assert.Equal(
            "<time datetime=\"2031-05-04T07:30:00Z\">4 May 2031, 07:30 UTC</time>",
            Html(new Moment(new(2031, 5, 4, 9, 30, 0, TimeSpan.FromHours(2)))));
        Assert.Equal("<span class=\"absent\">no date</span>", Html(new Moment(null)));
    }

    [Theory]
    [InlineData(0.2, "low")]
    [InlineData(0.4, "medium")]
    [InlineData(0.95, "high")]
    public void Severity_IsSaidInWordsAndNumber(double value, string word)
    {
        var html = Html(Level.Severity(value));
        Assert.Contains($">{word}<", html, StringComparison.Ordinal);
        Assert.Contains(value.ToString("0.00"), html, StringComparison.Ordinal);
    }

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
