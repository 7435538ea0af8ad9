using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Runs;
using Claims.Storage.Work;
using Claims.Workers.Importing;

namespace Claims.Workers.Pipeline;

/// <summary>Keeps the account of one run. The run is recorded with its first page, so that a run with nothing to do leaves no trace.</summary>
internal sealed class RunLedger(IClaimsDatabase database, string trigger, string versions, IProgress<PipelineProgress>? progress)
{
    private readonly Lock gate = new();
    private readonly List<ImportMessage> setAside = [];
    private RunId? run;
    private RunCounts counts;
    private int done;
    private int remaining;

    /// <summary>Opens the run, once.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        if (run is null)
        {
            run = await database.Runs.StartAsync(trigger, versions, cancel);
            remaining = (await database.Work.CountAsync(cancel)).Sum(count => (count.Due + count.Leased + count.Waiting) * Steps(count.Stage));
        }
    }

    /// <summary>Counts a step.</summary>
    public async Task AddAsync(WorkLease lease, string name, RunCounts step)
    {
        Count(step);
        await database.Runs.AddAsync(run!.Value, step);
        Report(lease, name, steps: 1);
    }

    /// <summary>Counts a failure.</summary>
    public async Task FailAsync(WorkLease lease, string error, bool isSetAside)
    {
        var step = new RunCounts(0, 0, 0, 0, 0, 1);
        Count(step);
        await database.Runs.AddAsync(run!.Value, step);
        if (isSetAside)
        {
            var name = await NameAsync(lease);
            lock (gate)
            {
                setAside.Add(new(name, error));
            }

            Report(lease, name, Steps(lease.Stage));
        }
    }

    /// <summary>Closes the run.</summary>
    public Task FinishAsync() => run is { } id ? database.Runs.FinishAsync(id) : Task.CompletedTask;

    /// <summary>What it came to.</summary>
    public RunReport Report()
    {
        lock (gate)
        {
            return new(run, counts, [.. setAside.OrderBy(message => message.Name, StringComparer.Ordinal)]);
        }
    }

    // An article that waits for extraction has comparison still before it.
    private static int Steps(WorkStage stage) => stage switch { WorkStage.Extract => 2, WorkStage.Compare => 1, _ => 0 };

    private async Task<string> NameAsync(WorkLease lease) =>
        (await database.Articles.FindAsync(new(lease.Subject)))?.Url ?? lease.Subject;

    private void Count(RunCounts step)
    {
        lock (gate)
        {
            counts = new(
                counts.Articles + step.Articles, counts.Claims + step.Claims, counts.Comparisons + step.Comparisons,
                counts.Conflicts + step.Conflicts, counts.Gone + step.Gone, counts.Failures + step.Failures);
        }
    }

    private void Report(WorkLease lease, string name, int steps)
    {
        PipelineProgress report;
        lock (gate)
        {
            done += steps;
            remaining = Math.Max(0, remaining - steps);
            report = new(lease.Stage == WorkStage.Extract ? "extract" : "compare", done, remaining, name);
        }

        progress?.Report(report);
    }
}
