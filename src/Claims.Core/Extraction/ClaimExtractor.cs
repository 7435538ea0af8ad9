using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Language;
using Claims.Core.Naming;

namespace Claims.Core.Extraction;

/// <summary>Reads an article: its stories, and what each sentence of them claims. Pure and thread-safe.</summary>
/// <param name="analyzer">Splits text into sentences and finds their grammar.</param>
public sealed class ClaimExtractor(ILanguageAnalyzer analyzer)
{
    private const string RulesVersion = "claims-2";

    /// <summary>Name and version of the rules and of the model behind them; stored with what was extracted.</summary>
    public string Version => $"{RulesVersion}+{analyzer.Version}";

    /// <summary>All that is understood of an article.</summary>
    public ExtractedArticle Extract(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var documents = DocumentSplitter.Split(article);
        var claims = ImmutableArray.CreateBuilder<Claim>();
        var names = ImmutableArray.CreateBuilder<DocumentName>();
        var declarations = ImmutableArray.CreateBuilder<NameDeclaration>();
        foreach (var document in documents)
        {
            if (Read(article, document) is not { } reading)
            {
                continue;
            }

            new ClaimBuilder(article, document, reading).Build(claims);
            names.AddRange(reading.Mentions.SelectMany(mentions => mentions).GroupBy(mention => mention.Text, StringComparer.Ordinal).Select(mentions => new DocumentName(document.Id, mentions.Key, mentions.Count())));
            declarations.AddRange(reading.Declared.Distinct().Select(pair => new NameDeclaration(document.Id, pair.Short, pair.Long)));
        }

        SentenceArithmetic.Add(article.Text, claims);

        return new ExtractedArticle(article.Id, Version, documents, claims.ToImmutable()) { Names = names.ToImmutable(), Declarations = declarations.ToImmutable() };
    }

    /// <summary>What was understood of each sentence of an article, in order, with the claims that came of it.</summary>
    public IReadOnlyList<ClaimExplanation> Explain(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var explained = new List<ClaimExplanation>();
        foreach (var document in DocumentSplitter.Split(article))
        {
            if (Read(article, document) is not { } reading)
            {
                continue;
            }

            var claims = ImmutableArray.CreateBuilder<Claim>();
            new ClaimBuilder(article, document, reading).Build(claims);
            SentenceArithmetic.Add(article.Text, claims);
            var bySentence = claims.ToLookup(claim => claim.Sentence);
            for (var i = 0; i < reading.Trees.Count; i++)
            {
                var sentence = reading.Trees[i].Sentence;
                var span = reading.Reading.ToArticle(sentence.Span);
                explained.Add(new ClaimExplanation(
                    document.Id, span, sentence.Span.Of(reading.Reading.Text), sentence.Tokens,
                    [.. reading.Attributions.Where(attribution => attribution.Cue.Overlaps(sentence.Span) || attribution.Content.Any(sentence.Span.Overlaps))],
                    reading.Times[i], [.. bySentence[span]]));
            }
        }

        return explained;
    }

    /// <summary>Null for a story that is not English: its grammar would be guessed and its claims nonsense.</summary>
    private DocumentReading? Read(Article article, Document document)
    {
        var reading = ReadingText.Of(article, document);
        return TextLanguage.IsEnglish(reading.Text, article.Language)
            ? new(reading, analyzer, document.Published ?? article.Published, document.Title ?? article.Title)
            : null;
    }
}
