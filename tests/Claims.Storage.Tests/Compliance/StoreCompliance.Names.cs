using Claims.Core.Articles;
using Claims.Core.Naming;
using Claims.Storage.Naming;
using Claims.Storage.Work;
using Xunit;

namespace Claims.Storage.Tests.Compliance;

public abstract partial class StoreCompliance
{
    private const string Rules = "rules 1";

    [Fact]
    public async Task Names_AreTheSame_WhateverTheOrderOfTheirStories()
    {
        (string Url, string[] Names)[] stories = [("https://a.example/1", ["Ktaeb Rahoun", "Nawar Delk"]), ("https://b.example/2", ["Kataib Rahoun", "N. Delk"]), ("https://c.example/3", ["KTAEB RAHOUN"])];
        foreach (var (url, names) in stories.Reverse())
        {
            await StoreNamesAsync(url, names);
            await LinkAsync();
        }

        var late = (await Database.Names.ListAsync(isDecided: false, search: null, 0, 10)).Select(Row).ToList();
        foreach (var (url, names) in stories)
        {
            await StoreNamesAsync(url, names);
        }

        await LinkAsync();
        Assert.Equal(late, (await Database.Names.ListAsync(isDecided: false, search: null, 0, 10)).Select(Row));
        Assert.Equal(2, late.Count);
        static string Row(NameSuggestion pair) => $"{pair.Alias.A}|{pair.Alias.B}|{pair.Alias.Score}|{pair.StoriesA}|{pair.StoriesB}";
    }

    [Fact]
    public async Task Names_GoWithTheirLastStory()
    {
        await StoreNamesAsync("https://a.example/1", "Ktaeb Rahoun");
        await StoreNamesAsync("https://b.example/2", "Kataib Rahoun");
        await LinkAsync();
        Assert.Single(await Database.Names.InForceAsync());

        await StoreNamesAsync("https://b.example/2", "Ossian Valk");

        Assert.Empty(await Database.Names.InForceAsync());
    }

    [Fact]
    public async Task Decision_HoldsWhateverTheScore_AndIsKeptWhenTheNamesGo()
    {
        await StoreNamesAsync("https://a.example/1", "Ktaeb Rahoun");
        await StoreNamesAsync("https://b.example/2", "Kataib Rahoun");
        await LinkAsync();

        var decided = await Database.Names.DecideAsync("kataib rahoun", "KTAEB RAHOUN", isSame: false, "Ana", "two militias");

        Assert.False(decided.Alias.IsSame);
        Assert.Equal("Ana", decided.Reviewer);
        Assert.Equal(Clock.GetUtcNow(), decided.At);
        Assert.False(Assert.Single(await Database.Names.InForceAsync()).IsSame);
        Assert.Empty(await Database.Names.ListAsync(isDecided: false, search: null, 0, 10));

        await StoreNamesAsync("https://a.example/1", "Ossian Valk");
        await StoreNamesAsync("https://a.example/1", "Ktaeb Rahoun");
        await LinkAsync();
        Assert.False(Assert.Single(await Database.Names.InForceAsync()).IsSame);

        await Database.Names.DecideAsync("Ktaeb Rahoun", "Kataib Rahoun", isSame: true, "Bo", note: null);
        Assert.True(Assert.Single(await Database.Names.InForceAsync()).IsSame);
    }

    [Fact]
    public async Task Decide_Refuses_WhatNoStoryUses()
    {
        await StoreNamesAsync("https://a.example/1", "Ktaeb Rahoun");

        await Assert.ThrowsAsync<KeyNotFoundException>(() => Database.Names.DecideAsync("Ktaeb Rahoun", "Ossian Valk", isSame: true, "Ana", note: null));
        await Assert.ThrowsAsync<ArgumentException>(() => Database.Names.DecideAsync("Ktaeb Rahoun", "Ktaeb-Rahoun", isSame: true, "Ana", note: null));
    }

