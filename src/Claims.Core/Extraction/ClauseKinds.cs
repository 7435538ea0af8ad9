using System.Collections.Frozen;
using Claims.Core.Extraction.Quantities;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>
/// Decides which clauses of a sentence claim something of their own. Clauses that only name circumstances, wishes or conditions,
/// and those under "or" or a negation, whose truth hangs on the other half, stay where they are.
/// </summary>
internal static class ClauseKinds
{
    // Words from the start of one predicate to that of the next, under which both are one statement ("rose and fell").
    private const int NearestShared = 3;

    // A participle with fewer words describes; it does not tell. One with a count may be short ("killing nine clerks").
    private const int ShortestParticiple = 4;
    private const int ShortestClause = 3;

    // Participles that work as prepositions or only say who tells or what is meant.
    private static readonly FrozenSet<string> NotTelling = FrozenSet.Create(
        StringComparer.Ordinal,
        "include", "accord", "follow", "regard", "concern", "involve", "depend", "base", "compare", "give", "provide", "assume", "consider", "name", "call", "know", "entitle", "title", "range", "own",
        "cite", "quote", "use", "pend", "exclude", "bar", "touch", "see", "speak", "barring", "including", "according", "following", "regarding", "dub", "surround", "contain", "feature", "wear", "carry", "look");

    /// <summary>What kind of clause <paramref name="child"/> is below <paramref name="parent"/>; <see cref="ClauseKind.None"/> where it claims nothing of its own.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="parent">Token that the clause hangs on.</param>
    /// <param name="child">Head of the clause.</param>
    /// <param name="ownSubject">Head of its own subject, or -1.</param>
    /// <param name="stands">Whether what it hangs on is part of a clause that claims something itself.</param>
    public static ClauseKind Of(SentenceTree tree, int parent, int child, int ownSubject, bool stands)
    {
        if (tree.Has(child, "conj") && ownSubject < 0 && stands && IsGerundBehind(tree, parent, child))
        {
            return ClauseKind.Participle;
        }

        if (tree.Has(child, "conj") && tree.IsClause(parent))
        {
            return ownSubject >= 0 ? ClauseKind.Joined : SharesSubject(tree, parent, child, stands) ? ClauseKind.SharedSubject : ClauseKind.None;
        }

        if (tree.Has(child, "parataxis"))
        {
            return ownSubject >= 0 ? ClauseKind.Joined : ClauseKind.None;
        }

        if (tree.Has(child, "advcl") && ownSubject >= 0)
        {
            var mark = tree.Child(child, "mark");
            var word = mark < 0 ? "" : tree[mark].Text.ToLowerInvariant();
            return word is "while" or "although" or "though" or "whereas" || (word is "after" or "as" or "when" or "because" or "since" && HasNumber(tree, child))
                ? ClauseKind.Adverbial : ClauseKind.None;
        }

        if (tree[child].Relation == "acl:relcl")
        {
            // ", which killed 28", ", whose bloc won 46 seats": set off by a comma, or with a count.
            return HasNumber(tree, child) || (IsSetOff(tree, child) && tree.Last(child) - tree.First(child) >= 5) ? ClauseKind.Relative : ClauseKind.None;
        }

        return stands && ownSubject < 0 && tree.HasAny(child, "advcl", "acl") && IsTellingParticiple(tree, parent, child) ? ClauseKind.Participle : ClauseKind.None;
    }

    private static bool SharesSubject(SentenceTree tree, int parent, int child, bool stands)
    {
        if (tree.Lemma(child) == tree.Lemma(parent))
        {
            return false;
        }

        // A count of its own far enough from the first is another statement.
        if (HasNumber(tree, child) && HasNumber(tree, parent, before: tree.First(child)) && tree.First(child) - tree.First(parent) > 6)
        {
            return true;
        }

        return stands && tree.First(child) - parent > NearestShared && tree.Last(child) - child >= 2
            && tree.Tag(parent) == PartOfSpeech.Verb && IsFinite(tree, child) && !IsUnderCondition(tree, parent) && !PredicateReader.IsNegated(tree, parent)
            && (tree.Child(child, "cc") is var joint && (joint < 0 || tree.Lemma(joint) is "and" or "but"));
    }

    private static bool IsFinite(SentenceTree tree, int verb)
    {
        if (tree.Tag(verb) != PartOfSpeech.Verb)
        {
            return tree.Child(verb, "cop") >= 0;
        }

        return tree.Child(verb, "mark") < 0 && (!tree[verb].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || tree.Child(verb, "aux") >= 0);
    }

    private static bool IsUnderCondition(SentenceTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Has(child, "mark") || (tree.Has(child, "aux") && QuantityParser.IsAny(tree, child, "would", "could", "might", "may", "should", "must", "can", "to")))
            {
                return true;
            }
        }

        return false;
    }

    // "…, killing nine people", "…, bought by the county last June": set off by a comma, with something said behind the participle.
    private static bool IsTellingParticiple(SentenceTree tree, int parent, int child)
    {
        if (tree.Tag(child) != PartOfSpeech.Verb || child > Start(tree, child) + 1 || child < parent || !IsSetOff(tree, child)
            || tree.Last(child) - child + 1 < (HasNumber(tree, child) ? ShortestClause : ShortestParticiple) || tree.Child(child, "mark", "case", "aux", "cop") >= 0)
        {
            return false;
        }

        // "Three men were held, bringing the total to nine": what brings it is the event, for which grammar gives no words.
        var isActive = IsGerund(tree, child);
        if (isActive && tree.Child(parent, "nsubj:pass", "aux:pass") >= 0)
        {
            return false;
        }

        var lemma = tree.Lemma(child);
        return !NotTelling.Contains(lemma) && AttributionCues.SenseOf(lemma) == CueSense.None && !(tree.IsClause(parent) && (IsUnderCondition(tree, parent) || PredicateReader.IsNegated(tree, parent)))
            && (isActive || VerbForms.IsParticiple(tree[child].Text, lemma) || QuantityParser.Is(tree, child, "born"));
    }

    // "killing nine people and injuring dozens": joined to a participle that tells, or, where the parser slipped, to what that governs.
    private static bool IsGerundBehind(SentenceTree tree, int parent, int child)
    {
        if (!IsGerund(tree, child) || tree.Child(child, "cc") < 0 || tree.Last(child) - child + 1 < ShortestParticiple - 2)
        {
            return false;
        }

        var first = IsGerund(tree, parent) ? parent : tree.Head(parent);
        return first >= 0 && first < child && IsGerund(tree, first) && tree.HasAny(first, "advcl", "acl", "conj") && IsSetOff(tree, first) && !NotTelling.Contains(tree.Lemma(child)) && tree.Child(first, "mark", "case") < 0;
    }

    private static bool IsGerund(SentenceTree tree, int token) => tree.Tag(token) == PartOfSpeech.Verb && tree[token].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    // First word of a clause, behind the comma that the tree hangs on it.
    private static int Start(SentenceTree tree, int child)
    {
        var start = tree.First(child);
        while (start < child && tree.Tag(start) == PartOfSpeech.Punct)
        {
            start++;
        }

        return start;
    }

    private static bool IsSetOff(SentenceTree tree, int child) => Start(tree, child) > 0 && tree[Start(tree, child) - 1].Text is "," or "\u2014" or "\u2013" or "(";

    private static bool HasNumber(SentenceTree tree, int head, int before = int.MaxValue)
    {
        for (var i = tree.First(head); i <= tree.Last(head) && i < before; i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Num || NumberWords.IsPluralScale(tree[i].Text, out _))
            {
                return true;
            }
        }

        return false;
    }
}
