using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Extraction;

public sealed class PlannedTests
{
    // A Monday.
    private static readonly DateTimeOffset Published = new(2031, 5, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Sixty branches are to shut in the autumn.")]
    [InlineData("The bridge is to be raised by a metre.")]
    [InlineData("The mayor said the road would close for a month.")]
    public void Extract_ReadsAPlan(string text) => Assert.Contains(Read(text), c => c.Modality == Modality.Planned);

    [Fact]
    public void Extract_ReadsACondition_WhereThereIsOne() =>
        Assert.Contains(Read("The mayor said the road would close if it froze."), c => c.Modality == Modality.Conditional);

    [Theory]
    [InlineData("The council meets for the first time on 9 June.", "2031-06-09")]
    [InlineData("The vote is on Sunday.", "2031-05-11")]
    [InlineData("The council met for the last time on 9 June.", "2030-06-09")]
    [InlineData("The vote was on Sunday.", "2031-05-04")]
    public void Extract_PutsADayWhereTheTensePutsIt(string text, string day) =>
        Assert.Equal(day, Assert.Single(Read(text), c => c.Time is { Explicit: true }).Time!.Start.ToString("yyyy-MM-dd"));

    private static System.Collections.Immutable.ImmutableArray<Claim> Read(string text) => new ClaimExtractor(LanguageAnalyzer.Default).Extract(new Article
    {
        Id = new ArticleId("a"),
        Url = "https://osk.example/a",
        Source = Source.Named("Osk Courier"),
        Published = Published,
        Fetched = Published,
        ContentHash = "a",
        Text = text,
    }).Claims;
}
