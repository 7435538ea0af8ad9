using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Articles.Reading;
using Xunit;

namespace Claims.Core.Tests.Articles;

/// <summary>The real pages of the shared data, against what a person says of them.</summary>
public class SavedPagesTests
{
    public static TheoryData<string> Pages()
    {
        var data = new TheoryData<string>();
        foreach (var name in (string[])["000", "001", "002", "003", "004"])
        {
            data.Add(name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Split_FindsTheStoriesOfThePage(string page)
    {
        var (gold, documents, article) = Load(page);

        var wanted = gold.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(wanted.Count, documents.Count);
        foreach (var (story, found) in wanted.Zip(documents))
        {
            Assert.Equal(story.GetProperty("title").GetString(), found.Title);
            Assert.Equal(story.GetProperty("source").GetString(), found.Source?.Name);
            Assert.StartsWith(story.GetProperty("begins").GetString()!, found.Blocks.First(IsProse).Span.Of(article.Text));
        }

        if (gold.TryGetProperty("published", out var published))
        {
            Assert.Equal(DateTimeOffset.Parse(published.GetString() + " 00:00Z"), article.Published);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Split_KeepsOutOfProse_WhatIsNoClaim(string page)
    {
        var (gold, documents, article) = Load(page);
        var prose = documents.SelectMany(d => d.Blocks).Where(IsProse).Select(b => InlineMarkup.VisibleText(article.Text, b.Span) + "\n").ToList();

        foreach (var line in gold.GetProperty("not_claims").EnumerateArray())
        {
            // A heading given with its line end is a line of its own; the words may stand in a sentence.
            Assert.DoesNotContain(prose, p => line.GetString()!.EndsWith('\n') ? p == line.GetString() : p.Contains(line.GetString()!, StringComparison.Ordinal));
        }

        if (gold.TryGetProperty("repeated", out var repeated))
        {
            Assert.All(repeated.EnumerateArray(), line => Assert.Single(prose, p => p.Contains(line.GetString()!, StringComparison.Ordinal)));
        }
    }

    private static bool IsProse(TextBlock block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem;

    private static (JsonElement Gold, IReadOnlyList<Document> Documents, Article Article) Load(string page)
    {
        var gold = File.ReadLines(SharedData.PathOf("gold/articles-structure.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .First(g => g.GetProperty("article").GetString()!.StartsWith(page, StringComparison.Ordinal));
        var path = SharedData.PathOf($"articles/{gold.GetProperty("article").GetString()}");
        var article = ArticleReader.Read(new InputItem(path, File.ReadAllBytes(path)), new ReadOptions { Now = DateTimeOffset.UtcNow }).Articles.Single();
        return (gold, DocumentSplitter.Split(article), article);
    }
}
