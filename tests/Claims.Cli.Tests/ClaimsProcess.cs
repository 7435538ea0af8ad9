using System.Diagnostics;
using System.Text.Json;

namespace Claims.Cli.Tests;

/// <summary>Runs the command as people do: a process of its own, in a folder of its own.</summary>
internal sealed class ClaimsProcess : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claims-cli-");

    /// <summary>The working directory of the command, removed at the end.</summary>
    public string Folder => _folder.FullName;

    /// <summary>A path in the working directory.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file in the working directory and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs the command to its end.</summary>
    public Task<ProcessResult> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>Runs the command to its end with variables in its environment.</summary>
    public async Task<ProcessResult> RunAsync((string Name, string Value)[] environment, string[] arguments)
    {
        using var process = Start(environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProcessResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the command and does not wait for it.</summary>
    public Process Start((string Name, string Value)[] environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "claims.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("CLAIMS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>What a process said.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as the one JSON value that it has to be.</summary>
    public JsonElement Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"Standard output is no JSON ({broken.Message}):\n{Output}\nStandard error:\n{Error}");
        }
    }
}
