using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Claims.Cli;

/// <summary>The library's help, with examples of the command and the exit codes under it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts examples under the help of a root command and all below it.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ClaimsCommand command && command.Examples.Count > 0)
        {
            output.WriteLine("Examples:");
            foreach (var (line, what) in command.Examples)
            {
                output.WriteLine($"  # {what}");
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        if (parseResult.CommandResult.Command is RootCommand)
        {
            output.WriteLine("Exit codes:");
            foreach (var (code, meaning) in ExitCode.All)
            {
                output.WriteLine($"  {code,-4} {meaning}");
            }

            output.WriteLine();
        }

        return ExitCode.Ok;
    }
}
