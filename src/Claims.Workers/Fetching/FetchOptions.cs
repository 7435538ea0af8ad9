using Claims.Core.Articles.Reading;

namespace Claims.Workers.Fetching;

/// <summary>Limits of a fetch.</summary>
public sealed record FetchOptions
{
    /// <summary>The largest body in bytes after decompression.</summary>
    public long MaximumBytes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaximumBytes), value, "MaximumBytes is a number of bytes, 1 or more.");
    } = ReadOptions.DefaultMaximumBytes;

    /// <summary>How long a fetch may take from the first lookup to the last byte, redirects included.</summary>
    public TimeSpan Timeout
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Timeout), value, "Timeout is a time over zero.");
    } = TimeSpan.FromSeconds(30);

    /// <summary>How many redirects are followed, 0 to 20.</summary>
    public int MaximumRedirects
    {
        get;
        init => field = value is >= 0 and <= 20 ? value : throw new ArgumentOutOfRangeException(nameof(MaximumRedirects), value, "MaximumRedirects is a whole number from 0 to 20.");
    } = 5;

    /// <summary>What we call ourselves to servers.</summary>
    public string UserAgent { get; init; } = "Claims/1.0 (news comparison)";

    /// <summary>
    /// Hosts, with or without a port ("127.0.0.1:8080"), whose loopback addresses may be connected to; other non-public addresses stay refused. Empty outside tests.
    /// </summary>
    public IReadOnlyList<string> AllowedLoopbackHosts { get; init; } = [];
}
