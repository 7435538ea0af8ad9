using Claims.Core.Comparison;
using Claims.Storage;
using Claims.Storage.Comparison;
using Claims.Storage.Grouping;
using Claims.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Groups;

/// <summary>One group: its claims by time of publication, and its conflicts.</summary>
public sealed class DetailModel(IClaimsDatabase database) : PageModel
{
    private const int PageSize = 100;
    private const int ShownConflicts = 15;

    /// <summary>The group.</summary>
    public GroupSummary Group { get; private set; } = null!;

    /// <summary>Its claims on this page.</summary>
    public IReadOnlyList<ClaimInContext> Claims { get; private set; } = [];

    /// <summary>Its conflicts, highest rank first.</summary>
    public ConflictPage Conflicts { get; private set; } = new([], 0);

    /// <summary>The way to more claims.</summary>
    public Pager Pager { get; private set; } = null!;

    /// <summary>Shows the group.</summary>
    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] int at = 1, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(id) || await database.Groups.FindAsync(id, cancel) is not { } group)
        {
            return NotFound();
        }

        Group = group;
        var claims = await database.Groups.ClaimsOfAsync(group.Id, cancel);
        var last = Math.Max(1, (claims.Count + PageSize - 1) / PageSize);
        at = Math.Clamp(at, 1, last);
        Claims = [.. claims.Skip((at - 1) * PageSize).Take(PageSize)];
        Pager = new(at, last, page => $"/groups/{group.Id}?at={page}");
        Conflicts = await database.Conflicts.ListAsync(new ConflictQuery { Group = group.Id, Status = null, Take = ShownConflicts }, cancel);
        return Page();
    }
}
