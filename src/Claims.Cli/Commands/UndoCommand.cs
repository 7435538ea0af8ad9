using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Comparison;

namespace Claims.Cli.Commands;

/// <summary><c>claims undo</c>: takes a decision back.</summary>
internal sealed class UndoCommand : ClaimsCommand
{
    private readonly Argument<string?> _key = new("key")
    {
        Description = "The conflict's key, or the start of it; without one, what you decided last",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _reviewer = ReviewerOption.Create();

    /// <summary>The command with its argument.</summary>
    public UndoCommand()
        : base("undo", "Take a decision back; the history keeps both")
    {
        Add(_key);
        Add(_reviewer);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims undo", "what you decided last"),
        ("claims undo 7k2m", "the decision that stands on this conflict"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var reviewer = ReviewerOption.Read(session, _reviewer);
        var database = await session.DatabaseAsync();
        ConflictId conflict;
        if (session.Get(_key) is { } key)
        {
            conflict = (await KeyArgument.FindAsync(database, key, session.Cancel)).Row.Id;
        }
        else
        {
            conflict = await database.Verdicts.LastDecidedByAsync(reviewer, session.Cancel)
                ?? throw new InputException($"No decision of {reviewer} stands, so there is none to take back.");
        }

        var verdict = await database.Verdicts.UndoAsync(conflict, reviewer, session.Cancel)
            ?? throw new InputException($"No decision stands on {conflict}, so there is none to take back.");
        session.Terminal.Result(verdict, terminal => terminal.WriteLine($"The decision on {verdict.ConflictId} is taken back; it is in the queue again."));
        return ExitCode.Ok;
    }
}
