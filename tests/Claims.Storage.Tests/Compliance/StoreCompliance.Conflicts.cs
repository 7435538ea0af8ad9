using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage.Comparison;
using Claims.Storage.Review;
using Claims.Storage.Work;
using Xunit;

namespace Claims.Storage.Tests.Compliance;

public abstract partial class StoreCompliance
{
    private readonly Article fire = Samples.Article("https://courier.example/fire", "Four people died aboard. The ferry sank at noon.");
    private readonly Article blaze = Samples.Article("https://gazette.example/blaze", "Officials say nine people died aboard. The boat sank at one.", "The Gazette");

    private Claim Four => Samples.Claim(fire, "Four people died aboard.");

    private Claim Sank => Samples.Claim(fire, "The ferry sank at noon.");

    private Claim Nine => Samples.Claim(blaze, "nine people died aboard.");

    private Claim SankLater => Samples.Claim(blaze, "The boat sank at one.");

    /// <summary>Two articles that contradict each other in one count.</summary>
    private async Task<ConflictRow> StoreConflictAsync()
    {
        await StoreAsync(fire, Four, Sank);
        await StoreAsync(blaze, Nine, SankLater);
        await CompareAsync(fire.Id, [new(Four.Id, Nine.Id, 0.8)], Samples.Comparison(Four, Nine));
        await CompareAsync(blaze.Id, [new(Four.Id, Nine.Id, 0.8)], Samples.Comparison(Nine, Four, valueX: "9", valueY: "4"));
        return Assert.Single((await Database.Conflicts.ListAsync(new())).Rows);
    }

    private async Task<ConflictRow> RowAsync(ConflictId id) =>
        (await Database.Conflicts.ListAsync(new() { Status = null, Take = 500 })).Rows.Single(row => row.Id == id);

    [Fact]
    public async Task SaveComparisons_QueuesAConflictOnce_WhenBothArticlesFindIt()
    {
        var row = await StoreConflictAsync();
        Assert.Equal(ConflictStatus.Open, row.Status);
        Assert.Equal(ClaimComparison.IdOf(Four.Id, Nine.Id, ConflictKind.Count), row.Id);
        Assert.Equal(new[] { "Harbour Courier", "The Gazette" }, new[] { row.A.Source.Name, row.B.Source.Name }.Order());
        Assert.NotNull(row.Group);
        Assert.Empty(await Database.Work.CountAsync());
    }

