using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Core.Tests.Extraction;

/// <summary>Articles of this suite: a text, published on Thursday 20 November 2025.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset Published = new(2025, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static readonly ClaimExtractor Extractor = new(LanguageAnalyzer.Default);

    public static Article Article(string text, string? title = null) => new()
    {
        Id = Core.Articles.Article.IdOf("https://courier.example/story", text),
        Url = "https://courier.example/story",
        Source = Source.Named("The Courier"),
        Title = title,
        Published = Published,
        Fetched = Published,
        ContentHash = text,
        Text = text,
        Blocks = text.Length == 0 ? [] : [new TextBlock(new TextSpan(0, text.Length), BlockKind.Paragraph)],
    };

    public static IReadOnlyList<Claim> Claims(string text) => Extractor.Extract(Article(text)).Claims;

    public static IReadOnlyList<Quantity> Quantities(string text) => [.. Claims(text).SelectMany(claim => claim.Quantities)];
}
