using Claims.Workers;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Claims.Web.Tests.Hosting;

/// <summary>The sample newsroom of the repository, taken through the real pipeline.</summary>
internal static class Newsroom
{
    /// <summary>A server whose database holds what the pipeline found in the samples.</summary>
    public static async Task<WebServer> StartAsync()
    {
        var server = await WebServer.StartAsync((services, options) => services.AddClaims(options));
        var report = await server.Services.GetRequiredService<IImporter>().ImportAsync(
            [Path.Combine(Checkout(), "samples", "newsroom", "articles.jsonl")], new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        Assert.Empty(report.Problems);
        await RunAsync(server);
        return server;
    }

    /// <summary>Does all the work that is due.</summary>
    public static Task<RunReport> RunAsync(WebServer server) =>
        server.Services.GetRequiredService<IPipelineRunner>().RunAsync("test", cancel: TestContext.Current.CancellationToken);

    /// <summary>Makes everything due again and does it.</summary>
    public static async Task RunAgainAsync(WebServer server)
    {
        Assert.True(await server.Services.GetRequiredService<IPipelineRunner>().RequeueAllAsync(TestContext.Current.CancellationToken) > 0);
        await RunAsync(server);
    }

    /// <summary>The folder that holds Claims.sln.</summary>
    public static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Claims.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Claims.sln is in no folder above the tests.");
    }
}
