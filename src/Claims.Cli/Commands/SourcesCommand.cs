using System.CommandLine;
using Claims.Cli.Output;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims sources</c>: who published what.</summary>
internal sealed class SourcesCommand : ClaimsCommand
{
    private readonly Argument<string?> _name = new("name")
    {
        Description = "Only this source",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The command with its argument.</summary>
    public SourcesCommand()
        : base("sources", "List who published, with how much of it is disputed") => Add(_name);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims sources", "all of them"),
        ("claims sources 'The Daily Example' --json", "one, for a program"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var database = await session.DatabaseAsync();
        var sources = session.Get(_name) is { } name
            ? [await database.Sources.FindAsync(name, session.Cancel) ?? throw new InputException($"There is no source '{name}'; 'claims sources' lists them.")]
            : await database.Sources.ListAsync(session.Cancel);
        session.Terminal.Result(sources, terminal =>
        {
            if (sources.Count == 0)
            {
                terminal.WriteLine("No sources yet: 'claims import' takes pages in.");
                return;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("Source", "Kind", "Domain")
                .AddColumn("Stories", column => column.RightAligned())
                .AddColumn("Claims", column => column.RightAligned())
                .AddColumn("Open conflicts", column => column.RightAligned())
                .AddColumn("Decided", column => column.RightAligned());
            foreach (var source in sources)
            {
                table.AddRow(
                    DisplayText.Escaped(source.Source.Name),
                    DisplayText.Dashed(source.Source.Kind.ToString()),
                    DisplayText.Escaped(source.Source.Domain),
                    source.Documents.ToString(),
                    source.Claims.ToString(),
                    source.OpenConflicts.ToString(),
                    source.DecidedConflicts.ToString());
            }

            terminal.Write(table);
        });
        return ExitCode.Ok;
    }
}
