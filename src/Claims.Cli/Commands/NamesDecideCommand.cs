using System.CommandLine;
using Claims.Cli.Output;

namespace Claims.Cli.Commands;

/// <summary><c>claims names same</c> and <c>claims names different</c>: a person's decision about two names.</summary>
internal sealed class NamesDecideCommand : ClaimsCommand
{
    private readonly bool _isSame;
    private readonly Argument<string> _first = new("name") { Description = "A name as a story writes it" };
    private readonly Argument<string> _second = new("other") { Description = "The other name" };
    private readonly Option<string?> _note = new("--note") { Description = "Why, for those who read it later", HelpName = "text" };
    private readonly Option<string?> _reviewer = ReviewerOption.Create();

    /// <summary>The command with its arguments.</summary>
    /// <param name="name">What is typed.</param>
    /// <param name="description">What it does.</param>
    /// <param name="isSame">What is decided.</param>
    public NamesDecideCommand(string name, string description, bool isSame)
        : base(name, description)
    {
        _isSame = isSame;
        Add(_first);
        Add(_second);
        Add(_note);
        Add(_reviewer);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples => _isSame
        ? [("claims names same 'Ktaeb Rahoun' 'Kataib Rahoun'", "comparison takes them for one from the next run on")]
        : [("claims names different 'Nawar Delk' 'Nadir Delk'", "comparison never takes them for one")];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var reviewer = ReviewerOption.Read(session, _reviewer);
        var names = (await session.DatabaseAsync()).Names;
        try
        {
            var decided = await names.DecideAsync(session.Get(_first)!, session.Get(_second)!, _isSame, reviewer, session.Get(_note), session.Cancel);
            session.Terminal.Result(decided, terminal => terminal.WriteLine(
                $"“{decided.Alias.A}” and “{decided.Alias.B}” are {(_isSame ? "one name" : "two names")}, decided by {reviewer}. 'claims run' compares their stories again; 'claims names {(_isSame ? "different" : "same")}' takes it back."));
            return ExitCode.Ok;
        }
        catch (KeyNotFoundException unknown)
        {
            throw new InputException($"{unknown.Message} 'claims names' lists pairs.");
        }
    }
}
