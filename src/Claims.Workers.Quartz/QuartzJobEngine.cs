using Claims.Workers.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Claims.Workers.Quartz;

/// <summary>The job engine on Quartz.NET, in memory: what it forgets at the end of the process is written in the work tables.</summary>
public sealed class QuartzJobEngine : IJobEngine, IHostedService, IAsyncDisposable
{
    private const string WakeGroup = "wake";
    private const string ScheduleGroup = "schedule";

    // A job fails only for a fault of the surroundings, such as a database that is away: five tries over a minute, then
    // the schedule's next occasion.
    private static readonly RetryPolicy Retry = RetryPolicy.Exponential(5, TimeSpan.FromSeconds(2), 2, TimeSpan.FromSeconds(30));

    private readonly IJobRunner runner;
    private readonly ILogger<QuartzJobEngine> log;
    private readonly RetryPolicy retry;
    private readonly CancellationTokenSource stopping = new();
    private int disposed;
    private readonly Lazy<Task<IScheduler>> scheduler;

    /// <param name="runner">Does the jobs.</param>
    /// <param name="options">How many run at a time.</param>
    /// <param name="log">Where faults are written.</param>
    public QuartzJobEngine(IJobRunner runner, ClaimsOptions options, ILogger<QuartzJobEngine> log)
        : this(runner, options, log, Retry)
    {
    }

    /// <summary>An engine that tries again after other pauses, for tests.</summary>
    internal QuartzJobEngine(IJobRunner runner, ClaimsOptions options, ILogger<QuartzJobEngine> log, RetryPolicy retry)
    {
        this.runner = runner;
        this.log = log;
        this.retry = retry;
        scheduler = new(() => BuildAsync(options.Workers + 1));
    }

    /// <inheritdoc/>
    public string Name => "Quartz";

    /// <inheritdoc/>
    public async Task WakeAsync(JobKind job, string? argument = null, TimeSpan? delay = null, CancellationToken cancel = default)
    {
        var quartz = await scheduler.Value;
        await EnsureAsync(quartz, job, cancel);

        // One trigger waits for a job and argument at most: a second wake moves it forward or changes nothing.
        var trigger = Trigger(job, argument, new TriggerKey($"{job}/{argument}", WakeGroup))
            .StartAt(DateTimeOffset.UtcNow + (delay ?? TimeSpan.Zero))
            .Build();
        await quartz.ScheduleTrigger(trigger, TriggerConflict.KeepEarlier, cancel);
    }

    /// <inheritdoc/>
    public async Task RecurAsync(string id, string cron, JobKind job, string? argument = null, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (!CronExpression.TryParse(cron, CronFormat.Unix, out _))
        {
            throw new ArgumentException($"'{cron}' is no cron expression of five fields (minute, hour, day of month, month, day of week).", nameof(cron));
        }

        var quartz = await scheduler.Value;
        await EnsureAsync(quartz, job, cancel);
        var trigger = Trigger(job, argument, new TriggerKey(id, ScheduleGroup))
            .WithSchedule(CronScheduleBuilder.Create(cron, CronFormat.Unix).InTimeZone(TimeZoneInfo.Utc))
            .Build();
        await quartz.ScheduleTrigger(trigger, TriggerConflict.Replace, cancel);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string id, CancellationToken cancel = default) =>
        await (await scheduler.Value).UnscheduleJob(new TriggerKey(id, ScheduleGroup), cancel);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken) => await (await scheduler.Value).Start(cancellationToken);

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Jobs hand back what they have not begun and end the page they are at; the shutdown waits for them.
        await stopping.CancelAsync();
        if (scheduler.IsValueCreated)
        {
            await (await scheduler.Value).Shutdown(true, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The container disposes it once for each service that it was registered as.
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await StopAsync(CancellationToken.None);
            stopping.Dispose();
        }
    }

    private async Task<IScheduler> BuildAsync(int threads)
    {
        var quartz = await QuartzSchedulerBuilder.Create(builder =>
        {
            builder.ConfigureScheduler(options => options.InstanceName = $"claims-{Guid.NewGuid():N}");
            builder.UseInMemoryStore();
            builder.UseDefaultThreadPool(threads);
        }).BuildScheduler();
        quartz.Context[nameof(QuartzJobEngine)] = this;
        return quartz;
    }

    private static ValueTask EnsureAsync(IScheduler quartz, JobKind job, CancellationToken cancel) =>
        quartz.AddJob(JobBuilder.Create<Job>().WithIdentity(job.ToString()).StoreDurably().Build(), AddJobOptions.Replacing, cancel);

    private TriggerBuilder<IJob> Trigger(JobKind job, string? argument, TriggerKey key)
    {
        var trigger = TriggerBuilder.Create().ForJob(job.ToString()).WithIdentity(key).WithRetryPolicy(retry);
        return argument is null ? trigger : trigger.UsingJobData(nameof(argument), argument);
    }

    private async Task RunAsync(JobKind job, string? argument, CancellationToken interrupted)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, interrupted);
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
            throw new JobExecutionException(e);
        }
    }

    private sealed class Job : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var engine = (QuartzJobEngine)context.Scheduler.Context[nameof(QuartzJobEngine)]!;
            await engine.RunAsync(Enum.Parse<JobKind>(context.JobDetail.Key.Name), context.MergedJobDataMap.GetString("argument"), cancellationToken);
        }
    }
}
