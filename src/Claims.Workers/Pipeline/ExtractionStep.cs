using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Grouping.Encoders;
using Claims.Storage;
using Claims.Storage.Work;

namespace Claims.Workers.Pipeline;

/// <summary>Extracts the claims of one article and stores them with the keys they can be found by.</summary>
public sealed class ExtractionStep(IClaimsDatabase database, ClaimExtractor extractor, IClaimGrouper grouper, ITextEncoder encoder, ClaimsOptions options)
{
    /// <summary>Version of what the step does.</summary>
    public string Version => extractor.Version;

    /// <summary>Reads and computes; nothing is written.</summary>
    /// <exception cref="InvalidOperationException">There is no such article.</exception>
    public async Task<Extraction> ComputeAsync(WorkLease lease, CancellationToken cancel)
    {
        var article = await database.Articles.FindAsync(new(lease.Subject), cancel)
            ?? throw new InvalidOperationException($"There is no article {lease.Subject}.");
        var extracted = extractor.Extract(article);
        var documents = extracted.Documents.ToDictionary(document => document.Id);
        var keys = new Dictionary<ClaimId, IReadOnlyList<IndexKey>>();
        foreach (var claim in extracted.Claims)
        {
            cancel.ThrowIfCancellationRequested();

            // A claim that is not worth checking is stored and shown, but neither looked up nor found.
            if (claim.CheckWorthiness >= options.CheckThreshold)
            {
                keys[claim.Id] = grouper.KeysOf(InContext(claim, documents[claim.DocumentId], article));
            }
        }

        return new(article.Url, extracted with { Stories = StoriesOf(article, extracted), Vectors = await VectorsAsync(extracted, keys, cancel) }, keys);
    }

    /// <summary>Stores what was computed and turns the work to comparison.</summary>
    public Task SaveAsync(Extraction extraction, WorkLease lease) =>
        database.Claims.SaveExtractionAsync(extraction.Extracted, extraction.Keys, lease, CancellationToken.None);

    private static ImmutableDictionary<DocumentId, Story> StoriesOf(Article article, ExtractedArticle extracted) => extracted.Documents.ToImmutableDictionary(
        document => document.Id,
        document => Story.Read(
            document.Title ?? (document.Ordinal == 0 ? article.Title : null),
            string.Join('\n', document.Blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Standfirst or BlockKind.ListItem).Select(block => block.Span.Of(article.Text)))));

    /// <summary>Vectors of the claims that take part in comparison. One that is stored for the same words by the same model is taken over.</summary>
    private async Task<ImmutableDictionary<ClaimId, ClaimVector>> VectorsAsync(ExtractedArticle extracted, Dictionary<ClaimId, IReadOnlyList<IndexKey>> compared, CancellationToken cancel)
    {
        var stored = (await database.Claims.OfArticleAsync(extracted.ArticleId, cancel))
            .Where(claim => claim.Vector?.Model == encoder.Version)
            .ToDictionary(claim => (claim.Claim.Id, claim.Claim.Text), claim => claim.Vector!);
        var result = ImmutableDictionary.CreateBuilder<ClaimId, ClaimVector>();
        foreach (var claim in extracted.Claims.Where(claim => compared.ContainsKey(claim.Id)))
        {
            cancel.ThrowIfCancellationRequested();
            result[claim.Id] = stored.GetValueOrDefault((claim.Id, claim.Text)) ?? ClaimVector.Of(encoder.Version, encoder.Encode([claim.Text])[0]);
        }

        return result.ToImmutable();
    }

    private static ClaimInContext InContext(Claim claim, Document document, Article article) => new(
        claim,
        document.Source ?? article.Source,
        document.Published ?? article.Published,
        document.Title ?? (document.Ordinal == 0 ? article.Title : null));
}

/// <summary>What extraction gave.</summary>
/// <param name="Name">The page, for people.</param>
/// <param name="Extracted">Documents and claims.</param>
/// <param name="Keys">The keys of each claim that takes part in comparison.</param>
public sealed record Extraction(string Name, ExtractedArticle Extracted, IReadOnlyDictionary<ClaimId, IReadOnlyList<IndexKey>> Keys);
