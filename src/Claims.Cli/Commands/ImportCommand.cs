using System.CommandLine;
using Claims.Cli.Output;
using Claims.Workers.Importing;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims import</c>: takes pages in.</summary>
internal sealed class ImportCommand : ClaimsCommand
{
    private readonly Argument<string[]> _inputs = new("input")
    {
        Description = "Files, folders, globs and URLs: plain text, HTML, JSON Lines (url, title, source, published, text or html), RSS 2.0 and Atom",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _source = new("--source")
    {
        Description = "The source of pages that name none",
        HelpName = "name",
    };

    /// <summary>The command with its options.</summary>
    public ImportCommand()
        : base("import", "Take pages in: files, folders, globs and URLs of pages and feeds")
    {
        Add(_inputs);
        Add(_source);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims import pages/", "every page of a folder"),
        ("claims import 'pages/*.html' agency.jsonl", "a glob and a file of JSON Lines"),
        ("claims import https://news.example.org/feed.xml", "a feed"),
        ("claims import notes.txt --source 'The Daily Example'", "a text that does not say who published it"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        await session.DatabaseAsync();
        var report = await ProgressDisplay.RunAsync(session.Terminal, progress => session.Part<IImporter>().ImportAsync(
            session.Get(_inputs)!, new ImportOptions { Source = session.Get(_source) }, progress.ForImport(), session.Cancel));
        session.Terminal.Result(report, terminal => Show(terminal, report));
        return ExitCodeOf(report);
    }

    /// <summary>What an import did, for people.</summary>
    internal static void Show(Terminal terminal, ImportReport report)
    {
        terminal.WriteLine(
            $"{DisplayText.Count(report.Added, "article")} added"
            + (report.Revisions > 0 ? $" ({DisplayText.Count(report.Revisions, "new revision")} of known pages)" : "")
            + $", {report.Unchanged} already there.");
        ShowMessages(terminal, "Could not be read", report.Problems);
        ShowMessages(terminal, "Read, but odd", report.Warnings);
    }

    /// <summary>The code that says how an import went: bad input when nothing at all could be read.</summary>
    internal static int ExitCodeOf(ImportReport report) =>
        report.Problems.Count == 0 ? ExitCode.Ok
        : report.Added + report.Unchanged == 0 ? ExitCode.BadInput
        : ExitCode.PartlyDone;

    /// <summary>Messages by page.</summary>
    internal static void ShowMessages(Terminal terminal, string title, IReadOnlyList<ImportMessage> messages)
    {
        if (messages.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns(title, "Why");
        foreach (var message in messages)
        {
            table.AddRow(DisplayText.Escaped(message.Name), DisplayText.Escaped(message.Message));
        }

        terminal.Write(table);
    }
}
