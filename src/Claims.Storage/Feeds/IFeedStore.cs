namespace Claims.Storage.Feeds;

/// <summary>Feeds that are polled for new pages.</summary>
public interface IFeedStore
{
    /// <summary>Adds a feed or changes the rhythm of one that is there.</summary>
    /// <returns>The feed.</returns>
    Task<Feed> AddAsync(string url, TimeSpan every, CancellationToken cancel = default);

    /// <summary>All feeds by URL.</summary>
    Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancel = default);

    /// <summary>The feed, or null.</summary>
    Task<Feed?> FindAsync(string id, CancellationToken cancel = default);

    /// <summary>Stops polling a feed; what it brought stays.</summary>
    /// <returns>False when there is no such feed.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancel = default);

    /// <summary>Writes a "fetch" row for every feed that is due now and has none.</summary>
    /// <returns>How many rows were written.</returns>
    Task<int> EnqueueDueAsync(CancellationToken cancel = default);

    /// <summary>Records a poll, ends its work and sets the next time, in one transaction.</summary>
    Task SavePollAsync(Feed feed, Work.WorkLease lease, CancellationToken cancel = default);
}

/// <summary>A feed that is polled.</summary>
/// <param name="Id">Key, made from the URL.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Every">How often it is polled, at least one minute.</param>
/// <param name="NextPoll">When it is polled next.</param>
/// <param name="ETag">Validator of the last answer, or null.</param>
/// <param name="LastModified">The other validator, or null.</param>
/// <param name="LastPolled">When it was last polled, or null.</param>
/// <param name="LastError">What went wrong last time, or null.</param>
public sealed record Feed(string Id, string Url, TimeSpan Every, DateTimeOffset NextPoll, string? ETag, string? LastModified, DateTimeOffset? LastPolled, string? LastError);
