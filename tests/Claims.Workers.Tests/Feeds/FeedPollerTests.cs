using System.Net;
using Claims.Workers.Engine;
using Claims.Workers.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Claims.Workers.Tests.Feeds;

/// <summary>Feeds over real HTTP on loopback.</summary>
public sealed class FeedPollerTests : IAsyncLifetime
{
    private const string Rss = """
        <?xml version="1.0"?>
        <rss version="2.0"><channel><title>Orrin Herald</title><link>https://herald.example/</link>
        <item><title>Landslide near Orrin kills nine</title><link>https://herald.example/landslide</link>
        <pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate>
        <description>Nine people were killed in a landslide near Orrin on Monday, the mayor said. Two roads were closed.</description></item>
        </channel></rss>
        """;

    private const string Bridge = """
        <html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>
        <p>The council of Orrin closed the old bridge on Monday after engineers found cracks in two of its five piers.</p>
        <p>Lorries will be sent over the northern crossing until the piers are mended, a spokeswoman for the council said.</p>
        </article></body></html>
        """;

    private readonly List<string> validators = [];
    private readonly MovedClock clock = new();
    private WebApplication server = null!;
    private Workbench bench = null!;
    private bool isDown;
    private int pagesServed;

    private string Url => server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/rss";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapGet("/rss", Answer);
        server.MapGet("/headlines", (HttpContext context) => Results.Text(
            $"<rss version=\"2.0\"><channel><title>Orrin Herald</title><item><title>Bridge closed</title><link>http://{context.Request.Host}/bridge</link></item></channel></rss>",
            "application/rss+xml"));
        server.MapGet("/bridge", () =>
        {
            pagesServed++;
            return Results.Text(Bridge, "text/html");
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        bench = await Workbench.OpenAsync(services => services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new PageFetcher(new() { AllowedLoopbackHosts = [new Uri(Url).Authority] }, clock)));
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task FetchFeed_ImportsWhatIsNew_AndAsksOnlyForChanges()
    {
        var feed = await bench.Database.Feeds.AddAsync(Url, TimeSpan.FromMinutes(10));
        var jobs = bench.Services.GetRequiredService<IJobRunner>();
        await jobs.RunAsync(JobKind.FetchFeed, argument: null, CancellationToken.None);
        var article = Assert.Single(await bench.Database.Articles.ListAsync(0, 10));
        Assert.True(article.ClaimCount > 0);
        var polled = (await bench.Database.Feeds.FindAsync(feed.Id))!;
        Assert.Equal(("\"one\"", null), (polled.ETag, polled.LastError));

        // Not due yet, then due and unchanged.
        await jobs.RunAsync(JobKind.FetchFeed, argument: null, CancellationToken.None);
        Assert.Single(validators);
        clock.Advance(TimeSpan.FromMinutes(11));
        await jobs.RunAsync(JobKind.FetchFeed, argument: null, CancellationToken.None);
        Assert.Equal(["", "\"one\""], validators);
        Assert.Single(await bench.Database.Articles.ListAsync(0, 10));
        Assert.Empty(await bench.Database.Work.CountAsync());
    }

    [Fact]
    public async Task FetchFeed_NotesTheError_AndPausesLongerEachTime()
    {
        isDown = true;
        var feed = await bench.Database.Feeds.AddAsync(Url, TimeSpan.FromMinutes(10));
        var jobs = bench.Services.GetRequiredService<IJobRunner>();
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            await jobs.RunAsync(JobKind.FetchFeed, feed.Id, CancellationToken.None);
            var polled = (await bench.Database.Feeds.FindAsync(feed.Id))!;
            Assert.Contains("503", polled.LastError);
            pauses.Add(polled.NextPoll - polled.LastPolled!.Value);
            clock.Advance(polled.NextPoll - clock.GetUtcNow());
        }

        Assert.Equal(TimeSpan.FromMinutes(10), pauses[0]);
        Assert.True(pauses[1] > pauses[0] && pauses[2] > pauses[1]);
    }

    [Fact]
    public async Task FetchFeed_BringsThePagesOnce_WhenTheFeedGivesHeadlinesOnly()
    {
        var feed = await bench.Database.Feeds.AddAsync(Url.Replace("/rss", "/headlines"), TimeSpan.FromMinutes(10));
        var jobs = bench.Services.GetRequiredService<IJobRunner>();
        await jobs.RunAsync(JobKind.FetchFeed, feed.Id, CancellationToken.None);
        await jobs.RunAsync(JobKind.FetchFeed, feed.Id, CancellationToken.None);

        var article = Assert.Single(await bench.Database.Articles.ListAsync(0, 10));
        Assert.Equal("Bridge closed", article.Title);
        Assert.Equal(1, pagesServed);
    }

    private IResult Answer(HttpContext context)
    {
        if (isDown)
        {
            return Results.StatusCode((int)HttpStatusCode.ServiceUnavailable);
        }

        var known = context.Request.Headers.IfNoneMatch.ToString();
        validators.Add(known);
        context.Response.Headers.ETag = "\"one\"";
        return known == "\"one\"" ? Results.StatusCode((int)HttpStatusCode.NotModified) : Results.Text(Rss, "application/rss+xml");
    }

    /// <summary>The system's clock, moved on by the test.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan ahead;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

        public void Advance(TimeSpan by) => ahead += by > TimeSpan.Zero ? by : TimeSpan.Zero;
    }
}