    [Fact]
    public async Task SaveComparisons_QueuesNothing_WhenClaimsAgreeOrAreOfAnotherScope()
    {
        await StoreAsync(fire, Four, Sank);
        await StoreAsync(blaze, Nine, SankLater);
        var counts = await CompareAsync(
            fire.Id, [], Samples.Comparison(Four, Nine, Relation.Superseded), Samples.Comparison(Sank, SankLater, Relation.DifferentScope, ConflictKind.Time), Samples.Comparison(Four, Sank, Relation.Agreement, ConflictKind.Polarity));
        Assert.Equal(new ComparisonCounts(3, 0, 0), counts);
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new() { Status = null })).Total);
        Assert.Equal(3, (await Database.Conflicts.CountAsync()).Sum(count => count.Count));
        Assert.Equal(2, (await Database.Conflicts.OfClaimAsync(Four.Id)).Count);
    }

    [Fact]
    public async Task SaveComparisons_ChangesNothing_WhenRunAgain()
    {
        var before = await StoreConflictAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        var counts = await CompareAsync(fire.Id, [new(Four.Id, Nine.Id, 0.8)], Samples.Comparison(Four, Nine));
        Assert.Equal(default, counts);
        Assert.Equal(Shown(before), Shown(await RowAsync(before.Id)));
    }

    [Fact]
    public async Task SaveComparisons_MakesAnOpenConflictGone_AndOpenAgainWhenFoundAgain()
    {
        var row = await StoreConflictAsync();
        Assert.Equal(1, (await CompareAsync(fire.Id, [])).GoneConflicts);
        Assert.Equal(ConflictStatus.Gone, (await RowAsync(row.Id)).Status);
        Assert.Empty(await Database.Conflicts.OfClaimAsync(Four.Id));
        Assert.NotNull(await Database.Conflicts.FindAsync(row.Id.Value));

        Assert.Equal(1, (await CompareAsync(fire.Id, [], Samples.Comparison(Four, Nine))).NewConflicts);
        Assert.Equal(ConflictStatus.Open, (await RowAsync(row.Id)).Status);
    }

    [Fact]
    public async Task SaveComparisons_LeavesAlone_WhatWasNotLookedAt()
    {
        var row = await StoreConflictAsync();
        var lease = await TakeAsync(blaze.Id, WorkStage.Compare);
        var counts = await Database.Conflicts.SaveComparisonsAsync(
            new(blaze.Id, "1", [], []) { Examined = new HashSet<ClaimPair> { ClaimPair.Ordered(Four.Id, SankLater.Id) } }, lease);
        Assert.Equal(default, counts);
        Assert.Equal(ConflictStatus.Open, (await RowAsync(row.Id)).Status);
        Assert.Single(await Database.Groups.ListAsync(2, 0, 10));
    }

    [Fact]
    public async Task SaveComparisons_MakesAConflictGone_WhenTheRelationChanges()
    {
        var row = await StoreConflictAsync();
        Assert.Equal(1, (await CompareAsync(fire.Id, [], Samples.Comparison(Four, Nine, Relation.Superseded))).GoneConflicts);
        Assert.Equal(ConflictStatus.Gone, (await RowAsync(row.Id)).Status);
        Assert.Equal(Relation.Superseded, Assert.Single(await Database.Conflicts.OfClaimAsync(Four.Id)).Relation);
    }

    [Fact]
    public async Task Superseded_AreTheEarlierOfTwoFigures()
    {
        var update = Samples.Article("https://gazette.example/update", "The toll is nine dead.", "The Gazette") with { Published = Samples.Noon.AddHours(5) };
        var later = Samples.Claim(update, "The toll is nine dead.");
        await StoreAsync(fire, Four);
        await StoreAsync(update, later);
        await CompareAsync(fire.Id, [], Samples.Comparison(Four, later, Relation.Superseded));
        Assert.Equal([Four.Id], await Database.Conflicts.SupersededAsync([Four.Id, later.Id]));
        Assert.Empty(await Database.Conflicts.SupersededAsync([later.Id]));
    }

    [Fact]
    public async Task SaveComparisons_NeverTouchesADecision()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.Compatible, "Ana", "different boats");
        var decided = await Database.Conflicts.FindAsync(row.Id.Value);

        await CompareAsync(fire.Id, []);
        Assert.Equal(Shown(decided!.Row), Shown(await RowAsync(row.Id) with { Group = decided.Row.Group }));
        await CompareAsync(fire.Id, [], Samples.Comparison(Four, Nine, valueX: "5", valueY: "8", severity: 0.1));
        var after = await Database.Conflicts.FindAsync(row.Id.Value);
        Assert.Equal(Shown(decided.Comparison), Shown(after!.Comparison));
        Assert.Equal(Shown(decided.History), Shown(after.History));
        Assert.Equal((ConflictStatus.Decided, Decision.Compatible), (after.Row.Status, after.Row.Decision));
    }

    [Fact]
    public async Task SaveComparisons_WritesNothing_WhenTheLeaseIsLost()
    {
        await StoreAsync(fire, Four);
        await StoreAsync(blaze, Nine);
        var lost = await TakeAsync(fire.Id, WorkStage.Compare);
        await Database.Work.RequeueAsync([fire.Id.Value], WorkStage.Extract);
        await Assert.ThrowsAsync<LeaseLostException>(() => Database.Conflicts.SaveComparisonsAsync(new(fire.Id, "1", [], [Samples.Comparison(Four, Nine)]), lost));
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new())).Total);
    }

    [Fact]
    public async Task SaveComparisons_LeavesOut_WhatWasRetiredMeanwhile()
    {
        await StoreAsync(fire, Four);
        await StoreAsync(blaze, Nine);
        var lease = await TakeAsync(fire.Id, WorkStage.Compare);
        await ExtractAsync(blaze, SankLater);
        var counts = await Database.Conflicts.SaveComparisonsAsync(new(fire.Id, "1", [new(Four.Id, Nine.Id, 1)], [Samples.Comparison(Four, Nine)]), lease);
        Assert.Equal(default, counts);
        Assert.Empty(await Database.Groups.ListAsync(1, 0, 10));
    }

    [Fact]
    public async Task ShiftedClaim_InheritsTheDecision_WhenTheValuesAreTheSame()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.RealConflict, "Ana", null);

        var wider = Samples.Claim(blaze, "Officials say nine people died aboard.");
        await ExtractAsync(blaze, wider, SankLater);
        var counts = await CompareAsync(blaze.Id, [], Samples.Comparison(Four, wider));
        Assert.Equal(0, counts.NewConflicts);
        var heir = await Database.Conflicts.FindAsync(ClaimComparison.IdOf(Four.Id, wider.Id, ConflictKind.Count).Value);
        Assert.Equal((ConflictStatus.Decided, Decision.RealConflict, row.Id), (heir!.Row.Status, heir.Row.Decision, heir.InheritsFrom));
        Assert.Equal("Ana", Assert.Single(heir.History).Reviewer);
        Assert.Equal(ConflictStatus.Decided, (await RowAsync(row.Id)).Status);
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new())).Total);

        // Taking the decision back through the heir takes it back where it was made, and the heir waits for a person.
        Assert.Equal(row.Id, (await Database.Verdicts.UndoAsync(heir.Row.Id, "Ana"))!.ConflictId);
        Assert.Equal(ConflictStatus.Open, (await RowAsync(heir.Row.Id)).Status);
        Assert.Equal(ConflictStatus.Gone, (await RowAsync(row.Id)).Status);
    }

    [Fact]
    public async Task ShiftedClaim_ComesToTheQueue_WhenTheValuesAreOthers()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.Compatible, "Ana", null);
        var wider = Samples.Claim(blaze, "Officials say nine people died aboard.");
        await ExtractAsync(blaze, wider);
        Assert.Equal(1, (await CompareAsync(blaze.Id, [], Samples.Comparison(Four, wider, valueX: "4", valueY: "90"))).NewConflicts);
        var reopened = await Database.Conflicts.FindAsync(ClaimComparison.IdOf(Four.Id, wider.Id, ConflictKind.Count).Value);
        Assert.Equal((ConflictStatus.Open, row.Id), (reopened!.Row.Status, reopened.Reopens));
        Assert.Null(reopened.InheritsFrom);
    }

    [Fact]
    public async Task OtherWords_InheritNothing()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.Compatible, "Ana", null);
        await CompareAsync(blaze.Id, [], Samples.Comparison(Four, Nine), Samples.Comparison(Sank, SankLater), Samples.Comparison(Four, Nine, kind: ConflictKind.Polarity));
        Assert.Equal(2, (await Database.Conflicts.ListAsync(new())).Total);
    }

    [Fact]
    public async Task NewRevision_InheritsTheDecision_WhenTheWordsAreTheSame()
    {
        var row = await StoreConflictAsync();
        await Database.Verdicts.DecideAsync(row.Id, Decision.Compatible, "Ana", null);
        var revised = Samples.Article(blaze.Url, "Officials say nine people died aboard. Divers were sent.", "The Gazette");
        var again = Samples.Claim(revised, "nine people died aboard.");
        await StoreAsync(revised, again);
        Assert.Equal(0, (await CompareAsync(revised.Id, [], Samples.Comparison(Four, again))).NewConflicts);
        Assert.Equal(Decision.Compatible, (await RowAsync(ClaimComparison.IdOf(Four.Id, again.Id, ConflictKind.Count))).Decision);
    }

    [Fact]
    public async Task RetiredClaim_KeepsItsDecidedConflict_AndLosesItsOpenOnes()
    {
        var row = await StoreConflictAsync();
        await CompareAsync(fire.Id, [], Samples.Comparison(Four, Nine), Samples.Comparison(Four, SankLater, kind: ConflictKind.Polarity));
        await Database.Verdicts.DecideAsync(row.Id, Decision.RealConflict, "Ana", null);
        await ExtractAsync(fire, Sank);
        Assert.Equal(ConflictStatus.Decided, (await RowAsync(row.Id)).Status);
        Assert.Equal(ConflictStatus.Gone, (await RowAsync(ClaimComparison.IdOf(Four.Id, SankLater.Id, ConflictKind.Polarity))).Status);
        Assert.Equal("Four people died aboard.", new[] { (await RowAsync(row.Id)).A.Quote, (await RowAsync(row.Id)).B.Quote }.Single(quote => quote.StartsWith('F')));
    }

    [Fact]
    public async Task Queue_IsOrderedByPriority_AndFiltered()
    {
        await StoreAsync(fire, Four, Sank);
        await StoreAsync(blaze, Nine, SankLater);
        await CompareAsync(
            fire.Id, [], Samples.Comparison(Four, Nine, severity: 0.5), Samples.Comparison(Sank, SankLater, kind: ConflictKind.Time, severity: 0.9), Samples.Comparison(Four, SankLater, kind: ConflictKind.Polarity, severity: 0.7));
        var all = await Database.Conflicts.ListAsync(new());
        Assert.Equal([ConflictKind.Time, ConflictKind.Polarity, ConflictKind.Count], all.Rows.Select(row => row.Kind));
        Assert.Equal(3, all.Total);
        Assert.Equal(ConflictKind.Polarity, Assert.Single((await Database.Conflicts.ListAsync(new() { Skip = 1, Take = 1 })).Rows).Kind);
        Assert.Equal(ConflictKind.Count, Assert.Single((await Database.Conflicts.ListAsync(new() { Kind = ConflictKind.Count })).Rows).Kind);
        Assert.Equal(3, (await Database.Conflicts.ListAsync(new() { Source = Source.IdOf("gazette") })).Total);
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new() { Source = Source.IdOf("nobody") })).Total);
        Assert.Equal(3, (await Database.Conflicts.ListAsync(new() { Article = fire.Id })).Total);
        Assert.Equal(1, (await Database.Conflicts.ListAsync(new() { Text = "NOON boat" })).Total);
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new() { Text = "noon%" })).Total);
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new() { Group = new("none") })).Total);
        Assert.Equal(0, (await Database.Conflicts.ListAsync(new() { Status = ConflictStatus.Decided })).Total);
        Assert.Equal(3, (await Database.Conflicts.QueueCountsAsync()).Count);

        for (var i = 0; i < 3; i++)
        {
            var place = await Database.Conflicts.PlaceAsync(new(), all.Rows[i]);
            Assert.Equal(new QueuePlace(i > 0 ? all.Rows[i - 1].Id : null, i < 2 ? all.Rows[i + 1].Id : null, i, true, 3), place);
        }

        await Database.Verdicts.DecideAsync(all.Rows[1].Id, Decision.Unclear, "Ana", null);
        Assert.Equal(new QueuePlace(all.Rows[0].Id, all.Rows[2].Id, 1, false, 2), await Database.Conflicts.PlaceAsync(new(), all.Rows[1]));
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(0, 0)]
    [InlineData(0, 501)]
    public async Task Queue_RefusesPagesThatMakeNoSense(int skip, int take) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Database.Conflicts.ListAsync(new() { Skip = skip, Take = take }));

    [Fact]
    public async Task FindConflict_TakesAKeyOrAPrefixThatFitsOne()
    {
        var row = await StoreConflictAsync();
        var detail = await Database.Conflicts.FindAsync(row.Id.Value[..4]);
        Assert.Equal(row.Id, detail!.Row.Id);
        Assert.Equal(Shown(row), Shown(detail.Row));
        var view = detail.A.InContext.Claim.Id == Nine.Id ? detail.A : detail.B;
        Assert.Equal(blaze.Text, view.ParagraphText);
        Assert.Equal("nine people died aboard.", view.InContext.Claim.Span.Of(blaze.Text));
        Assert.Equal(blaze.Id, view.Article.Id);
        Assert.Null(await Database.Conflicts.FindAsync(row.Id.Value[..3]));
        Assert.Null(await Database.Conflicts.FindAsync("zzzz"));
    }
}
