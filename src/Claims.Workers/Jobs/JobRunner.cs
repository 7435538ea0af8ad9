using Claims.Workers.Engine;
using Claims.Workers.Feeds;
using Claims.Workers.Pipeline;

namespace Claims.Workers.Jobs;

/// <summary>Does what a job engine wakes. One drain runs at a time in a process; a wake that comes meanwhile makes it look once more.</summary>
public sealed class JobRunner(PipelineRunner pipeline, FeedPoller feeds, ClaimsOptions options) : IJobRunner
{
    private readonly Lock gate = new();
    private bool isDraining;
    private bool isWokenAgain;

    /// <inheritdoc/>
    public async Task RunAsync(JobKind job, string? argument, CancellationToken cancel)
    {
        switch (job)
        {
            case JobKind.FetchFeed:
                if (await feeds.PollAsync(argument, cancel) > 0)
                {
                    await DrainAsync(cancel);
                }

                break;
            case JobKind.Rerun:
                await pipeline.RequeueAllAsync(cancel);
                await DrainAsync(cancel);
                break;
            case JobKind.ExtractClaims:
            case JobKind.CompareClaims:
                await DrainAsync(cancel);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(job), job, "There is no such job.");
        }
    }

    private async Task DrainAsync(CancellationToken cancel)
    {
        lock (gate)
        {
            isWokenAgain = true;
            if (isDraining)
            {
                return;
            }

            isDraining = true;
        }

        try
        {
            while (TakeWake())
            {
                await pipeline.DrainAsync("serve", options.Workers, cancel);
            }
        }
        catch
        {
            lock (gate)
            {
                isDraining = false;
            }

            throw;
        }
    }

    /// <summary>Whether there was a wake since the last look; when not, draining is over, decided under the same lock.</summary>
    private bool TakeWake()
    {
        lock (gate)
        {
            var woken = isWokenAgain;
            isWokenAgain = false;
            isDraining = woken;
            return woken;
        }
    }
}