    [Fact]
    public async Task Decide_MakesTheStoriesOfTheRarerNameDueForComparison()
    {
        var first = await StoreNamesAsync("https://a.example/1", "Ktaeb Rahoun");
        await StoreNamesAsync("https://b.example/2", "Ossian Valk");
        await StoreNamesAsync("https://c.example/3", "Ossian Valk");
        await LinkAsync();
        foreach (var lease in await Database.Work.LeaseAsync("tester", [WorkStage.Compare], 10, TimeSpan.FromMinutes(5)))
        {
            await Database.Conflicts.SaveComparisonsAsync(new(new ArticleId(lease.Subject), "comparer 1", [], []), lease);
        }

        var revision = await Database.Names.RevisionAsync();
        await Database.Names.DecideAsync("Ktaeb Rahoun", "Ossian Valk", isSame: true, "Ana", note: null);

        Assert.True(await Database.Names.RevisionAsync() > revision);
        Assert.Equal(first.Value, Assert.Single(await Database.Work.LeaseAsync("tester", [WorkStage.Compare], 10, TimeSpan.FromMinutes(5))).Subject);
    }

    [Fact]
    public async Task Link_IsOpenAgain_WhenAStoryExplainsAShortForm()
    {
        await StoreNamesAsync("https://a.example/1", "Movement of the New Sun", "PRN");
        await LinkAsync();
        Assert.Empty(await Database.Names.InForceAsync());

        await StoreNamesAsync("https://b.example/2", [("PRN", "Movement of the New Sun")], "Ossian Valk");
        await LinkAsync();

        var alias = Assert.Single(await Database.Names.InForceAsync());
        Assert.Equal("declared", alias.Evidence[0].Rule);
    }

    [Fact]
    public async Task Index_PassesOver_KeysThatTooManyNamesShare()
    {
        await StoreNamesAsync("https://a.example/1", "Delk", "Nawar Delk");
        await LinkAsync();
        Assert.Single(await Database.Names.ListAsync(isDecided: false, search: null, 0, 10));

        var many = Enumerable.Range(0, NameIndex.MostNames).Select(i => $"{(char)('A' + (i / 26))}o{(char)('a' + (i % 26))}tan Delk").ToArray();
        await StoreNamesAsync("https://b.example/2", many);
        await LinkAsync();

        Assert.DoesNotContain(await Database.Names.ListAsync(isDecided: false, search: null, 0, 1000), pair => pair.Alias.A == "Delk");
    }

    private Task<ArticleId> StoreNamesAsync(string url, params string[] names) => StoreNamesAsync(url, [], names);

    private async Task<ArticleId> StoreNamesAsync(string url, (string Short, string Long)[] declared, params string[] names)
    {
        var article = Samples.Article(url, "Nothing happened.");
        await Database.Articles.AddAsync([article]);
        var document = Document.IdOf(article.Id, 0);
        var extraction = Samples.Extraction(article, []) with
        {
            Names = [.. names.Select(name => new DocumentName(document, name, 1))],
            Declarations = [.. declared.Select(pair => new NameDeclaration(document, pair.Short, pair.Long))],
        };
        await Database.Claims.SaveExtractionAsync(extraction, Samples.Keys([]), await TakeAsync(article.Id, WorkStage.Extract));
        return article.Id;
    }

    private async Task LinkAsync()
    {
        while (await Database.Names.UnlinkedAsync(Rules, 1) is { Count: > 0 } names)
        {
            var form = NameForm.Read(names[0].Text)!;
            var found = await Database.Names.IndexAsync(new Dictionary<UnlinkedName, IReadOnlyCollection<string>> { [names[0]] = NameIndex.KeysOf(form) });
            await Database.Names.SaveAsync(names, [.. found.Pairs.Select(pair => NameMatcher.Match(form, NameForm.Read(pair.Other)!, found.Declarations)).OfType<NameAlias>()], Rules);
        }
    }
}
