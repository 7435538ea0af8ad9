using System.Security.Cryptography;
using System.Text;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Evaluation.Comparison;

/// <summary>Reads single statements and small documents into claims, as the product does with pages.</summary>
internal sealed class StatementReader
{
    private readonly ClaimExtractor extractor = new(LanguageAnalyzer.Default);

    /// <summary>The claims of a text. A single statement without a full stop gets one, so that it is not taken for a headline.</summary>
    public IReadOnlyList<ClaimInContext> Read(string name, string source, DateTimeOffset? published, string text)
    {
        if (text.Length > 0 && !text.Contains('\n') && char.IsLetterOrDigit(text[^1]))
        {
            text += ".";
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var article = new Article
        {
            Id = Article.IdOf(name, hash),
            Url = name,
            Source = Source.Named(source),
            Published = published,
            Fetched = published ?? DateTimeOffset.UnixEpoch,
            ContentHash = hash,
            Text = text,
        };
        var read = extractor.Extract(article);
        var documents = read.Documents.ToDictionary(d => d.Id);
        return
        [
            .. read.Claims.Select(claim => new ClaimInContext(
                claim,
                documents[claim.DocumentId].Source ?? article.Source,
                documents[claim.DocumentId].Published ?? article.Published,
                documents[claim.DocumentId].Title)),
        ];
    }
}
