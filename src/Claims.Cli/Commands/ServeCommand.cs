using System.CommandLine;
using Claims.Cli.Hosting;
using Claims.Cli.Output;

namespace Claims.Cli.Commands;

/// <summary><c>claims serve</c>: the web page and the workers in one process.</summary>
internal sealed class ServeCommand : ClaimsCommand
{
    private readonly Option<int?> _port = new("--port") { Description = "Port at 127.0.0.1, 0 for any free one (default 5080)", HelpName = "number" };

    /// <summary>The command with its options.</summary>
    public ServeCommand()
        : base("serve", "Serve the review page at 127.0.0.1 and work in the background") => Add(_port);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims serve", "the page at http://127.0.0.1:5080"),
        ("claims serve --port 0 --database data/demo.db", "the demo's data, at any free port"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        session.Options.Port = session.Get(_port) ?? session.Options.Port;
        await Server.RunAsync(session);
        return ExitCode.Ok;
    }
}
