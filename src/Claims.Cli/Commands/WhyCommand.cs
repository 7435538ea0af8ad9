using System.CommandLine;
using System.Globalization;
using Claims.Cli.Output;
using Claims.Core.Comparison;
using Claims.Core.Grouping;

namespace Claims.Cli.Commands;

/// <summary><c>claims why</c>: makes a stored comparison again from the stored claims and says whether the answer is the same.</summary>
internal sealed class WhyCommand : ClaimsCommand
{
    private readonly Argument<string> _key = KeyArgument.Conflict();

    /// <summary>The command with its argument.</summary>
    public WhyCommand()
        : base("why", "Compare the two claims of a conflict again, as stored, and show what the answer rests on") => Add(_key);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims why 7k2m", "by the start of the key"),
        ("claims why 7k2m --json", "evidence and differences, for a program"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var conflict = await KeyArgument.FindAsync(await session.DatabaseAsync(), session.Get(_key)!, session.Cancel);
        var replay = ComparisonReplay.Of(
            conflict.A.InContext, conflict.B.InContext, conflict.Comparison, conflict.ComparedBy, session.Part<IClaimGrouper>(), session.Part<IClaimComparer>());
        session.Terminal.Result(new { conflict.Row.Id, replay }, terminal =>
        {
            foreach (var reason in conflict.Comparison.Reasons)
            {
                terminal.WriteLine($"{reason.Sentence} [{reason.Rule}]");
            }

            Show(terminal, replay);
        });
        return ExitCode.Ok;
    }

    private static void Show(Terminal terminal, ComparisonReplay replay)
    {
        var evidence = replay.Evidence;
        terminal.WriteLine($"One event with probability {DisplayText.Percent(evidence.SameEvent)}; times: {DisplayText.Dashed(evidence.Time)}.");
        terminal.WriteLine($"Names in both: {Listed(evidence.Names)}. Words in both: {Listed(evidence.Words)}.");
        terminal.WriteLine("Weight of " + string.Join(", ", evidence.Weights.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {w.Value:0.0}"))) + ".");
        if (replay.Differences.IsEmpty)
        {
            terminal.WriteLine($"Compared again by {replay.Version}: the same answer.");
            return;
        }

        terminal.WriteLine($"Compared again by {replay.Version}, stored by {replay.StoredVersion}: not the same answer.");
        foreach (var difference in replay.Differences)
        {
            terminal.WriteLine($"  {difference.What}: {difference.Stored} → {difference.Now}");
        }

        terminal.WriteLine(replay.Version == replay.StoredVersion
            ? "The versions are the same: what the two claims are compared with has changed since, such as names that people tied together."
            : "Another version made the stored answer; 'claims run' compares again what is due.");
    }

    private static string Listed(IReadOnlyList<string> words) => words.Count == 0 ? "none" : string.Join(", ", words);
}
