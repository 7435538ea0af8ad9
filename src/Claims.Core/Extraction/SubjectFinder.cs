using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Subjects where the grammar names none.</summary>
internal static class SubjectFinder
{
    public static string? ByPosition(SentenceTree tree, Clause clause)
    {
        for (var i = clause.First; i <= clause.Last; i++)
        {
            if (tree.Tag(i) is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
            {
                continue;
            }

            var last = i - 1;
            while (last >= clause.First && tree.Tag(last) == PartOfSpeech.Adv)
            {
                last--;
            }

            if (last < clause.First || tree.Tag(last) is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            {
                return null;
            }

            var first = last;
            while (first > clause.First)
            {
                // "residents of the valley": a preposition between two nouns joins them.
                var isJoin = first - 2 >= clause.First && QuantityParser.IsAny(tree, first - 1, "of", "in", "at", "for", "from") && tree.Tag(first - 2) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Sym or PartOfSpeech.Num;
                if (!isJoin && tree.Tag(first - 1) is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Sym) && !QuantityParser.IsAny(tree, first - 1, "'s", "\u2019s", "-"))
                {
                    break;
                }

                first--;
            }

            return tree.Words(first, last);
        }

        return null;
    }

    public static bool IsBare(SentenceTree tree, Clause clause) =>
        QuantityParser.Is(tree, clause.First, "to") || tree[clause.First].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || tree.Tag(clause.Head) == PartOfSpeech.Noun;
}
