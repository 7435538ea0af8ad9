using Claims.Workers.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Claims.Workers.Quartz;

/// <summary>Registers the job engine on Quartz.NET.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Makes Quartz.NET the host's job engine.</summary>
    public static IServiceCollection AddQuartzEngine(this IServiceCollection services)
    {
        services.AddSingleton<QuartzJobEngine>();
        services.AddSingleton<IJobEngine>(provider => provider.GetRequiredService<QuartzJobEngine>());
        services.AddHostedService(provider => provider.GetRequiredService<QuartzJobEngine>());
        return services;
    }
}
