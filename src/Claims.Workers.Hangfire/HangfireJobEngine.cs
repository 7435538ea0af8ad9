using Claims.Workers.Engine;
using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.States;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Claims.Workers.Hangfire;

/// <summary>
/// The job engine on Hangfire. Embedded it keeps its jobs in memory: what it forgets at the end of the process is
/// written in the work tables.
/// </summary>
public sealed class HangfireJobEngine : IJobEngine, IHostedService, IAsyncDisposable
{
    // A job fails only for a fault of the surroundings, such as a database that is away: five tries over a minute, then
    // the schedule's next occasion.
    private static readonly int[] PausesInSeconds = [2, 4, 8, 16, 30];

    private readonly InMemoryStorage storage = new();
    private readonly CancellationTokenSource stopping = new();
    private int disposed;
    private readonly BackgroundJobClient client;
    private readonly RecurringJobManager schedules;
    private readonly BackgroundJobServerOptions serverOptions;
    private BackgroundJobServer? server;

    /// <param name="runner">Does the jobs.</param>
    /// <param name="options">How many run at a time.</param>
    /// <param name="log">Where faults are written.</param>
    public HangfireJobEngine(IJobRunner runner, ClaimsOptions options, ILogger<HangfireJobEngine> log)
        : this(runner, options, log, PausesInSeconds)
    {
    }

    /// <summary>An engine that tries again after other pauses, for tests.</summary>
    internal HangfireJobEngine(IJobRunner runner, ClaimsOptions options, ILogger<HangfireJobEngine> log, int[] pausesInSeconds)
    {
        // Filters of this engine alone: Hangfire's own list is one for the process, and two hosts in it would share it.
        var filters = new JobFilterCollection
        {
            new AutomaticRetryAttribute { Attempts = pausesInSeconds.Length, DelaysInSeconds = pausesInSeconds, LogEvents = false },
        };
        client = new(storage, filters);
        schedules = new(storage, filters);
        serverOptions = new()
        {
            WorkerCount = options.Workers + 1,
            Activator = new WokenJobActivator(new WokenJob(runner, log, stopping.Token)),
            FilterProvider = filters,

            // How often delayed jobs and retries are looked for: pauses here are of seconds, the default is fifteen.
            SchedulePollingInterval = TimeSpan.FromSeconds(1),
            ShutdownTimeout = TimeSpan.FromMinutes(1),
        };
    }

    /// <inheritdoc/>
    public string Name => "Hangfire";

    /// <inheritdoc/>
    public Task WakeAsync(JobKind job, string? argument = null, TimeSpan? delay = null, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        client.Create(Call(job, argument), delay is { } wait && wait > TimeSpan.Zero ? new ScheduledState(wait) : new EnqueuedState());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RecurAsync(string id, string cron, JobKind job, string? argument = null, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrWhiteSpace(id);

        // Hangfire also reads six fields, with seconds first; the port promises five.
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        try
        {
            schedules.AddOrUpdate(
                id, Call(job, argument), fields == 5 ? cron : throw new ArgumentException("wrong number of fields", nameof(cron)), new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"'{cron}' is no cron expression of five fields (minute, hour, day of month, month, day of week).", nameof(cron), e);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string id, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        schedules.RemoveIfExists(id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        server ??= new(serverOptions, storage);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Jobs hand back what they have not begun and end the page they are at; the shutdown waits for them.
        await stopping.CancelAsync();
        if (Interlocked.Exchange(ref server, null) is { } running)
        {
            running.SendStop();
            await running.WaitForShutdownAsync(cancellationToken);
            running.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The container disposes it once for each service that it was registered as.
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await StopAsync(CancellationToken.None);
            storage.Dispose();
            stopping.Dispose();
        }
    }

    private static Job Call(JobKind job, string? argument) => Job.FromExpression<WokenJob>(woken => woken.RunAsync(job, argument, CancellationToken.None));

    /// <summary>Gives every job the one object that does them.</summary>
    private sealed class WokenJobActivator(WokenJob job) : JobActivator
    {
        public override object ActivateJob(Type jobType) => job;
    }
}
