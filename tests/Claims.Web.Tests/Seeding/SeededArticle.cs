using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Claims.Core.Articles;
using Claims.Core.Extraction;

namespace Claims.Web.Tests.Seeding;

/// <summary>An invented page with the claims that are said to be found in it.</summary>
internal sealed class SeededArticle
{
    private readonly List<Claim> claims = [];

    /// <param name="source">Who published it.</param>
    /// <param name="kind">What kind of publisher that is.</param>
    /// <param name="title">Its headline.</param>
    /// <param name="published">When it says it was published.</param>
    /// <param name="url">Where it was published.</param>
    /// <param name="paragraphs">Its text; a paragraph that starts with "~" is a caption.</param>
    public SeededArticle(string source, SourceKind kind, string title, DateTimeOffset? published, string url, params string[] paragraphs)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        foreach (var paragraph in paragraphs)
        {
            var isCaption = paragraph.StartsWith('~');
            var words = isCaption ? paragraph[1..] : paragraph;
            blocks.Add(new(new(text.Length, words.Length), isCaption ? BlockKind.Caption : BlockKind.Paragraph));
            text.Append(words).Append("\n\n");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        Article = new()
        {
            Id = Article.IdOf(url, hash),
            Url = url,
            Source = Source.Named(source, kind),
            Title = title,
            Published = published,
            Fetched = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero),
            ContentHash = hash,
            Text = text.ToString(),
        };
        Document = new()
        {
            Id = Document.IdOf(Article.Id, 0),
            ArticleId = Article.Id,
            Ordinal = 0,
            Span = new(0, text.Length),
            Title = title,
            Published = published,
            Blocks = blocks.ToImmutable(),
        };
    }

    /// <summary>The page.</summary>
    public Article Article { get; }

    /// <summary>Its one story.</summary>
    public Document Document { get; }

    /// <summary>All that is found in it.</summary>
    public ExtractedArticle Extracted => new(Article.Id, "seed 1", [Document], [.. claims]);

    /// <summary>Adds a claim by the words it stands in.</summary>
    /// <param name="quote">The words, exactly once in the text.</param>
    /// <param name="speaker">On whose word it rests, or null.</param>
    /// <param name="figure">Words of a figure in it, or null.</param>
    /// <param name="value">Value of the figure.</param>
    public Claim Claim(string quote, string? speaker = null, string? figure = null, double value = 0)
    {
        var span = SpanOf(quote);
        var claim = new Claim
        {
            Id = Core.Extraction.Claim.IdOf(Document.Id, span),
            DocumentId = Document.Id,
            ArticleId = Article.Id,
            Ordinal = claims.Count,
            Span = span,
            Sentence = span,
            Quote = quote,
            Text = quote,
            Attribution = speaker is null ? AttributionChain.OwnVoice : new([new(speaker, null, "said")], IsDirectQuote: false),
            Modality = speaker is null ? Modality.Asserted : Modality.Reported,
            Time = new(new(0, 0), "", new(2031, 5, 3, 0, 0, 0, TimeSpan.Zero), new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero), Explicit: false),
            Quantities = figure is null ? [] : [new() { Span = SpanOf(figure), Text = figure, Lower = value, Best = value, Upper = value, Role = QuantityRoles.Killed }],
            CheckWorthiness = 0.8,
        };
        claims.Add(claim);
        return claim;
    }

    /// <summary>Where words stand in the text.</summary>
    public TextSpan SpanOf(string words)
    {
        var at = Article.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{words[..Math.Min(words.Length, 60)]}' does not stand in the text.");
        return new(at, words.Length);
    }
}
