namespace Claims.Storage.Work;

/// <summary>A step of the way that is done by a background worker.</summary>
public enum WorkStage
{
    /// <summary>Fetch a feed or page; the subject is the key of the feed.</summary>
    Fetch,

    /// <summary>Split an article into documents and claims; the subject is the article's key.</summary>
    Extract,

    /// <summary>Group and compare an article's claims; the subject is the article's key.</summary>
    Compare,
}

/// <summary>
/// What is to be done: the truth about work. A row is written in the transaction that creates the work; a worker leases
/// it for a while, and the transaction that stores the result removes it or turns it to the next stage. A worker that
/// dies loses its lease, and another takes the row.
/// </summary>
public interface IWorkStore
{
    /// <summary>Leases the next due rows, oldest first, so that no other worker takes them before the lease runs out.</summary>
    /// <param name="worker">Name of the worker.</param>
    /// <param name="stages">Stages wanted.</param>
    /// <param name="take">The most that are leased.</param>
    /// <param name="lease">How long the lease holds.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<IReadOnlyList<WorkLease>> LeaseAsync(string worker, IReadOnlyList<WorkStage> stages, int take, TimeSpan lease, CancellationToken cancel = default);

    /// <summary>
    /// Records that the work failed. It is due again after a pause that doubles from 2 seconds; after the fifth failure it is set aside.
    /// </summary>
    /// <returns>True when it was set aside.</returns>
    Task<bool> FailAsync(WorkLease lease, string error, CancellationToken cancel = default);

    /// <summary>Gives the work back untouched: a worker that shuts down.</summary>
    Task ReleaseAsync(WorkLease lease, CancellationToken cancel = default);

    /// <summary>Names of the workers that hold a lease now, dead ones among them.</summary>
    Task<IReadOnlyList<string>> HoldersAsync(CancellationToken cancel = default);

    /// <summary>
    /// Takes back at once what a worker holds that is known to be dead, without waiting for its leases to run out. A row
    /// that has been lost like this or by a lease that ran out <see cref="WorkRules.MostLosses"/> times is set aside.
    /// </summary>
    /// <returns>How many rows were taken back.</returns>
    Task<int> ReclaimAsync(string worker, CancellationToken cancel = default);

    /// <summary>Work that was set aside, newest first.</summary>
    Task<IReadOnlyList<FailedWork>> FailedAsync(int take, CancellationToken cancel = default);

    /// <summary>Makes set-aside work due again with its attempts forgotten; all of it when <paramref name="subject"/> is null.</summary>
    /// <returns>How many rows became due.</returns>
    Task<int> RetryAsync(string? subject, CancellationToken cancel = default);

    /// <summary>Makes articles due again from a stage on (a re-run); rows already due stay as they are.</summary>
    /// <returns>How many rows became due.</returns>
    Task<int> RequeueAsync(IReadOnlyList<string> subjects, WorkStage stage, CancellationToken cancel = default);

    /// <summary>How much is due, leased, waiting for its next try and set aside, by stage.</summary>
    Task<IReadOnlyList<WorkCount>> CountAsync(CancellationToken cancel = default);

    /// <summary>When the next waiting row falls due, or null when nothing waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel = default);
}

/// <summary>A row of work that a worker holds.</summary>
/// <param name="Stage">What is to be done.</param>
/// <param name="Subject">To what: a key.</param>
/// <param name="Worker">Who holds it.</param>
/// <param name="Token">Told apart from earlier leases of the same row.</param>
/// <param name="Attempt">Number of this try, from 1.</param>
/// <param name="Until">When the lease runs out, UTC.</param>
public sealed record WorkLease(WorkStage Stage, string Subject, string Worker, string Token, int Attempt, DateTimeOffset Until);

/// <summary>Work that failed five times and waits for a person.</summary>
/// <param name="Stage">What was to be done.</param>
/// <param name="Subject">To what: a key.</param>
/// <param name="Name">The page's URL, for people.</param>
/// <param name="Error">The last error.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="At">When it was set aside.</param>
public sealed record FailedWork(WorkStage Stage, string Subject, string Name, string Error, int Attempts, DateTimeOffset At);

/// <summary>How much work there is in a stage.</summary>
public sealed record WorkCount(WorkStage Stage, int Due, int Leased, int Waiting, int SetAside);

/// <summary>The lease of a row ran out and somebody else holds it; nothing was written.</summary>
public sealed class LeaseLostException(WorkLease lease)
    : Exception($"The lease of {lease.Worker} on {lease.Stage} {lease.Subject} was lost; another worker has it.");
