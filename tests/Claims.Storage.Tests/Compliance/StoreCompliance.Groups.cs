using Claims.Core.Comparison;
using Claims.Storage.Grouping;
using Xunit;

namespace Claims.Storage.Tests.Compliance;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Groups_HoldWhatIsLinked()
    {
        await StoreConflictAsync();
        var group = Assert.Single(await Database.Groups.ListAsync(2, 0, 10));
        Assert.Equal((2, 2, 1), (group.Claims, group.Sources, group.Conflicts));
        Assert.Equal(group, await Database.Groups.FindAsync(group.Id.Value[..6]));
        Assert.Equal(new[] { Four.Id, Nine.Id }.OrderBy(id => id.Value), (await Database.Groups.ClaimsOfAsync(group.Id)).Select(claim => claim.Claim.Id).OrderBy(id => id.Value));
        Assert.Empty(await Database.Groups.ListAsync(3, 0, 10));
        Assert.Null(await Database.Groups.FindAsync("zzzz"));
        Assert.Equal(1, (await Database.Conflicts.ListAsync(new() { Group = group.Id })).Total);
    }

    [Fact]
    public async Task Groups_KeepTheirKey_WhenAClaimComesOrALinkIsScoredAnew()
    {
        await StoreConflictAsync();
        var before = Assert.Single(await Database.Groups.ListAsync(1, 0, 10));
        await CompareAsync(fire.Id, [new(Four.Id, Nine.Id, 0.95), new(Four.Id, Sank.Id, 0.95)], Samples.Comparison(Four, Nine));
        var after = Assert.Single(await Database.Groups.ListAsync(1, 0, 10));
        Assert.Equal((before.Id, 3), (after.Id, after.Claims));
    }

    [Fact]
    public async Task Groups_FallApart_WhenTheLinkIsLost()
    {
        await StoreConflictAsync();
        await CompareAsync(fire.Id, [], Samples.Comparison(Four, Nine));
        Assert.Empty(await Database.Groups.ListAsync(1, 0, 10));
        Assert.Null(Assert.Single((await Database.Conflicts.ListAsync(new())).Rows).Group);
    }

    [Fact]
    public async Task CandidateKeys_HoldKnownPartners_HoweverLittleTheyShare()
    {
        await StoreConflictAsync();
        await CompareAsync(blaze.Id, [], Samples.Comparison(Sank, Nine, Relation.Agreement, ConflictKind.Polarity));
        var references = await Database.Claims.CandidateKeysAsync(Nine.Id, [], 10);
        Assert.Equal(Sank.Id, Assert.Single(references).Id);
        Assert.Equal(Sank.Id, Assert.Single(await Database.Claims.GetAsync([.. references.Select(reference => reference.Id)])).Claim.Id);
    }
}
