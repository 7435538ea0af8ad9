using Claims.Storage;
using Claims.Storage.Naming;
using Claims.Workers;
using Claims.Workers.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Names;

/// <summary>Names of different stories that may be one, for a person to decide.</summary>
public sealed class IndexModel(IClaimsDatabase database, ClaimsOptions settings, IServiceProvider services) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The pairs of this page.</summary>
    public IReadOnlyList<NameSuggestion> Pairs { get; private set; } = [];

    /// <summary>Whether decided pairs are shown.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>The letters looked for.</summary>
    public string Search { get; private set; } = "";

    /// <summary>What was just said of a name that no story uses, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>The way to other pages.</summary>
    public Pager Pager { get; private set; } = null!;

    /// <summary>Shows a page of the pairs.</summary>
    public async Task OnGetAsync([FromQuery] bool decided = false, [FromQuery] string? search = null, [FromQuery] int at = 1, CancellationToken cancel = default)
    {
        (IsDecided, Search, at) = (decided, search?.Trim() ?? "", Math.Clamp(at, 1, 1_000_000));
        var found = await database.Names.ListAsync(decided, Search.Length == 0 ? null : Search, (at - 1) * PageSize, PageSize + 1, cancel);
        Pairs = [.. found.Take(PageSize)];
        Pager = new(at, Last: null, page => $"/names?decided={(decided ? "true" : "false")}&search={Uri.EscapeDataString(Search)}&at={page}", found.Count > PageSize);
    }

    /// <summary>Records a decision.</summary>
    public async Task<IActionResult> OnPostAsync(string? first, string? second, bool same, bool decided, string? search, CancellationToken cancel)
    {
        try
        {
            await database.Names.DecideAsync(first ?? "", second ?? "", same, settings.Reviewer, note: null, cancel);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or ArgumentException)
        {
            Problem = wrong.Message;
            await OnGetAsync(decided, search, cancel: cancel);
            return Page();
        }

        if (services.GetService<IJobEngine>() is { } engine)
        {
            await engine.WakeAsync(JobKind.CompareClaims, cancel: cancel);
        }

        return LocalRedirect($"/names?decided={(decided ? "true" : "false")}&search={Uri.EscapeDataString(search ?? "")}");
    }
}
