namespace Claims.Workers.Pipeline;

/// <summary>How long things may take.</summary>
public sealed record PipelineLimits
{
    /// <summary>
    /// How long reading, extracting or comparing one page may take before it counts as a failure. A long page takes a few
    /// seconds of one core; the limit leaves room for a machine that does twenty other things.
    /// </summary>
    public TimeSpan Page
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Page), value, "Page is a time over zero.");
    } = TimeSpan.FromMinutes(2);

    /// <summary>How long a worker holds a row; longer than <see cref="Page"/>, so that no other worker takes a row that is still being worked on.</summary>
    public TimeSpan Lease => Page * 3;

    /// <summary>How often to look again while another process holds the last rows.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(200);
}
