using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Comparison;

/// <summary>From the text of one story to its conflicts: an article can quote two voices against each other.</summary>
public sealed class TwoVoicesTests
{
    [Fact]
    public void Compare_FindsTheConflict_WhereOneStoryQuotesAnotherCount()
    {
        var conflict = Assert.Single(ConflictsIn("Hundreds of fans lined the quay in Osk at the burial of the singer. State radio reported that more than 20,000 people attended the burial."));

        Assert.Equal(ConflictKind.Count, conflict.Kind);
    }

    [Fact]
    public void Compare_FindsTheConflict_WhereAPartysLeaderDeniesThatItTakesPart()
    {
        var conflict = Assert.Single(ConflictsIn("Radio Osk said the coalition includes the Velm Front. Velm Front leader Ana Brek told reporters that her movement will take no part in the vote."));

        Assert.Equal(ConflictKind.Participation, conflict.Kind);
    }

    [Fact]
    public void Compare_SaysSuperseded_WhereASourcePutsItsOwnWordsRight()
    {
        var first = Assert.Single(ComparisonClaims.Read("In all 46 miners were brought up alive from the Tolven pit on Tuesday night.", "Tolven Post", "2031-05-06T22:00:00Z"));
        var later = Assert.Single(ComparisonClaims.Read("In all 31 miners were brought up alive from the Tolven pit on Tuesday night.", "Tolven Post", "2031-05-07T08:00:00Z"));

        var relations = new ClaimComparer().Compare(first, later).Select(c => c.Relation).ToList();

        Assert.Contains(Relation.Superseded, relations);
        Assert.DoesNotContain(Relation.Conflict, relations);
    }

    [Fact]
    public void Compare_FindsTheConflict_WhereOneSaysThatNobodyWasHurt() =>
        Assert.Contains(
            ComparisonClaims.Compare("Nobody was hurt in the drone attack on the port of Tolven on Friday, the army said.", "Two workers were killed in the drone attack on the port of Tolven on Friday, a foreman said."),
            c => c is { Relation: Relation.Conflict, Kind: ConflictKind.Count });

    [Fact]
    public void Compare_FindsTheConflict_WhereADenialStandsInsideThePhrase() =>
        Assert.Contains(
            ComparisonClaims.Compare("The Harl Brigades have carried out no attack in Tolven.", "The Harl Brigades launched rocket attacks on two posts in Tolven."),
            c => c is { Relation: Relation.Conflict, Kind: ConflictKind.Description });

    [Theory]
    [InlineData("The coffin of the Harl Brigades' founder was covered with rose petals in Tolven.", "Prayers for fallen commanders of the Harl Brigades were said in Tolven.")]
    [InlineData("The Harl Brigades were afraid of getting bombed in Tolven.", "The Harl Brigades have stayed out of the fighting around Tolven.")]
    [InlineData("The Reform List won 60 seats in the new parliament of Tolven on Sunday.", "The Reform List won nine seats on the provincial council of Tolven on Sunday.")]
    [InlineData("The Reform List will boycott the parliamentary election in Tolven.", "The Reform List is taking part in the mayoral election in Tolven.")]
    [InlineData("The army said a Harl commander was killed in Tolven on Monday.", "The army said around 30 Harl commanders were killed in Tolven on Monday.")]
    public void Compare_FlagsNothing_WhereTwoThingsOnlyLookAlike(string a, string b) =>
        Assert.DoesNotContain(ComparisonClaims.Compare(a, b), c => c.Relation == Relation.Conflict);

    private static List<ClaimComparison> ConflictsIn(string text)
    {
        var published = new DateTimeOffset(2031, 5, 6, 0, 0, 0, TimeSpan.Zero);
        var article = new Article
        {
            Id = new ArticleId("a"),
            Url = "https://osk.example/a",
            Source = Source.Named("Osk Courier"),
            Published = published,
            Fetched = published,
            ContentHash = "a",
            Text = text,
        };
        var claims = new ClaimExtractor(LanguageAnalyzer.Default).Extract(article).Claims.Select(c => new ClaimInContext(c, article.Source, published, null)).ToList();
        var grouper = new ClaimGrouper();
        var comparer = new ClaimComparer();
        return
        [
            .. claims.SelectMany((a, i) => claims.Skip(i + 1)
                    .Where(b => grouper.Score(a, [b])[0] is { Joins: true } or { Suggests: true })
                    .SelectMany(b => comparer.Compare(a, b)))
                .Where(c => c.Relation == Relation.Conflict),
        ];
    }
}
