using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Core.Tests.Comparison;

/// <summary>Claims read from invented sentences the way the product reads them.</summary>
internal static class ComparisonClaims
{
    private static readonly ClaimExtractor Extractor = new(LanguageAnalyzer.Default);

    /// <summary>The claims of one short report.</summary>
    public static IReadOnlyList<ClaimInContext> Read(string text, string source = "The Invented Post", string published = "2025-03-04T12:00:00Z")
    {
        var hash = Claims.Core.Identity.ContentId.Of(text);
        var article = new Article
        {
            Id = Article.IdOf($"https://{source.GetHashCode(StringComparison.Ordinal)}.example/", hash),
            Url = $"https://{source.GetHashCode(StringComparison.Ordinal)}.example/",
            Source = Source.Named(source),
            Published = DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
            Fetched = DateTimeOffset.UnixEpoch,
            ContentHash = hash,
            Text = text,
        };
        return [.. Extractor.Extract(article).Claims.Select(c => new ClaimInContext(c, article.Source, article.Published, null))];
    }

    /// <summary>All relations between the claims of two reports.</summary>
    public static IReadOnlyList<ClaimComparison> Compare(string a, string b, string publishedA = "2025-03-04T12:00:00Z", string publishedB = "2025-03-04T13:00:00Z")
    {
        var comparer = new ClaimComparer();
        return [.. Read(a, "The Invented Post", publishedA).SelectMany(x => Read(b, "Radio Nowhere", publishedB).SelectMany(y => comparer.Compare(x, y)))];
    }
}
