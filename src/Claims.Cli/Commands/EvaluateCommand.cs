using System.CommandLine;
using Claims.Cli.Hosting;
using Claims.Cli.Output;
using Claims.Evaluation;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims evaluate</c>: measures on gold sets and holds the figures against their floors.</summary>
internal sealed class EvaluateCommand : ClaimsCommand
{
    private readonly Argument<string> _set = new("set")
    {
        Description = $"Which set: {string.Join(", ", EvaluationRunner.Sets)} or {EvaluationRequest.AllSets}",
        HelpName = "set",
        DefaultValueFactory = _ => EvaluationRequest.AllSets,
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder with articles/, gold/, data/ and newsroom/, each where there is one (default: 'shared' beside the checkout, else samples/)",
        HelpName = "folder",
    };

    private readonly Option<bool> _errors = new("--errors") { Description = "List what was got wrong" };

    /// <summary>The command with its options.</summary>
    public EvaluateCommand()
        : base("evaluate", "Measure on gold sets; exits 1 when a figure is below its floor")
    {
        _set.AcceptOnlyFromAmong([.. EvaluationRunner.Sets, EvaluationRequest.AllSets]);
        Add(_set);
        Add(_data);
        Add(_errors);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims evaluate newsroom --data samples", "the sample newsroom of the repository"),
        ("claims evaluate articles --data ../shared --errors", "real pages, with what was got wrong"),
        ("claims evaluate all --data ../shared --json", "everything that is there, for a program"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        EvaluationResult result;
        try
        {
            result = await ProgressDisplay.RunAsync(session.Terminal, progress => new EvaluationRunner(path => Composition.OpenProduct(path, session.Options)).RunAsync(
                new EvaluationRequest { Set = session.Get(_set)!, DataDirectory = session.Get(_data) }, progress.ForEvaluation(), session.Cancel));
        }
        catch (InvalidDataException format)
        {
            throw new InputException(format.Message);
        }

        if (session.Terminal.Json)
        {
            Console.Out.WriteLine(result.ToJson());
        }
        else
        {
            Show(session.Terminal, result);
        }

        // With --json standard output is the figures alone; what was got wrong goes beside them.
        if (session.Get(_errors))
        {
            ShowErrors(session.Terminal, result);
        }

        foreach (var absent in result.Absent)
        {
            session.Terminal.Note($"not there: {absent}");
        }

        foreach (var note in result.Notes)
        {
            session.Terminal.Note(note);
        }

        foreach (var metric in result.BelowFloor)
        {
            session.Terminal.Note($"BELOW FLOOR: {metric.Name} is {metric.Value:0.000}, its floor is {metric.Floor:0.000}");
        }

        return result.ExitCode;
    }

    private static void Show(Terminal terminal, EvaluationResult result)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Metric")
            .AddColumn("Value", column => column.RightAligned())
            .AddColumn("n", column => column.RightAligned())
            .AddColumn("Floor", column => column.RightAligned())
            .AddColumn("Seconds", column => column.RightAligned());
        foreach (var metric in result.Metrics)
        {
            var value = metric.Value.ToString("0.000");
            table.AddRow(
                DisplayText.Escaped(metric.Name),
                metric.IsBelowFloor ? $"[red]{value}[/]" : value,
                metric.Count.ToString(),
                metric.Floor?.ToString("0.000") ?? "",
                metric.Seconds.ToString("0.0"));
        }

        terminal.Write(table);
    }

    private static void ShowErrors(Terminal terminal, EvaluationResult result)
    {
        foreach (var error in result.Errors)
        {
            var line = $"{error.Metric}: {error.Where}\n  expected: {error.Expected}\n  found:    {error.Found}";
            if (terminal.Json)
            {
                terminal.Note(line);
            }
            else
            {
                terminal.WriteLine(line);
            }
        }
    }
}
