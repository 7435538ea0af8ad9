using Claims.Storage.Comparison;
using Claims.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Claims.Web.Tests.Browser;

/// <summary>
/// The pictures of docs/images, taken of the sample newsroom after a real run. They are written only when
/// CLAIMS_SCREENSHOTS is 1, since every machine's fonts make them differ.
/// </summary>
public sealed class PictureTests(Chromium chromium)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_OfEveryPage_AreTaken()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CLAIMS_SCREENSHOTS") == "1", "CLAIMS_SCREENSHOTS=1 writes the pictures of docs/images.");
        await using var server = await Newsroom.StartAsync();
        var rows = (await server.Database.Conflicts.ListAsync(new(), Cancel)).Rows;
        var shown = rows.FirstOrDefault(r => r.Kind == Core.Comparison.ConflictKind.Description) ?? rows[0];
        var article = shown.A.ArticleId;
        (string Name, string Path)[] pages =
        [
            ("queue", "/"), ("conflict", $"/conflicts/{rows[0].Id}"), ("conflict-words", $"/conflicts/{shown.Id}"), ("article", $"/articles/{article}"),
            ("groups", "/groups"), ("group", $"/groups/{await GroupAsync(server)}"), ("sources", "/sources"), ("source", $"/sources/{shown.A.Source.Id}"),
            ("articles", "/articles"), ("work", "/work"), ("help", "/help"),
        ];
        foreach (var (name, path) in pages)
        {
            await TakeAsync(server, path, name, 1280, 860, ColorScheme.Light);
        }

        await TakeAsync(server, "/", "queue-dark", 1280, 860, ColorScheme.Dark);
        await TakeAsync(server, $"/conflicts/{rows[0].Id}", "conflict-dark", 1280, 860, ColorScheme.Dark);
        await TakeAsync(server, "/", "queue-narrow", 360, 740, ColorScheme.Light);
        await TakeAsync(server, $"/conflicts/{rows[0].Id}", "conflict-narrow", 360, 740, ColorScheme.Light);
    }

    private static async Task<string> GroupAsync(WebServer server) =>
        (await server.Database.Groups.ListAsync(2, 0, 1, Cancel))[0].Id.Value;

    private async Task TakeAsync(WebServer server, string path, string name, int width, int height, ColorScheme scheme)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Newsroom.Checkout(), "docs", "images"));
        var page = await chromium.OpenAsync(width, height, scheme);
        await page.GotoAsync(new Uri(server.Address, path).AbsoluteUri);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name + ".png"), FullPage = name.StartsWith("conflict", StringComparison.Ordinal) });
        await page.Context.CloseAsync();
    }
}
