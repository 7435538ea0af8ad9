using Claims.Cli.Output;
using Claims.Web;
using Microsoft.Extensions.Hosting;

namespace Claims.Cli.Hosting;

/// <summary>The review page and the workers in this process, until it is stopped.</summary>
internal static class Server
{
    /// <summary>Serves at the port of the settings and works in the background.</summary>
    /// <exception cref="InputException">The port is taken.</exception>
    public static async Task RunAsync(Session session)
    {
        await using var app = ClaimsWebHost.Build(session.Options, services => services.AddProduct(session.Options).AddBackgroundWork());
        Uri address;
        try
        {
            address = await ClaimsWebHost.StartAsync(app, session.Cancel);
        }
        catch (IOException taken)
        {
            throw new InputException(taken.Message);
        }

        // Scripts wait for this line.
        var line = $"Serving {session.Options.Database} at {address} (Ctrl+C stops).";
        if (session.Terminal.Json)
        {
            session.Terminal.Note(line);
        }
        else
        {
            session.Terminal.WriteLine(line);
        }

        await app.WaitForShutdownAsync(session.Cancel);
    }
}
