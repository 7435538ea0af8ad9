using System.CommandLine;
using Claims.Cli.Hosting;
using Claims.Cli.Output;
using Claims.Storage.Comparison;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;

namespace Claims.Cli.Commands;

/// <summary><c>claims demo</c>: the whole way on the sample newsroom, from pages to a conflict on the review page.</summary>
internal sealed class DemoCommand : ClaimsCommand
{
    /// <summary>The demo keeps out of the way of real data.</summary>
    private static readonly string DefaultDatabase = Path.Combine("data", "demo.db");

    private readonly Option<bool> _noServe = new("--no-serve") { Description = "End after printing the conflicts" };
    private readonly Option<int?> _port = new("--port") { Description = "Port at 127.0.0.1, 0 for any free one (default 5080)", HelpName = "number" };

    /// <summary>The command with its options.</summary>
    public DemoCommand()
        : base("demo", "Load the sample newsroom, find its conflicts and show them")
    {
        Add(_noServe);
        Add(_port);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims demo", "load, run, print the conflicts, serve the page"),
        ("claims demo --no-serve", "for scripts; a second time adds nothing"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        session.Options.Database = session.Get(GlobalOptions.Database) ?? DefaultDatabase;
        session.Options.Port = session.Get(_port) ?? session.Options.Port;
        var database = await session.DatabaseAsync();
        var import = await ProgressDisplay.RunAsync(session.Terminal, progress => session.Part<IImporter>()
            .ImportAsync([SampleNewsroom()], new ImportOptions(), progress.ForImport(), session.Cancel));
        var run = await ProgressDisplay.RunAsync(session.Terminal, progress => session.Part<IPipelineRunner>()
            .RunAsync("cli", session.Options.Workers, progress.ForPipeline(), session.Cancel));
        var conflicts = await database.Conflicts.ListAsync(new ConflictQuery(), session.Cancel);
        session.Terminal.Result(new { import, run, conflicts }, terminal => Show(terminal, import, run, conflicts));

        if (!session.Get(_noServe))
        {
            await Server.RunAsync(session);
        }

        return run.SetAside.Count > 0 ? ExitCode.PartlyDone : ImportCommand.ExitCodeOf(import);
    }

    private static void Show(Terminal terminal, ImportReport import, RunReport run, ConflictPage conflicts)
    {
        if (import.Added == 0 && run.Run is null)
        {
            terminal.WriteLine($"Nothing new: the {DisplayText.Count(import.Unchanged, "sample article")} were loaded and compared before.");
        }
        else
        {
            ImportCommand.Show(terminal, import);
            RunCommand.Show(terminal, run);
        }

        ConflictsCommand.Show(terminal, conflicts);
    }

    private static string SampleNewsroom()
    {
        // The build copies the samples beside the program, so the demo works wherever it is started from.
        var file = Path.Combine(AppContext.BaseDirectory, "samples", "newsroom", "articles.jsonl");
        return File.Exists(file) ? file : throw new InputException($"The sample newsroom is missing: there is no '{file}'.");
    }
}
