using Xunit;

namespace Claims.Workers.Tests.Crash;

/// <summary>A process that is killed at any point leaves nothing half done: the next run ends with the rows of a run that nobody disturbed.</summary>
public sealed class KillTests(ITestOutputHelper output, QuietRun quiet) : IClassFixture<QuietRun>, IDisposable
{
    private const int Kills = 24;

    // How many of the kills fall on one database, half on its first run, half on a run over everything again.
    private const int KillsADatabase = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("claims-kill-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Run_EndsWithTheSameRows_WhenItWasKilledBefore()
    {
        Assert.Contains(quiet.Rows, row => row.StartsWith("conflict", StringComparison.Ordinal));
        Assert.Contains(quiet.Rows, row => row.StartsWith("verdict", StringComparison.Ordinal));

        // Seeded, so that a failure can be had again; where exactly a kill falls is the scheduler's all the same.
        var random = new Random(20310304);
        for (var kills = 0; kills < Kills;)
        {
            var path = Path.Combine(folder, $"killed-{kills}.db");
            kills += await KillAsync(path, "once", quiet.FirstSteps, random);
            await PipelineProcess.RunAsync(path, "once", quiet.Input);
            await QuietRun.DecideAsync(path);
            kills += await KillAsync(path, "again", quiet.SecondSteps, random);
            await PipelineProcess.RunAsync(path, "again", quiet.Input);
            Assert.Equal(quiet.Rows, DatabaseContent.Of(path));
        }
    }

    [Fact]
    public async Task Run_EndsWithTheSameRows_WhenTwoProcessesShareTheWork()
    {
        var path = Path.Combine(folder, "shared.db");
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => PipelineProcess.RunAsync(path, "once", quiet.Input)));
        await QuietRun.DecideAsync(path);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => PipelineProcess.RunAsync(path, "again", quiet.Input)));
        Assert.Equal(quiet.Rows, DatabaseContent.Of(path));
    }

    private async Task<int> KillAsync(string path, string mode, int steps, Random random)
    {
        var kills = 0;
        while (kills < KillsADatabase / 2)
        {
            var lines = random.Next(1 + steps / (KillsADatabase / 4));
            var after = TimeSpan.FromMilliseconds(random.Next(30));
            if (await PipelineProcess.KillAsync(path, mode, quiet.Input, lines, after) is { } last)
            {
                kills++;
                output.WriteLine($"{Path.GetFileName(path)}: killed {after.TotalMilliseconds:0} ms after line {lines} ('{last}')");
            }
        }

        return kills;
    }
}
