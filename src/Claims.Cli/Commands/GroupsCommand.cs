using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Comparison;
using Claims.Storage.Grouping;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims groups</c>: claims about the same thing, side by side.</summary>
internal sealed class GroupsCommand : ClaimsCommand
{
    private readonly Argument<string?> _key = new("key")
    {
        Description = "Show this group's claims (the start of its key is enough)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _minimum = new("--minimum") { Description = "Least claims of a group", DefaultValueFactory = _ => 2, HelpName = "number" };
    private readonly Option<int> _take = new("--take") { Description = "How many, 1 to 1000", DefaultValueFactory = _ => 50, HelpName = "number" };
    private readonly Option<int> _skip = new("--skip") { Description = "How many to pass over", HelpName = "number" };

    /// <summary>The command with its options.</summary>
    public GroupsCommand()
        : base("groups", "List claims about the same thing, the largest groups first")
    {
        Add(_key);
        Add(_minimum);
        Add(_take);
        Add(_skip);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims groups", "the largest groups"),
        ("claims groups 7k2m", "the claims of one, by time of publication"),
        ("claims groups --minimum 5 --json", "groups of at least five claims, for a program"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var groups = (await session.DatabaseAsync()).Groups;
        if (session.Get(_key) is { } key)
        {
            var group = await groups.FindAsync(key, session.Cancel)
                ?? throw new InputException($"No single group has a key that starts with '{key}'; 'claims groups' lists them.");
            var claims = await groups.ClaimsOfAsync(group.Id, session.Cancel);
            session.Terminal.Result(new { group, claims }, terminal => ShowClaims(terminal, group, claims));
            return ExitCode.Ok;
        }

        if (session.Get(_minimum) < 1 || session.Get(_skip) < 0 || session.Get(_take) is < 1 or > 1000)
        {
            throw new InputException("--minimum takes 1 or more, --skip 0 or more, --take 1 to 1000.");
        }

        var list = await groups.ListAsync(session.Get(_minimum), session.Get(_skip), session.Get(_take), session.Cancel);
        session.Terminal.Result(list, terminal => ShowList(terminal, list));
        return ExitCode.Ok;
    }

    private static void ShowList(Terminal terminal, IReadOnlyList<GroupSummary> groups)
    {
        if (groups.Count == 0)
        {
            terminal.WriteLine("No groups.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Key", "About")
            .AddColumn("Claims", column => column.RightAligned())
            .AddColumn("Sources", column => column.RightAligned())
            .AddColumn("Open conflicts", column => column.RightAligned());
        foreach (var group in groups)
        {
            table.AddRow(
                DisplayText.Key(group.Id.Value),
                DisplayText.Escaped(DisplayText.Short(group.Label, 100)),
                group.Claims.ToString(),
                group.Sources.ToString(),
                group.Conflicts.ToString());
        }

        terminal.Write(table);
    }

    private static void ShowClaims(Terminal terminal, GroupSummary group, IReadOnlyList<ClaimInContext> claims)
    {
        terminal.WriteLine($"{group.Id}: {group.Label}");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Key", "Published (UTC)", "Source", "Claim");
        foreach (var claim in claims)
        {
            table.AddRow(
                DisplayText.Key(claim.Claim.Id.Value),
                DisplayText.Time(claim.Published),
                DisplayText.Escaped(claim.Source.Name),
                DisplayText.Escaped(claim.Claim.Quote));
        }

        terminal.Write(table);
    }
}
