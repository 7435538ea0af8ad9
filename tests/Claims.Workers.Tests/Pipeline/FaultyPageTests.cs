using Claims.Core.Articles;
using Claims.Core.Language;
using Claims.Storage.Work;
using Claims.Workers.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Claims.Workers.Tests.Pipeline;

/// <summary>A page that makes the code throw or hang is that page's failure and nobody else's.</summary>
public sealed class FaultyPageTests
{
    private const string Sound = "Nine people were killed in a landslide near Orrin on Monday, the mayor said.";

    [Theory]
    [InlineData("throws")]
    [InlineData("hangs")]
    public async Task Run_SetsThePageAside_AndDoesTheOthers(string fault)
    {
        using var analyzer = new FaultyAnalyzer();
        var clock = new HurriedClock();

        // The model takes a while to load; done before, it is not what a page takes too long over.
        LanguageAnalyzer.Default.Analyze(Sound, new(0, Sound.Length));
        await using var bench = await Workbench.OpenAsync(services => services
            .AddSingleton<ILanguageAnalyzer>(analyzer)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new PipelineLimits { Page = TimeSpan.FromMinutes(3) }));
        await bench.Importer.ImportAsync([bench.Write("bad.txt", $"This page {fault}."), bench.Write("good.txt", Sound)], new());

        var report = await bench.Pipeline.RunAsync("test");
        var (name, error) = (Assert.Single(report.SetAside).Name, report.SetAside[0].Message);
        Assert.EndsWith("bad.txt", name);
        Assert.Contains(fault == "hangs" ? "longer than 180 seconds" : "No grammar for this", error);
        Assert.Equal(5, report.Counts.Failures);
        Assert.Equal(1, report.Counts.Articles);

        var failed = Assert.Single(await bench.Database.Work.FailedAsync(10));
        Assert.Equal((WorkStage.Extract, 5), (failed.Stage, failed.Attempts));
        Assert.Equal(1, Assert.Single(await bench.Database.Work.CountAsync()).SetAside);

        // Mended, it can be tried again.
        analyzer.IsMended = true;
        Assert.Equal(1, await bench.Database.Work.RetryAsync(failed.Subject));
        Assert.Equal(1, (await bench.Pipeline.RunAsync("test")).Counts.Articles);
        Assert.Empty(await bench.Database.Work.CountAsync());
    }

    [Fact]
    public async Task Run_HandsWorkBack_WhenItIsCancelled()
    {
        using var analyzer = new FaultyAnalyzer();
        await using var bench = await Workbench.OpenAsync(services => services.AddSingleton<ILanguageAnalyzer>(analyzer));
        await bench.Importer.ImportAsync([bench.Write("bad.txt", "This page hangs."), bench.Write("good.txt", Sound)], new());
        using var cancel = new CancellationTokenSource();
        var run = bench.Pipeline.RunAsync("test", parallelism: 1, cancel: cancel.Token);
        await analyzer.Hanging;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        var left = await bench.Database.Work.CountAsync();
        Assert.Equal(2, left.Sum(count => count.Due));
        Assert.Empty(await bench.Database.Work.HoldersAsync());
        analyzer.IsMended = true;
        Assert.Equal(2, (await bench.Pipeline.RunAsync("test")).Counts.Articles + (2 - left.Sum(count => count.Stage == WorkStage.Extract ? count.Due : 0)));
    }

    /// <summary>Fails on the words "throws" and "hangs".</summary>
    private sealed class FaultyAnalyzer : ILanguageAnalyzer, IDisposable
    {
        private readonly ManualResetEventSlim ended = new();
        private readonly TaskCompletionSource hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsMended { get; set; }

        public Task Hanging => hanging.Task;

        public string Version => "faulty";

        public IReadOnlyList<AnalyzedSentence> Analyze(string text, TextSpan span)
        {
            if (!IsMended && text.Contains("throws", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("No grammar for this.");
            }

            if (!IsMended && text.Contains("hangs", StringComparison.Ordinal))
            {
                hanging.TrySetResult();
                ended.Wait();
            }

            return LanguageAnalyzer.Default.Analyze(text, span);
        }

        public void Dispose() => ended.Set();
    }

    /// <summary>A clock that runs sixty times as fast, so that the pauses between tries and the limit of a page pass quickly.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        private const int Hurry = 60;

        private readonly DateTimeOffset start = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => start + ((System.GetUtcNow() - start) * Hurry);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

        private static TimeSpan Hurried(TimeSpan time) =>
            time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / Hurry));
    }
}
