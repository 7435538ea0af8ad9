using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Storage.Work;
using Xunit;

namespace Claims.Storage.Tests.Compliance;

public abstract partial class StoreCompliance
{
    private static readonly JsonSerializerOptions Exact = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static string Shown<T>(T value) => JsonSerializer.Serialize(value, Exact);

    [Fact]
    public async Task Migrate_AppliesNothing_WhenTheSchemaIsCurrent() => Assert.Empty(await Database.MigrateAsync());

    [Fact]
    public async Task AddArticle_GivesItBackWhole()
    {
        var article = Samples.Article("https://courier.example/fire", "Four people died.\nThe “captain” was unhurt 😀.");
        var added = Assert.Single(await Database.Articles.AddAsync([article]));
        Assert.True(added.Added);
        Assert.Equal(Shown(article), Shown(await Database.Articles.FindAsync(article.Id)));
    }

    [Fact]
    public async Task AddArticle_ChangesNothing_WhenTheCaptureIsThere()
    {
        var article = Samples.Article("https://courier.example/fire", "Four people died.");
        await Database.Articles.AddAsync([article]);
        var second = Assert.Single(await Database.Articles.AddAsync([article with { Fetched = article.Fetched.AddDays(1), Title = "Other" }]));
        Assert.False(second.Added);
        Assert.Equal(1, second.Revision);
        Assert.Equal(article.Title, (await Database.Articles.FindAsync(article.Id))!.Title);
        Assert.Equal(1, Assert.Single(await Database.Work.CountAsync()).Due);
    }

    [Fact]
    public async Task AddArticle_IsTheNextRevision_WhenThePageHasNewText()
    {
        var added = await Database.Articles.AddAsync(
            [Samples.Article("https://courier.example/fire", "Four people died."), Samples.Article("https://courier.example/fire", "Five people died.")]);
        Assert.Equal([1, 2], added.Select(article => article.Revision));
    }

    [Fact]
    public async Task SearchArticles_FindsByKeyPrefixAndByEndOfUrl()
    {
        var article = Samples.Article("https://courier.example/100%_fire", "Four people died.");
        await Database.Articles.AddAsync([article, Samples.Article("https://courier.example/flood", "Rain fell.")]);
        Assert.Equal(article.Id, Assert.Single(await Database.Articles.SearchAsync(article.Id.Value[..6], 10)).Id);
        Assert.Equal(article.Id, Assert.Single(await Database.Articles.SearchAsync("100%_fire", 10)).Id);
        Assert.Empty(await Database.Articles.SearchAsync("100_", 10));
    }

    [Fact]
    public async Task ListArticles_IsByCapture_AndBySource()
    {
        var articles = Enumerable.Range(0, 5).Select(i => Samples.Article($"https://courier.example/{i}", $"Text {i}.", i % 2 == 0 ? "Harbour Courier" : "The Gazette", Samples.Noon.AddHours(i))).ToList();
        await Database.Articles.AddAsync(articles);
        Assert.Equal([3, 2], (await Database.Articles.ListAsync(1, 2)).Select(header => articles.FindIndex(article => article.Id == header.Id)));
        Assert.Equal([2, 0], (await Database.Articles.OfSourceAsync(Source.IdOf("harbour courier"), 1, 5)).Select(header => articles.FindIndex(article => article.Id == header.Id)));
        Assert.Equal(articles.Select(article => article.Id), await Database.Articles.AllIdsAsync());
        Assert.Equal(["Harbour Courier", "The Gazette"], (await Database.Sources.ListAsync()).Select(summary => summary.Source.Name));
    }

    [Fact]
    public async Task Source_IsTheSame_WhateverNamedItFirst()
    {
        var names = new[] { "The Gazette", "gazette", "Gazette" };
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            await Database.Articles.AddAsync([Samples.Article($"https://g{i}.example/a", $"Text {i}.", name)]);
        }

