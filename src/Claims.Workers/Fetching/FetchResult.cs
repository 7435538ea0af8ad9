using Claims.Core.Articles.Reading;

namespace Claims.Workers.Fetching;

/// <summary>What came of a fetch: a page, the word that nothing changed, or a problem.</summary>
public sealed record FetchResult
{
    /// <summary>The page, or null. Its <see cref="InputItem.Url"/> is the address after redirects.</summary>
    public InputItem? Item { get; init; }

    /// <summary>Why there is no page, or null.</summary>
    public ImportProblem? Problem { get; init; }

    /// <summary>The server said that nothing changed since the validators that were sent (304).</summary>
    public bool NotModified { get; init; }

    /// <summary>Status of the last answer, or null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Validator to send next time, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The other validator as the server wrote it, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the server asks to be left alone (429 and 503), or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
