using System.Diagnostics;

namespace Claims.Workers.Tests.Crash;

/// <summary>The pipeline in a process that can be killed.</summary>
internal static class PipelineProcess
{
    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "Claims.PipelineHost.dll");

    /// <summary>Runs to the end.</summary>
    /// <returns>The lines it said.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(string database, string mode, string input)
    {
        using var process = Start(database, mode, input);
        var errors = process.StandardError.ReadToEndAsync();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? lines : throw new InvalidOperationException($"The pipeline ended with {process.ExitCode}: {await errors}");
    }

    /// <summary>Kills it, without a chance to clean up, a while after it has said a number of lines.</summary>
    /// <param name="database">Path of the database.</param>
    /// <param name="mode">"once" or "again".</param>
    /// <param name="input">What it imports.</param>
    /// <param name="lines">After which line.</param>
    /// <param name="after">How long after that line; short beside a step, so that any point inside the next step can be hit.</param>
    /// <returns>The last line it said, or null when it came to its end before.</returns>
    public static async Task<string?> KillAsync(string database, string mode, string input, int lines, TimeSpan after)
    {
        using var process = Start(database, mode, input);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string? last = null;
        for (var i = 0; i < lines; i++)
        {
            if (await process.StandardOutput.ReadLineAsync() is not { } line || line.StartsWith("done", StringComparison.Ordinal))
            {
                await process.WaitForExitAsync();
                return null;
            }

            last = line;
        }

        var clock = Stopwatch.StartNew();
        SpinWait.SpinUntil(() => clock.Elapsed >= after);
        process.Kill();
        await process.WaitForExitAsync();
        return last ?? "";
    }

    private static Process Start(string database, string mode, string input)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { Assembly, database, mode, input })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