        var summary = Assert.Single(await Database.Sources.ListAsync());
        Assert.Equal(("Gazette", "g0.example"), (summary.Source.Name, summary.Source.Domain));
    }

    [Fact]
    public async Task SaveExtraction_GivesClaimsBackWhole()
    {
        var article = Samples.Article("https://courier.example/fire", "Four people died on the ferry. Nobody was missing.");
        var full = Samples.Full(article, "Four people died on the ferry.");
        var plain = Samples.Claim(article, "Nobody was missing.");
        var extraction = await StoreAsync(article, full, plain);

        var claims = await Database.Claims.OfArticleAsync(article.Id);
        Assert.Equal([Shown(full), Shown(plain)], claims.Select(claim => Shown(claim.Claim)));
        Assert.Equal(article.Source, claims[0].Source);
        Assert.Equal(article.Published, claims[0].Published);
        Assert.Equal(Shown(extraction.Documents), Shown(await Database.Claims.DocumentsOfAsync(article.Id)));
        Assert.Equal(Shown(full), Shown((await Database.Claims.FindAsync(full.Id))!.Claim));
        Assert.Equal(full.Id, Assert.Single(await Database.Claims.SearchAsync(full.Id.Value[..8], 5)).Claim.Id);
    }

    [Fact]
    public async Task SaveExtraction_NamesTheStorysOwnSource_WhenItHasOne()
    {
        var article = Samples.Article("https://courier.example/digest", "Four people died.");
        var claim = Samples.Claim(article, "Four people died.");
        await Database.Articles.AddAsync([article]);
        var wire = Source.Named("Strait Wire", SourceKind.Agency);
        var document = Samples.Document(article) with { Source = wire, Title = null, Published = null };
        await Database.Claims.SaveExtractionAsync(
            new(article.Id, "x", [document], [claim]), Samples.Keys(claim), await TakeAsync(article.Id, WorkStage.Extract));
        var found = await Database.Claims.FindAsync(claim.Id);
        Assert.Equal(wire, found!.Source);
        Assert.Equal(article.Published, found.Published);
        Assert.Equal(1, (await Database.Sources.FindAsync("strait wire"))!.Documents);
        Assert.Equal(0, (await Database.Sources.FindAsync("The Harbour Courier"))!.Claims);
    }

    [Fact]
    public async Task SaveExtraction_KeepsStoriesAndVectors_OfTheNewestExtraction()
    {
        var article = Samples.Article("https://courier.example/fire", "Four people died.\nThe warehouse burned.");
        var (first, second) = (Samples.Claim(article, "Four people died."), Samples.Claim(article, "The warehouse burned."));
        var extraction = Samples.Extraction(article, first, second);
        var story = Story.Read("Fire in the harbour", article.Text);
        var vector = ClaimVector.Of("encoder-1", [0.6f, -0.8f]);
        await Database.Articles.AddAsync([article]);
        await Database.Claims.SaveExtractionAsync(
            extraction with { Stories = extraction.Stories.Add(first.DocumentId, story), Vectors = extraction.Vectors.Add(first.Id, vector) },
            Samples.Keys(first, second),
            await TakeAsync(article.Id, WorkStage.Extract));

        var read = (await Database.Claims.OfArticleAsync(article.Id)).ToDictionary(claim => claim.Claim.Id);
        Assert.Equal(story.ToString(), read[first.Id].Story!.ToString());
        Assert.Same(read[first.Id].Story, read[second.Id].Story);
        Assert.Equal((vector.Model, 2), (read[first.Id].Vector!.Model, read[first.Id].Vector!.Values.Length));
        Assert.Equal(vector.Values, read[first.Id].Vector!.Values);
        Assert.Null(read[second.Id].Vector);
    }

    [Fact]
    public async Task SaveExtraction_TurnsTheWorkToCompare()
    {
        var article = Samples.Article("https://courier.example/fire", "Four people died.");
        await StoreAsync(article, Samples.Claim(article, "Four people died."));
        var count = Assert.Single(await Database.Work.CountAsync());
        Assert.Equal((WorkStage.Compare, 1), (count.Stage, count.Due));
    }

    [Fact]
    public async Task SaveExtraction_WritesNothing_WhenTheLeaseIsLost()
    {
        var article = Samples.Article("https://courier.example/fire", "Four people died.");
        await Database.Articles.AddAsync([article]);
        var lost = await TakeAsync(article.Id, WorkStage.Extract);
        Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Single(await Database.Work.LeaseAsync("another", [WorkStage.Extract], 1, TimeSpan.FromMinutes(5)));
        var claim = Samples.Claim(article, "Four people died.");
        await Assert.ThrowsAsync<LeaseLostException>(() => Database.Claims.SaveExtractionAsync(Samples.Extraction(article, claim), Samples.Keys(claim), lost));
        Assert.Empty(await Database.Claims.OfArticleAsync(article.Id));
    }

    [Fact]
    public async Task SaveExtraction_RetiresClaims_WhenTheyAreNoLongerFound()
    {
        var article = Samples.Article("https://courier.example/fire", "Four people died aboard. Nobody else was missing aboard.");
        var kept = Samples.Claim(article, "Four people died aboard.");
        var dropped = Samples.Claim(article, "Nobody else was missing aboard.");
        await StoreAsync(article, kept, dropped);
        await CompareAsync(article.Id, [new(kept.Id, dropped.Id, 0.9)]);
        Assert.Single(await Database.Groups.ListAsync(2, 0, 10));

        await ExtractAsync(article, kept);
        Assert.Equal(kept.Id, Assert.Single(await Database.Claims.OfArticleAsync(article.Id)).Claim.Id);
        Assert.NotNull(await Database.Claims.FindAsync(dropped.Id));
        Assert.Empty(await Database.Groups.ListAsync(2, 0, 10));
        await Database.Groups.RefreshAsync();
        Assert.Empty(await Database.Groups.ListAsync(1, 0, 10));
        Assert.Empty(await Database.Claims.CandidatesAsync(kept.Id, Samples.Keys(kept)[kept.Id], 10));

        await ExtractAsync(article, kept, dropped);
        Assert.Equal(2, (await Database.Claims.OfArticleAsync(article.Id)).Count);
    }

    [Fact]
    public async Task Candidates_ComeByWeightOfSharedKeys()
    {
        var first = Samples.Article("https://courier.example/fire", "Harbour ferry burned yesterday evening.");
        var second = Samples.Article("https://gazette.example/fire", "Ferry burned yesterday evening. Trains stopped yesterday. Prices rose.");
        var claim = Samples.Claim(first, "Harbour ferry burned yesterday evening.");
        var near = Samples.Claim(second, "Ferry burned yesterday evening.");
        var far = Samples.Claim(second, "Trains stopped yesterday.");
        await StoreAsync(first, claim);
        await StoreAsync(second, near, far, Samples.Claim(second, "Prices rose."));
        var keys = Samples.Keys(claim)[claim.Id];
        Assert.Equal([near.Id, far.Id], (await Database.Claims.CandidatesAsync(claim.Id, keys, 10)).Select(candidate => candidate.Claim.Id));
        Assert.Equal(near.Id, Assert.Single(await Database.Claims.CandidatesAsync(claim.Id, keys, 1)).Claim.Id);
        Assert.Empty(await Database.Claims.CandidatesAsync(claim.Id, [], 10));
    }
}
