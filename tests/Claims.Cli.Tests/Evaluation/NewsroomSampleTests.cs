using System.Globalization;
using System.Text.Json;
using Claims.Evaluation;
using Claims.Evaluation.Pairs;
using Claims.Evaluation.Structure;
using Xunit;

namespace Claims.Cli.Tests.Evaluation;

/// <summary>The sample newsroom holds together: whoever edits an article learns here which gold quote no longer stands in it.</summary>
public sealed class NewsroomSampleTests
{
    private static readonly string Folder = Path.Combine(DataDirectory.Repository!, "samples", "newsroom");

    private static readonly IReadOnlyList<SampleArticle> Articles = JsonLines.Read<SampleArticle>(Path.Combine(Folder, "articles.jsonl"));

    private static readonly Dictionary<string, SampleArticle> ByName = Articles.ToDictionary(a => $"{a.Url}|{a.Published}");

    [Fact]
    public void Articles_AreEnoughAndComplete()
    {
        Assert.InRange(Articles.Count, 28, int.MaxValue);
        Assert.InRange(Articles.Select(a => a.Source).Distinct().Count(), 6, int.MaxValue);
        Assert.All(Articles, a =>
        {
            Assert.False(string.IsNullOrWhiteSpace(a.Title));
            Assert.EndsWith("Z", a.Published);
            Assert.True(DateTimeOffset.TryParse(a.Published, CultureInfo.InvariantCulture, out _), a.Published);
            Assert.EndsWith(".example", new Uri(a.Url).Host);
        });
        Assert.Contains(Articles.GroupBy(a => a.Url), g => g.Count() > 1);
    }

    [Fact]
    public void Conflicts_QuoteTheArticlesExactly()
    {
        var pairs = JsonLines.Read<GoldPair>(Path.Combine(Folder, "conflicts.jsonl"));
        Assert.Equal(pairs.Count, pairs.Select(p => p.Id).Distinct().Count());
        Assert.All(pairs, p =>
        {
            Assert.Contains(p.A.Quote, ByName[p.A.Article].Text, StringComparison.Ordinal);
            Assert.Contains(p.B.Quote, ByName[p.B.Article].Text, StringComparison.Ordinal);
        });
        var relations = pairs.CountBy(p => p.RelationName).ToDictionary();
        Assert.InRange(relations[GoldPair.Conflict], 30, int.MaxValue);
        Assert.InRange(relations[GoldPair.Superseded], 8, int.MaxValue);
        Assert.InRange(relations[GoldPair.Agreement], 12, int.MaxValue);
        Assert.InRange(relations[GoldPair.Unrelated], 25, int.MaxValue);
    }

    [Fact]
    public void Structure_QuotesTheArticlesExactly()
    {
        var pages = JsonLines.Read<GoldStructure>(Path.Combine(Folder, "structure.jsonl"));
        Assert.Equal(ByName.Keys.Order(), pages.Select(p => p.Article).Order());
        Assert.All(pages, p =>
        {
            Assert.All(p.NotClaims ?? [], line => Assert.Contains(line, ByName[p.Article].Text, StringComparison.Ordinal));
            Assert.All(p.Documents!, d => Assert.Contains(d.Begins, ByName[p.Article].Text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Copies_NameArticlesAndComeLater()
    {
        var copies = JsonLines.Read<SampleCopy>(Path.Combine(Folder, "copies.jsonl"));
        Assert.NotEmpty(copies);
        Assert.All(copies, c => Assert.True(
            string.CompareOrdinal(ByName[c.Original].Published, ByName[c.Copy].Published) < 0, $"{c.Copy} came before {c.Original}"));
    }

    [Fact]
    public void Ranking_CountsOwnVoiceThatIsNotCopied()
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "truth.json")));
        var claims = truth.RootElement.GetProperty("facts").EnumerateArray().SelectMany(f => f.GetProperty("claims").EnumerateArray()).ToList();
        Assert.InRange(truth.RootElement.GetProperty("facts").GetArrayLength(), 12, int.MaxValue);
        Assert.All(claims, c => Assert.Contains(c.GetProperty("quote").GetString()!, ByName[c.GetProperty("article").GetString()!].Text, StringComparison.Ordinal));

        var own = claims.Where(c => c.GetProperty("voice").GetString() == "own" && !c.GetProperty("copy").GetBoolean()).ToList();
        var shares = new List<double>();
        foreach (var row in truth.RootElement.GetProperty("ranking").EnumerateArray())
        {
            var source = row.GetProperty("source").GetString();
            var right = own.Count(c => c.GetProperty("source").GetString() == source && c.GetProperty("right").GetBoolean());
            var wrong = own.Count(c => c.GetProperty("source").GetString() == source && !c.GetProperty("right").GetBoolean());
            Assert.Equal((right, wrong), (row.GetProperty("right").GetInt32(), row.GetProperty("wrong").GetInt32()));
            Assert.Equal(right + wrong >= 3, row.GetProperty("ranked").GetBoolean());
            if (row.GetProperty("ranked").GetBoolean())
            {
                shares.Add((right + 1.0) / (right + wrong + 2.0));
            }
        }

        Assert.Equal(shares.OrderDescending(), shares);
    }

    private sealed record SampleArticle(string Url, string Title, string Source, string Published, string Text);

    private sealed record SampleCopy(string Original, string Copy);
}
