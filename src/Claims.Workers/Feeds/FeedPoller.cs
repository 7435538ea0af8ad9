using Claims.Core.Articles.Reading;
using Claims.Storage;
using Claims.Storage.Feeds;
using Claims.Storage.Work;
using Claims.Workers.Fetching;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;
using Microsoft.Extensions.Logging;

namespace Claims.Workers.Feeds;

/// <summary>Polls the feeds that are due and stores what they bring.</summary>
public sealed class FeedPoller(IClaimsDatabase database, PageFetcher fetcher, PipelineLimits limits, TimeProvider time, ILogger<FeedPoller> log)
{
    // A feed that fails is polled at twice its rhythm's pause, then four times, up to this.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>Polls every feed that is due now, or one feed whether it is due or not.</summary>
    /// <param name="feed">Key of the one feed, or null.</param>
    /// <param name="cancel">Hands unfinished work back and ends.</param>
    /// <returns>How many articles were new.</returns>
    public async Task<int> PollAsync(string? feed, CancellationToken cancel)
    {
        if (feed is null)
        {
            await database.Feeds.EnqueueDueAsync(cancel);
        }
        else
        {
            await database.Work.RequeueAsync([feed], WorkStage.Fetch, cancel);
        }

        var added = 0;
        while (await database.Work.LeaseAsync(WorkerName.Own, [WorkStage.Fetch], 1, limits.Lease, cancel) is [var lease])
        {
            try
            {
                added += await PollAsync(lease, cancel);
            }
            catch (LeaseLostException e)
            {
                log.LogWarning("{Message}", e.Message);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                await database.Work.ReleaseAsync(lease, CancellationToken.None);
                throw;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Polling {Feed} failed", lease.Subject);
                await database.Work.FailAsync(lease, $"{e.GetType().Name}: {e.Message}", CancellationToken.None);
            }
        }

        return added;
    }

    private async Task<int> PollAsync(WorkLease lease, CancellationToken cancel)
    {
        if (await database.Feeds.FindAsync(lease.Subject, cancel) is not { } feed)
        {
            throw new InvalidOperationException($"There is no feed {lease.Subject}.");
        }

        var answer = await fetcher.FetchAsync(feed.Url, feed.ETag, feed.LastModified, cancel);
        var now = time.GetUtcNow();
        if (answer.Problem is { } problem)
        {
            await database.Feeds.SavePollAsync(
                feed with { LastPolled = now, LastError = problem.Message, NextPoll = now + PauseAfterError(feed, answer.RetryAfter, now) }, lease, CancellationToken.None);
            return 0;
        }

        var batch = new ImportBatch(database);
        if (answer.Item is { } item)
        {
            var read = await Task.Run(() => ArticleReader.Read(item, new() { Now = now }), CancellationToken.None).WaitAsync(limits.Page, time, cancel);
            batch.Add(item.Name, read);
            await FollowAsync(read.Links, batch, now, cancel);
            await batch.SaveAsync(CancellationToken.None);
        }

        var report = batch.Report();
        await database.Feeds.SavePollAsync(
            feed with
            {
                LastPolled = now,
                LastError = report.Problems.Count > 0 ? report.Problems[0].Message : null,
                NextPoll = now + feed.Every,
                ETag = answer.NotModified ? feed.ETag : answer.ETag,
                LastModified = answer.NotModified ? feed.LastModified : answer.LastModified,
            },
            lease,
            CancellationToken.None);
        return report.Added;
    }

    // A feed may give headlines only: the pages behind them are fetched once. Whether such a page changed later is for a
    // feed that says so, or for an import of its URL.
    private async Task FollowAsync(IReadOnlyList<string> links, ImportBatch batch, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var link in links.Distinct())
        {
            if (await database.Articles.IsKnownAsync(link, cancel))
            {
                continue;
            }

            var page = await fetcher.FetchAsync(link, cancel: cancel);
            if (page.Item is { } item)
            {
                batch.Add(item.Name, await Task.Run(() => ArticleReader.Read(item, new() { Now = now }), CancellationToken.None).WaitAsync(limits.Page, time, cancel));
            }
            else if (page.Problem is { } problem)
            {
                batch.Add(problem);
            }
        }
    }

    private static TimeSpan PauseAfterError(Feed feed, TimeSpan? retryAfter, DateTimeOffset now)
    {
        // How long the feed has been left alone grows with each error, since the pause before was already longer.
        var pause = feed.LastError is null || feed.LastPolled is not { } last ? feed.Every : (now - last) * 2;
        pause = TimeSpan.FromTicks(Math.Clamp(pause.Ticks, feed.Every.Ticks, Math.Max(feed.Every.Ticks, LongestPause.Ticks)));
        return retryAfter > pause ? retryAfter.Value : pause;
    }
}
