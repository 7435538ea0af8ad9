using System.CommandLine;
using System.Globalization;
using Claims.Cli.Output;
using Claims.Core.Naming;
using Claims.Storage.Naming;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims names</c>: names of different stories that may be one.</summary>
internal sealed class NamesCommand : ClaimsCommand
{
    private readonly Argument<string?> _search = new("search")
    {
        Description = "Only pairs with these letters in one of the names",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _decided = new("--decided") { Description = "Those that a person decided, newest first" };
    private readonly Option<int> _take = new("--take") { Description = "How many, 1 to 1000", DefaultValueFactory = _ => 50, HelpName = "number" };
    private readonly Option<int> _skip = new("--skip") { Description = "How many to pass over", HelpName = "number" };

    /// <summary>The command with its options and the two that decide.</summary>
    public NamesCommand()
        : base("names", "List names that may be one, and decide which are")
    {
        Add(_search);
        Add(_decided);
        Add(_take);
        Add(_skip);
        Add(new NamesDecideCommand("same", "Record that two names are one", isSame: true));
        Add(new NamesDecideCommand("different", "Record that two names are not one", isSame: false));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims names", "pairs that wait for a person, the likeliest first"),
        ("claims names delk --json", "pairs with “delk” in a name, for a program"),
        ("claims names same 'Ktaeb Rahoun' 'Kataib Rahoun'", "the two are one, whatever their score"),
        ("claims names different 'Nawar Delk' 'Nawar Delk Jr.'", "the two are never taken for one"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        if (session.Get(_skip) < 0 || session.Get(_take) is < 1 or > 1000)
        {
            throw new InputException("--skip takes 0 or more, --take 1 to 1000.");
        }

        var names = (await session.DatabaseAsync()).Names;
        var list = await names.ListAsync(session.Get(_decided), session.Get(_search), session.Get(_skip), session.Get(_take), session.Cancel);
        session.Terminal.Result(list, terminal => Show(terminal, list));
        return ExitCode.Ok;
    }

    private static void Show(Terminal terminal, IReadOnlyList<NameSuggestion> list)
    {
        if (list.Count == 0)
        {
            terminal.WriteLine("No such pairs of names.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Name", "Other name")
            .AddColumn("Score", column => column.RightAligned())
            .AddColumns("Taken for", "Why");
        foreach (var item in list)
        {
            table.AddRow(
                $"{DisplayText.Escaped(item.Alias.A)} [grey]({item.StoriesA})[/]",
                $"{DisplayText.Escaped(item.Alias.B)} [grey]({item.StoriesB})[/]",
                item.Alias.Score.ToString("0.00", CultureInfo.InvariantCulture),
                DisplayText.Escaped(Verdict(item)),
                DisplayText.Escaped(string.Join("; ", item.Alias.Evidence.Select(evidence => $"{evidence.Rule}: {evidence.Detail}"))));
        }

        terminal.Write(table);
        terminal.WriteLine($"From {NameAlias.Threshold.ToString("0.00", CultureInfo.InvariantCulture)} on a pair counts as one name unless you say otherwise. In brackets: how many stories use a name.");
    }

    private static string Verdict(NameSuggestion item) => item.Alias.Decision is { } same
        ? $"{(same ? "one" : "two")}, by {item.Reviewer} on {DisplayText.Time(item.At)}"
        : item.Alias.IsSame ? "one" : "two, so far";
}
