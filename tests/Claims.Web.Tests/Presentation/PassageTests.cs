using System.Text.Encodings.Web;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Web.Presentation;
using FsCheck;
using FsCheck.Fluent;

namespace Claims.Web.Tests.Presentation;

/// <summary>How a passage is cut and marked.</summary>
public sealed class PassageTests
{
    [Fact]
    public void Pieces_MarkTheWordsInsideTheParagraph_WhenReasonsReachBeyondIt()
    {
        // The paragraph starts at 100 of the article; the claim is "nine died", a reason covers more than the paragraph.
        var passage = new Passage("Then nine died.", 100, new(105, 9), [new(new(105, 4), 1, true), new(new(90, 14), 2, false)], 1000);
        Assert.Equal(["Then", " ", "nine", " died", "."], passage.Pieces().Select(p => p.Text));
        Assert.Equal([false, false, true, true, false], passage.Pieces().Select(p => p.InClaim));
        Assert.Equal([false, false, true, false, false], passage.Pieces().Select(p => p.Differs));
        Assert.Equal("2|1", string.Join('|', passage.Pieces().Where(p => !p.Reasons.IsEmpty).Select(p => string.Join(',', p.Reasons))));
    }

    [Fact]
    public void MarksOf_TellsWhatDiffersFromWhatIsShared()
    {
        Reason[] reasons =
        [
            new("r", "s", new(0, 2), new(5, 2), "18", "31"),
            new("r", "s", new(3, 2), new(8, 2), "killed", "Killed"),
            new("r", "s", null, new(9, 1)),
        ];
        Assert.Equal([new PassageMark(new(0, 2), 1, true), new PassageMark(new(3, 2), 2, false)], Passage.MarksOf(reasons, first: true));
        Assert.Equal([1, 2, 3], Passage.MarksOf(reasons, first: false).Select(m => m.Reason));
    }

    [Fact]
    public void Html_SaysWhatWasCut_AndKeepsTheMarkInSight()
    {
        var text = new string('x', 5000) + " nine " + new string('y', 5000);
        var html = Html(new Passage(text, 0, new(0, text.Length), [new(new(5001, 4), 1, true)], 300));
        Assert.Contains(">nine</mark>", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("characters not shown").Length - 1);
        Assert.True(html.Length < 700);
    }

    [Fact]
    public void Pieces_LoseNoCharacter_WhateverTheMarks()
    {
        var span = ArbMap.Default.GeneratorFor<(byte, byte)>().Select(p => new TextSpan(p.Item1, p.Item2));
        var cases = from text in ArbMap.Default.GeneratorFor<NonNull<string>>()
                    from claim in span
                    from marks in Gen.ListOf(span)
                    select (text.Get, claim, marks);
        Prop.ForAll(Arb.From(cases), sample =>
        {
            var (text, claim, marks) = sample;
            var passage = new Passage(text, 20, claim, [.. marks.Select((m, i) => new PassageMark(m, i + 1, true))], int.MaxValue);
            return string.Concat(passage.Pieces().Select(p => p.Text)) == text;
        }).QuickCheckThrowOnFailure();
    }

    private static string Html(Passage passage)
    {
        using var writer = new StringWriter();
        passage.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
