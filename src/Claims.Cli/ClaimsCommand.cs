using System.CommandLine;
using Claims.Cli.Output;

namespace Claims.Cli;

/// <summary>A command of the command line with examples for its help.</summary>
internal abstract class ClaimsCommand : Command
{
    /// <param name="name">What is typed.</param>
    /// <param name="description">What it does, in one line.</param>
    protected ClaimsCommand(string name, string description)
        : base(name, description) => SetAction(GuardedAsync);

    /// <summary>Lines that work as they stand, each with what it does.</summary>
    public abstract IReadOnlyList<(string Line, string What)> Examples { get; }

    /// <summary>Does what the command is for.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    protected abstract Task<int> RunAsync(Session session);

    private async Task<int> GuardedAsync(ParseResult arguments, CancellationToken cancel)
    {
        try
        {
            await using var session = Session.Open(arguments, cancel);
            return await RunAsync(session);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Terminal.WriteError("Interrupted. What was done is kept; the rest stays due: run again to go on.");
            return ExitCode.Interrupted;
        }
        catch (Exception wrong) when (wrong is InputException or ArgumentException)
        {
            Terminal.WriteError(wrong.Message);
            return ExitCode.BadInput;
        }
        catch (Exception broken)
        {
            Terminal.WriteError(Environment.GetEnvironmentVariable("CLAIMS_DEBUG") is { Length: > 0 } ? broken.ToString() : $"{broken.Message} (CLAIMS_DEBUG=1 shows where)");
            return ExitCode.Broken;
        }
    }
}
