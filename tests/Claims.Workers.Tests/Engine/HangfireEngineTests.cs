using Claims.Workers.Engine;
using Claims.Workers.Hangfire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Claims.Workers.Tests.Engine;

/// <summary>Hangfire keeps what every job engine promises; in builds that have it.</summary>
public sealed class HangfireEngineTests : EngineCompliance
{
    protected override IJobEngine Create(IJobRunner runner) =>
        new HangfireJobEngine(runner, new ClaimsOptions(), NullLogger<HangfireJobEngine>.Instance, [1, 1, 1]);
}
