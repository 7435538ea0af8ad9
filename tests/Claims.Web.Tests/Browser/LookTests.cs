using Claims.Web.Tests.Hosting;
using Claims.Web.Tests.Seeding;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Claims.Web.Tests.Browser;

/// <summary>Every page in both colour schemes and at the narrowest width.</summary>
public sealed class LookTests(Chromium chromium)
{
    private const string Missing = "/nothing";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryPage_HasNoViolationThatAxeFinds(ColorScheme scheme)
    {
        await using var server = await SeededAsync();
        var page = await chromium.OpenAsync(scheme: scheme);
        foreach (var path in await PathsAsync(server))
        {
            await page.GotoAsync(new Uri(server.Address, path).AbsoluteUri);
            await AssertNoViolationAsync(page, path);
        }

        await page.GotoAsync(server.Address.AbsoluteUri);
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await AssertNoViolationAsync(page, "the keys");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360, 1)]
    [InlineData(1280, 1)]
    public async Task EveryPage_FitsTheWidth_WithoutScrollingSideways(int width, int minimum)
    {
        await using var server = await SeededAsync();
        await SeededNewsroom.Hostile().StoreAsync(server.Database);
        var page = await chromium.OpenAsync(width, 740);
        var paths = await PathsAsync(server);
        Assert.True(paths.Count > minimum);
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(server.Address, path).AbsoluteUri);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{path} is {over} pixels too wide at {width}");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Everything_IsReachedByTab_AndSeenInFocus()
    {
        await using var server = await SeededAsync();
        var page = await chromium.OpenAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);
        var seen = new HashSet<string>();
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await page.EvaluateAsync<string>(
                """
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return '';
                  const style = getComputedStyle(e), box = e.getBoundingClientRect();
                  const visible = style.outlineStyle !== 'none' && box.bottom > 0 && box.top < innerHeight;
                  return visible ? (e.textContent || e.name).trim().slice(0, 60) : 'HIDDEN ' + e.outerHTML.slice(0, 120);
                }
                """);
            Assert.DoesNotContain("HIDDEN", focus, StringComparison.Ordinal);
            seen.Add(focus);
        }

        Assert.Contains("Skip to content", seen);
        Assert.Contains("Filter", seen);
        Assert.Contains("18 or 31 people killed on the ferry Anselma", seen);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Times_AreOfTheReadersZone_WithUtcAsTitle()
    {
        await using var server = await SeededAsync();
        var page = await chromium.OpenAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);
        var time = page.Locator("time[datetime='2031-05-04T09:30:00Z']").First;
        await Assertions.Expect(time).ToHaveTextAsync("4 May 2031, 11:30");
        await Assertions.Expect(time).ToHaveAttributeAsync("title", "4 May 2031, 09:30 UTC");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task HostileText_RunsNothing()
    {
        await using var server = await WebServer.StartAsync();
        await SeededNewsroom.Hostile().StoreAsync(server.Database);
        var page = await chromium.OpenAsync();
        var refused = new List<string>();
        page.Console += (_, message) => refused.Add(message.Text);
        foreach (var path in (await PathsAsync(server)).Where(p => p != Missing))
        {
            await page.GotoAsync(new Uri(server.Address, path).AbsoluteUri);
            Assert.NotEqual("run", await page.TitleAsync());
            Assert.EndsWith("Claims", await page.TitleAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(refused);
        await page.Context.CloseAsync();
    }

    private static async Task AssertNoViolationAsync(IPage page, string path)
    {
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            path + "\n" + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help}\n    " + string.Join("\n    ", v.Nodes.Select(n => n.Html)))));
    }

    private static async Task<WebServer> SeededAsync()
    {
        var server = await WebServer.StartAsync();
        await SeededNewsroom.Ordinary().StoreAsync(server.Database);
        return server;
    }

    /// <summary>One address of every page.</summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(WebServer server)
    {
        var cancel = TestContext.Current.CancellationToken;
        var conflicts = (await server.Database.Conflicts.ListAsync(new(), cancel)).Rows;
        var group = (await server.Database.Groups.ListAsync(1, 0, 1, cancel))[0];
        return
        [
            "/", "/?status=decided", "/?q=ferry&kind=count", "/articles", "/groups", "/names", "/sources", "/work", "/help", Missing,
            .. conflicts.Take(3).Select(c => $"/conflicts/{c.Id}"),
            $"/articles/{conflicts[0].A.ArticleId}?claim={conflicts[0].A.Id}", $"/articles/{conflicts[0].B.ArticleId}",
            $"/groups/{group.Id}", $"/sources/{conflicts[0].A.Source.Id}",
        ];
    }
}
