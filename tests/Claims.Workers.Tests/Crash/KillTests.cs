using Claims.Core.Review;
using Claims.Storage.Comparison;
using Claims.Storage.Sqlite;
using Xunit;

namespace Claims.Workers.Tests.Crash;

/// <summary>A process that is killed at any point leaves nothing half done: the next run ends with the rows of a run that nobody disturbed.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 24;
    private const int Pages = 20;

    // How many of the kills fall on one database, half on its first run, half on a run over everything again.
    private const int KillsADatabase = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("claims-kill-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Run_EndsWithTheSameRows_WhenItWasKilledBefore()
    {
        var input = Newsroom();
        var quiet = Path.Combine(folder, "quiet.db");
        var firstSteps = (await PipelineProcess.RunAsync(quiet, "once", input)).Count;
        await DecideAsync(quiet);
        var secondSteps = (await PipelineProcess.RunAsync(quiet, "again", input)).Count;
        var expected = DatabaseContent.Of(quiet);
        Assert.Contains(expected, row => row.StartsWith("conflict", StringComparison.Ordinal));
        Assert.Contains(expected, row => row.StartsWith("verdict", StringComparison.Ordinal));

        // Seeded, so that a failure can be had again; where exactly a kill falls is the scheduler's all the same.
        var random = new Random(20310304);
        for (var kills = 0; kills < Kills;)
        {
            var path = Path.Combine(folder, $"killed-{kills}.db");
            kills += await KillAsync(path, "once", input, firstSteps, random);
            await PipelineProcess.RunAsync(path, "once", input);
            await DecideAsync(path);
            kills += await KillAsync(path, "again", input, secondSteps, random);
            await PipelineProcess.RunAsync(path, "again", input);
            Assert.Equal(expected, DatabaseContent.Of(path));
        }
    }

    private async Task<int> KillAsync(string path, string mode, string input, int steps, Random random)
    {
        var kills = 0;
        while (kills < KillsADatabase / 2)
        {
            var lines = random.Next(1 + steps / (KillsADatabase / 4));
            var after = TimeSpan.FromMilliseconds(random.Next(30));
            if (await PipelineProcess.KillAsync(path, mode, input, lines, after) is { } last)
            {
                kills++;
                output.WriteLine($"{Path.GetFileName(path)}: killed {after.TotalMilliseconds:0} ms after line {lines} ('{last}')");
            }
        }

        return kills;
    }

    /// <summary>Decides a few conflicts, the same in every database.</summary>
    private static async Task DecideAsync(string path)
    {
        await using var database = SqliteDatabase.Open(path);
        var rows = (await database.Conflicts.ListAsync(new ConflictQuery { Status = null, Take = 500 })).Rows.OrderBy(row => row.Id.Value, StringComparer.Ordinal).Take(4).ToList();
        foreach (var (row, decision) in rows.Zip(Enum.GetValues<Decision>()))
        {
            await database.Verdicts.DecideAsync(row.Id, decision, "tester", "kept");
        }

        await database.Verdicts.UndoAsync(rows[0].Id, "tester");
    }

    /// <summary>The first pages of the sample newsroom: enough for every kind of row, few enough for two dozen processes.</summary>
    private string Newsroom()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Claims.sln")))
            {
                var pages = File.ReadLines(Path.Combine(at.FullName, "samples", "newsroom", "articles.jsonl")).Take(Pages);
                var input = Path.Combine(folder, "articles.jsonl");
                File.WriteAllLines(input, pages);
                return input;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Claims.sln.");
    }
}
