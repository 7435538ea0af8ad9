using System.CommandLine;

namespace Claims.Cli.Commands;

/// <summary>Under whose name a decision is recorded.</summary>
internal static class ReviewerOption
{
    /// <summary>The option of a command that decides.</summary>
    public static Option<string?> Create() => new("--reviewer")
    {
        Description = "Your name in the history (default: the setting 'reviewer', else your login)",
        HelpName = "name",
    };

    /// <summary>The name that holds.</summary>
    /// <exception cref="InputException">It is empty.</exception>
    public static string Read(Session session, Option<string?> option)
    {
        var name = session.Get(option) ?? session.Options.Reviewer;
        return string.IsNullOrWhiteSpace(name) ? throw new InputException("--reviewer is empty; it takes a name.") : name.Trim();
    }
}
