using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Claims.Web.Tests.Browser.Chromium))]

namespace Claims.Web.Tests.Browser;

/// <summary>
/// One Chromium for all tests, the one that is installed on this machine (Debian's package "chromium"), never downloaded.
/// CLAIMS_BROWSER names another. Where there is none, the tests that need it are skipped and say so.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // Background networking is off since Chromium otherwise looks for its maker's hosts at every start.
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // How long a page may take to show what is expected, in milliseconds: long enough for a busy machine.
    private const float Patience = 30_000;

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a window of its own: no cookie or setting of another test.</summary>
    /// <param name="width">Width in CSS pixels.</param>
    /// <param name="height">Height in CSS pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="scale">Pixels of a picture for one CSS pixel.</param>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, float scale = 1)
    {
        var context = await (await StartedAsync()).NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            DeviceScaleFactor = scale,
            TimezoneId = "Europe/Berlin",
            Locale = "en-GB",
        });
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CLAIMS_BROWSER") is { Length: > 0 } named)
        {
            return named;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    private async Task<IBrowser> StartedAsync()
    {
        var path = Find();
        Assert.SkipWhen(path is null, "Chromium is not installed; './claims test' installs it, or CLAIMS_BROWSER names it.");
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Patience);
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
        finally
        {
            starting.Release();
        }
    }
}
