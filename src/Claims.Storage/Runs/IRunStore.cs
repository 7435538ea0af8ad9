using Claims.Core.Review;

namespace Claims.Storage.Runs;

/// <summary>Executions of the pipeline and what they changed.</summary>
public interface IRunStore
{
    /// <summary>Opens a run.</summary>
    /// <param name="trigger">What started it: "cli", "serve", "schedule".</param>
    /// <param name="versions">Versions of extractor, grouper and comparer, for people and replays.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<RunId> StartAsync(string trigger, string versions, CancellationToken cancel = default);

    /// <summary>Adds to what the run has done so far.</summary>
    Task AddAsync(RunId run, RunCounts counts, CancellationToken cancel = default);

    /// <summary>Closes a run.</summary>
    Task FinishAsync(RunId run, CancellationToken cancel = default);

    /// <summary>The newest runs.</summary>
    Task<IReadOnlyList<RunSummary>> RecentAsync(int take, CancellationToken cancel = default);
}

/// <summary>What a run did.</summary>
public readonly record struct RunCounts(int Articles, int Claims, int Comparisons, int Conflicts, int Gone, int Failures);

/// <summary>A run in a list; <paramref name="Finished"/> is null while it goes on or when it was cut off.</summary>
public sealed record RunSummary(RunId Id, string Trigger, string Versions, DateTimeOffset Started, DateTimeOffset? Finished, RunCounts Counts);
