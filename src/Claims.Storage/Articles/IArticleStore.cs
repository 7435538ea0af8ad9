using Claims.Core.Articles;

namespace Claims.Storage.Articles;

/// <summary>Captured pages, their revisions and their text.</summary>
public interface IArticleStore
{
    /// <summary>
    /// Stores captures that are not there yet, each with its source, the number of its revision and the row that says
    /// "extract this", in one transaction. A capture that is there already changes nothing.
    /// </summary>
    /// <returns>For each article, in order, whether it was added.</returns>
    Task<IReadOnlyList<AddedArticle>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancel = default);

    /// <summary>The article, or null.</summary>
    Task<Article?> FindAsync(ArticleId id, CancellationToken cancel = default);

    /// <summary>Articles whose key starts with, or whose URL ends with, the given text; for people who type.</summary>
    Task<IReadOnlyList<ArticleHeader>> SearchAsync(string keyOrUrl, int limit, CancellationToken cancel = default);

    /// <summary>Whether any revision of exactly this URL was captured.</summary>
    Task<bool> IsKnownAsync(string url, CancellationToken cancel = default);

    /// <summary>Articles by time of capture, newest first, after <paramref name="skip"/> rows.</summary>
    Task<IReadOnlyList<ArticleHeader>> ListAsync(int skip, int take, CancellationToken cancel = default);

    /// <summary>Articles whose page was published by a source, newest capture first.</summary>
    async Task<IReadOnlyList<ArticleHeader>> OfSourceAsync(SourceId source, int skip, int take, CancellationToken cancel = default)
    {
        const int step = 500;
        var found = new List<ArticleHeader>();
        for (var from = 0; found.Count < skip + take; from += step)
        {
            var page = await ListAsync(from, step, cancel);
            found.AddRange(page.Where(a => a.Source.Id == source));
            if (page.Count < step)
            {
                break;
            }
        }

        return [.. found.Skip(skip).Take(take)];
    }

    /// <summary>The keys of all captures, earlier revisions among them (a re-run's scope), in order of capture.</summary>
    Task<IReadOnlyList<ArticleId>> AllIdsAsync(CancellationToken cancel = default);
}

/// <summary>What became of one capture.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Added">False when the same capture was there already.</param>
/// <param name="Revision">The number of the revision of its URL, from 1.</param>
public readonly record struct AddedArticle(ArticleId Id, bool Added, int Revision);

/// <summary>An article without its text.</summary>
public sealed record ArticleHeader(
    ArticleId Id,
    string Url,
    int Revision,
    Source Source,
    string? Title,
    DateTimeOffset? Published,
    DateTimeOffset Fetched,
    int DocumentCount,
    int ClaimCount);
