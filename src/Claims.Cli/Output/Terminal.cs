using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Claims.Cli.Output;

/// <summary>Where a command writes: results to standard output, everything else to standard error.</summary>
internal sealed class Terminal
{
    /// <summary>Columns when the output is a file or a pipe: wide enough that tables stay readable with grep.</summary>
    private const int WidthOfFiles = 160;

    private readonly IAnsiConsole _output;

    private Terminal(IAnsiConsole output, IAnsiConsole messages, bool json)
    {
        _output = output;
        Messages = messages;
        Json = json;
    }

    /// <summary>Whether the result is one JSON value.</summary>
    public bool Json { get; }

    /// <summary>Standard error, for progress and messages.</summary>
    public IAnsiConsole Messages { get; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal Create(bool json) =>
        new(ConsoleOn(Console.Out, Console.IsOutputRedirected), ConsoleOn(Console.Error, Console.IsErrorRedirected), json);

    /// <summary>Writes one line to standard error.</summary>
    public static void WriteError(string message) => Console.Error.WriteLine(DisplayText.Plain(message));

    /// <summary>Writes the result as JSON.</summary>
    public static void WriteJson<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, JsonOutput.Options));

    /// <summary>Writes a table, panel or text of the result.</summary>
    public void Write(IRenderable renderable)
    {
        _output.Write(renderable);
        if (renderable is Text or Markup or Paragraph)
        {
            _output.WriteLine();
        }
    }

    /// <summary>Writes one line of the result.</summary>
    public void WriteLine(string line = "") => _output.WriteLine(DisplayText.Plain(line));

    /// <summary>Tells a person something that is no result; passed over by programs, which read standard output.</summary>
    public void Note(string message) => Messages.WriteLine(DisplayText.Plain(message));

    /// <summary>A result for both kinds of reader: the value as JSON, or what a person is shown.</summary>
    public void Result<T>(T value, Action<Terminal> forPeople)
    {
        if (Json)
        {
            WriteJson(value);
        }
        else
        {
            forPeople(this);
        }
    }

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
