using System.Linq.Expressions;
using Claims.Workers.Engine;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Server;
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

    private readonly ILogger<HangfireJobEngine> log;
    private readonly JobStorage storage;
    private readonly IBackgroundJobClient client;
    private readonly IRecurringJobManager schedules;
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
        this.log = log;
        storage = new InMemoryStorage();
        client = new BackgroundJobClient(storage);
        schedules = new RecurringJobManager(storage);
        serverOptions = new()
        {
            WorkerCount = options.Workers + 1,
            Activator = new Activator(new(runner, log)),

            // How often delayed jobs and retries are looked for; the pauses are of seconds, the default is fifteen.
            SchedulePollingInterval = TimeSpan.FromSeconds(1),

            // Jobs are asked to stop through their token and end the page they are at first.
            StopTimeout = TimeSpan.FromMinutes(1),
            ShutdownTimeout = TimeSpan.FromMinutes(1),
            FilterProvider = new Filters(new() { Attempts = pausesInSeconds.Length, DelaysInSeconds = pausesInSeconds, LogEvents = false }),
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
        if (cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5)
        {
            throw NoCron(cron);
        }

        try
        {
            schedules.AddOrUpdate(id, Call(job, argument), cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
        }
        catch (ArgumentException e)
        {
            throw NoCron(cron, e);
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
        if (server is { } running)
        {
            server = null;
            running.SendStop();
            await running.WaitForShutdownAsync(cancellationToken);
            running.Dispose();
            log.LogInformation("Hangfire stopped");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        (storage as IDisposable)?.Dispose();
    }
}
