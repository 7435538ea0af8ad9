using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Claims.Web.Tests.Hosting;
using Claims.Web.Tests.Seeding;

namespace Claims.Web.Tests.Api;

/// <summary>The queue for programs.</summary>
public sealed class ConflictsApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_GivesTheQueueInOrder_NarrowedByKind()
    {
        await using var server = await SeededAsync();
        var all = await GetAsync(server, "/api/v1/conflicts");
        Assert.Equal(5, all.GetProperty("total").GetInt32());
        Assert.Equal("count", all.GetProperty("conflicts")[0].GetProperty("kind").GetString());
        var counts = await GetAsync(server, "/api/v1/conflicts?kind=count&take=1&skip=1");
        Assert.Equal(2, counts.GetProperty("total").GetInt32());
        Assert.Equal("24 or 31 people killed on the ferry Anselma", counts.GetProperty("conflicts")[0].GetProperty("reason").GetString());
        Assert.Equal(1, (await GetAsync(server, "/api/v1/conflicts?source=ministry of the interior")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("kind=nonsense", "kind")]
    [InlineData("status=3", "status")]
    [InlineData("take=0", "take")]
    [InlineData("skip=-1", "skip")]
    [InlineData("source=nobody", "source")]
    [InlineData("source=%20", "source")]
    public async Task List_SaysWhatIsAccepted_WhenAValueIsWrong(string query, string name)
    {
        await using var server = await SeededAsync();
        var answer = await server.Client.GetAsync(new Uri(server.Address, $"/api/v1/conflicts?{query}"), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True((await ReadAsync(answer)).GetProperty("errors").TryGetProperty(name, out _));
    }

    [Fact]
    public async Task Decide_Undo_AndReadAgain_ShowTheHistory()
    {
        await using var server = await SeededAsync();
        var id = (await GetAsync(server, "/api/v1/conflicts")).GetProperty("conflicts")[0].GetProperty("id").GetString()!;

        var decided = await PostAsync(server, $"/api/v1/conflicts/{id}/decisions", new { decision = "sameOrigin", note = "one wire", version = 0 });
        Assert.Equal(HttpStatusCode.Created, decided.StatusCode);
        Assert.Equal($"/api/v1/conflicts/{id}", decided.Headers.Location!.ToString());
        var read = await GetAsync(server, $"/api/v1/conflicts/{id}");
        Assert.Equal("decided", read.GetProperty("conflict").GetProperty("status").GetString());
        Assert.Equal(1, read.GetProperty("version").GetInt32());
        Assert.Equal("one wire", read.GetProperty("history")[0].GetProperty("note").GetString());
        Assert.NotEmpty(read.GetProperty("reasons").EnumerateArray());
        Assert.Contains(read.GetProperty("a").GetProperty("paragraph").GetString()!, string.Join('\n', SeededNewsroom.Ordinary().Articles.Select(a => a.Article.Text)), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/api/v1/undo", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(server, "/api/v1/undo", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(server, $"/api/v1/conflicts/{id}/undo", null)).StatusCode);
        Assert.Equal("open", (await GetAsync(server, $"/api/v1/conflicts/{id}")).GetProperty("conflict").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Decide_IsRefused_WhenStaleUnknownOrTooLong()
    {
        await using var server = await SeededAsync();
        var id = SeededNewsroom.Ordinary().Conflicts[0].Id;
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(server, $"/api/v1/conflicts/{id}/decisions", new { decision = "unclear", version = 7 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(server, $"/api/v1/conflicts/{id}/decisions", new { decision = "maybe" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(server, $"/api/v1/conflicts/{id}/decisions", new { note = "no decision" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(server, $"/api/v1/conflicts/{id}/decisions", new { decision = "unclear", note = new string('n', 4001) })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(server, "/api/v1/conflicts/nosuchkey/decisions", new { decision = "unclear" })).StatusCode);
        var huge = await PostAsync(server, $"/api/v1/conflicts/{id}/decisions", new { decision = "unclear", note = new string('n', 200_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        Assert.Empty(await server.Database.Verdicts.RecentAsync(1, Cancel));
    }

    [Fact]
    public async Task Unknown_IsAProblem_AndHealthIsOk()
    {
        await using var server = await SeededAsync();
        foreach (var url in new[] { "/api/v1/nothing", "/api/v1/conflicts/%20", "/api/v1/conflicts/nosuchkey" })
        {
            var missing = await server.Client.GetAsync(new Uri(server.Address, url), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
            Assert.Equal("application/problem+json", missing.Content.Headers.ContentType!.MediaType);
        }

        var health = await GetAsync(server, "/health");
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal(0, health.GetProperty("waitingPages").GetInt32());
    }

    [Fact]
    public async Task Hostile_TextComesAsItStands()
    {
        await using var server = await WebServer.StartAsync();
        await SeededNewsroom.Hostile().StoreAsync(server.Database);
        var page = await GetAsync(server, "/api/v1/conflicts");
        Assert.Contains(SeededNewsroom.Script, page.GetProperty("conflicts")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        await GetAsync(server, $"/api/v1/conflicts/{SeededNewsroom.Hostile().Conflicts[0].Id}");
    }

    private static async Task<WebServer> SeededAsync()
    {
        var server = await WebServer.StartAsync();
        await SeededNewsroom.Ordinary().StoreAsync(server.Database);
        return server;
    }

    private static async Task<JsonElement> GetAsync(WebServer server, string url) => JsonDocument.Parse(await server.ReadAsync(url)).RootElement;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;

    private static Task<HttpResponseMessage> PostAsync(WebServer server, string url, object? body) =>
        server.Client.PostAsync(new Uri(server.Address, url), body is null ? null : JsonContent.Create(body), Cancel);
}
