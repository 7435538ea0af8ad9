namespace Claims.Web.Tests.Hosting;

/// <summary>The time, as far as a test moved it on.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset now = new(2031, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves the time on.</summary>
    public void Advance(TimeSpan by) => now += by;
}
