using System.Text.Json;
using Claims.Core.Articles;

namespace Claims.Benchmarks.Extraction;

/// <summary>The articles of samples/newsroom as captures, to measure on.</summary>
internal static class SampleText
{
    private static readonly DateTimeOffset Captured = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>All of them.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not run inside a checkout.</exception>
    public static Article[] Articles()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Claims.sln")))
        {
            directory = directory.Parent;
        }

        var root = directory?.FullName ?? throw new DirectoryNotFoundException("The benchmarks read samples/newsroom; run them inside a checkout.");
        return [.. File.ReadLines(Path.Combine(root, "samples", "newsroom", "articles.jsonl")).Select((line, i) => Read(line, i))];
    }

    /// <summary>The same page as another capture, so that no key is met twice.</summary>
    public static Article Again(Article article, int number)
    {
        var hash = $"{article.ContentHash}-{number}";
        return article with { Id = Article.IdOf(article.Url, hash), ContentHash = hash };
    }

    private static Article Read(string line, int number)
    {
        using var page = JsonDocument.Parse(line);
        var url = page.RootElement.GetProperty("url").GetString()!;
        return new()
        {
            Id = Article.IdOf(url, $"{number}"),
            Url = url,
            Source = Source.Named(page.RootElement.GetProperty("source").GetString()!),
            Title = page.RootElement.GetProperty("title").GetString(),
            Published = page.RootElement.GetProperty("published").GetDateTimeOffset(),
            Fetched = Captured,
            ContentHash = $"{number}",
            Text = page.RootElement.GetProperty("text").GetString()!,
        };
    }
}
