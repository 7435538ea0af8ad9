using Claims.Storage;
using Claims.Storage.Articles;
using Claims.Storage.Comparison;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Sources;

/// <summary>One source: what it published and which conflicts its claims stand in.</summary>
public sealed class DetailModel(IClaimsDatabase database) : PageModel
{
    private const int PageSize = 50;
    private const int ShownConflicts = 10;

    /// <summary>The source with its counts.</summary>
    public SourceSummary Summary { get; private set; } = null!;

    /// <summary>Pages that it published.</summary>
    public IReadOnlyList<ArticleHeader> Articles { get; private set; } = [];

    /// <summary>Open conflicts of its claims, highest rank first.</summary>
    public ConflictPage Conflicts { get; private set; } = new([], 0);

    /// <summary>The way to more of its pages.</summary>
    public Pager Pager { get; private set; } = null!;

    /// <summary>Shows the source.</summary>
    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] int at = 1, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(id) || await database.Sources.FindAsync(id, cancel) is not { } found)
        {
            return NotFound();
        }

        Summary = found;
        at = Math.Clamp(at, 1, 100_000);
        var articles = await database.Articles.OfSourceAsync(found.Source.Id, (at - 1) * PageSize, PageSize + 1, cancel);
        Articles = [.. articles.Take(PageSize)];
        Pager = new(at, null, page => $"/sources/{found.Source.Id}?at={page}", articles.Count > PageSize);
        Conflicts = await database.Conflicts.ListAsync(new ConflictQuery { Source = found.Source.Id, Take = ShownConflicts }, cancel);
        return Page();
    }
}
