using AngleSharp.Html.Parser;
using Claims.Web.Tests.Hosting;

namespace Claims.Web.Tests.Pages;

/// <summary>The page of an article that was captured twice, read through the whole way from the sample newsroom.</summary>
public sealed class RevisionPageTests
{
    [Fact]
    public async Task Article_ShowsWhatTheRevisionChanged_AndHowEachClaimWasRead()
    {
        await using var server = await Newsroom.StartAsync();
        await Newsroom.RunAsync(server);
        var articles = await server.Database.Articles.ListAsync(0, 500, TestContext.Current.CancellationToken);
        var revised = articles.First(article => article.Revision > 1);

        var page = await new HtmlParser().ParseDocumentAsync(await server.ReadAsync($"/articles/{revised.Id}"));

        Assert.Contains("Against revision 1", page.QuerySelector("section[aria-labelledby=changes-title]")!.TextContent, StringComparison.Ordinal);
        var readings = page.QuerySelectorAll(".readings details");
        Assert.NotEmpty(readings);
        Assert.All(readings, reading => Assert.Contains("who said it", reading.TextContent, StringComparison.Ordinal));
        Assert.Contains(readings, reading => reading.TextContent.Contains("figure", StringComparison.Ordinal));
    }
}
