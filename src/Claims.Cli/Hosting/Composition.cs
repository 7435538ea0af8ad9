using Claims.Core.Grouping;
using Claims.Evaluation.Pipeline;
using Claims.Storage;
using Claims.Workers;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
#if USE_MLNET
using Claims.MLNet.Grouping;
#endif
#if USE_HANGFIRE
using Claims.Workers.Hangfire;
#else
using Claims.Workers.Quartz;
#endif

namespace Claims.Cli.Hosting;

/// <summary>Puts the parts together: the one place that knows which featurizer and job engine this build has.</summary>
internal static class Composition
{
    /// <summary>Registers database, importer and pipeline with the featurizer of this build.</summary>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public static IServiceCollection AddProduct(this IServiceCollection services, ClaimsOptions options)
    {
        // Standard output is the commands' own; what the parts log goes beside it.
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
#if USE_MLNET
        services.AddSingleton<ITextFeaturizer>(_ => MlNetFeaturizer.Embedded);
#endif
        return services.AddClaims(options);
    }

    /// <summary>Registers the background work, woken by the job engine of this build.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services) =>
#if USE_HANGFIRE
        services.AddHangfireEngine().AddClaimsWorkers();
#else
        services.AddQuartzEngine().AddClaimsWorkers();
#endif

    /// <summary>The parts over one database, outside of a host.</summary>
    public static ServiceProvider Build(ClaimsOptions options) => new ServiceCollection().AddProduct(options).BuildServiceProvider();

    /// <summary>The product on another database file, for measuring on.</summary>
    public static ProductHost OpenProduct(string database, ClaimsOptions settings)
    {
        var services = Build(settings.WithDatabase(database));
        return new ProductHost(
            services.GetRequiredService<IClaimsDatabase>(), services.GetRequiredService<IImporter>(), services.GetRequiredService<IPipelineRunner>());
    }
}
