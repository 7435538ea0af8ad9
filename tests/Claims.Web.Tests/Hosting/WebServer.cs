using Claims.Storage;
using Claims.Storage.Sqlite;
using Claims.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Claims.Web.Tests.Hosting;

/// <summary>The real web application on a free port of loopback, over a SQLite file in a folder of its own.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly Action<IServiceCollection, ClaimsOptions>? addServices;
    private WebApplication? app;

    private WebServer(string folder, Action<IServiceCollection, ClaimsOptions>? addServices)
    {
        this.folder = folder;
        this.addServices = addServices;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true });
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A client that keeps cookies and follows no redirect.</summary>
    public HttpClient Client { get; }

    /// <summary>The database behind it.</summary>
    public IClaimsDatabase Database => Services.GetRequiredService<IClaimsDatabase>();

    /// <summary>The services of the running application.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>Starts a server over a new database.</summary>
    /// <param name="addServices">Registers database and workers; by default the database alone.</param>
    public static async Task<WebServer> StartAsync(Action<IServiceCollection, ClaimsOptions>? addServices = null)
    {
        var server = new WebServer(Directory.CreateTempSubdirectory("claims-web-").FullName, addServices);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Ends the server and starts another one, on another port, over the same database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    /// <summary>Reads a page that must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        var answer = await Client.GetAsync(new Uri(Address, path), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}\n{text}");
        return text;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAgainAsync()
    {
        var options = new ClaimsOptions { Database = Path.Combine(folder, "claims.db"), Port = 0, Reviewer = "Mara Test" };
        app = ClaimsWebHost.Build(options, services =>
        {
            if (addServices is null)
            {
                services.AddSingleton<IClaimsDatabase>(_ => SqliteDatabase.Open(options.Database));
            }
            else
            {
                addServices(services, options);
            }
        });
        Address = await ClaimsWebHost.StartAsync(app, TestContext.Current.CancellationToken);
    }

    private async Task StopAsync()
    {
        await app!.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
