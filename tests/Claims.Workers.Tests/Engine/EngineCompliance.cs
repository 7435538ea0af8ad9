using System.Threading.Channels;
using Claims.Workers.Engine;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Claims.Workers.Tests.Engine;

/// <summary>What every job engine promises, stated once. An engine derives one class from it that runs the real thing.</summary>
public abstract class EngineCompliance : IAsyncLifetime
{
    private readonly RecordingRunner runner = new();
    private IJobEngine engine = null!;

    /// <summary>The engine, not started, with pauses between tries of a second or less.</summary>
    protected abstract IJobEngine Create(IJobRunner runner);

    public async ValueTask InitializeAsync()
    {
        engine = Create(runner);
        await ((IHostedService)engine).StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        runner.Release();
        await ((IHostedService)engine).StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)engine).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(JobKind.FetchFeed, "0123456789abcdef")]
    [InlineData(JobKind.ExtractClaims, null)]
    public async Task Wake_RunsTheJobWithItsArgument(JobKind job, string? argument)
    {
        await engine.WakeAsync(job, argument);
        Assert.Equal((job, argument), await runner.NextAsync());
    }

    [Fact]
    public async Task Wake_RunsAgain_WhenTheJobRanBefore()
    {
        await engine.WakeAsync(JobKind.ExtractClaims);
        await runner.NextAsync();
        await engine.WakeAsync(JobKind.ExtractClaims);
        await runner.NextAsync();
    }

    [Fact]
    public async Task Wake_RunsOnceMore_WhenTheJobIsRunning()
    {
        runner.Hold();
        await engine.WakeAsync(JobKind.ExtractClaims);
        await runner.NextAsync();
        await engine.WakeAsync(JobKind.ExtractClaims);
        runner.Release();
        await runner.NextAsync();
    }

    [Fact]
    public async Task Wake_IsHarmless_WhenTheJobAlreadyWaits()
    {
        for (var i = 0; i < 20; i++)
        {
            await engine.WakeAsync(JobKind.ExtractClaims);
        }

        await engine.WakeAsync(JobKind.CompareClaims, "last");
        var seen = new List<JobKind>();
        do
        {
            seen.Add((await runner.NextAsync()).Job);
        }
        while (!seen.Contains(JobKind.CompareClaims) || !seen.Contains(JobKind.ExtractClaims));

        Assert.InRange(seen.Count(job => job == JobKind.ExtractClaims), 1, 20);
    }

    [Fact]
    public async Task Wake_WaitsForItsDelay()
    {
        await engine.WakeAsync(JobKind.FetchFeed, "later", TimeSpan.FromSeconds(3));
        await engine.WakeAsync(JobKind.ExtractClaims);
        Assert.Equal(JobKind.ExtractClaims, (await runner.NextAsync()).Job);
        Assert.Equal(JobKind.FetchFeed, (await runner.NextAsync()).Job);
    }

    [Fact]
    public async Task Job_IsTriedAgain_WhenItFails()
    {
        runner.FailNext();
        await engine.WakeAsync(JobKind.CompareClaims, "abcd");
        Assert.Equal((JobKind.CompareClaims, "abcd"), await runner.NextAsync());
        Assert.Equal((JobKind.CompareClaims, "abcd"), await runner.NextAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("every minute")]
    [InlineData("* * * *")]
    [InlineData("61 * * * *")]
    [InlineData("0 0 * * * ?")]
    public async Task Recur_Refuses_WhatIsNoCronExpression(string cron)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => engine.RecurAsync("bad", cron, JobKind.FetchFeed));
        Assert.Contains($"'{cron}'", refused.Message);
    }

    [Fact]
    public async Task Recur_RunsByTheMinute_AndNotWhatWasRemovedOrReplaced()
    {
        await engine.RecurAsync("removed", "* * * * *", JobKind.FetchFeed, "removed");
        await engine.RemoveAsync("removed");
        await engine.RemoveAsync("never there");
        await engine.RecurAsync("kept", "* * * * *", JobKind.FetchFeed, "replaced");
        await engine.RecurAsync("kept", "* * * * *", JobKind.FetchFeed, "kept");
        Assert.Equal((JobKind.FetchFeed, "kept"), await runner.NextAsync());
    }

    [Fact]
    public async Task Stop_EndsOrHandsBack_WhatIsRunning()
    {
        runner.Hold();
        await engine.WakeAsync(JobKind.ExtractClaims);
        await runner.NextAsync();
        await ((IHostedService)engine).StopAsync(CancellationToken.None);
        Assert.Equal(0, runner.Running);
        Assert.Equal(1, runner.HandedBack);
    }

    /// <summary>Does nothing but say what it was asked to do.</summary>
    private sealed class RecordingRunner : IJobRunner
    {
        private readonly Channel<(JobKind Job, string? Argument)> started = Channel.CreateUnbounded<(JobKind, string?)>();
        private volatile TaskCompletionSource held = Completed();
        private int failures;
        private int running;
        private int handedBack;

        public int Running => running;

        public int HandedBack => handedBack;

        public void Hold() => held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => held.TrySetResult();

        public void FailNext() => failures = 1;

        public async Task<(JobKind Job, string? Argument)> NextAsync() => await started.Reader.ReadAsync(TestContext.Current.CancellationToken);

        public async Task RunAsync(JobKind job, string? argument, CancellationToken cancel)
        {
            Interlocked.Increment(ref running);
            try
            {
                await started.Writer.WriteAsync((job, argument), CancellationToken.None);
                if (Interlocked.Decrement(ref failures) >= 0)
                {
                    throw new IOException("The database is away.");
                }

                await held.Task.WaitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref handedBack);
                throw;
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }

        private static TaskCompletionSource Completed()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }
}
