using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Review;

namespace Claims.Cli.Commands;

/// <summary><c>claims decide</c>: a person's decision about a conflict.</summary>
internal sealed class DecideCommand : ClaimsCommand
{
    private readonly Argument<string> _key = KeyArgument.Conflict();
    private readonly Argument<string> _decision = new("decision")
    {
        Description = $"What you decide: {string.Join(", ", Names.All<Decision>())}",
        HelpName = "decision",
    };
    private readonly Option<string?> _note = new("--note") { Description = "Why, for those who read it later", HelpName = "text" };
    private readonly Option<string?> _reviewer = ReviewerOption.Create();

    /// <summary>The command with its arguments.</summary>
    public DecideCommand()
        : base("decide", "Decide a conflict; the history keeps every decision")
    {
        _decision.AcceptOnlyFromAmong(Names.All<Decision>());
        Add(_key);
        Add(_decision);
        Add(_note);
        Add(_reviewer);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims decide 7k2m real-conflict", "the two contradict each other"),
        ("claims decide 7k2m superseded --note 'later toll'", "one is a later state of the other, with a note"),
        ("claims decide 7k2m extraction-error", "a claim was read wrongly; it is not held against its source"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var reviewer = ReviewerOption.Read(session, _reviewer);
        var database = await session.DatabaseAsync();
        var conflict = await KeyArgument.FindAsync(database, session.Get(_key)!, session.Cancel);
        var verdict = await database.Verdicts.DecideAsync(
            conflict.Row.Id, Names.Parse<Decision>(session.Get(_decision)!), reviewer, session.Get(_note), cancel: session.Cancel);
        session.Terminal.Result(verdict, terminal => terminal.WriteLine(
            $"{verdict.ConflictId} decided: {DisplayText.Name(verdict.Decision!.Value)}. 'claims undo {DisplayText.Key(verdict.ConflictId.Value)}' takes it back."));
        return ExitCode.Ok;
    }
}
