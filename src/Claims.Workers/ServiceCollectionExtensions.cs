using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Grouping.Encoders;
using Claims.Core.Language;
using Claims.Storage;
using Claims.Storage.Sqlite;
using Claims.Workers.Engine;
using Claims.Workers.Feeds;
using Claims.Workers.Fetching;
using Claims.Workers.Hosting;
using Claims.Workers.Importing;
using Claims.Workers.Jobs;
using Claims.Workers.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Claims.Workers;

/// <summary>Puts the parts of the service together.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Registers database, importer and pipeline. What a host registers before, for example another
    /// <see cref="ITextFeaturizer"/> or <see cref="TimeProvider"/>, is kept. The schema is the caller's to migrate
    /// (<see cref="IClaimsDatabase.MigrateAsync"/>) unless <see cref="AddClaimsWorkers"/> does it.
    /// </summary>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public static IServiceCollection AddClaims(this IServiceCollection services, ClaimsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        services.AddLogging();
        services.TryAddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new PipelineLimits());
        services.TryAddSingleton<IClaimsDatabase>(provider => SqliteDatabase.Open(options.Database, provider.GetRequiredService<TimeProvider>()));

        services.TryAddSingleton<ILanguageAnalyzer>(_ => LanguageAnalyzer.Default);
        services.TryAddSingleton<ITextFeaturizer>(_ => NgramFeaturizer.Embedded);
        services.TryAddSingleton<ITextEncoder>(_ => SentenceEncoder.Embedded);
        services.TryAddSingleton<ClaimExtractor>();
        services.TryAddSingleton<IClaimGrouper, ClaimGrouper>();
        services.TryAddSingleton<IClaimComparer, ClaimComparer>();

        services.TryAddSingleton<ExtractionStep>();
        services.TryAddSingleton<NameLinkStep>();
        services.TryAddSingleton<CurrentNameAliases>();
        services.TryAddSingleton<ComparisonStep>();
        services.TryAddSingleton<PipelineRunner>();
        services.TryAddSingleton<IPipelineRunner>(provider => provider.GetRequiredService<PipelineRunner>());
        services.TryAddSingleton<IImporter, Importer>();

        services.TryAddSingleton(provider => new PageFetcher(new(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<FeedPoller>();
        services.TryAddSingleton<JobRunner>();
        services.TryAddSingleton<IJobRunner>(provider => provider.GetRequiredService<JobRunner>());
        return services;
    }

    /// <summary>
    /// Runs the background work in this host, as <c>serve</c> does: migrates the schema, drains the work tables when woken
    /// and every few seconds, and keeps the schedules. Needs a job engine, registered by its own extension method.
    /// </summary>
    public static IServiceCollection AddClaimsWorkers(this IServiceCollection services)
    {
        services.AddHostedService<DatabaseStartup>();
        services.AddHostedService<WorkPoller>();
        services.AddHostedService<Schedules>();
        return services;
    }
}
