using System.CommandLine;
using Claims.Cli.Output;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims history</c>: who decided what, and what was taken back.</summary>
internal sealed class HistoryCommand : ClaimsCommand
{
    private readonly Argument<string?> _key = new("key")
    {
        Description = "A conflict's key, or the start of it; without one, the newest decisions of all",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _take = new("--take") { Description = "How many, 1 to 1000", DefaultValueFactory = _ => 50, HelpName = "number" };

    /// <summary>The command with its options.</summary>
    public HistoryCommand()
        : base("history", "List decisions, newest first; nothing is ever removed")
    {
        Add(_key);
        Add(_take);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims history", "the newest decisions"),
        ("claims history 7k2m", "everything decided on one conflict"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        if (session.Get(_take) is < 1 or > 1000)
        {
            throw new InputException($"--take is {session.Get(_take)}; it takes a number from 1 to 1000.");
        }

        var database = await session.DatabaseAsync();
        var verdicts = session.Get(_key) is { } key
            ? [.. (await KeyArgument.FindAsync(database, key, session.Cancel)).History.Reverse()]
            : await database.Verdicts.RecentAsync(session.Get(_take), session.Cancel);
        session.Terminal.Result(verdicts, terminal =>
        {
            if (verdicts.Count == 0)
            {
                terminal.WriteLine("Nothing was decided yet.");
                return;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("When (UTC)", "Who", "Conflict", "Decision", "Note");
            foreach (var verdict in verdicts)
            {
                table.AddRow(
                    DisplayText.Time(verdict.At),
                    DisplayText.Escaped(verdict.Reviewer),
                    DisplayText.Key(verdict.ConflictId.Value),
                    verdict.Decision is { } decision ? DisplayText.Name(decision) : "taken back",
                    DisplayText.Escaped(verdict.Note));
            }

            terminal.Write(table);
        });
        return ExitCode.Ok;
    }
}
