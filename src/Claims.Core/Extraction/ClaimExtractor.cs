using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Reads an article: its stories, and what each sentence of them claims. Pure and thread-safe.</summary>
/// <param name="analyzer">Splits text into sentences and finds their grammar.</param>
public sealed class ClaimExtractor(ILanguageAnalyzer analyzer)
{
    private const string RulesVersion = "claims-1";

    /// <summary>Name and version of the rules and of the model behind them; stored with what was extracted.</summary>
    public string Version => $"{RulesVersion}+{analyzer.Version}";

    /// <summary>All that is understood of an article.</summary>
    public ExtractedArticle Extract(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var documents = DocumentSplitter.Split(article);
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var document in documents)
        {
            var reading = new DocumentReading(ReadingText.Of(article, document), analyzer, document.Published ?? article.Published, document.Title ?? article.Title);
            new ClaimBuilder(article, document, reading).Build(claims);
        }

        return new ExtractedArticle(article.Id, Version, documents, claims.ToImmutable());
    }
}
