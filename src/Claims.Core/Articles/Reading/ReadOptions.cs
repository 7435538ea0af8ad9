namespace Claims.Core.Articles.Reading;

/// <summary>How inputs are read.</summary>
public sealed record ReadOptions
{
    /// <summary>20 MiB: the longest news page of the measuring sets is under 3 MB, and a feed of full texts under 10 MB.</summary>
    public const long DefaultMaximumBytes = 20 * 1024 * 1024;

    /// <summary>When the input was captured, UTC: the time that <see cref="Article.Fetched"/> gets and relative dates ("2 hours ago") count from.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The publisher where a page names none itself (the command line's <c>--source</c>); null: by domain, else the file.</summary>
    public string? Source { get; init; }

    /// <summary>The largest input in bytes; a larger one is reported with this limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public long MaximumBytes
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaximumBytes), value, "MaximumBytes is a number of bytes, 1 or more.");
    } = DefaultMaximumBytes;
}
