using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage.Comparison;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims conflicts</c>: the queue.</summary>
internal sealed class ConflictsCommand : ClaimsCommand
{
    private const string AllStatuses = "all";
    private const int QuoteLength = 160;

    private readonly Option<string> _status = new("--status") { Description = "Which part of the queue", DefaultValueFactory = _ => "open" };
    private readonly Option<string?> _kind = new("--kind") { Description = "Only conflicts of this kind" };
    private readonly Option<string?> _source = new("--source") { Description = "Only conflicts with a claim of this source", HelpName = "name" };
    private readonly Option<string?> _text = new("--text") { Description = "Only conflicts whose claims, titles or sources contain all these words", HelpName = "words" };
    private readonly Option<int> _take = new("--take") { Description = "How many, 1 to 500", DefaultValueFactory = _ => 50, HelpName = "number" };
    private readonly Option<int> _skip = new("--skip") { Description = "How many to pass over", HelpName = "number" };

    /// <summary>The command with its options.</summary>
    public ConflictsCommand()
        : base("conflicts", "List the queue, what is most at stake first")
    {
        _status.AcceptOnlyFromAmong([.. Names.All<ConflictStatus>(), AllStatuses]);
        _kind.AcceptOnlyFromAmong(Names.All<ConflictKind>());
        Add(_status);
        Add(_kind);
        Add(_source);
        Add(_text);
        Add(_take);
        Add(_skip);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims conflicts", "what waits for a person"),
        ("claims conflicts --kind count --text 'flood dead'", "figures that differ, about the dead of a flood"),
        ("claims conflicts --status decided --json", "what was decided, for a program"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var page = await (await session.DatabaseAsync()).Conflicts.ListAsync(await QueryAsync(session), session.Cancel);
        session.Terminal.Result(page, terminal => Show(terminal, page));
        return ExitCode.Ok;
    }

    /// <summary>A page of the queue, for people.</summary>
    internal static void Show(Terminal terminal, ConflictPage page)
    {
        if (page.Rows.Count == 0)
        {
            terminal.WriteLine("No conflicts.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators()
            .AddColumns(new TableColumn("Key").NoWrap(), new TableColumn("Kind"), new TableColumn("One says"), new TableColumn("The other says"), new TableColumn("Why"));
        foreach (var row in page.Rows)
        {
            table.AddRow(
                DisplayText.Key(row.Id.Value),
                $"{DisplayText.Escaped(DisplayText.Kind(row.Kind, row.Axis))}\nat stake {DisplayText.Percent(row.Severity)}, sure {DisplayText.Percent(row.Confidence)}"
                    + (row.Status == ConflictStatus.Open ? "" : $"\n{Standing(row)}"),
                Side(row.A, [.. row.Reasons.Select(reason => reason.SpanA).OfType<TextSpan>()]),
                Side(row.B, [.. row.Reasons.Select(reason => reason.SpanB).OfType<TextSpan>()]),
                DisplayText.Escaped(row.Reason));
        }

        terminal.Write(table);
        terminal.WriteLine(page.Total > page.Rows.Count
            ? $"{page.Rows.Count} of {DisplayText.Count(page.Total, "conflict")}; --skip and --take show others."
            : $"{DisplayText.Count(page.Total, "conflict")}. 'claims show KEY' shows one, 'claims decide KEY DECISION' decides it.");
    }

    private static string Standing(ConflictRow row) =>
        row.Decision is { } decision ? DisplayText.Name(decision) : DisplayText.Dashed(row.Status.ToString());

    private static string Side(ClaimSummary side, IReadOnlyList<TextSpan> differing)
    {
        var who = DisplayText.Escaped(side.Source.Name) + (side.Speaker is null ? "" : $" ← {DisplayText.Escaped(DisplayText.Short(side.Speaker, 40))}");
        return $"[bold]{who}[/]\n[grey]{DisplayText.Time(side.Published)}[/]\n{MarkedText.Excerpt(side.Quote, side.Span, differing, QuoteLength)}";
    }

    private async Task<ConflictQuery> QueryAsync(Session session)
    {
        if (session.Get(_take) is < 1 or > 500)
        {
            throw new InputException($"--take is {session.Get(_take)}; it takes a number from 1 to 500.");
        }

        if (session.Get(_skip) < 0)
        {
            throw new InputException($"--skip is {session.Get(_skip)}; it takes 0 or more.");
        }

        var query = new ConflictQuery
        {
            Status = session.Get(_status) == AllStatuses ? null : Names.Parse<ConflictStatus>(session.Get(_status)!),
            Kind = session.Get(_kind) is { } kind ? Names.Parse<ConflictKind>(kind) : null,
            Text = session.Get(_text),
            Take = session.Get(_take),
            Skip = session.Get(_skip),
        };
        if (session.Get(_source) is { } name)
        {
            var source = await (await session.DatabaseAsync()).Sources.FindAsync(name, session.Cancel)
                ?? throw new InputException($"There is no source '{name}'; 'claims sources' lists them.");
            query = query with { Source = source.Source.Id };
        }

        return query;
    }
}
