using Claims.Storage;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Claims.Workers.Tests;

/// <summary>The service with a database of its own in a temporary folder.</summary>
public sealed class Workbench : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("claims-workers-").FullName;

    private Workbench(Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        configure?.Invoke(services);
        Services = services.AddClaims(new() { Database = Path.Combine(folder, "claims.db"), Workers = 2 }).BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public IClaimsDatabase Database => Services.GetRequiredService<IClaimsDatabase>();

    public IImporter Importer => Services.GetRequiredService<IImporter>();

    public IPipelineRunner Pipeline => Services.GetRequiredService<IPipelineRunner>();

    public static async Task<Workbench> OpenAsync(Action<IServiceCollection>? configure = null)
    {
        var bench = new Workbench(configure);
        await bench.Database.MigrateAsync();
        return bench;
    }

    /// <summary>Writes a file into the folder.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
