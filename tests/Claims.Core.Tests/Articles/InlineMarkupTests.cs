using Claims.Core.Articles;
using Xunit;

namespace Claims.Core.Tests.Articles;

public class InlineMarkupTests
{
    [Theory]
    [InlineData("The port reopened.", "The port reopened.")]
    [InlineData(@"The [harbour board \(/bodies/board\)](#) met.", "The harbour board met.")]
    [InlineData(@"Some [around 40 \(https://x.example/a%20b_0.pdf\)](#) ships left.", "Some around 40 ships left.")]
    [InlineData("The [harbour board](https://x.example/b) met.", "The harbour board met.")]
    [InlineData(@"by [the Port Union \(PU\) \(/node/77\)](#), called", "by the Port Union (PU), called")]
    [InlineData("**A third** (<https://x.example/q/#:~:text=a%20b>), they said.", "A third, they said.")]
    [InlineData("In **2031** (<https://x.example>) and **2032** (https://x.example/2), it held", "In 2031 and 2032, it held")]
    [InlineData("the list *Nova Luko* won", "the list Nova Luko won")]
    [InlineData("the list <i>Nova Luko</i> won", "the list Nova Luko won")]
    [InlineData("“What [the city] wants is calm (and money),” she said.", "“What [the city] wants is calm (and money),” she said.")]
    [InlineData("5 * 3 is 15 and 2 * 2 is 4", "5 * 3 is 15 and 2 * 2 is 4")]
    [InlineData("the file a_b_c stays (#1)", "the file a_b_c stays (#1)")]
    [InlineData("if x < 3 and y > 4 then", "if x < 3 and y > 4 then")]
    [InlineData("an open [bracket and (paren", "an open [bracket and (paren")]
    public void VisibleText_LeavesOutRemnantsOnly(string text, string visible) =>
        Assert.Equal(visible, InlineMarkup.VisibleText(text, new TextSpan(0, text.Length)));

    [Fact]
    public void Visible_CutsExactlyTheQuotedText_WhenSpanIsInside()
    {
        const string Text = "Before. The [board \\(/b\\)](#) met. After.";
        var span = TextSpan.FromBounds(8, Text.Length - 7);

        Assert.Equal("The board met.", InlineMarkup.VisibleText(Text, span));
        Assert.All(InlineMarkup.Visible(Text, span), s => Assert.True(span.Contains(s)));
    }

    [Fact]
    public void Visible_EndsInTime_WhenThereAreOnlyOpeners()
    {
        var text = string.Concat(Enumerable.Repeat("[(*<", 50_000));

        Assert.NotEmpty(InlineMarkup.Visible(text, new TextSpan(0, text.Length)));
    }
}
