using Claims.Workers.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Claims.Workers.Hangfire;

/// <summary>Registers the job engine on Hangfire.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Makes Hangfire the host's job engine.</summary>
    public static IServiceCollection AddHangfireEngine(this IServiceCollection services)
    {
        services.AddSingleton<HangfireJobEngine>();
        services.AddSingleton<IJobEngine>(provider => provider.GetRequiredService<HangfireJobEngine>());
        services.AddHostedService(provider => provider.GetRequiredService<HangfireJobEngine>());
        return services;
    }
}
