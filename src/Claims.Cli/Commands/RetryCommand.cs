using System.CommandLine;
using Claims.Cli.Output;

namespace Claims.Cli.Commands;

/// <summary><c>claims retry</c>: makes set-aside pages due again.</summary>
internal sealed class RetryCommand : ClaimsCommand
{
    private readonly Argument<string?> _key = new("key")
    {
        Description = "The page's key as 'claims failed' lists it, or the start of it",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _all = new("--all") { Description = "All that was set aside" };

    /// <summary>The command with its options.</summary>
    public RetryCommand()
        : base("retry", "Make pages that were set aside due again")
    {
        Add(_key);
        Add(_all);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims retry --all && claims run", "try everything again, now"),
        ("claims retry 7k2m", "one page; the next run takes it"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var key = session.Get(_key);
        if ((key is null) != session.Get(_all))
        {
            throw new InputException("'claims retry' takes either a key or --all.");
        }

        var work = (await session.DatabaseAsync()).Work;
        string? subject = null;
        if (key is not null)
        {
            var failed = await work.FailedAsync(int.MaxValue, session.Cancel);
            string[] fitting = [.. failed.Select(item => item.Subject).Where(item => item.StartsWith(key, StringComparison.Ordinal)).Distinct()];
            subject = fitting is [var only] ? only : throw new InputException($"{(fitting.Length == 0 ? "No" : "More than one")} page set aside has a key that starts with '{key}'; 'claims failed' lists them.");
        }

        var due = await work.RetryAsync(subject, session.Cancel);
        session.Terminal.Result(new { due }, terminal => terminal.WriteLine($"{DisplayText.Count(due, "page")} due again; 'claims run' takes them up."));
        return ExitCode.Ok;
    }
}
