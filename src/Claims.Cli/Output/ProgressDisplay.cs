using Spectre.Console;

namespace Claims.Cli.Output;

/// <summary>
/// Shows how far long work is, on standard error: bars on a terminal, a line for every tenth of the work elsewhere.
/// </summary>
internal static class ProgressDisplay
{
    /// <summary>Runs work that tells how far it is.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="work">The work; it gets what to report to. Safe to report to from any thread.</param>
    public static async Task<T> RunAsync<T>(Terminal terminal, Func<IWorkProgress, Task<T>> work)
    {
        if (!terminal.Messages.Profile.Capabilities.Interactive || !terminal.Messages.Profile.Capabilities.Ansi)
        {
            return await work(new Lines(terminal));
        }

        return await terminal.Messages.Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    private sealed class Bars(ProgressContext context) : IWorkProgress
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(string stage, int done, int total, string name)
        {
            lock (_lock)
            {
                if (!_tasks.TryGetValue(stage, out var task))
                {
                    task = _tasks[stage] = context.AddTask(DisplayText.Escaped(stage));
                }

                task.MaxValue = Math.Max(1, total);
                task.Value = done;
                task.Description = $"{DisplayText.Escaped(stage)} [grey]{DisplayText.Escaped(DisplayText.Short(name, 40))}[/]";
            }
        }
    }

    private sealed class Lines(Terminal terminal) : IWorkProgress
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, int> _tenths = [];

        public void Report(string stage, int done, int total, string name)
        {
            var tenth = total == 0 ? 10 : (int)(10L * done / total);
            lock (_lock)
            {
                if (_tenths.TryGetValue(stage, out var last) && tenth <= last)
                {
                    return;
                }

                _tenths[stage] = tenth;
                terminal.Note($"{stage}: {done} of {total}");
            }
        }
    }
}
