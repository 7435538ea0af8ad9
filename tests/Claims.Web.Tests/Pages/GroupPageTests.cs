using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Claims.Core.Review;
using Claims.Web.Tests.Hosting;
using Claims.Web.Tests.Seeding;

namespace Claims.Web.Tests.Pages;

/// <summary>A group's page: splitting claims off, tying them together and taking that back.</summary>
public sealed class GroupPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Split_TakesTheTickedClaimsOut_AndCanBeTakenBack()
    {
        await using var server = await WebServer.StartAsync();
        await SeededNewsroom.Ordinary().StoreAsync(server.Database);
        var group = (await server.Database.Groups.ListAsync(3, 0, 1, Cancel)).Single();
        var page = Parse(await server.ReadAsync($"/groups/{group.Id}"));
        var ticked = Ticks(page)[0];

        var answer = await PostAsync(server, $"/groups/{group.Id}?handler=Tie", page, ("claims", ticked), ("tie", "apart"), ("note", "another boat"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = Parse(await server.ReadAsync(answer.Headers.Location!.ToString()));
        Assert.Contains("Split", after.QuerySelector(".notice-done")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(ticked, Ticks(after));
        Assert.Contains("another boat", after.QuerySelector(".act")!.TextContent, StringComparison.Ordinal);
        var act = (await server.Database.Ties.RecentAsync(1, Cancel)).Single();
        Assert.Equal((TieKind.Apart, group.Claims - 1), (act.Kind, act.Pairs.Count));

        var back = await PostAsync(server, after.QuerySelector(".act")!.GetAttribute("action")!, after, ("act", act.Id.Value));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.False((await server.Database.Ties.RecentAsync(2, Cancel))[^1].Stands);
    }

    [Theory]
    [InlineData("apart", 0)]
    [InlineData("together", 1)]
    [InlineData("sideways", 2)]
    public async Task Tie_SaysWhatToTick_WhenItMakesNoSense(string tie, int ticked)
    {
        await using var server = await WebServer.StartAsync();
        await SeededNewsroom.Ordinary().StoreAsync(server.Database);
        var group = (await server.Database.Groups.ListAsync(3, 0, 1, Cancel)).Single();
        var page = Parse(await server.ReadAsync($"/groups/{group.Id}"));
        var claims = Ticks(page).Take(ticked).Select(tick => ("claims", tick));

        var answer = await PostAsync(server, $"/groups/{group.Id}?handler=Tie", page, [.. claims, ("tie", tie)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector("[role=alert]"));
        Assert.Empty(await server.Database.Ties.RecentAsync(1, Cancel));
    }

    private static Task<HttpResponseMessage> PostAsync(WebServer server, string url, IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return server.Client.PostAsync(
            new Uri(server.Address, url),
            new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]),
            Cancel);
    }

    private static List<string> Ticks(IHtmlDocument page) => [.. page.QuerySelectorAll("input[name=claims]").Select(i => i.GetAttribute("value")!)];

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
