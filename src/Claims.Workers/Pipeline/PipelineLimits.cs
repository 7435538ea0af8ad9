namespace Claims.Workers.Pipeline;

/// <summary>How long things may take.</summary>
public sealed record PipelineLimits
{
    /// <summary>
    /// How long reading, extracting or comparing one page may take before it counts as a failure. A long page of the
    /// measuring sets takes under two seconds on a slow core; a page that needs thirty times that is a page that hangs.
    /// </summary>
    public TimeSpan Page
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Page), value, "Page is a time over zero.");
    } = TimeSpan.FromMinutes(1);

    /// <summary>How long a worker holds a row; longer than <see cref="Page"/>, so that no other worker takes a row that is still being worked on.</summary>
    public TimeSpan Lease => Page * 3;

    /// <summary>How often to look again while another process holds the last rows.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(200);
}
