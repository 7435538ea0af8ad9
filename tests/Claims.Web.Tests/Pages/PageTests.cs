using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Comparison;
using Claims.Storage.Sqlite;
using Claims.Storage.Work;
using Claims.Web.Tests.Hosting;
using Claims.Web.Tests.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace Claims.Web.Tests.Pages;

/// <summary>The pages as a browser without scripts meets them.</summary>
public sealed class PageTests
{
    private const int LargestPage = 150 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_ShowsBothSidesRanked_WithTheDifferingWordsMarked()
    {
        await using var server = await SeededAsync();

        var page = Parse(await server.ReadAsync("/"));

        var rows = page.QuerySelectorAll(".row");
        Assert.Equal(5, rows.Length);
        var first = rows[0];
        Assert.Equal("18 or 31 people killed on the ferry Anselma", first.QuerySelector(".row-title")!.TextContent.Trim());
        Assert.Equal(2, first.QuerySelectorAll("blockquote").Length);
        Assert.Equal(["At least 18", "Thirty-one"], first.QuerySelectorAll("mark.differs").Select(m => m.TextContent).Order());
        Assert.Contains("Figures", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("high", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("0.95", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("very sure", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Velmar Courier", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("quoting the harbour master", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 May 2031, 09:30 UTC", first.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?kind=polarity", 1)]
    [InlineData("/?kind=count", 2)]
    [InlineData("/?q=brigade+border", 1)]
    [InlineData("/?q=nothing+of+the+kind", 0)]
    [InlineData("/?status=decided", 0)]
    [InlineData("/?status=all", 5)]
    [InlineData("/?kind=nonsense&status=7", 5)]
    public async Task Queue_ShowsWhatTheUrlAsksFor(string url, int rows)
    {
        await using var server = await SeededAsync();
        Assert.Equal(rows, Parse(await server.ReadAsync(url)).QuerySelectorAll(".row").Length);
    }

    [Fact]
    public async Task Queue_FiltersBySource_ByTheLinkOfTheSourcePage()
    {
        await using var server = await SeededAsync();
        var sources = Parse(await server.ReadAsync("/sources"));
        var ministry = sources.QuerySelectorAll("td a").First(a => a.TextContent == "Ministry of the Interior").GetAttribute("href")!;
        var queue = Parse(await server.ReadAsync(ministry)).QuerySelector(".figures a")!.GetAttribute("href")!;
        Assert.Single(Parse(await server.ReadAsync(queue)).QuerySelectorAll(".row"));
    }

    [Fact]
    public async Task Queue_PagesThroughAll_WhenThereAreMany()
    {
        await using var server = await WebServer.StartAsync();
        await SeededNewsroom.Many(60).StoreAsync(server.Database);
        var seen = new HashSet<string>();
        var url = "/";
        while (url is not null)
        {
            var html = await server.ReadAsync(url);
            Assert.True(html.Length < LargestPage);
            var page = Parse(html);
            seen.UnionWith(page.QuerySelectorAll(".row").Select(r => r.Id!));
            url = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(60, seen.Count);
    }

    [Fact]
    public async Task Queue_SaysWhatToDoNext_WhenItIsEmpty()
    {
        await using var server = await WebServer.StartAsync();
        Assert.Contains("claims import", Parse(await server.ReadAsync("/")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(Parse(await server.ReadAsync("/groups")).QuerySelector(".empty"));
        Assert.NotNull(Parse(await server.ReadAsync("/sources")).QuerySelector(".empty"));
        Assert.NotNull(Parse(await server.ReadAsync("/articles")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task Conflict_ShowsParagraphsSpeakersDatesReasonsAndGroup()
    {
        await using var server = await SeededAsync();
        var row = await FirstAsync(server);

        var page = Parse(await server.ReadAsync($"/conflicts/{row.Id}"));

        var courier = page.QuerySelectorAll(".side").First(s => s.TextContent.Contains("Velmar Courier", StringComparison.Ordinal));
        Assert.Contains("Divers went on searching through the night.", courier.QuerySelector(".passage")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("At least 18 people were killed, the harbour master said.", courier.QuerySelector(".passage .claim")!.TextContent);
        Assert.Equal("At least 18", courier.QuerySelector("mark.differs")!.TextContent);
        Assert.Equal(["Velmar Courier", "the harbour master “said”"], courier.QuerySelectorAll(".chain li").Select(l => l.TextContent.Trim()));
        Assert.Contains("4 May 2031, 09:30 UTC", courier.TextContent, StringComparison.Ordinal);
        Assert.Contains("6 May 2031, 07:08 UTC", courier.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".reasons li").Length);
        Assert.Contains("24 citizens lost their lives", page.QuerySelector(".claims")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 5", page.QuerySelector(".place-count")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_StoresAndGoesOnToTheNext_WithoutScripts()
    {
        await using var server = await SeededAsync();
        var row = await FirstAsync(server);
        var page = Parse(await server.ReadAsync($"/conflicts/{row.Id}"));
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;

        var answer = await SubmitAsync(server, page, ".decide form", ("decision", "RealConflict"), ("note", "  Harbour master and coast guard  "));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"{next}?done={row.Id}", answer.Headers.Location!.ToString());
        var verdict = Assert.Single((await server.Database.Conflicts.FindAsync(row.Id.Value, Cancel))!.History);
        Assert.Equal((Decision.RealConflict, "Mara Test", "Harbour master and coast guard"), (verdict.Decision!.Value, verdict.Reviewer, verdict.Note));
        var then = Parse(await server.ReadAsync(answer.Headers.Location!.ToString()));
        Assert.Contains("Decided Real conflict", then.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        var undone = await SubmitAsync(server, then, ".notice form");
        Assert.Equal($"/conflicts/{row.Id}?undone=1", undone.Headers.Location!.ToString());
        Assert.Contains("Undone", Parse(await server.ReadAsync(undone.Headers.Location!.ToString())).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ConflictStatus.Open, (await server.Database.Conflicts.FindAsync(row.Id.Value, Cancel))!.Row.Status);
    }

    [Fact]
    public async Task Decide_KeepsThePlaceInAFilteredQueue()
    {
        await using var server = await SeededAsync();
        var rows = (await server.Database.Conflicts.ListAsync(new() { Kind = ConflictKind.Count }, Cancel)).Rows;
        var page = Parse(await server.ReadAsync($"/conflicts/{rows[0].Id}?kind=count"));
        var answer = await SubmitAsync(server, page, ".decide form", ("decision", "Compatible"));
        Assert.Equal($"/conflicts/{rows[1].Id}?kind=count&done={rows[0].Id}", answer.Headers.Location!.ToString());

        page = Parse(await server.ReadAsync(answer.Headers.Location!.ToString()));
        answer = await SubmitAsync(server, page, ".decide form", ("decision", "Compatible"));
        Assert.Equal($"/?kind=count&done={rows[1].Id}", answer.Headers.Location!.ToString());
        Assert.Contains("No conflict fits", await server.ReadAsync(answer.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_StoresNothingAndSaysWhoDecided_WhenThePageIsStale()
    {
        await using var server = await SeededAsync();
        var row = await FirstAsync(server);
        var page = Parse(await server.ReadAsync($"/conflicts/{row.Id}"));
        await server.Database.Verdicts.DecideAsync(row.Id, Decision.SameOrigin, "Tarek Other", "one wire text", cancel: Cancel);

        var answer = await SubmitAsync(server, page, ".decide form", ("decision", "RealConflict"), ("note", "my own note"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var refused = Parse(await answer.Content.ReadAsStringAsync(Cancel));
        var notice = refused.QuerySelector(".notice-refused")!.TextContent;
        Assert.Contains("Same origin", notice, StringComparison.Ordinal);
        Assert.Contains("Tarek Other", notice, StringComparison.Ordinal);
        Assert.Equal("my own note", refused.QuerySelector("textarea")!.TextContent);
        Assert.Single((await server.Database.Conflicts.FindAsync(row.Id.Value, Cancel))!.History);

        var again = await SubmitAsync(server, refused, ".decide form[action*=Decide]", ("decision", "RealConflict"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Undo_TakesNothingBack_WhenSomebodyElseDecidedMeanwhile()
    {
        await using var server = await SeededAsync();
        var row = await FirstAsync(server);
        await server.Database.Verdicts.DecideAsync(row.Id, Decision.Unclear, "Mara Test", null, cancel: Cancel);
        var page = Parse(await server.ReadAsync($"/conflicts/{row.Id}"));
        await server.Database.Verdicts.DecideAsync(row.Id, Decision.Compatible, "Tarek Other", null, cancel: Cancel);

        var answer = await SubmitAsync(server, page, ".standing form");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(Decision.Compatible, (await server.Database.Conflicts.FindAsync(row.Id.Value, Cancel))!.Row.Decision);
    }

    [Theory]
    [InlineData("decision", "NoSuchThing")]
    [InlineData("decision", "0")]
    public async Task Decide_IsRefused_WhenTheDecisionIsUnknown(string name, string value)
    {
        await using var server = await SeededAsync();
        var row = await FirstAsync(server);
        var page = Parse(await server.ReadAsync($"/conflicts/{row.Id}"));
        Assert.Equal(HttpStatusCode.BadRequest, (await SubmitAsync(server, page, ".decide form", (name, value))).StatusCode);
    }

    [Fact]
    public async Task Article_ShowsAllText_WithWhatWasLeftOutAndClaimsLinked()
    {
        await using var server = await SeededAsync();
        var courier = SeededNewsroom.Ordinary().Articles[0];

        var page = Parse(await server.ReadAsync($"/articles/{courier.Article.Id}"));

        foreach (var paragraph in courier.Article.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Contains(paragraph, page.QuerySelector(".reading")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("Left out: caption", page.QuerySelector(".left-out")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll(".reading a.conflicted").Length);
        Assert.Equal(4, page.QuerySelectorAll(".row").Length);
    }

    [Fact]
    public async Task Group_ShowsClaimsByTimeAndItsConflicts()
    {
        await using var server = await SeededAsync();
        var list = Parse(await server.ReadAsync("/groups"));
        var page = Parse(await server.ReadAsync(list.QuerySelector(".claim-cell a")!.GetAttribute("href")!));
        Assert.Equal(3, page.QuerySelectorAll(".claims li").Length);
        Assert.Equal(2, page.QuerySelectorAll(".row").Length);
    }

    [Theory]
    [InlineData("/conflicts/nosuchthing")]
    [InlineData("/conflicts/zz")]
    [InlineData("/conflicts/%20")]
    [InlineData("/groups/%20")]
    [InlineData("/sources/%20")]
    [InlineData("/articles/%20")]
    [InlineData("/articles/nosuchthing")]
    [InlineData("/groups/nosuchthing")]
    [InlineData("/sources/nosuchthing")]
    [InlineData("/nothing")]
    [InlineData("/error/999")]
    public async Task Missing_SaysWhatToDoNext(string url)
    {
        await using var server = await SeededAsync();
        var answer = await server.Client.GetAsync(new Uri(server.Address, url), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector(".error a[href='/']"));
    }

    [Fact]
    public async Task Work_ShowsFailedPagesAndRetriesThem()
    {
        var clock = new ManualClock();
        await using var server = await WebServer.StartAsync(
            (services, options) => services.AddSingleton<IClaimsDatabase>(_ => SqliteDatabase.Open(options.Database, clock)));
        var newsroom = SeededNewsroom.Ordinary();
        await newsroom.StoreAsync(server.Database);
        await FailFiveTimesAsync(server, clock, newsroom.Articles[0].Article.Id.Value);

        var page = Parse(await server.ReadAsync("/work"));
        var failure = page.QuerySelector(".failures li")!;
        Assert.Contains("https://courier.velmar.example/ferry", failure.TextContent, StringComparison.Ordinal);
        Assert.Contains("the page is torn", failure.TextContent, StringComparison.Ordinal);

        var answer = await SubmitAsync(server, page, ".failures form");
        Assert.Equal("/work?retried=1", answer.Headers.Location!.ToString());
        Assert.Empty(await server.Database.Work.FailedAsync(10, Cancel));
    }

    [Fact]
    public async Task EveryPage_ShowsHostileTextAsText_AndStaysSmall()
    {
        await using var server = await WebServer.StartAsync();
        var hostile = SeededNewsroom.Hostile();
        await hostile.StoreAsync(server.Database);
        var conflict = hostile.Conflicts[0];
        var urls = new List<string> { "/", "/?q=%3Cscript%3E%00%E2%80%AE", $"/conflicts/{conflict.Id}", "/articles", "/groups", "/names", "/names?decided=true&search=%3Cscript%3E", "/sources", "/work" };
        urls.AddRange(hostile.Articles.Select(a => $"/articles/{a.Article.Id}"));
        urls.AddRange(hostile.Articles.Select(a => $"/sources/{a.Article.Source.Id}"));
        urls.Add(Parse(await server.ReadAsync("/groups")).QuerySelector(".claim-cell a")!.GetAttribute("href")!);
        urls.Add($"/articles/{hostile.Articles[0].Article.Id}?at=30");

        foreach (var url in urls)
        {
            var html = await server.ReadAsync(url);
            var page = Parse(html);
            Assert.True(System.Text.Encoding.UTF8.GetByteCount(html) < LargestPage, $"{url} has {html.Length} characters");
            Assert.Equal(["/assets/app.js"], page.QuerySelectorAll("script").Select(s => s.GetAttribute("src")));
            Assert.Empty(page.QuerySelectorAll("img, b, [onerror], [style], [href^='javascript:']"));
            Assert.DoesNotContain('\u202E', html);
            Assert.DoesNotContain("&#x202E;", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("&#x0;", html, StringComparison.Ordinal);
            Assert.DoesNotContain('\0', html);
        }
    }

    private static async Task FailFiveTimesAsync(WebServer server, ManualClock clock, string subject)
    {
        await server.Database.Work.RequeueAsync([subject], WorkStage.Extract, Cancel);
        bool setAside;
        do
        {
            var lease = Assert.Single(await server.Database.Work.LeaseAsync("test", [WorkStage.Extract], 1, TimeSpan.FromMinutes(1), Cancel));
            setAside = await server.Database.Work.FailAsync(lease, "the page is torn", Cancel);
            clock.Advance(TimeSpan.FromHours(1));
        }
        while (!setAside);
    }

    private static async Task<WebServer> SeededAsync()
    {
        var server = await WebServer.StartAsync();
        await SeededNewsroom.Ordinary().StoreAsync(server.Database);
        return server;
    }

    private static async Task<ConflictRow> FirstAsync(WebServer server) =>
        (await server.Database.Conflicts.ListAsync(new() { Take = 1 }, Cancel)).Rows[0];

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Sends a form as a browser without scripts does.</summary>
    private static Task<HttpResponseMessage> SubmitAsync(WebServer server, IHtmlDocument page, string form, params (string Name, string Value)[] values)
    {
        var element = page.QuerySelector(form)!;
        var fields = element.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        return server.Client.PostAsync(new Uri(server.Address, element.GetAttribute("action")), new FormUrlEncodedContent(fields), Cancel);
    }
}
