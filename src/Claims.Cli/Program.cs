using System.CommandLine;
using System.CommandLine.Invocation;
using Claims.Cli;
using Claims.Cli.Commands;

var root = new RootCommand("Claims reads what many sources say, puts claims about the same thing side by side, and queues those that contradict each other for a person to decide.")
{
    // The way of the data.
    new ImportCommand(),
    new RunCommand(),
    new FailedCommand(),
    new RetryCommand(),
    new FeedsCommand(),

    // Review.
    new ConflictsCommand(),
    new ShowCommand(),
    new WhyCommand(),
    new DecideCommand(),
    new UndoCommand(),
    new HistoryCommand(),
    new TiesCommand(),

    // Looking at what is there.
    new SourcesCommand(),
    new GroupsCommand(),
    new NamesCommand(),
    new ExplainCommand(),
    new AxesCommand(),

    // Running it.
    new ServeCommand(),
    new DemoCommand(),
    new DbCommand(),

    // Measuring and learning.
    new EvaluateCommand(),
    new BenchCommand(),
    new TrainCommand(),
};
foreach (var option in GlobalOptions.All)
{
    root.Add(option);
}

HelpWithExamples.AddTo(root);

// "@name" is a text like any other here, not the name of a file of arguments.
var line = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (line.Action is ParseErrorAction wrong)
{
    wrong.ShowHelp = false;
}

var code = await line.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,

    // Workers hand their work back when they are stopped; that takes a moment.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(10),

    // Standard output is for results: what is said about a wrong line goes to standard error, suggestions too.
    Output = line.Action is ParseErrorAction ? Console.Error : Console.Out,
});
if (line.Errors.Count == 0 || code == ExitCode.Ok)
{
    return code;
}

Console.Error.WriteLine($"'claims {(line.CommandResult.Command is RootCommand ? "" : line.CommandResult.Command.Name + " ")}--help' shows what it takes, with examples.");
return ExitCode.BadInput;
