using Claims.Workers.Engine;
using Claims.Workers.Quartz;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace Claims.Workers.Tests.Engine;

/// <summary>Quartz.NET keeps what every job engine promises.</summary>
public sealed class QuartzEngineTests : EngineCompliance
{
    protected override IJobEngine Create(IJobRunner runner) =>
        new QuartzJobEngine(runner, new ClaimsOptions(), NullLogger<QuartzJobEngine>.Instance, RetryPolicy.Fixed(3, TimeSpan.FromSeconds(1)));
}
