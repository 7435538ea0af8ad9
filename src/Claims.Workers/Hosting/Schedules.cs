using Claims.Workers.Engine;
using Microsoft.Extensions.Hosting;

namespace Claims.Workers.Hosting;

/// <summary>Tells the job engine when to do what.</summary>
internal sealed class Schedules(IJobEngine engine, ClaimsOptions options) : IHostedService
{
    /// <summary>Name of the schedule that polls feeds.</summary>
    public const string Feeds = "feeds";

    /// <summary>Name of the schedule that goes over everything once more.</summary>
    public const string Rerun = "rerun";

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Each feed has its own rhythm; once a minute is how often it is looked whose time has come.
        await engine.RecurAsync(Feeds, "* * * * *", JobKind.FetchFeed, cancel: cancellationToken);
        if (string.IsNullOrWhiteSpace(options.RerunSchedule))
        {
            await engine.RemoveAsync(Rerun, cancellationToken);
        }
        else
        {
            await engine.RecurAsync(Rerun, options.RerunSchedule, JobKind.Rerun, cancel: cancellationToken);
        }

        await engine.WakeAsync(JobKind.ExtractClaims, cancel: cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
