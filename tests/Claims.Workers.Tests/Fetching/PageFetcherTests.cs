using System.IO.Compression;
using System.Net;
using System.Text;
using Claims.Workers.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Claims.Workers.Tests.Fetching;

/// <summary>Against a real server on loopback, which is allowed by its very host and port.</summary>
public sealed class PageFetcherTests : IAsyncLifetime
{
    private const int Limit = 100_000;
    private readonly TaskCompletionSource _stop = new();
    private WebApplication _server = null!;
    private Uri _root = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapGet("/page", () => Results.Text("<p>A ferry sank.</p>", "text/html; charset=utf-8"));
        _server.MapGet("/hop/{n:int}", (int n) => Results.Redirect(n == 0 ? "/page" : $"/hop/{n - 1}"));
        _server.MapGet("/to", (string url) => Results.Redirect(url));
        _server.MapGet("/large", () => Results.Bytes(new byte[Limit + 1]));
        _server.MapGet("/endless", SendEndlesslyAsync);
        _server.MapGet("/bomb", () => Bomb());
        _server.MapGet("/broken", (HttpResponse response) =>
        {
            response.Headers.ContentEncoding = "gzip";
            return Results.Text("this is not gzip");
        });
        _server.MapGet("/silent", () => _stop.Task);
        _server.MapGet("/absent", () => Results.NotFound());
        _server.MapGet("/busy", (HttpResponse response) =>
        {
            response.Headers.RetryAfter = "120";
            return Results.StatusCode(503);
        });
        _server.MapGet("/known", (HttpRequest request, HttpResponse response) =>
        {
            response.Headers.ETag = "\"v1\"";
            return request.Headers.IfNoneMatch == "\"v1\"" ? Results.StatusCode(304) : Results.Text("news");
        });
        await _server.StartAsync();
        _root = new Uri(_server.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _stop.TrySetResult();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task FetchAsync_GivesThePage()
    {
        using var fetcher = Allowed();

        var item = (await fetcher.FetchAsync(At("/page"))).Item!;

        Assert.Equal("<p>A ferry sank.</p>", Encoding.UTF8.GetString(item.Bytes.Span));
        Assert.Equal("text/html; charset=utf-8", item.ContentType);
        Assert.Equal(At("/page"), item.Url);
    }

    [Fact]
    public async Task FetchAsync_GivesTheLastAddress_AfterRedirects()
    {
        using var fetcher = Allowed();

        var item = (await fetcher.FetchAsync(At("/hop/4"))).Item!;

        Assert.Equal(At("/hop/4"), item.Name);
        Assert.Equal(At("/page"), item.Url);
    }

    [Theory]
    [InlineData("/hop/5", "redirects more than 5 times")]
    [InlineData("/to?url=http://169.254.169.254/latest/meta-data/", "link-local")]
    [InlineData("/to?url=http://[::ffff:10.0.0.1]/", "private network")]
    [InlineData("/to?url=http://[::1]:1/", "loopback")]
    [InlineData("/to?url=file:///etc/passwd", "not file")]
    [InlineData("/large", "larger than the limit of 100000 bytes")]
    [InlineData("/endless", "larger than the limit of 100000 bytes")]
    [InlineData("/bomb", "larger than the limit of 100000 bytes")]
    [InlineData("/broken", "cannot be unpacked")]
    [InlineData("/absent", "404 Not Found")]
    public async Task FetchAsync_SaysWhatIsWrong(string path, string expected)
    {
        using var fetcher = Allowed();

        var result = await fetcher.FetchAsync(At(path));

        Assert.Null(result.Item);
        Assert.Contains(expected, result.Problem!.Message);
        Assert.Equal(At(path), result.Problem.Name);
    }

    [Fact]
    public async Task FetchAsync_GivesUp_WhenTheServerStaysSilent()
    {
        using var fetcher = new PageFetcher(new() { AllowedLoopbackHosts = [_root.Authority], Timeout = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);

        var result = await fetcher.FetchAsync(At("/silent"));

        Assert.Contains("within 0.3 seconds", result.Problem!.Message);
    }

    [Fact]
    public async Task FetchAsync_Throws_WhenTheCallerCancels()
    {
        using var fetcher = Allowed();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(At("/page"), cancel: new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task FetchAsync_SaysThatNothingChanged_WhenTheValidatorHolds()
    {
        using var fetcher = Allowed();

        var first = await fetcher.FetchAsync(At("/known"));
        var second = await fetcher.FetchAsync(At("/known"), first.ETag);

        Assert.True(second.NotModified);
        Assert.Null(second.Item);
        Assert.Null(second.Problem);
    }

    [Fact]
    public async Task FetchAsync_PassesOnHowLongToWait_WhenTheServerIsBusy()
    {
        using var fetcher = Allowed();

        var result = await fetcher.FetchAsync(At("/busy"));

        Assert.Equal((503, TimeSpan.FromMinutes(2)), (result.Status!.Value, result.RetryAfter!.Value));
    }

    [Fact]
    public async Task FetchAsync_RefusesLoopback_WhenItIsNotAllowed()
    {
        using var fetcher = new PageFetcher(new(), TimeProvider.System);

        Assert.Contains("loopback", (await fetcher.FetchAsync(At("/page"))).Problem!.Message);
    }

    [Theory]
    [InlineData("not a url", "absolute URL")]
    [InlineData("file:///etc/passwd", "not file")]
    [InlineData("ftp://news.example/", "not ftp")]
    [InlineData("javascript:alert(1)", "not javascript")]
    [InlineData("data:text/plain,hello", "not data")]
    [InlineData("http://news.example@127.0.0.1/", "user name")]
    [InlineData("http://localhost/", "loopback")]
    [InlineData("http://127.0.0.1/", "loopback")]
    [InlineData("http://127.1/", "loopback")]
    [InlineData("http://2130706433/", "loopback")]
    [InlineData("http://0x7f000001/", "loopback")]
    [InlineData("http://0177.0.0.1/", "loopback")]
    [InlineData("http://[::1]/", "loopback")]
    [InlineData("http://[::]/", "unspecified")]
    [InlineData("http://[::ffff:127.0.0.1]/", "loopback")]
    [InlineData("http://[::ffff:7f00:1]/", "loopback")]
    [InlineData("http://0.0.0.0/", "this host")]
    [InlineData("http://10.0.0.1/", "private network")]
    [InlineData("http://192.168.0.1:8080/admin", "private network")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "metadata")]
    [InlineData("http://100.100.100.200/latest/meta-data/", "shared network")]
    [InlineData("https://[fd00:ec2::254]/", "private network")]
    [InlineData("http://[fe80::1]/", "link-local")]
    [InlineData("http://[64:ff9b::7f00:1]/", "loopback")]
    [InlineData("http://224.0.0.1/", "multicast")]
    public async Task FetchAsync_RefusesHostileAddresses(string url, string expected)
    {
        using var fetcher = new PageFetcher(new(), TimeProvider.System);

        Assert.Contains(expected, (await fetcher.FetchAsync(url)).Problem!.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("8.8.8.8 10.0.0.1")]
    public async Task FetchAsync_RefusesANameThatLeadsInside(string addresses)
    {
        using var fetcher = new PageFetcher(new(), TimeProvider.System, (_, _) => Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray()));

        Assert.Contains("only public addresses", (await fetcher.FetchAsync($"http://inside.example:{_root.Port}/page")).Problem!.Message);
    }

    [Fact]
    public async Task FetchAsync_RefusesANameThatTurnsInside_BetweenTwoConnections()
    {
        // The first answer of the name servers is allowed, the second is what an attacker swaps in afterwards.
        var answers = new Queue<string>(["127.0.0.1", "10.0.0.1"]);
        using var fetcher = new PageFetcher(
            new() { AllowedLoopbackHosts = ["turning.example"], Timeout = TimeSpan.FromSeconds(20) },
            TimeProvider.System,
            (_, _) => Task.FromResult(new[] { IPAddress.Parse(answers.Dequeue()) }));

        var first = await fetcher.FetchAsync($"http://turning.example:{_root.Port}/page");
        var second = await fetcher.FetchAsync($"http://turning.example:{_root.Port + 1}/page");

        Assert.NotNull(first.Item);
        Assert.Contains("private network", second.Problem!.Message);
    }

    [Fact]
    public async Task FetchAsync_SaysSo_WhenNoSuchHostIsKnown()
    {
        using var fetcher = new PageFetcher(new(), TimeProvider.System, (_, _) => Task.FromResult(Array.Empty<IPAddress>()));

        Assert.Contains("No such host", (await fetcher.FetchAsync("http://absent.example/")).Problem!.Message);
    }

    private PageFetcher Allowed() => new(new() { AllowedLoopbackHosts = [_root.Authority], MaximumBytes = Limit }, TimeProvider.System);

    private string At(string path) => new Uri(_root, path).AbsoluteUri;

    private static async Task SendEndlesslyAsync(HttpResponse response, CancellationToken cancel)
    {
        var piece = new byte[8192];
        for (var sent = 0; sent < 100 * Limit; sent += piece.Length)
        {
            await response.Body.WriteAsync(piece, cancel);
        }
    }

    private static Packed Bomb()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[50 * Limit]);
        }

        return new Packed(packed.ToArray());
    }

    private sealed class Packed(byte[] bytes) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentEncoding = "gzip";
            await httpContext.Response.Body.WriteAsync(bytes);
        }
    }
}
