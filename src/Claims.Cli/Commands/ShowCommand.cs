using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage.Comparison;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims show</c>: one conflict with both sides in their paragraphs.</summary>
internal sealed class ShowCommand : ClaimsCommand
{
    private readonly Argument<string> _key = KeyArgument.Conflict();

    /// <summary>The command with its argument.</summary>
    public ShowCommand()
        : base("show", "Show one conflict: both sides in their paragraphs, the reasons, the history") => Add(_key);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims show 7k2m", "by the start of the key"),
        ("claims show 7k2m --json", "everything about it, for a program"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var conflict = await KeyArgument.FindAsync(await session.DatabaseAsync(), session.Get(_key)!, session.Cancel);
        session.Terminal.Result(conflict, terminal => Show(terminal, conflict));
        return ExitCode.Ok;
    }

    private static void Show(Terminal terminal, ConflictDetail conflict)
    {
        var row = conflict.Row;
        terminal.WriteLine(
            $"{row.Id}  {DisplayText.Kind(row.Kind, row.Axis)}, at stake {DisplayText.Percent(row.Severity)}, sure {DisplayText.Percent(row.Confidence)}, "
            + (row.Decision is { } decision ? $"decided: {DisplayText.Name(decision)}" : DisplayText.Dashed(row.Status.ToString())));
        terminal.Write(Side(conflict.A, conflict.Comparison.Reasons.Select(reason => reason.SpanA)));
        terminal.Write(Side(conflict.B, conflict.Comparison.Reasons.Select(reason => reason.SpanB)));
        terminal.WriteLine("Why:");
        foreach (var reason in conflict.Comparison.Reasons)
        {
            terminal.WriteLine($"  - {reason.Sentence} [{reason.Rule}]");
        }

        if (conflict.Reopens is { } before)
        {
            terminal.WriteLine($"The same words were decided before with other values: 'claims show {DisplayText.Key(before.Value)}'.");
        }

        ShowHistory(terminal, conflict.History);
    }

    /// <summary>The verdicts of a conflict, for people.</summary>
    internal static void ShowHistory(Terminal terminal, IReadOnlyList<Verdict> history)
    {
        if (history.Count == 0)
        {
            return;
        }

        terminal.WriteLine("History:");
        foreach (var verdict in history)
        {
            terminal.WriteLine(
                $"  {DisplayText.Time(verdict.At)}  {verdict.Reviewer}: {(verdict.Decision is { } decision ? DisplayText.Name(decision) : "taken back")}"
                + (verdict.Note is null ? "" : $" ({verdict.Note})"));
        }
    }

    private static Panel Side(ClaimView side, IEnumerable<TextSpan?> differing)
    {
        var claim = side.InContext.Claim;
        var lines = new List<string>
        {
            $"[bold]{DisplayText.Escaped(side.InContext.Source.Name)}[/]  {DisplayText.Time(side.InContext.Published)}  [grey]{DisplayText.Escaped(side.Article.Url)}[/]",
        };
        if (side.InContext.DocumentTitle is { } title)
        {
            lines.Add($"[italic]{DisplayText.Escaped(title)}[/]");
        }

        if (!claim.Attribution.Links.IsEmpty)
        {
            lines.Add("said by " + DisplayText.Escaped(string.Join(" ← ", claim.Attribution.Links.Select(link => link.Name))));
        }

        lines.Add("");
        lines.Add(MarkedText.Of(side.ParagraphText, side.Paragraph, claim.Span, [.. differing.OfType<TextSpan>()]));
        return new Panel(new Markup(string.Join('\n', lines))).Border(BoxBorder.Rounded).Expand();
    }
}
