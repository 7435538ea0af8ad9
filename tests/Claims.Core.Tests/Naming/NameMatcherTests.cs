using Claims.Core.Articles;
using Claims.Core.Naming;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Naming;

public class NameMatcherTests
{
    [Theory]
    [InlineData("Ktaeb Rahoun", "Kata'ib Rahoun", "transliteration")]
    [InlineData("Muammar Gazzafi", "Moammar Qazzafi", "transliteration")]
    [InlineData("Dmitri Volnov", "Dmitriy Volnoff", "transliteration")]
    [InlineData("Delk, Nawar", "Nawar Delk", "order")]
    [InlineData("Nawar P. Delk", "Nawar Peric Delk", "initial")]
    [InlineData("Pesh Barda", "Peshbarda", "run together")]
    public void Match_JoinsSpellingsOfOneName(string a, string b, string rule)
    {
        var alias = Match(a, b);

        Assert.NotNull(alias);
        Assert.True(alias.IsSame, $"{alias.Score}");
        Assert.Contains(alias.Evidence, evidence => evidence.Rule == rule);
    }

    [Theory]
    [InlineData("John Castellan", "Jane Castellan")]
    [InlineData("North Velmar", "South Velmar")]
    [InlineData("Torvan University", "Sorabad University")]
    [InlineData("10th Brigade", "11th Brigade")]
    [InlineData("Hassan Tabrawi", "Hussein Tabrawi")]
    [InlineData("Karim Zorki", "Karima Zorki")]
    [InlineData("Ivan Tarkanov", "Ivana Tarkanova")]
    [InlineData("Mr Valk", "Mrs Valk")]
    [InlineData("Ossian Valk Jr.", "Ossian Valk Sr.")]
    public void Match_FindsNothing_WhenTwoBearLikeNames(string a, string b) => Assert.Null(Match(a, b));

    [Theory]
    [InlineData("Ahmed Karim", "Ahmed Karim Jaber")]
    [InlineData("Omar Khalid", "Khalid Omar")]
    [InlineData("Ossian Valk", "Ossian Valk Jr.")]
    [InlineData("Castellan", "John Castellan")]
    [InlineData("J. Castellan", "John Castellan")]
    [InlineData("HWU", "Harbour Workers Union")]
    public void Match_OnlySuggests_WhenItMayBeAnother(string a, string b) => Assert.False(Match(a, b)?.IsSame);

    [Fact]
    public void Match_TrustsAStoryThatExplainsItsShortForm()
    {
        var alias = Match("PRN", "Movement of the New Sun", new NameDeclaration(new DocumentId("one"), "PRN", "Movement of the New Sun"));

        Assert.True(alias?.IsSame);
        Assert.Contains(alias!.Evidence, evidence => evidence.Rule == "declared" && evidence.Detail.Contains("one", StringComparison.Ordinal));
    }

    [Fact]
    public void Match_OnlySuggests_WhenTheShortFormStandsForAnotherElsewhere()
    {
        var alias = Match(
            "DHB", "Delta Harbour Board",
            new(new DocumentId("one"), "DHB", "Delta Harbour Board"), new(new DocumentId("two"), "DHB", "Dorn Herders Bank"));

        Assert.False(alias?.IsSame);
    }

    [Theory]
    [InlineData("Müberra Çelikten", "Muberra Celikten")]
    [InlineData("Kata'ib", "Kata’ib")]
    [InlineData("U.N.", "UN")]
    [InlineData("al-Torgi", "Al Torgi")]
    [InlineData("Ansar as-Sahil", "Ansar al-Sahil")]
    public void KeyOf_IsOne_WhenOnlyMarksDiffer(string a, string b) => Assert.Equal(NameForm.KeyOf(a), NameForm.KeyOf(b));

    [Fact]
    public void Match_IsSymmetricAndBounded_WhateverTheText() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<(NonNull<string> A, NonNull<string> B)>(), pair =>
        {
            if (NameForm.Read(pair.A.Get) is not { } a || NameForm.Read(pair.B.Get) is not { } b)
            {
                return true;
            }

            _ = NameIndex.KeysOf(a);
            var (one, two) = (NameMatcher.Match(a, b, []), NameMatcher.Match(b, a, []));
            return one?.Score == two?.Score && one?.A == two?.A && one?.Score is null or (>= NameAlias.Suggested and <= 1);
        }));

    private static NameAlias? Match(string a, string b, params NameDeclaration[] declarations) => NameMatcher.Match(NameForm.Read(a)!, NameForm.Read(b)!, declarations);
}
