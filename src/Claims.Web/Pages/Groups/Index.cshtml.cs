using Claims.Storage;
using Claims.Storage.Grouping;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Groups;

/// <summary>Groups of claims about the same thing, the largest first.</summary>
public sealed class IndexModel(IClaimsDatabase database) : PageModel
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    private const int LeastClaims = 2;

    /// <summary>The groups of this page.</summary>
    public IReadOnlyList<GroupSummary> Groups { get; private set; } = [];

    /// <summary>The way to other pages.</summary>
    public Pager Pager { get; private set; } = null!;

    /// <summary>Shows a page of the list.</summary>
    public async Task OnGetAsync([FromQuery] int at = 1, CancellationToken cancel = default)
    {
        at = Math.Clamp(at, 1, 100_000);
        var found = await database.Groups.ListAsync(LeastClaims, (at - 1) * PageSize, PageSize + 1, cancel);
        Groups = [.. found.Take(PageSize)];
        Pager = new(at, null, page => $"/groups?at={page}", found.Count > PageSize);
    }
}
