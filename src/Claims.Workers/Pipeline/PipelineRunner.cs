using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Runs;
using Claims.Storage.Work;
using Claims.Workers.Importing;
using Microsoft.Extensions.Logging;

namespace Claims.Workers.Pipeline;

/// <summary>
/// Drains the work tables. Comparison starts when nothing is left to extract: every claim then finds every other through
/// the index, so that what comes out does not depend on the order in which workers came to their pages.
/// </summary>
public sealed class PipelineRunner(
    IClaimsDatabase database, ExtractionStep extraction, NameLinkStep naming, ComparisonStep comparison, PipelineLimits limits, TimeProvider time, ILogger<PipelineRunner> log)
    : IPipelineRunner
{
    /// <inheritdoc/>
    public Task<RunReport> RunAsync(string trigger, int parallelism = 2, IProgress<PipelineProgress>? progress = null, CancellationToken cancel = default) =>
        DrainAsync(trigger, parallelism, waits: true, progress, cancel);

    /// <summary>Drains the work tables once, for workers that come back: what waits for its next try is left waiting.</summary>
    public Task<RunReport> DrainAsync(string trigger, int parallelism, CancellationToken cancel) =>
        DrainAsync(trigger, parallelism, waits: false, progress: null, cancel);

    /// <inheritdoc/>
    public async Task<int> RequeueAllAsync(CancellationToken cancel = default)
    {
        var ids = await database.Articles.AllIdsAsync(cancel);
        return await database.Work.RequeueAsync([.. ids.Select(id => id.Value)], WorkStage.Extract, cancel);
    }

    private async Task<RunReport> DrainAsync(string trigger, int parallelism, bool waits, IProgress<PipelineProgress>? progress, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parallelism, 64);
        await ReclaimAsync(cancel);
        var run = new RunLedger(database, trigger, $"{extraction.Version}; {comparison.Version}", progress);
        var running = new List<Task>();
        try
        {
            while (true)
            {
                if (running.Count < parallelism)
                {
                    var leases = await LeaseAsync(parallelism - running.Count, cancel);
                    foreach (var lease in leases)
                    {
                        await run.StartAsync(cancel);
                        running.Add(Task.Run(() => WorkAsync(lease, run, cancel), CancellationToken.None));
                    }

                    if (leases.Count > 0)
                    {
                        continue;
                    }
                }

                if (running.Count > 0)
                {
                    var done = await Task.WhenAny(running);
                    running.Remove(done);
                    await done;
                }
                else if (!await WaitAsync(waits, cancel))
                {
                    break;
                }
            }
        }
        finally
        {
            // A worker in the middle of a page ends it or hands it back before the run is closed.
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await database.Groups.RefreshAsync(CancellationToken.None);
            await run.FinishAsync();
        }

        return run.Report();
    }

    private async Task<IReadOnlyList<WorkLease>> LeaseAsync(int free, CancellationToken cancel)
    {
        var leases = await database.Work.LeaseAsync(WorkerName.Own, [WorkStage.Extract], free, limits.Lease, cancel);
        if (leases.Count > 0)
        {
            return leases;
        }

        var counts = await database.Work.CountAsync(cancel);
        if (counts.Any(count => count.Stage == WorkStage.Extract && count.Due + count.Leased > 0))
        {
            return [];
        }

        // Which names are one is worked out once all are known and before claims are held against each other; it may make more due.
        return await naming.RunAsync(cancel) == 0 && counts.All(count => count.Stage != WorkStage.Compare || count.Due == 0)
            ? []
            : await database.Work.LeaseAsync(WorkerName.Own, [WorkStage.Compare], free, limits.Lease, cancel);
    }

    /// <summary>Waits while there is something to wait for: rows of other processes, and the next tries of rows that failed.</summary>
    /// <returns>False when nothing is left.</returns>
    private async Task<bool> WaitAsync(bool waits, CancellationToken cancel)
    {
        var counts = (await database.Work.CountAsync(cancel)).Where(count => count.Stage != WorkStage.Fetch).ToList();
        if (counts.Any(count => count.Due > 0) && counts.All(count => count.Leased == 0))
        {
            return true;
        }

        if (!waits || counts.All(count => count.Due + count.Leased + count.Waiting == 0))
        {
            return false;
        }

        await Task.Delay(limits.Look, time, cancel);
        await ReclaimAsync(cancel);
        return true;
    }

    private async Task ReclaimAsync(CancellationToken cancel)
    {
        foreach (var worker in (await database.Work.HoldersAsync(cancel)).Where(WorkerName.IsDead))
        {
            var rows = await database.Work.ReclaimAsync(worker, cancel);
            log.LogInformation("Took back {Rows} pages from {Worker}, which ended before it was done", rows, worker);
        }
    }

    private async Task WorkAsync(WorkLease lease, RunLedger run, CancellationToken cancel)
    {
        try
        {
            if (lease.Stage == WorkStage.Extract)
            {
                var extracted = await WithinLimitAsync(token => extraction.ComputeAsync(lease, token), cancel);
                await extraction.SaveAsync(extracted, lease);
                await run.AddAsync(lease, extracted.Name, new(1, extracted.Extracted.Claims.Length, 0, 0, 0, 0));
            }
            else
            {
                var compared = await WithinLimitAsync(token => comparison.ComputeAsync(lease, token), cancel);
                var counts = await comparison.SaveAsync(compared, lease);
                await run.AddAsync(lease, lease.Subject, new(0, 0, counts.NewComparisons, counts.NewConflicts, counts.GoneConflicts, 0));
            }
        }
        catch (LeaseLostException e)
        {
            log.LogWarning("{Message}", e.Message);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await database.Work.ReleaseAsync(lease, CancellationToken.None);
        }
        catch (Exception e)
        {
            // Whatever a page does to the code, the page is what failed: the others go on.
            log.LogWarning(e, "{Stage} of {Subject} failed at try {Attempt}", lease.Stage, lease.Subject, lease.Attempt);
            var isSetAside = await database.Work.FailAsync(lease, Describe(e), CancellationToken.None);
            await run.FailAsync(lease, Describe(e), isSetAside);
        }
    }

    /// <summary>
    /// Runs a computation that may hang. One that does not end in time is left behind: code that computes cannot be
    /// stopped from outside, but what it comes to is not used.
    /// </summary>
    private async Task<T> WithinLimitAsync<T>(Func<CancellationToken, Task<T>> compute, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            return await Task.Run(() => compute(limit.Token), CancellationToken.None).WaitAsync(limits.Page, time, cancel);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The page took longer than {limits.Page.TotalSeconds:0.#} seconds.");
        }
        finally
        {
            await limit.CancelAsync();
        }
    }

    private static string Describe(Exception e) => e is TimeoutException ? e.Message : $"{e.GetType().Name}: {e.Message}";
}
