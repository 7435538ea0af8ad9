using Claims.Storage;
using Claims.Storage.Articles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Sources;

/// <summary>Who published, by name.</summary>
public sealed class IndexModel(IClaimsDatabase database) : PageModel
{
    private const int PageSize = 200;

    /// <summary>The sources of this page.</summary>
    public IReadOnlyList<SourceSummary> Sources { get; private set; } = [];

    /// <summary>The way to other pages.</summary>
    public Pager Pager { get; private set; } = null!;

    /// <summary>Shows a page of the list.</summary>
    public async Task OnGetAsync([FromQuery] int at = 1, CancellationToken cancel = default)
    {
        var all = await database.Sources.ListAsync(cancel);
        var last = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        at = Math.Clamp(at, 1, last);
        Sources = [.. all.Skip((at - 1) * PageSize).Take(PageSize)];
        Pager = new(at, last, page => $"/sources?at={page}");
    }
}
