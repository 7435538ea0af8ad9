using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Reads an article: its stories, and what each sentence of them claims. Pure and thread-safe.</summary>
/// <param name="analyzer">Splits text into sentences and finds their grammar.</param>
public sealed class ClaimExtractor(ILanguageAnalyzer analyzer)
{
    private const string RulesVersion = "claims-1";

    // Length of the context kept beside a quote (W3C Web Annotation TextQuoteSelector).
    private const int SelectorContext = 32;

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
            Read(article, document, claims);
        }

        return new ExtractedArticle(article.Id, Version, documents, claims.ToImmutable());
    }

    private void Read(Article article, Document document, ImmutableArray<Claim>.Builder claims)
    {
        var reading = ReadingText.Of(article, document);
        var ordinal = 0;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sentence in analyzer.Analyze(reading.Text, new TextSpan(0, reading.Text.Length)))
        {
            var text = sentence.Span.Of(reading.Text);
            if (!seen.Add(text) || !text.Any(char.IsLetterOrDigit))
            {
                continue;
            }

            var span = reading.ToArticle(sentence.Span);
            var times = TimeParser.Parse(reading.Text, sentence.Span, document.Published ?? article.Published);
            claims.Add(new Claim
            {
                Id = Claim.IdOf(document.Id, span),
                DocumentId = document.Id,
                ArticleId = article.Id,
                Ordinal = ordinal++,
                Span = span,
                Sentence = span,
                Quote = span.Of(article.Text),
                Prefix = article.Text[Math.Max(0, span.Start - SelectorContext)..span.Start],
                Suffix = article.Text[span.End..Math.Min(article.Text.Length, span.End + SelectorContext)],
                Text = text,
                Time = times.Count > 0 ? times[0] with { Span = reading.ToArticle(times[0].Span) } : null,
                Quantities = [.. QuantityParser.Parse(reading.Text, sentence, times).Select(quantity => quantity with { Span = reading.ToArticle(quantity.Span) })],
            });
        }
    }
}
