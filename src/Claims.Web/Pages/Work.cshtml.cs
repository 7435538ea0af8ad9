using Claims.Storage;
using Claims.Storage.Runs;
using Claims.Storage.Work;
using Claims.Workers.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages;

/// <summary>What is to be done, what failed and what was done.</summary>
public sealed class WorkModel(IClaimsDatabase database, IServiceProvider services) : PageModel
{
    /// <summary>Most failed pages that are listed.</summary>
    public const int ShownFailures = 100;

    private const int ShownRuns = 20;

    /// <summary>How much there is to do, by stage.</summary>
    public IReadOnlyList<WorkCount> Counts { get; private set; } = [];

    /// <summary>Pages that failed five times.</summary>
    public IReadOnlyList<FailedWork> Failed { get; private set; } = [];

    /// <summary>The newest runs.</summary>
    public IReadOnlyList<RunSummary> Runs { get; private set; } = [];

    /// <summary>When the next waiting step falls due, or null.</summary>
    public DateTimeOffset? NextDue { get; private set; }

    /// <summary>How many pages were just made due again, or null.</summary>
    public int? Retried { get; private set; }

    /// <summary>Name of the job engine of this process, or null when no workers run in it.</summary>
    public string? Engine { get; } = services.GetService<IJobEngine>()?.Name;

    /// <summary>What the database is.</summary>
    public string Database { get; } = database.Description;

    /// <summary>Shows the work.</summary>
    public async Task OnGetAsync(int? retried, CancellationToken cancel)
    {
        Retried = retried;
        Counts = await database.Work.CountAsync(cancel);
        Failed = await database.Work.FailedAsync(ShownFailures, cancel);
        Runs = await database.Runs.RecentAsync(ShownRuns, cancel);
        NextDue = await database.Work.NextDueAsync(cancel);
    }

    /// <summary>Makes failed pages due again: one, or all when none is named.</summary>
    public async Task<IActionResult> OnPostRetryAsync(string? subject, CancellationToken cancel)
    {
        var due = await database.Work.RetryAsync(string.IsNullOrEmpty(subject) ? null : subject, cancel);
        if (due > 0 && services.GetService<IJobEngine>() is { } engine)
        {
            foreach (var job in new[] { JobKind.FetchFeed, JobKind.ExtractClaims, JobKind.CompareClaims })
            {
                await engine.WakeAsync(job, cancel: cancel);
            }
        }

        return LocalRedirect($"/work?retried={due}");
    }
}
