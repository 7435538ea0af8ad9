using Claims.Core.Articles;
using Claims.Core.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Mr. Oduya didn't pay.", "Mr.|Oduya|did|n't|pay|.")]
    [InlineData("Varland's army (the L.D.F.) can’t win", "Varland|'s|army|(|the|L.D.F.|)|ca|n’t|win")]
    [InlineData("The U.S.-led force left.", "The|U.S.|-|led|force|left|.")]
    [InlineData("It cost $1,250.50, or 3.5%.", "It|cost|$|1,250.50|,|or|3.5|%|.")]
    [InlineData("See https://news.example.org/a-b?c=1, he said", "See|https://news.example.org/a-b?c=1|,|he|said")]
    [InlineData("Write to desk@example.org.", "Write|to|desk@example.org|.")]
    [InlineData("No. 5 Squadron said no.", "No.|5|Squadron|said|no|.")]
    [InlineData("\"Stop!\" he cried...", "\"|Stop|!|\"|he|cried|...")]
    [InlineData("a non-aligned, well-known 15-year-old", "a|non-aligned|,|well|-|known|15|-|year|-|old")]
    [InlineData("At 7:30pm on 12/10/2021 we cannot go.", "At|7:30|pm|on|12/10/2021|we|can|not|go|.")]
    [InlineData("J. K. Brandt, b. 1950s", "J.|K.|Brandt|,|b|.|1950s")]
    [InlineData("the parents' vote", "the|parents|'|vote")]
    [InlineData("He left 😀👍 today", "He|left|😀👍|today")]
    public void Tokenize_CutsAsTheTreebanksDo(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Words(text)));

    [Fact]
    public void Tokenize_LosesAndMovesNothing_WhateverTheText() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            text ??= "";
            var tokens = new List<TextSpan>();
            Tokenizer.Tokenize(text, new(0, text.Length), tokens);
            var covered = new bool[text.Length];
            var end = 0;
            foreach (var token in tokens)
            {
                Assert.True(token.Start >= end && token.Length > 0);
                end = token.End;
                covered.AsSpan(token.Start, token.Length).Fill(true);
            }

            for (var i = 0; i < text.Length; i++)
            {
                Assert.Equal(!char.IsWhiteSpace(text[i]), covered[i]);
            }
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Words(string text)
    {
        var tokens = new List<TextSpan>();
        Tokenizer.Tokenize(text, new(0, text.Length), tokens);
        return tokens.Select(t => t.Of(text));
    }
}
