using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Articles;
using Claims.Storage.Comparison;
using Claims.Web.Presentation;
using Claims.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages;

/// <summary>The queue: conflicts in the order of their rank, narrowed by what stands in the URL.</summary>
public sealed class IndexModel(IClaimsDatabase database, ClaimsOptions options) : PageModel
{
    /// <summary>Most sources that the filter offers; more are found by text.</summary>
    private const int OfferedSources = 200;

    /// <summary>What narrows the queue.</summary>
    public QueueFilter Filter { get; private set; } = new();

    /// <summary>The rows of this page.</summary>
    public ConflictPage Conflicts { get; private set; } = new([], 0);

    /// <summary>How many conflicts have each status and kind.</summary>
    public IReadOnlyList<QueueCount> Counts { get; private set; } = [];

    /// <summary>Sources to filter by.</summary>
    public IReadOnlyList<SourceSummary> Sources { get; private set; } = [];

    /// <summary>What was just decided, or null.</summary>
    public DecidedNotice? Decided { get; private set; }

    /// <summary>Whether there is a decision of this reviewer that can be taken back.</summary>
    public bool CanUndo { get; private set; }

    /// <summary>Whether anything was imported yet; asked only when no row is shown.</summary>
    public bool HasArticles { get; private set; } = true;

    /// <summary>Steps of work that are left, whose conflicts are still to come.</summary>
    public int Waiting { get; private set; }

    /// <summary>Whether the reviewer asked to undo and there was nothing.</summary>
    public bool NothingUndone { get; private set; }

    /// <summary>Number of the last page.</summary>
    public int LastPage => Math.Max(1, (Conflicts.Total + QueueFilter.PageSize - 1) / QueueFilter.PageSize);

    /// <summary>How many conflicts have a status; null for all.</summary>
    public int CountOf(ConflictStatus? status) => Counts.Where(c => status is null || c.Status == status).Sum(c => c.Count);

    /// <summary>How many conflicts of the chosen status have a kind.</summary>
    public int CountOf(ConflictKind kind) => Counts.Where(c => c.Kind == kind && (Filter.Status is null || c.Status == Filter.Status)).Sum(c => c.Count);

    /// <summary>Shows the queue.</summary>
    public async Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Filter = QueueFilter.Read(Request.Query);
        Conflicts = await database.Conflicts.ListAsync(Filter.ToQuery(), cancel);
        if (Conflicts.Rows.Count == 0 && Filter.Page > 1)
        {
            // The page emptied while its rows were decided: show the last one that there is.
            Filter = Filter with { Page = LastPage };
            Conflicts = await database.Conflicts.ListAsync(Filter.ToQuery(), cancel);
        }

        Counts = await database.Conflicts.QueueCountsAsync(cancel);
        var sources = await database.Sources.ListAsync(cancel);
        Sources = [.. sources.Where(s => s.OpenConflicts + s.DecidedConflicts > 0).Take(OfferedSources)];
        CanUndo = await database.Verdicts.LastDecidedByAsync(options.Reviewer, cancel) is not null;
        if (!string.IsNullOrWhiteSpace(done))
        {
            Decided = DecidedNotice.Of(await database.Conflicts.FindAsync(done, cancel), Filter);
        }

        Waiting = (await database.Work.CountAsync(cancel)).Sum(w => w.Due + w.Leased + w.Waiting);
        NothingUndone = Request.Query.ContainsKey("nothing");
        if (Conflicts.Rows.Count == 0)
        {
            HasArticles = (await database.Articles.ListAsync(0, 1, cancel)).Count > 0;
        }
    }

    /// <summary>Takes back the reviewer's newest standing decision and shows its conflict.</summary>
    public async Task<IActionResult> OnPostUndoLastAsync(CancellationToken cancel)
    {
        if (await database.Verdicts.LastDecidedByAsync(options.Reviewer, cancel) is { } conflict
            && await database.Verdicts.UndoAsync(conflict, options.Reviewer, cancel) is not null)
        {
            return LocalRedirect(new QueueFilter().ConflictUrl(conflict, ("undone", "1")));
        }

        return LocalRedirect("/?nothing=1");
    }
}
