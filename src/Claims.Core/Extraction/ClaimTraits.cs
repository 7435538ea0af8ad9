using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>What a clause is like: question, condition, past event, comparison, who speaks of whom, and how sure its reading is.</summary>
internal static class ClaimTraits
{
    public static bool IsQuestion(SentenceTree tree)
    {
        for (var i = tree.Count - 1; i >= 0 && i >= tree.Count - 3; i--)
        {
            if (tree[i].Text == "?")
            {
                return true;
            }

            if (tree.Tag(i) != PartOfSpeech.Punct)
            {
                break;
            }
        }

        return false;
    }

    // "He said the road would close" reports what is planned; "he said it would close if it froze" hangs on something.
    public static bool HasCondition(SentenceTree tree)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (QuantityParser.IsAny(tree, i, "if", "unless", "were", "should", "had") && (tree.Has(i, "mark") || i == 0))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsPast(SentenceTree tree, PredicateReading? predicate)
    {
        if (predicate is null || predicate.Modality != Modality.Asserted || tree.Tag(predicate.Token) != PartOfSpeech.Verb)
        {
            return false;
        }

        var word = tree[predicate.Token].Text;
        var hasHave = false;
        foreach (var child in tree.Children(predicate.Token))
        {
            hasHave |= tree.Has(child, "aux") && tree.Lemma(child) is "have" or "be" && tree[child].Text.ToLowerInvariant() is "was" or "were" or "had" or "has" or "have";
        }

        return hasHave || (!word.Equals(tree.Lemma(predicate.Token), StringComparison.OrdinalIgnoreCase) && !word.EndsWith("ing", StringComparison.Ordinal) && word[^1] is not 's');
    }

    public static bool IsComparison(SentenceTree tree, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (QuantityParser.IsAny(tree, i, "more", "less", "fewer", "most", "least", "highest", "lowest", "largest", "biggest", "increase", "increased", "decrease", "decreased", "double", "doubled", "tripled", "half", "first", "record", "rose", "fell", "than"))
            {
                return true;
            }
        }

        return false;
    }

    public static bool HasPerson(SentenceTree tree, int from, int to, bool first)
    {
        for (var i = from; i <= to; i++)
        {
            if (first ? QuantityParser.IsAny(tree, i, "i", "me", "my") : QuantityParser.IsAny(tree, i, "you", "your"))
            {
                return true;
            }
        }

        return false;
    }

    public static bool PredicateIsMental(SentenceTree tree, PredicateReading predicate) =>
        AttributionCues.SenseOf(tree.Lemma(predicate.Chain[0])) == CueSense.Think || tree.Lemma(predicate.Chain[0]) is "want" or "like" or "love" or "hope" or "wish" or "try" or "thank" or "let" or "mean";

    public static double ConfidenceOf(SentenceTree tree, PredicateReading? predicate, string? subject, int from, int to)
    {
        var confidence = 0.95;
        confidence -= predicate is null ? 0.3 : 0;
        confidence -= subject is null ? 0.15 : 0;
        confidence -= to - from > 45 ? 0.15 : to - from > 30 ? 0.05 : 0;
        confidence -= subject?.ToLowerInvariant() is "it" or "they" or "this" or "that" or "he" or "she" or "which" or "who" ? 0.1 : 0;
        return Math.Max(0.1, confidence);
    }
}
