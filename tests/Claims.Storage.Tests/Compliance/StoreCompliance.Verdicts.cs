using Claims.Core.Review;
using Claims.Storage.Review;
using Xunit;

namespace Claims.Storage.Tests.Compliance;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Decide_AppendsToTheHistory_AndTakesTheConflictOutOfTheQueue()
    {
        var row = await StoreConflictAsync();
        var verdict = await Database.Verdicts.DecideAsync(row.Id, Decision.RealConflict, "Ana", "both on record", expectedVersion: 0);
        var detail = await Database.Conflicts.FindAsync(row.Id.Value);
        Assert.Equal((ConflictStatus.Decided, Decision.RealConflict, 1), (detail!.Row.Status, detail.Row.Decision, detail.Version));
        Assert.Equal(verdict, Assert.Single(detail.History));
        Assert.Equal(verdict, Assert.Single(await Database.Verdicts.RecentAsync(5)));
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new())).Total);
        Assert.Equal(1, (await Database.Sources.FindAsync("Gazette"))!.DecidedConflicts);
    }

    [Fact]
    public async Task Decide_IsRefused_WhenSomebodyElseDecidedMeanwhile()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.RealConflict, "Ana", null, expectedVersion: 0);
        var refused = await Assert.ThrowsAsync<VersionConflictException>(() => Database.Verdicts.DecideAsync(row.Id, Decision.Unclear, "Ben", null, expectedVersion: 0));
        Assert.Equal(1, refused.Actual);
        Assert.Single(await Database.Verdicts.RecentAsync(5));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Database.Verdicts.DecideAsync(new("nothing"), Decision.Unclear, "Ben", null));
    }

    [Fact]
    public async Task Undo_BringsBackWhatStoodBefore()
    {
        var row = await StoreConflictAsync();
        var first = await Database.Verdicts.DecideAsync(row.Id, Decision.RealConflict, "Ana", null);
        var second = await Database.Verdicts.DecideAsync(row.Id, Decision.Compatible, "Ben", null);
        Assert.Equal(second.Id, (await Database.Verdicts.UndoAsync(row.Id, "Ben"))!.Undoes);
        Assert.Equal(Decision.RealConflict, (await RowAsync(row.Id)).Decision);
        Assert.Equal(first.Id, (await Database.Verdicts.UndoAsync(row.Id, "Ana"))!.Undoes);
        Assert.Equal((ConflictStatus.Open, null), ((await RowAsync(row.Id)).Status, (await RowAsync(row.Id)).Decision));
        Assert.Null(await Database.Verdicts.UndoAsync(row.Id, "Ana"));
        var detail = await Database.Conflicts.FindAsync(row.Id.Value);
        Assert.Equal(4, detail!.History.Count);
        Assert.Equal(4, detail.Version);
    }

    [Fact]
    public async Task LastDecidedBy_IsTheReviewersNewestDecisionThatStands()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.RealConflict, "Ana", null);
        Assert.Equal(row.Id, await Database.Verdicts.LastDecidedByAsync("Ana"));
        Assert.Null(await Database.Verdicts.LastDecidedByAsync("Ben"));
        await Database.Verdicts.UndoAsync(row.Id, "Ana");
        Assert.Null(await Database.Verdicts.LastDecidedByAsync("Ana"));
    }

    [Fact]
    public async Task Undo_LeavesTheConflictGone_WhenNothingFindsItAnyMore()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.RealConflict, "Ana", null);
        await CompareAsync(fire.Id, []);
        await Database.Verdicts.UndoAsync(row.Id, "Ana");
        Assert.Equal(ConflictStatus.Gone, (await RowAsync(row.Id)).Status);
    }
}
