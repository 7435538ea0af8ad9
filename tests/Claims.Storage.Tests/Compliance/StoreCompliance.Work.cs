using Claims.Core.Articles;
using Claims.Storage.Runs;
using Claims.Storage.Work;
using Xunit;

namespace Claims.Storage.Tests.Compliance;

public abstract partial class StoreCompliance
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private async Task<WorkLease> LeaseOneAsync(string worker = "one") =>
        Assert.Single(await Database.Work.LeaseAsync(worker, [WorkStage.Extract], 1, Minute));

    private async Task<WorkCount> OnlyCountAsync() => Assert.Single(await Database.Work.CountAsync());

    [Fact]
    public async Task Lease_GivesARowToOneWorkerAtATime()
    {
        await Database.Articles.AddAsync([.. Enumerable.Range(0, 20).Select(i => Samples.Article($"https://courier.example/{i}", $"Text {i}."))]);
        await using var second = Open();
        var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? Database : second).Work.LeaseAsync($"worker {i}", [WorkStage.Extract], 3, Minute))));
        var subjects = leases.SelectMany(taken => taken).Select(lease => lease.Subject).ToList();
        Assert.Equal(20, subjects.Count);
        Assert.Equal(20, subjects.Distinct().Count());
    }

    [Fact]
    public async Task Lease_GivesTheOldestFirst_AndOnlyTheStagesWanted()
    {
        await Database.Articles.AddAsync([fire]);
        Clock.Advance(Minute);
        await Database.Articles.AddAsync([blaze]);
        Assert.Empty(await Database.Work.LeaseAsync("one", [WorkStage.Compare, WorkStage.Fetch], 5, Minute));
        Assert.Equal([fire.Id.Value, blaze.Id.Value], (await Database.Work.LeaseAsync("one", [WorkStage.Extract], 5, Minute)).Select(lease => lease.Subject));
    }

    [Fact]
    public async Task Lease_CanBeTakenOver_WhenItRanOut()
    {
        await Database.Articles.AddAsync([fire]);
        var first = await LeaseOneAsync();
        Assert.Equal(1, (await OnlyCountAsync()).Leased);
        Assert.Empty(await Database.Work.LeaseAsync("two", [WorkStage.Extract], 1, Minute));
        Clock.Advance(Minute);
        var second = await LeaseOneAsync("two");
        Assert.NotEqual(first.Token, second.Token);
        Assert.False(await Database.Work.FailAsync(first, "too late"));
        await Database.Work.ReleaseAsync(first);
        Assert.Equal(1, (await OnlyCountAsync()).Leased);
    }

    [Fact]
    public async Task Fail_PausesTwiceAsLongEachTime_AndSetsAsideAtTheFifth()
    {
        await Database.Articles.AddAsync([fire]);
        foreach (var seconds in new[] { 2, 4, 8, 16 })
        {
            Assert.False(await Database.Work.FailAsync(await LeaseOneAsync(), "no verb"));
            Assert.Equal(Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds), await Database.Work.NextDueAsync());
            Assert.Equal(1, (await OnlyCountAsync()).Waiting);
            Assert.Empty(await Database.Work.LeaseAsync("one", [WorkStage.Extract], 1, Minute));
            Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        var last = await LeaseOneAsync();
        Assert.Equal(5, last.Attempt);
        Assert.True(await Database.Work.FailAsync(last, "still no verb"));
        Assert.Equal(new FailedWork(WorkStage.Extract, fire.Id.Value, fire.Url, "still no verb", 5, Clock.GetUtcNow()), Assert.Single(await Database.Work.FailedAsync(10)));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Database.Work.LeaseAsync("one", [WorkStage.Extract], 1, Minute));
        Assert.Equal(new WorkCount(WorkStage.Extract, 0, 0, 0, 1), await OnlyCountAsync());
        Assert.Null(await Database.Work.NextDueAsync());
    }

    [Fact]
    public async Task Retry_MakesSetAsideWorkDue_WithItsAttemptsForgotten()
    {
        await Database.Articles.AddAsync([fire]);
        for (var i = 0; i < 5; i++)
        {
            await Database.Work.FailAsync(await LeaseOneAsync(), "no verb");
            Clock.Advance(Minute);
        }

        Assert.Equal(0, await Database.Work.RetryAsync("something else"));
        Assert.Equal(1, await Database.Work.RetryAsync(subject: null));
        Assert.Equal(1, (await LeaseOneAsync()).Attempt);
        Assert.Empty(await Database.Work.FailedAsync(10));
    }

    [Fact]
    public async Task Release_CountsNoAttempt()
    {
        await Database.Articles.AddAsync([fire]);
        await Database.Work.ReleaseAsync(await LeaseOneAsync());
        Assert.Equal(1, (await LeaseOneAsync()).Attempt);
    }

    [Fact]
    public async Task Reclaim_GivesTheRowsOfADeadWorkerToOthers()
    {
        await Database.Articles.AddAsync([fire, blaze]);
        await LeaseOneAsync("dead");
        await LeaseOneAsync("alive");
        Assert.Equal(["alive", "dead"], await Database.Work.HoldersAsync());
        Assert.Equal(1, await Database.Work.ReclaimAsync("dead"));
        Assert.Equal(2, (await LeaseOneAsync("next")).Attempt);
        Assert.Equal(["alive", "next"], await Database.Work.HoldersAsync());
    }

    [Fact]
    public async Task Reclaim_SetsAside_WhenTooManyWorkersDiedOverARow()
    {
        await Database.Articles.AddAsync([fire]);
        for (var i = 0; i < WorkRules.MostLosses; i++)
        {
            await LeaseOneAsync($"worker {i}");
            await Database.Work.ReclaimAsync($"worker {i}");
        }

        Assert.Equal(WorkRules.LostMessage, Assert.Single(await Database.Work.FailedAsync(10)).Error);
    }

    [Fact]
    public async Task Requeue_GoesBackToAnEarlierStage_AndLeavesWhatIsDueAlone()
    {
        await StoreAsync(fire, Four);
        await Database.Articles.AddAsync([blaze]);
        Assert.Equal(1, await Database.Work.RequeueAsync([fire.Id.Value, blaze.Id.Value], WorkStage.Extract));
        Assert.Equal(new WorkCount(WorkStage.Extract, 2, 0, 0, 0), await OnlyCountAsync());
        Assert.Equal(0, await Database.Work.RequeueAsync([fire.Id.Value, blaze.Id.Value], WorkStage.Compare));
        Assert.Equal(0, await Database.Work.RequeueAsync([], WorkStage.Extract));
    }

    [Fact]
    public async Task Runs_AddUp()
    {
        var run = await Database.Runs.StartAsync("cli", "v1");
        await Database.Runs.AddAsync(run, new(1, 2, 3, 4, 5, 6));
        await Database.Runs.AddAsync(run, new(1, 1, 1, 1, 1, 1));
        Assert.Null(Assert.Single(await Database.Runs.RecentAsync(5)).Finished);
        Clock.Advance(Minute);
        await Database.Runs.FinishAsync(run);
        var summary = Assert.Single(await Database.Runs.RecentAsync(5));
        Assert.Equal(new RunSummary(run, "cli", "v1", Clock.GetUtcNow() - Minute, Clock.GetUtcNow(), new(2, 3, 4, 5, 6, 7)), summary);
    }

    [Fact]
    public async Task Feeds_AreDueByTheirOwnRhythm()
    {
        var feed = await Database.Feeds.AddAsync("https://courier.example/rss", TimeSpan.FromMinutes(10));
        Assert.Equal(1, await Database.Feeds.EnqueueDueAsync());
        Assert.Equal(0, await Database.Feeds.EnqueueDueAsync());
        var lease = Assert.Single(await Database.Work.LeaseAsync("one", [WorkStage.Fetch], 5, Minute));
        var polled = feed with { ETag = "\"a\"", LastModified = "yesterday", LastPolled = Clock.GetUtcNow(), NextPoll = Clock.GetUtcNow() + feed.Every };
        await Database.Feeds.SavePollAsync(polled, lease);
        Assert.Equal(polled, await Database.Feeds.FindAsync(feed.Id));
        Assert.Equal(0, await Database.Feeds.EnqueueDueAsync());
        Clock.Advance(feed.Every);
        Assert.Equal(1, await Database.Feeds.EnqueueDueAsync());

        Assert.Equal(TimeSpan.FromHours(1), (await Database.Feeds.AddAsync(feed.Url, TimeSpan.FromHours(1))).Every);
        Assert.Single(await Database.Feeds.ListAsync());
        Assert.True(await Database.Feeds.RemoveAsync(feed.Id));
        Assert.False(await Database.Feeds.RemoveAsync(feed.Id));
        Assert.Empty(await Database.Work.CountAsync());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Database.Feeds.AddAsync(feed.Url, TimeSpan.FromSeconds(59)));
    }
}
