using Claims.Core.Review;
using Claims.Storage.Runs;

namespace Claims.Workers.Pipeline;

/// <summary>Does all the work that is due, in this process, until none is left.</summary>
public interface IPipelineRunner
{
    /// <summary>Drains the work tables. Safe to call from several processes at once, and after a crash at any point.</summary>
    /// <param name="trigger">What started it: "cli", "serve", "schedule".</param>
    /// <param name="parallelism">Workers in this process, 1 to 64.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="cancel">Hands unfinished work back and ends.</param>
    Task<RunReport> RunAsync(string trigger, int parallelism = 2, IProgress<PipelineProgress>? progress = null, CancellationToken cancel = default);

    /// <summary>Makes all current articles due again from extraction on; decisions stand.</summary>
    /// <returns>How many articles became due.</returns>
    Task<int> RequeueAllAsync(CancellationToken cancel = default);
}

/// <summary>How far a run is.</summary>
/// <param name="Stage">"extract" or "compare".</param>
/// <param name="Done">Steps done in this run.</param>
/// <param name="Remaining">Steps known to be left.</param>
/// <param name="Name">The page just done.</param>
public readonly record struct PipelineProgress(string Stage, int Done, int Remaining, string Name);

/// <summary>What a run did.</summary>
/// <param name="Run">Its key; null when nothing was due and no run was recorded.</param>
/// <param name="Counts">What it did.</param>
/// <param name="SetAside">Pages set aside in this run, with their error.</param>
public sealed record RunReport(RunId? Run, RunCounts Counts, IReadOnlyList<Importing.ImportMessage> SetAside);
