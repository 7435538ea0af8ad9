using Claims.Workers.Engine;
using Microsoft.Extensions.Logging;

namespace Claims.Workers.Hangfire;

/// <summary>What Hangfire calls: it stores the name of this type and method with the arguments, so both are public and stay as they are.</summary>
/// <param name="runner">Does the jobs.</param>
/// <param name="log">Where faults are written.</param>
/// <param name="stopping">Asks jobs to end when the engine stops.</param>
public sealed class WokenJob(IJobRunner runner, ILogger log, CancellationToken stopping)
{
    /// <summary>Does a job; a fault is thrown on, for Hangfire to try again.</summary>
    /// <param name="job">What to do.</param>
    /// <param name="argument">Its argument, or null.</param>
    /// <param name="aborted">Hangfire's own token, for a job deleted while it runs.</param>
    public async Task RunAsync(JobKind job, string? argument, CancellationToken aborted)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        try
        {
            await runner.RunAsync(job, argument, both.Token);
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            log.LogInformation("{Job} was handed back at shutdown", job);
        }
        catch (Exception e)
        {
            log.LogError(e, "{Job} failed", job);
            throw;
        }
    }
}
