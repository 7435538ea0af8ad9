using Claims.Storage.Work;
using Claims.Workers.Pipeline;
using Xunit;

namespace Claims.Workers.Tests.Pipeline;

public sealed class PipelineTests
{
    private const string Fire = "At least 14 people were killed when a ferry caught fire off Port Marren on Tuesday, the coast guard said.\n\nThe ferry sank within an hour.";
    private const string OtherFire = "Nine people were killed when a ferry caught fire off Port Marren on Tuesday, the harbour master said.\n\nTwo boats came to help.";

    [Fact]
    public async Task Run_LeavesNoWork_AndRecordsItself()
    {
        await using var bench = await Workbench.OpenAsync();
        var report = await bench.Importer.ImportAsync([bench.Write("a.txt", Fire), bench.Write("b.txt", OtherFire)], new());
        Assert.Equal(2, report.Added);

        var run = await bench.Pipeline.RunAsync("test");
        Assert.Equal(2, run.Counts.Articles);
        Assert.Equal(4, run.Counts.Claims);
        Assert.Empty(run.SetAside);
        Assert.Empty(await bench.Database.Work.CountAsync());
        Assert.NotNull(Assert.Single(await bench.Database.Runs.RecentAsync(5)).Finished);
    }

    [Fact]
    public async Task Run_RecordsNothing_WhenNothingIsDue()
    {
        await using var bench = await Workbench.OpenAsync();
        Assert.Null((await bench.Pipeline.RunAsync("test")).Run);
        Assert.Empty(await bench.Database.Runs.RecentAsync(5));
    }

    [Fact]
    public async Task Import_AddsNothing_WhenTheSameFileComesTwice()
    {
        await using var bench = await Workbench.OpenAsync();
        var path = bench.Write("a.txt", Fire);
        await bench.Importer.ImportAsync([path], new());
        var second = await bench.Importer.ImportAsync([path, path], new());
        Assert.Equal((0, 1), (second.Added, second.Unchanged));
    }

    [Fact]
    public async Task Import_GoesOn_WhenOneInputCannotBeRead()
    {
        await using var bench = await Workbench.OpenAsync();
        var report = await bench.Importer.ImportAsync(["/no/such/file", bench.Write("empty.txt", ""), bench.Write("a.txt", Fire)], new());
        Assert.Equal(1, report.Added);
        Assert.Equal(2, report.Problems.Count);
    }

    [Fact]
    public async Task RequeueAll_ChangesNoRow_WhenNothingChanged()
    {
        await using var bench = await Workbench.OpenAsync();
        await bench.Importer.ImportAsync([bench.Write("a.txt", Fire), bench.Write("b.txt", OtherFire)], new());
        await bench.Pipeline.RunAsync("test");
        var before = await bench.Database.Groups.ListAsync(1, 0, 100);

        Assert.Equal(2, await bench.Pipeline.RequeueAllAsync());
        var again = await bench.Pipeline.RunAsync("test");
        Assert.Equal((0, 0, 0), (again.Counts.Comparisons, again.Counts.Conflicts, again.Counts.Gone));
        Assert.Equal(before, await bench.Database.Groups.ListAsync(1, 0, 100));
    }

    [Fact]
    public void IsDead_KnowsThisProcess_AndOneThatNeverWas()
    {
        Assert.False(WorkerName.IsDead(WorkerName.Own));
        Assert.True(WorkerName.IsDead($"{Environment.MachineName}/{Environment.ProcessId}/1000"));
        Assert.True(WorkerName.IsDead($"{Environment.MachineName}/2147483646/1000"));
        Assert.False(WorkerName.IsDead("elsewhere/1/1000"));
        Assert.False(WorkerName.IsDead("tester"));
    }
}
