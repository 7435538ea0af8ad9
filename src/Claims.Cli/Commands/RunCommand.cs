using System.CommandLine;
using Claims.Cli.Output;
using Claims.Workers.Pipeline;

namespace Claims.Cli.Commands;

/// <summary><c>claims run</c>: does all the work that is due.</summary>
internal sealed class RunCommand : ClaimsCommand
{
    private readonly Option<bool> _again = new("--again")
    {
        Description = "Make every article due again first; decisions stand",
    };

    /// <summary>The command with its options.</summary>
    public RunCommand()
        : base("run", "Extract claims and compare them until no work is left") => Add(_again);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims run", "work on what was imported since the last run, or was left by one that was stopped"),
        ("claims run --again", "go over everything once more, after an update of Claims say"),
        ("claims run --workers 4 --json", "four at a time, the counts for a program"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        await session.DatabaseAsync();
        var runner = session.Part<IPipelineRunner>();
        if (session.Get(_again))
        {
            session.Terminal.Note($"{DisplayText.Count(await runner.RequeueAllAsync(session.Cancel), "article")} due again.");
        }

        var report = await ProgressDisplay.RunAsync(
            session.Terminal, progress => runner.RunAsync("cli", session.Options.Workers, progress.ForPipeline(), session.Cancel));
        session.Terminal.Result(report, terminal => Show(terminal, report));
        return report.SetAside.Count > 0 ? ExitCode.PartlyDone : ExitCode.Ok;
    }

    /// <summary>What a run did, for people.</summary>
    internal static void Show(Terminal terminal, RunReport report)
    {
        if (report.Run is null)
        {
            terminal.WriteLine("Nothing was due.");
            return;
        }

        var counts = report.Counts;
        terminal.WriteLine(
            $"{DisplayText.Count(counts.Articles, "article")}, {DisplayText.Count(counts.Claims, "claim")}, "
            + $"{DisplayText.Count(counts.Comparisons, "new comparison")}, {DisplayText.Count(counts.Conflicts, "new conflict")}"
            + (counts.Gone > 0 ? $", {DisplayText.Count(counts.Gone, "conflict")} no longer found." : "."));
        ImportCommand.ShowMessages(terminal, "Set aside after five tries ('claims retry' tries again)", report.SetAside);
    }
}
