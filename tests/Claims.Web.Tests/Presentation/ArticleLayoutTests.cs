using Claims.Core.Articles;
using Claims.Web.Presentation;
using FsCheck;
using FsCheck.Fluent;

namespace Claims.Web.Tests.Presentation;

/// <summary>Nothing of an article is hidden, and no part of it is too long.</summary>
public sealed class ArticleLayoutTests
{
    [Fact]
    public void Blocks_CoverEveryCharacterButWhiteSpace_WhateverTheBlocks()
    {
        var cases = from words in ArbMap.Default.GeneratorFor<string[]>()
                    from spans in Gen.ListOf(ArbMap.Default.GeneratorFor<(byte Start, byte Length)>())
                    select (Text: string.Join("\n\n", words), Spans: spans);
        Prop.ForAll(Arb.From(cases), sample =>
        {
            var article = ArticleOf(sample.Text, [.. sample.Spans.Select(s => new TextBlock(new(s.Start, s.Length), BlockKind.Paragraph))]);
            var blocks = ArticleLayout.BlocksOf(article, []);
            var covered = new int[sample.Text.Length];
            foreach (var at in blocks.SelectMany(b => Enumerable.Range(b.Span.Start, b.Span.Length)))
            {
                covered[at]++;
            }

            return covered.All(c => c <= 1) && !covered.Where((c, i) => c == 0 && !char.IsWhiteSpace(sample.Text[i])).Any();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parts_AreShort_AndLoseNothing_WhenAWordIsVeryLong()
    {
        var article = ArticleOf("short\n\n" + string.Concat(Enumerable.Repeat("😀", 30_000)) + "\n\nend", []);
        var blocks = ArticleLayout.BlocksOf(article, []);
        var parts = ArticleLayout.PartsOf(blocks, article.Text);
        Assert.All(parts, part => Assert.InRange(part.Sum(b => b.Span.Length), 1, ArticleLayout.PartLength));
        Assert.Equal(string.Concat(blocks.Select(b => b.Span.Of(article.Text))), string.Concat(parts.SelectMany(p => p).Select(b => b.Span.Of(article.Text))));
        Assert.All(parts.SelectMany(p => p), b => Assert.False(char.IsLowSurrogate(article.Text[b.Span.Start])));
    }

    private static Article ArticleOf(string text, TextBlock[] blocks) => new()
    {
        Id = new("a"),
        Url = "https://velmar.example/",
        Source = Source.Named("Velmar Courier"),
        Fetched = default,
        ContentHash = "",
        Text = text,
        Blocks = [.. blocks],
    };
}
