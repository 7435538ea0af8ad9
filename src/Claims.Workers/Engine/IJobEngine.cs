namespace Claims.Workers.Engine;

/// <summary>The kinds of background work an engine can be asked to wake. A job's argument is a key, never data.</summary>
public enum JobKind
{
    /// <summary>Poll the feeds that are due, or one feed by key.</summary>
    FetchFeed,

    /// <summary>Extract claims of articles that are due.</summary>
    ExtractClaims,

    /// <summary>Group and compare claims of articles that are due.</summary>
    CompareClaims,

    /// <summary>Make everything due again in a scope.</summary>
    Rerun,
}

/// <summary>
/// A job engine wakes workers and keeps schedules. It owns no truth: losing its memory loses no work, since the work
/// tables say what is to be done, and every job can run twice with one effect.
/// </summary>
public interface IJobEngine
{
    /// <summary>Name for people: "Hangfire", "Quartz".</summary>
    string Name { get; }

    /// <summary>Runs a job as soon as a worker is free, or after a delay. Waking a job that already waits is harmless.</summary>
    Task WakeAsync(JobKind job, string? argument = null, TimeSpan? delay = null, CancellationToken cancel = default);

    /// <summary>Runs a job by a schedule; the same id again replaces the schedule.</summary>
    /// <param name="id">Name of the schedule.</param>
    /// <param name="cron">Five-field cron expression, UTC.</param>
    /// <param name="job">What to run.</param>
    /// <param name="argument">Its argument, or null.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="ArgumentException">The expression is not a cron expression; the message names it.</exception>
    Task RecurAsync(string id, string cron, JobKind job, string? argument = null, CancellationToken cancel = default);

    /// <summary>Forgets a schedule; no error when there is none.</summary>
    Task RemoveAsync(string id, CancellationToken cancel = default);
}

/// <summary>What an engine calls when a job's time has come; implemented once, by the workers.</summary>
public interface IJobRunner
{
    /// <summary>Does the job. Throws only for faults that the engine should try again.</summary>
    Task RunAsync(JobKind job, string? argument, CancellationToken cancel);
}
