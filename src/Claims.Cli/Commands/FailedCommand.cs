using Claims.Cli.Output;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims failed</c>: pages that were set aside.</summary>
internal sealed class FailedCommand() : ClaimsCommand("failed", "List pages set aside after five failures, with their error")
{
    private const int Most = 500;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims failed", "what was set aside and why"),
        ("claims retry --all", "try all of it again"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var failed = await (await session.DatabaseAsync()).Work.FailedAsync(Most, session.Cancel);
        session.Terminal.Result(failed, terminal =>
        {
            if (failed.Count == 0)
            {
                terminal.WriteLine("Nothing is set aside.");
                return;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("Key", "Page", "Step", "Tries", "Since (UTC)", "Error");
            foreach (var work in failed)
            {
                table.AddRow(
                    DisplayText.Key(work.Subject),
                    DisplayText.Escaped(work.Name),
                    DisplayText.Dashed(work.Stage.ToString()),
                    work.Attempts.ToString(),
                    DisplayText.Time(work.At),
                    DisplayText.Escaped(work.Error));
            }

            terminal.Write(table);
        });
        return ExitCode.Ok;
    }
}
