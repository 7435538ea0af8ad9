using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage.Comparison;
using Claims.Storage.Work;
using Xunit;

namespace Claims.Storage.Tests.Compliance;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Ties_SplitAGroupForEver_AndTakeItsComparisonsOutOfTheQueue()
    {
        var row = await StoreConflictAsync();
        var act = await Database.Ties.AddAsync(TieKind.Apart, [new(Nine.Id, Four.Id)], "Ana", "two boats");
        Assert.Empty(await Database.Groups.ListAsync(1, 0, 10));
        Assert.Equal(ConflictStatus.Gone, (await RowAsync(row.Id)).Status);
        Assert.Equal(TieKind.Apart, Assert.Single(await Database.Ties.TiedAsync([Four.Id])).Value);
        Assert.Contains(await Database.Work.CountAsync(), count => count is { Stage: WorkStage.Compare, Due: 2 });

        // A worker that had read the claims before, and every later one, finds them apart.
        await CompareAsync(fire.Id, [new(Four.Id, Nine.Id, 1)], Samples.Comparison(Four, Nine));
        await CompareAsync(blaze.Id, [new(Four.Id, Nine.Id, 1)], Samples.Comparison(Four, Nine));
        Assert.Empty(await Database.Groups.ListAsync(1, 0, 10));
        Assert.Equal(ConflictStatus.Gone, (await RowAsync(row.Id)).Status);

        Assert.NotNull(await Database.Ties.UndoAsync(act.Id.Value[..8], "Ben"));
        Assert.Null(await Database.Ties.UndoAsync(act.Id.Value, "Ben"));
        await CompareAsync(fire.Id, [new(Four.Id, Nine.Id, 1)], Samples.Comparison(Four, Nine));
        await CompareAsync(blaze.Id, [new(Four.Id, Nine.Id, 1)], Samples.Comparison(Four, Nine));
        Assert.Single(await Database.Groups.ListAsync(1, 0, 10));
        Assert.Equal(ConflictStatus.Open, (await RowAsync(row.Id)).Status);
        Assert.Equal([null, TieKind.Apart], (await Database.Ties.RecentAsync(10)).Select(entry => entry.Kind));
        Assert.Empty(await Database.Ties.OfClaimsAsync([Four.Id]));
    }

    [Fact]
    public async Task Ties_HoldTogether_WhatNoScoreJoins()
    {
        await StoreConflictAsync();
        await Database.Ties.AddAsync(TieKind.Together, [new(Sank.Id, Nine.Id)], "Ana", null);
        Assert.Equal(3, Assert.Single(await Database.Groups.ListAsync(1, 0, 10)).Claims);
        Assert.Contains(await Database.Claims.CandidateKeysAsync(Sank.Id, [], 10), candidate => candidate.Id == Nine.Id);
        await CompareAsync(fire.Id, []);
        await Database.Groups.RefreshAsync();
        Assert.Equal(2, Assert.Single(await Database.Groups.ListAsync(1, 0, 10)).Claims);
    }

    [Fact]
    public async Task Ties_ReachTheGroupsThatTheClaimsStandIn()
    {
        await StoreConflictAsync();
        await CompareAsync(fire.Id, [new(Four.Id, Nine.Id, 0.9), new(Sank.Id, SankLater.Id, 0.9)], Samples.Comparison(Four, Nine), Samples.Comparison(Four, SankLater));
        await Database.Ties.AddAsync(TieKind.Apart, [new(Nine.Id, SankLater.Id)], "Ana", null);
        var tied = await Database.Ties.TiedAsync([Four.Id]);
        Assert.Equal(TieKind.Apart, tied[ClaimPair.Ordered(Four.Id, SankLater.Id)]);
        Assert.Equal(TieKind.Apart, tied[ClaimPair.Ordered(Four.Id, Sank.Id)]);
        Assert.DoesNotContain(ClaimPair.Ordered(Four.Id, Nine.Id), tied.Keys);
        Assert.DoesNotContain(await Database.Conflicts.OfClaimAsync(Four.Id), comparison => comparison.A == SankLater.Id || comparison.B == SankLater.Id);
    }

    [Fact]
    public async Task Ties_AreCarriedOver_ToTheSameWordsReadAnew()
    {
        await StoreConflictAsync();
        await Database.Ties.AddAsync(TieKind.Apart, [new(Four.Id, Nine.Id)], "Ana", null);
        var wider = Samples.Claim(blaze, "Officials say nine people died aboard.");
        await ExtractAsync(blaze, wider, SankLater);
        Assert.Equal(ClaimPair.Ordered(Four.Id, wider.Id), Assert.Single(await Database.Ties.TiedAsync([wider.Id])).Key);
        await CompareAsync(blaze.Id, [new(Four.Id, wider.Id, 1)], Samples.Comparison(Four, wider));
        Assert.Empty(await Database.Groups.ListAsync(1, 0, 10));
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new())).Total);
    }

    [Fact]
    public async Task Ties_NeverTouchADecision()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.RealConflict, "Ana", null);
        await Database.Ties.AddAsync(TieKind.Apart, [new(Four.Id, Nine.Id)], "Ben", null);
        var after = await RowAsync(row.Id);
        Assert.Equal((ConflictStatus.Decided, Decision.RealConflict), (after.Status, after.Decision));
    }

    [Fact]
    public async Task Ties_OfTwoOverOnePair_TheNewerHolds()
    {
        await StoreConflictAsync();
        var apart = await Database.Ties.AddAsync(TieKind.Apart, [new(Four.Id, Nine.Id)], "Ana", null);
        var together = await Database.Ties.AddAsync(TieKind.Together, [new(Four.Id, Nine.Id)], "Ben", null);
        Assert.Equal(TieKind.Together, Assert.Single(await Database.Ties.TiedAsync([Four.Id])).Value);
        Assert.Equal([together.Id, apart.Id], (await Database.Ties.OfClaimsAsync([Nine.Id])).Select(act => act.Id));
        await Database.Ties.UndoAsync(together.Id.Value, "Ben");
        Assert.Equal(TieKind.Apart, Assert.Single(await Database.Ties.TiedAsync([Four.Id])).Value);
    }

    [Fact]
    public async Task Ties_RefuseWhatMakesNoSense()
    {
        await StoreConflictAsync();
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Database.Ties.AddAsync(TieKind.Apart, [new(Four.Id, new ClaimId("nowhere"))], "Ana", null));
        await Assert.ThrowsAsync<ArgumentException>(() => Database.Ties.AddAsync(TieKind.Apart, [], "Ana", null));
        await Assert.ThrowsAsync<ArgumentException>(() => Database.Ties.AddAsync(TieKind.Apart, [new(Four.Id, Four.Id)], "Ana", null));
        Assert.Empty(await Database.Ties.RecentAsync(10));
    }
}
