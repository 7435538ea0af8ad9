using System.Collections.Immutable;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>
/// Mends the slip that taggers make most in the first sentences of news: a verb between its subject and its object read as the head
/// of one long noun ("a quake strikes the coast"), which leaves the sentence without a predicate.
/// </summary>
internal static class TreeRepair
{
    /// <summary>The sentence as it was, or with its root made the verb that it is.</summary>
    public static AnalyzedSentence Of(AnalyzedSentence sentence)
    {
        var tokens = sentence.Tokens;
        var root = -1;
        for (var i = 0; i < tokens.Length && root < 0; i++)
        {
            root = tokens[i].Head < 0 ? i : -1;
        }

        if (root < 1 || tokens[root].Tag != PartOfSpeech.Noun || !MayBeVerb(tokens[root]) || !IsNoun(tokens[root - 1]) || HasPredicate(tokens))
        {
            return sentence;
        }

        // Behind the verb its object begins: a determiner, a possessor or a name, whatever relation the parser gave it.
        var next = root + 1;
        if (next >= tokens.Length || !(tokens[next].Tag is PartOfSpeech.Det or PartOfSpeech.Propn or PartOfSpeech.Num))
        {
            return sentence;
        }

        var subject = root - 1;
        var lemma = VerbForms.BaseOfPast(tokens[root].Text) ?? tokens[root].Lemma;
        var mended = tokens.ToBuilder();
        var hasObject = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i == root)
            {
                mended[i] = tokens[i] with { Tag = PartOfSpeech.Verb, Lemma = lemma };
            }
            else if (i == subject && tokens[i].Head == root)
            {
                mended[i] = tokens[i] with { Relation = "nsubj" };
            }
            else if (i < subject && tokens[i].Head == root && tokens[i].Tag != PartOfSpeech.Punct)
            {
                mended[i] = tokens[i] with { Head = subject };
            }
            else if (i > root && tokens[i].Head == root && !hasObject && IsNoun(tokens[i]))
            {
                mended[i] = tokens[i] with { Relation = "obj" };
                hasObject = true;
            }
            else if (i > root && tokens[i].Tag == PartOfSpeech.Verb && tokens[i].Relation is "acl" && i > 0 && tokens[i - 1].Text == ",")
            {
                // ", killing nine": told of the verb, now that there is one.
                mended[i] = tokens[i] with { Head = root, Relation = "advcl" };
            }
        }

        return hasObject && tokens[subject].Head == root ? sentence with { Tokens = mended.ToImmutable() } : sentence;
    }

    private static bool IsNoun(Token token) => token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;

    // "strikes" names an act or is one; "struck" is never a noun.
    private static bool MayBeVerb(Token token) =>
        VerbForms.BaseOfPast(token.Text) is not null
        || (token.Text.EndsWith('s') && !token.Text.EndsWith("ss", StringComparison.Ordinal) && (PredicateLexicon.VerbOf(token.Lemma) is not null || QuantityLexicon.HasRole(token.Lemma)));

    private static bool HasPredicate(ImmutableArray<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Head >= 0 && token.Relation.StartsWith("nsubj", StringComparison.Ordinal) && tokens[token.Head].Relation is not ("acl:relcl" or "advcl" or "acl"))
            {
                return true;
            }
        }

        return false;
    }
}
