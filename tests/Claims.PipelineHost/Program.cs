using Claims.Storage;
using Claims.Workers;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;
using Microsoft.Extensions.DependencyInjection;

// Imports what is named and runs the pipeline to its end, saying each step in a line of its own, so that the test that
// started the process can choose a step to kill it at: database, "again" or "once", inputs.
var (path, mode, inputs) = (args[0], args[1], args[2..]);
await using var services = new ServiceCollection()
    .AddClaims(new ClaimsOptions { Database = path, Workers = 2 })
    .BuildServiceProvider();
await services.GetRequiredService<IClaimsDatabase>().MigrateAsync();
Say("migrated");

var import = await services.GetRequiredService<IImporter>().ImportAsync(inputs, new(), new Steps<ImportProgress>(step => Say($"import {step.Done}")));
Say($"imported {import.Added}");

var pipeline = services.GetRequiredService<IPipelineRunner>();
if (mode == "again")
{
    Say($"due {await pipeline.RequeueAllAsync()}");
}

var report = await pipeline.RunAsync("test", 2, new Steps<PipelineProgress>(step => Say($"{step.Stage} {step.Done}")));
Say($"done {report.SetAside.Count}");
return report.SetAside.Count;

static void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}

/// <summary>Tells each step at once, on the thread that made it.</summary>
internal sealed class Steps<T>(Action<T> tell) : IProgress<T>
{
    private readonly Lock gate = new();

    public void Report(T value)
    {
        lock (gate)
        {
            tell(value);
        }
    }
}
