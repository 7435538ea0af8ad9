using Claims.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Claims.Web.Tests.Browser;

/// <summary>
/// The pictures of docs/images, taken of the sample newsroom after a real run. They are written only when
/// CLAIMS_SCREENSHOTS is 1, since every machine's fonts make them differ.
/// </summary>
public sealed class PictureTests(Chromium chromium)
{
    private static readonly ViewportSize Wide = new() { Width = 1280, Height = 960 };
    private static readonly ViewportSize Narrow = new() { Width = 360, Height = 740 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_OfTheMainPages_AreTaken()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CLAIMS_SCREENSHOTS") == "1", "CLAIMS_SCREENSHOTS=1 writes the pictures of docs/images.");
        await using var server = await Newsroom.StartAsync();
        var rows = (await server.Database.Conflicts.ListAsync(new(), Cancel)).Rows;
        var conflict = $"/conflicts/{rows[0].Id}";
        await TakeAsync(server, "/", "queue", Wide, ColorScheme.Light);
        await TakeAsync(server, "/", "queue-dark", Wide, ColorScheme.Dark);
        await TakeAsync(server, "/", "queue-narrow", Narrow, ColorScheme.Light);
        await TakeAsync(server, conflict, "conflict", Wide, ColorScheme.Light);
        await TakeAsync(server, conflict, "conflict-dark", Wide, ColorScheme.Dark);
        await TakeAsync(server, conflict, "conflict-narrow", Narrow, ColorScheme.Light);
        await TakeAsync(server, $"/articles/{rows[0].A.ArticleId}", "article", Wide, ColorScheme.Light);
    }

    private async Task TakeAsync(WebServer server, string path, string name, ViewportSize size, ColorScheme scheme)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Newsroom.Checkout(), "docs", "images"));
        var page = await chromium.OpenAsync(size.Width, size.Height, scheme);
        await page.GotoAsync(new Uri(server.Address, path).AbsoluteUri);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name + ".png") });
        await page.Context.CloseAsync();
    }
}
