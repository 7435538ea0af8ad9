using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;

namespace Claims.Evaluation.Pipeline;

/// <summary>All that the way of the data made of some pages.</summary>
/// <param name="Articles">The pages as stored, every revision.</param>
/// <param name="Documents">Their stories, by page.</param>
/// <param name="Claims">Their claims in order of the text, by page.</param>
/// <param name="Comparisons">Every relation found between two claims.</param>
/// <param name="Queue">Keys of the comparisons that wait in the queue for a person.</param>
/// <param name="Problems">What could not be imported or was set aside, for people.</param>
public sealed record PipelineOutcome(
    IReadOnlyList<Article> Articles,
    IReadOnlyDictionary<ArticleId, IReadOnlyList<Document>> Documents,
    IReadOnlyDictionary<ArticleId, IReadOnlyList<ClaimInContext>> Claims,
    IReadOnlyList<ClaimComparison> Comparisons,
    IReadOnlySet<ConflictId> Queue,
    IReadOnlyList<string> Problems)
{
    /// <summary>How many stories the pages hold.</summary>
    public int DocumentCount => Documents.Values.Sum(d => d.Count);

    /// <summary>The claims of a page; none for a page that has none.</summary>
    public IReadOnlyList<ClaimInContext> ClaimsOf(ArticleId article) => Claims.TryGetValue(article, out var claims) ? claims : [];

    /// <summary>The stories of a page.</summary>
    public IReadOnlyList<Document> DocumentsOf(ArticleId article) => Documents.TryGetValue(article, out var documents) ? documents : [];
}

/// <summary>Takes pages the whole way and says what came of them.</summary>
public interface IPipelineUnderTest
{
    /// <summary>Imports, extracts and compares.</summary>
    /// <param name="inputs">Files and folders, as <c>claims import</c> takes them.</param>
    /// <param name="progress">Told what is being done and what part of it is done.</param>
    /// <param name="cancel">Ends it.</param>
    Task<PipelineOutcome> RunAsync(IReadOnlyList<string> inputs, Action<string, double> progress, CancellationToken cancel);
}
