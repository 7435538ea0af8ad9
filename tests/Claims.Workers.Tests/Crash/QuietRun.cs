using Claims.Core.Review;
using Claims.Storage.Comparison;
using Claims.Storage.Sqlite;
using Xunit;

namespace Claims.Workers.Tests.Crash;

/// <summary>What a run that nobody disturbs comes to: the sample newsroom imported and run, some conflicts decided, everything run again.</summary>
public sealed class QuietRun : IAsyncLifetime
{
    // Enough pages for every kind of row, few enough for two dozen processes.
    private const int Pages = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("claims-quiet-").FullName;

    /// <summary>Path of the pages.</summary>
    public string Input { get; private set; } = "";

    /// <summary>Lines that the first run says.</summary>
    public int FirstSteps { get; private set; }

    /// <summary>Lines that the run over everything again says.</summary>
    public int SecondSteps { get; private set; }

    /// <summary>The rows at the end.</summary>
    public IReadOnlyList<string> Rows { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Input = Path.Combine(folder, "articles.jsonl");
        await File.WriteAllLinesAsync(Input, File.ReadLines(Path.Combine(Repository(), "samples", "newsroom", "articles.jsonl")).Take(Pages));
        var path = Path.Combine(folder, "quiet.db");
        FirstSteps = (await PipelineProcess.RunAsync(path, "once", Input)).Count;
        await DecideAsync(path);
        SecondSteps = (await PipelineProcess.RunAsync(path, "again", Input)).Count;
        Rows = DatabaseContent.Of(path);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Decides a few conflicts, the same in every database.</summary>
    public static async Task DecideAsync(string path)
    {
        await using var database = SqliteDatabase.Open(path);
        var queue = await database.Conflicts.ListAsync(new ConflictQuery { Status = null, Take = 500 });
        var rows = queue.Rows.OrderBy(row => row.Id.Value, StringComparer.Ordinal).Take(4).ToList();
        foreach (var (row, decision) in rows.Zip(Enum.GetValues<Decision>()))
        {
            await database.Verdicts.DecideAsync(row.Id, decision, "tester", "kept");
        }

        await database.Verdicts.UndoAsync(rows[0].Id, "tester");
    }

    private static string Repository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Claims.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Claims.sln.");
    }
}
