using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;

namespace Claims.Storage.Tests.Compliance;

/// <summary>Invented pages and claims.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Noon = new(2031, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static Article Article(string url, string text, string source = "Harbour Courier", DateTimeOffset? fetched = null)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new()
        {
            Id = Core.Articles.Article.IdOf(url, hash),
            Url = url,
            Source = Source.Named(source, SourceKind.Outlet, new Uri(url).Host),
            Title = "Ferry fire in Port Marren",
            Published = Noon,
            Fetched = fetched ?? Noon.AddMinutes(5),
            ContentHash = hash,
            Text = text,
            Blocks = [new(new(0, text.Length), BlockKind.Paragraph)],
            Warnings = ["no author"],
            Modified = new(2031, 3, 4, 6, 0, 0, TimeSpan.Zero),
            Byline = "Ila Venn",
            Language = "en-GB",
        };
    }

    public static Document Document(Article article) => new()
    {
        Id = Core.Articles.Document.IdOf(article.Id, 0),
        ArticleId = article.Id,
        Ordinal = 0,
        Span = new(0, article.Text.Length),
        Title = article.Title,
        Published = article.Published,
        Blocks = article.Blocks,
    };

    public static Claim Claim(Article article, string quote, int clause = 0)
    {
        var document = Core.Articles.Document.IdOf(article.Id, 0);
        var span = new TextSpan(article.Text.IndexOf(quote, StringComparison.Ordinal), quote.Length);
        return new()
        {
            Id = Core.Extraction.Claim.IdOf(document, span, clause),
            DocumentId = document,
            ArticleId = article.Id,
            Ordinal = span.Start,
            Span = span,
            Sentence = span,
            Quote = quote,
            Text = quote,
            CheckWorthiness = 0.5,
        };
    }

    public static ExtractedArticle Extraction(Article article, params Claim[] claims) =>
        new(article.Id, "extractor 1", [Document(article)], [.. claims]);

    /// <summary>Each word of five letters or more is a key.</summary>
    public static Dictionary<ClaimId, IReadOnlyList<IndexKey>> Keys(params Claim[] claims) => claims.ToDictionary(
        claim => claim.Id,
        claim => (IReadOnlyList<IndexKey>)[.. claim.Quote.ToLowerInvariant().Split(' ', '.', ',').Where(word => word.Length >= 5).Distinct().Select(word => new IndexKey($"lemma:{word}", word.Length / 3.0))]);

    public static ClaimComparison Comparison(
        Claim x, Claim y, Relation relation = Relation.Conflict, ConflictKind kind = ConflictKind.Count, string? valueX = "4", string? valueY = "9", double severity = 0.8)
    {
        var (a, b, valueA, valueB) = string.CompareOrdinal(x.Id.Value, y.Id.Value) < 0 ? (x, y, valueX, valueY) : (y, x, valueY, valueX);
        return new()
        {
            Id = ClaimComparison.IdOf(a.Id, b.Id, kind),
            A = a.Id,
            B = b.Id,
            Relation = relation,
            Kind = kind,
            Severity = severity,
            Confidence = 0.9,
            Reasons = [new("count.disjoint", $"One says {valueA}, the other {valueB}.", a.Span, b.Span, valueA, valueB)],
        };
    }

    /// <summary>A claim with something in every member.</summary>
    public static Claim Full(Article article, string quote) => Claim(article, quote) with
    {
        Prefix = "before “",
        Suffix = "” after \0\u2028",
        Attribution = new([new("the Courier", null, "reported"), new("a harbour master", new(1, 2), "told … that")], true),
        Modality = Modality.Uncertain,
        IsAffirmative = false,
        Subject = "the ferry",
        Predicate = "catch up",
        Objects = ["fire", "42 cars"],
        Quantities =
        [
            new()
            {
                Span = new(3, 9), Text = "at least 4", Kind = QuantityKind.Count, Lower = 4, Best = 4, Upper = double.PositiveInfinity, Hedge = Hedge.AtLeast,
                Counted = "person", CountedText = "people", Role = QuantityRoles.Killed, Coverage = "child", IsPart = true, OutOf = 15,
                AsOf = new(new(0, 0), "", Noon, DateTimeOffset.MaxValue, false),
            },
            new() { Span = new(5, 1), Text = "up to 0.1", Kind = QuantityKind.Percent, Lower = double.NegativeInfinity, Best = 0.1 + 0.2, Upper = 1e300, Unit = "%" },
        ],
        Time = new(new(2, 7), "since May", Noon.AddTicks(1), DateTimeOffset.MaxValue, true),
        Places = ["Port Marren"],
        Names = ["Marren Ferry Company"],
        Context = ["ferry", "fire"],
        CheckWorthiness = 0.1 + 0.7,
        CheckReasons = ["it has a figure"],
        Confidence = 1.0 / 3,
    };
}
