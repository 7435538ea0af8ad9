using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class SentenceGrammarTests
{
    private const string Ferry =
        "The/det/3/det old/adj/3/amod ferries/noun/9/nsubj:pass of/adp/6/case the/det/6/det Line/propn/3/nmod were/aux/9/aux:pass never/adv/9/advmod seized/verb/0/root "
        + "by/adp/11/case rebels/noun/9/obl:agent or/cconj/13/cc sunk/verb/9/conj ./punct/9/punct";

    private const string Envoy = "Envoys/noun/2/nsubj urged/verb/0/root rebels/noun/2/obj to/part/5/mark free/verb/2/xcomp hostages/noun/5/obj ,/punct/9/punct who/pron/9/nsubj fled/verb/6/acl:relcl";

    [Fact]
    public void Subject_IsSharedByConjuncts()
    {
        var sentence = Trees.Sentence(Ferry, out _);
        Assert.Equal(2, sentence.Subject(8));
        Assert.Equal(2, sentence.Subject(12));
        Assert.True(sentence.IsPassive(8));
        Assert.Equal(10, sentence.Agent(8));
        Assert.True(sentence.IsNegated(8));
        Assert.Equal(8, sentence.Root());
    }

    [Fact]
    public void Subject_OfAnOpenComplement_IsTheObjectThatIsTold()
    {
        var sentence = Trees.Sentence(Envoy, out _);
        Assert.Equal(2, sentence.Subject(4));
        Assert.Equal(5, sentence.Object(4));
        Assert.False(sentence.IsNegated(4));
    }

    [Fact]
    public void PhraseSpan_LeavesOutClauses_SubtreeSpanKeepsThem()
    {
        var ferry = Trees.Sentence(Ferry, out var ferryText);
        Assert.Equal("The old ferries of the Line", ferry.PhraseSpan(2).Of(ferryText));
        Assert.Equal("rebels", ferry.PhraseSpan(10).Of(ferryText));
        var envoy = Trees.Sentence(Envoy, out var envoyText);
        Assert.Equal("hostages", envoy.PhraseSpan(5).Of(envoyText));
        Assert.Equal("hostages , who fled", envoy.SubtreeSpan(5).Of(envoyText));
        Assert.Equal([5, 6, 7, 8], envoy.Subtree(5));
    }

    [Fact]
    public void Is_TakesSubtypes_ButNotOtherRelationsThatBeginAlike()
    {
        var sentence = Trees.Sentence("It/pron/2/nsubj:pass fell/verb/0/root objected/verb/2/obj", out _);
        Assert.True(sentence.Tokens[0].Is("nsubj"));
        Assert.False(sentence.Tokens[0].Is("nsub"));
        Assert.Equal([0], sentence.Children(1, "nsubj"));
    }

    [Theory]
    [InlineData("No/det/2/det guards/noun/3/nsubj fell/verb/0/root", true)]
    [InlineData("Nobody/pron/2/nsubj fell/verb/0/root", true)]
    [InlineData("Guards/noun/2/nsubj fell/verb/0/root nowhere/adv/2/advmod", false)]
    [InlineData("They/pron/4/nsubj no/adv/3/advmod longer/adv/4/advmod fight/verb/0/root", true)]
    public void IsNegated_SeesNegativeWordsAroundThePredicate(string words, bool expected)
    {
        var sentence = Trees.Sentence(words, out _);
        Assert.Equal(expected, sentence.IsNegated(sentence.Root()));
    }
}
