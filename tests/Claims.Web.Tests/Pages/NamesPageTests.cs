using AngleSharp.Html.Parser;
using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Naming;
using Claims.Storage.Work;
using Claims.Web.Tests.Hosting;

namespace Claims.Web.Tests.Pages;

/// <summary>The page where a person says which names are one.</summary>
public sealed class NamesPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_ShowScoreAndReasons_AndTakeADecision()
    {
        await using var server = await WebServer.StartAsync();
        await StoreAsync(server, "Ktaeb Rahoun", "Kataib Rahoun");
        var page = await new HtmlParser().ParseDocumentAsync(await server.ReadAsync("/names"), Cancel);
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("transliteration", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("One name", row.TextContent, StringComparison.Ordinal);

        var fields = row.QuerySelectorAll("input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        fields["same"] = "false";
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await server.Client.PostAsync(new Uri(server.Address, "/names"), content, Cancel);
        Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode is 302);

        var decided = Assert.Single(await server.Database.Names.ListAsync(isDecided: true, search: null, 0, 10, Cancel));
        Assert.False(decided.Alias.IsSame);
        Assert.Contains("Two names", await server.ReadAsync("/names?decided=true"), StringComparison.Ordinal);
    }

    private static async Task StoreAsync(WebServer server, params string[] names)
    {
        var article = new Article
        {
            Id = Article.IdOf("https://a.example/1", "hash"),
            Url = "https://a.example/1",
            Source = Source.Named("Harbour Courier", SourceKind.Outlet, "a.example"),
            Fetched = DateTimeOffset.UnixEpoch,
            ContentHash = "hash",
            Text = "Nothing happened.",
        };
        await server.Database.Articles.AddAsync([article], Cancel);
        var document = new Document { Id = Document.IdOf(article.Id, 0), ArticleId = article.Id, Ordinal = 0, Span = new(0, article.Text.Length), Blocks = [] };
        var extraction = new ExtractedArticle(article.Id, "1", [document], []) { Names = [.. names.Select(name => new DocumentName(document.Id, name, 1))] };
        var lease = Assert.Single(await server.Database.Work.LeaseAsync("tester", [WorkStage.Extract], 1, TimeSpan.FromMinutes(5), Cancel));
        await server.Database.Claims.SaveExtractionAsync(extraction, new Dictionary<ClaimId, IReadOnlyList<Core.Grouping.IndexKey>>(), lease, Cancel);
        var found = (await server.Database.Names.UnlinkedAsync("1", 10, Cancel)).ToDictionary(name => name, name => NameIndex.KeysOf(NameForm.Read(name.Text)!));
        _ = await server.Database.Names.IndexAsync(found, Cancel);
        await server.Database.Names.SaveAsync([.. found.Keys], [NameMatcher.Match(NameForm.Read(names[0])!, NameForm.Read(names[1])!, [])!], "1", Cancel);
    }
}
