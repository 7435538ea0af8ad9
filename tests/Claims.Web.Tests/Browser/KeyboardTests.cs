using Claims.Core.Review;
using Claims.Storage.Comparison;
using Claims.Web.Tests.Hosting;
using Claims.Web.Tests.Seeding;
using Microsoft.Playwright;

namespace Claims.Web.Tests.Browser;

/// <summary>A fact-checker who never touches the mouse.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThreeDecisionsAndAnUndo_ByKeysAlone_StandAfterRestartAndRerun()
    {
        await using var server = await Newsroom.StartAsync();
        var rows = (await server.Database.Conflicts.ListAsync(new(), Cancel)).Rows;
        var page = await chromium.OpenAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);

        // The second row, back up to the first, open it.
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await ShowsAsync(page, rows[0]);

        // Decide it with a note, then two more; each decision goes on to the next.
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.TypeAsync("1 of the two is wrong");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("1");
        await ShowsAsync(page, rows[1]);
        await page.Keyboard.PressAsync("3");
        await ShowsAsync(page, rows[2]);
        await page.Keyboard.PressAsync("2");
        await ShowsAsync(page, rows[3]);

        // Take the last one back: it is shown again and waits.
        await page.Keyboard.PressAsync("u");
        await ShowsAsync(page, rows[2]);
        await Assertions.Expect(page.Locator(".notice-done")).ToContainTextAsync("Undone");

        await server.RestartAsync();
        await Newsroom.RunAgainAsync(server);

        await StandsAsync(server, rows[0], Decision.RealConflict, "1 of the two is wrong");
        await StandsAsync(server, rows[1], Decision.Superseded, null);
        var third = await server.Database.Conflicts.FindAsync(rows[2].Id.Value, Cancel);
        Assert.Equal(ConflictStatus.Open, third!.Row.Status);
        Assert.Equal(2, third.History.Count);
        await page.GotoAsync(new Uri(server.Address, "/?status=decided").AbsoluteUri);
        await Assertions.Expect(page.Locator(".row")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task NextAndPrevious_MoveWithoutReload_AndKeepThePlace()
    {
        await using var server = await SeededAsync();
        var rows = (await server.Database.Conflicts.ListAsync(new(), Cancel)).Rows;
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(server.Address, $"/conflicts/{rows[0].Id}").AbsoluteUri);
        await page.EvaluateAsync("window.notReloaded = true");

        await page.Keyboard.PressAsync("n");
        await ShowsAsync(page, rows[1]);
        await page.Keyboard.PressAsync("n");
        await ShowsAsync(page, rows[2]);
        await page.Keyboard.PressAsync("p");
        await ShowsAsync(page, rows[1]);
        await page.GoBackAsync();
        await ShowsAsync(page, rows[2]);
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(server.Address, $"/#c-{rows[2].Id}").AbsoluteUri);
        await Assertions.Expect(page.Locator($"#c-{rows[2].Id} .row-link")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Decision_IsRefused_WhenSomebodyElseDecidedWhileItWasRead()
    {
        await using var server = await SeededAsync();
        var rows = (await server.Database.Conflicts.ListAsync(new(), Cancel)).Rows;
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(server.Address, $"/conflicts/{rows[0].Id}").AbsoluteUri);
        await server.Database.Verdicts.DecideAsync(rows[0].Id, Decision.Unclear, "Tarek Other", null, cancel: Cancel);

        await page.Keyboard.PressAsync("1");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tarek Other");
        await ShowsAsync(page, rows[0]);
        Assert.Equal(Decision.Unclear, (await server.Database.Conflicts.FindAsync(rows[0].Id.Value, Cancel))!.Row.Decision);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_DoNothing_WhileTypingOrSwitchedOff()
    {
        await using var server = await SeededAsync();
        var rows = (await server.Database.Conflicts.ListAsync(new(), Cancel)).Rows;
        var page = await chromium.OpenAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("brigade");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".row")).ToHaveCountAsync(1);

        // A whole new page: its scripts are ready once its times are of the reader's zone.
        await Assertions.Expect(page.Locator(".row time[title]")).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.GetByLabel("Single keys act on the page").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync(new Uri(server.Address, $"/conflicts/{rows[0].Id}").AbsoluteUri);
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).Not.ToBeVisibleAsync();
        Assert.Empty(await server.Database.Verdicts.RecentAsync(1, Cancel));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Failure_IsSaid_AndTheNoteKept_WhenTheServerIsGone()
    {
        await using var server = await SeededAsync();
        var rows = (await server.Database.Conflicts.ListAsync(new(), Cancel)).Rows;
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(server.Address, $"/conflicts/{rows[0].Id}").AbsoluteUri);
        await page.Locator("#note").FillAsync("kept");
        await page.Context.SetOfflineAsync(true);
        await page.Locator(".choice").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(page.Locator("#note")).ToHaveValueAsync("kept");
        await page.Context.CloseAsync();
    }

    private static async Task<WebServer> SeededAsync()
    {
        var server = await WebServer.StartAsync();
        await SeededNewsroom.Ordinary().StoreAsync(server.Database);
        return server;
    }

    private static async Task ShowsAsync(IPage page, ConflictRow row)
    {
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(row.Reason);
        await Assertions.Expect(page.Locator("main[aria-busy]")).ToHaveCountAsync(0);
        Assert.Contains($"/conflicts/{row.Id}", page.Url, StringComparison.Ordinal);
    }

    private static async Task StandsAsync(WebServer server, ConflictRow row, Decision decision, string? note)
    {
        var detail = await server.Database.Conflicts.FindAsync(row.Id.Value, Cancel);
        Assert.Equal((ConflictStatus.Decided, decision), (detail!.Row.Status, detail.Row.Decision!.Value));
        Assert.Equal(note, Assert.Single(detail.History).Note);
    }
}
