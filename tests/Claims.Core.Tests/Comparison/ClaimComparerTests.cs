using Claims.Core.Comparison;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Claims.Core.Tests.Comparison.ComparisonClaims;

namespace Claims.Core.Tests.Comparison;

public class ClaimComparerTests
{
    private static readonly string[] Sentences =
    [
        "At least 40 miners were killed in the collapse of the Tolven pit on Monday.",
        "Nine miners died when the Tolven pit collapsed on Monday.",
        "The Harl Brigades stayed out of the fighting around Tolven in March.",
        "The Harl Brigades shelled two villages near Tolven in March.",
        "Monday's parade in Tolven was called off because of the storm.",
        "Thousands watched as Monday's parade in Tolven went ahead in the storm.",
        "The Reform List will boycott the election in Tolven.",
        "The Reform List took part in the election in Tolven.",
        "The mayor of Tolven said the bridge was safe.",
    ];

    [Theory]
    [InlineData(0, 1, ConflictKind.Count)]
    [InlineData(2, 3, ConflictKind.Description)]
    [InlineData(4, 5, ConflictKind.Polarity)]
    [InlineData(6, 7, ConflictKind.Participation)]
    public void Compare_FindsTheConflict_WhenTwoReportsContradict(int a, int b, ConflictKind kind)
    {
        var conflict = Assert.Single(Compare(Sentences[a], Sentences[b]), c => c.Relation == Relation.Conflict);
        Assert.Equal(kind, conflict.Kind);
        var reason = conflict.Reasons[0];
        Assert.NotNull(reason.SpanA);
        Assert.NotNull(reason.SpanB);
        Assert.False(string.IsNullOrWhiteSpace(reason.Sentence));
    }

    [Theory]
    [InlineData("Forty people were injured in the fire at the Tolven mill on Monday.", "Six people were killed in the fire at the Tolven mill on Monday.")]
    [InlineData("The Harl Brigades stayed out of the fighting around Tolven in March 2024.", "The Harl Brigades shelled two villages near Tolven in August 2022.")]
    [InlineData("The Vessen Guard stayed out of the fighting around Tolven.", "The Harl Brigades shelled two villages near Tolven.")]
    [InlineData("The Harl Brigades threatened to attack the port of Tolven.", "The Harl Brigades left the port of Tolven untouched.")]
    public void Compare_FlagsNothing_WhenRoleTimeOrActorDiffer(string a, string b) =>
        Assert.DoesNotContain(Compare(a, b), c => c.Relation == Relation.Conflict);

    [Fact]
    public void Compare_IsSymmetric_WhateverThePair() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<(byte A, byte B)>(), pick =>
        {
            var comparer = new ClaimComparer();
            var a = Read(Sentences[pick.A % Sentences.Length])[0];
            var b = Read(Sentences[pick.B % Sentences.Length], "Radio Nowhere")[0];
            var one = comparer.Compare(a, b);
            var two = comparer.Compare(b, a);
            return one.Count == two.Count && one.Zip(two).All(p => p.First.Id == p.Second.Id && p.First.Relation == p.Second.Relation
                && p.First.Confidence.Equals(p.Second.Confidence) && p.First.Severity.Equals(p.Second.Severity) && p.First.Reasons.SequenceEqual(p.Second.Reasons));
        }));
}
