using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Claims.Core.Review;
using Claims.Web.Tests.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace Claims.Web.Tests.Hosting;

/// <summary>What the host refuses and which headers it sends.</summary>
public sealed class SecurityTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/work")]
    [InlineData("/nothing")]
    [InlineData("/health")]
    [InlineData("/api/v1/conflicts")]
    public async Task EveryAnswer_CarriesTheHeaders(string url)
    {
        await using var server = await WebServer.StartAsync();
        var answer = await server.Client.GetAsync(new Uri(server.Address, url), Cancel);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Host_IsRefused_WhenItIsNoLoopbackName(string host, HttpStatusCode expected)
    {
        await using var server = await WebServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        request.Headers.Host = $"{host}:{server.Address.Port}";
        Assert.Equal(expected, (await server.Client.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Assets_AreSentOnce_AndThenFoundUnchanged()
    {
        await using var server = await WebServer.StartAsync();
        var page = new HtmlParser().ParseDocument(await server.ReadAsync("/"));
        var urls = page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        Assert.Equal(3, urls.Count);
        foreach (var url in urls.Append("/assets/keys.js"))
        {
            var first = await server.Client.GetAsync(new Uri(server.Address, url), Cancel);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, url));
            again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
            Assert.Equal(HttpStatusCode.NotModified, (await server.Client.SendAsync(again, Cancel)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(new Uri(server.Address, "/assets/../claims.db"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(new Uri(server.Address, "/assets/none.js"), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Post_IsRefused_WithoutTheTokenOfTheForm()
    {
        await using var server = await WebServer.StartAsync();
        var newsroom = SeededNewsroom.Ordinary();
        await newsroom.StoreAsync(server.Database);
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = "Unclear", ["version"] = "0" });
        var answer = await server.Client.PostAsync(new Uri(server.Address, $"/conflicts/{newsroom.Conflicts[0].Id}?handler=Decide"), body, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("could not be read", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(await server.Database.Verdicts.RecentAsync(10, Cancel));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Post_IsRefused_WhenAnotherSiteSentIt(string header, string value)
    {
        await using var server = await WebServer.StartAsync();
        var newsroom = SeededNewsroom.Ordinary();
        await newsroom.StoreAsync(server.Database);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, $"/api/v1/conflicts/{newsroom.Conflicts[0].Id}/decisions"));
        request.Headers.Add(header, value);
        request.Content = JsonContent.Create(new { decision = "unclear" });
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(request, Cancel)).StatusCode);
        Assert.Empty(await server.Database.Verdicts.RecentAsync(10, Cancel));
    }

    [Fact]
    public async Task Api_IsRefused_WhenAFormSendsIt()
    {
        await using var server = await WebServer.StartAsync();
        var newsroom = SeededNewsroom.Ordinary();
        await newsroom.StoreAsync(server.Database);
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = nameof(Decision.Unclear) });
        var answer = await server.Client.PostAsync(new Uri(server.Address, $"/api/v1/conflicts/{newsroom.Conflicts[0].Id}/decisions"), body, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Start_SaysWhatToDo_WhenThePortIsTaken()
    {
        await using var server = await WebServer.StartAsync();
        var options = new Workers.ClaimsOptions { Database = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "claims.db"), Port = server.Address.Port };
        await using var second = ClaimsWebHost.Build(options, services => services.AddSingleton<Storage.IClaimsDatabase>(_ => Storage.Sqlite.SqliteDatabase.Open(options.Database)));
        var error = await Assert.ThrowsAsync<IOException>(() => ClaimsWebHost.StartAsync(second, Cancel));
        Assert.Contains("--port", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormThatWasOpen_StillPosts_AfterTheServerRestarted()
    {
        await using var server = await WebServer.StartAsync();
        var newsroom = SeededNewsroom.Ordinary();
        await newsroom.StoreAsync(server.Database);
        var conflict = newsroom.Conflicts[0].Id;
        var form = new HtmlParser().ParseDocument(await server.ReadAsync($"/conflicts/{conflict}")).QuerySelector(".decide form")!;
        var fields = form.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        fields["decision"] = "Compatible";

        await server.RestartAsync();

        using var body = new FormUrlEncodedContent(fields);
        var answer = await server.Client.PostAsync(new Uri(server.Address, form.GetAttribute("action")), body, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Decision.Compatible, (await server.Database.Conflicts.FindAsync(conflict.Value, Cancel))!.Row.Decision);
    }
}
