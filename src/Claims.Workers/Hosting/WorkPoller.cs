using Claims.Storage;
using Claims.Storage.Work;
using Claims.Workers.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Claims.Workers.Hosting;

/// <summary>
/// Looks into the work tables every few seconds, so that work goes on whatever became of the wake-up for it: a page that
/// another process imported, a row whose lease ran out, an engine that lost its memory.
/// </summary>
internal sealed class WorkPoller(IClaimsDatabase database, IJobRunner jobs, TimeProvider time, ILogger<WorkPoller> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var counts = await database.Work.CountAsync(stoppingToken);
                if (counts.Any(count => count.Stage != WorkStage.Fetch && count.Due > 0))
                {
                    await jobs.RunAsync(JobKind.ExtractClaims, argument: null, stoppingToken);
                }

                await Task.Delay(Interval, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database may be busy or gone for a while; a service that runs for years looks again.
                log.LogError(e, "Looking for work failed");
                await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
