using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Claims.Cli.Tests;

/// <summary>The demo and the server, as processes.</summary>
public sealed partial class DemoTests : IDisposable
{
    private readonly ClaimsProcess _claims = new();

    public void Dispose() => _claims.Dispose();

    [Fact]
    public async Task Demo_FindsConflicts_AndAddsNothingTheSecondTime()
    {
        var first = (await _claims.RunAsync("demo", "--no-serve", "--json")).Json();
        var second = (await _claims.RunAsync("demo", "--no-serve", "--json")).Json();
        var people = await _claims.RunAsync("demo", "--no-serve");

        Assert.True(first.GetProperty("import").GetProperty("added").GetInt32() >= 24);
        Assert.True(first.GetProperty("conflicts").GetProperty("total").GetInt32() > 0);
        Assert.Equal(0, second.GetProperty("import").GetProperty("added").GetInt32());
        Assert.Equal(first.GetProperty("conflicts").ToString(), second.GetProperty("conflicts").ToString());
        Assert.Equal(0, people.ExitCode);
        Assert.Contains("Nothing new", people.Output);
        Assert.True(File.Exists(_claims.PathOf("data/demo.db")));
        Assert.False(File.Exists(_claims.PathOf("data/claims.db")));
    }

    [Fact]
    public async Task Interrupted_Exits130_AndTheNextRunGoesOn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT that a test can send to one process.");
        using (var process = _claims.Start([], ["demo", "--no-serve"]))
        {
            var output = process.StandardOutput.ReadToEndAsync();

            // The first line of progress means that most of the work is still to come.
            while (await process.StandardError.ReadLineAsync() is { } line && !line.StartsWith("Extracting", StringComparison.Ordinal))
            {
            }

            Signal(process, "-INT");
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.Equal(130, process.ExitCode);
            Assert.Contains("run again", error);
            Assert.Equal("", await output);
        }

        var next = (await _claims.RunAsync("demo", "--no-serve", "--json")).Json();

        Assert.Equal(0, next.GetProperty("import").GetProperty("added").GetInt32());
        Assert.True(next.GetProperty("conflicts").GetProperty("total").GetInt32() > 0);
    }

    [Fact]
    public async Task Serve_AnswersAtTheAddressItPrints_AndEndsWhenStopped()
    {
        using var process = _claims.Start([], ["serve", "--port", "0"]);
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            var address = await AddressAsync(process.StandardOutput) ?? throw new InvalidOperationException("The server ended without an address: " + await error);
            using var http = new HttpClient();

            var page = await http.GetAsync(address);

            Assert.True(page.IsSuccessStatusCode);
            Assert.True(address.IsLoopback);
            Assert.Equal("127.0.0.1", address.Host);
        }
        finally
        {
            Stop(process);
            await process.WaitForExitAsync();
        }

        Assert.Equal("", await error);
        Assert.True(OperatingSystem.IsWindows() || process.ExitCode == 0, $"Exit code {process.ExitCode}.");
    }

    [Fact]
    public async Task Serve_Exits2WithAMessage_WhenThePortIsTaken()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

        var result = await _claims.RunAsync("serve", "--port", port.ToString());

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(port.ToString(), result.Error);
    }

    private static async Task<Uri?> AddressAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } found)
            {
                return new Uri(found.Value);
            }
        }

        return null;
    }

    private static void Stop(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
            return;
        }

        Signal(process, "-TERM");
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString()]);
        kill.WaitForExit();
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
