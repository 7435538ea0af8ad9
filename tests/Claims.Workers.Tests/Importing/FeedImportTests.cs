using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Claims.Workers.Tests.Importing;

/// <summary>Feeds that give headlines and links only.</summary>
public sealed class FeedImportTests
{
    private const string Feed = """
        <rss version="2.0"><channel><title>Velm Courier</title>
        <item><title>Mayor quits</title><link>{0}/mayor</link></item>
        <item><title>Ferry sinks</title><link>{0}/ferry</link></item>
        <item><title>Bridge reopens</title><link>{0}/bridge</link><description>The bridge at Osk reopened on Friday.</description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task ImportAsync_FetchesThePagesOfAFetchedFeed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.MapGet("/feed", (HttpRequest request) => Results.Text(Feed.Replace("{0}", $"http://{request.Host}", StringComparison.Ordinal), "application/rss+xml"));
        server.MapGet("/mayor", () => Results.Text("<html><body><article><h1>Mayor quits</h1><p>The mayor of Luko resigned on Monday, she said in a statement.</p></article></body></html>", "text/html"));
        await server.StartAsync();
        var root = new Uri(server.Urls.First());
        await using var bench = await Workbench.OpenAsync();

        var report = await bench.Importer.ImportAsync([$"{root}feed"], new() { AllowedLoopbackHosts = [root.Authority] });

        Assert.Equal(2, report.Added);
        var problem = Assert.Single(report.Problems);
        Assert.Equal(($"{root}ferry", true), (problem.Name, problem.Message.Contains("404", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ImportAsync_NamesThePagesOfAFeedFile_AndFetchesNothing()
    {
        await using var bench = await Workbench.OpenAsync();
        var file = bench.Write("feed.xml", Feed.Replace("{0}", "https://courier.example", StringComparison.Ordinal));

        var report = await bench.Importer.ImportAsync([file], new());

        Assert.Equal(1, report.Added);
        Assert.Contains("2 entries have no text", Assert.Single(report.Problems).Message);
    }
}
