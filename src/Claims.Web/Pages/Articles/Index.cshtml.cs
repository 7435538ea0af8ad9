using Claims.Storage;
using Claims.Storage.Articles;
using Claims.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Articles;

/// <summary>Captured pages, newest first.</summary>
public sealed class IndexModel(IClaimsDatabase database) : PageModel
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The articles of this page.</summary>
    public IReadOnlyList<ArticleHeader> Articles { get; private set; } = [];

    /// <summary>What is searched for, or null.</summary>
    public string? Search { get; private set; }

    /// <summary>The way to other pages.</summary>
    public Pager Pager { get; private set; } = null!;

    /// <summary>Shows a page of the list.</summary>
    /// <param name="q">Start of a key or end of an address.</param>
    /// <param name="at">Number of the page, from 1.</param>
    /// <param name="cancel">Ends the query.</param>
    public async Task OnGetAsync(string? q, [FromQuery] int at = 1, CancellationToken cancel = default)
    {
        at = Math.Clamp(at, 1, 100_000);
        Search = string.IsNullOrWhiteSpace(q) ? null : OutsideText.Cut(q.Trim(), 500);
        var found = Search is null
            ? await database.Articles.ListAsync((at - 1) * PageSize, PageSize + 1, cancel)
            : await database.Articles.SearchAsync(Search, PageSize, cancel);
        Articles = [.. found.Take(PageSize)];
        Pager = new(at, null, page => $"/articles?at={page}", found.Count > PageSize);
    }
}
