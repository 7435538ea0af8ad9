using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Clauses that take their predicate from the clause before.</summary>
internal static class GappedClauses
{
    // "The Greens won 31 seats and the Union 12": a name and a figure that take predicate and noun from the clause before.
    public static IEnumerable<((int First, int Last) Subject, Quantity Quantity, int Token)> Find(SentenceTree tree, List<Quantity> quantities)
    {
        for (var q = 1; q < quantities.Count; q++)
        {
            var quantity = quantities[q];
            var full = quantities[q - 1];
            if (quantity.Kind != QuantityKind.Count || quantity.Counted is not null || full.Counted is null || quantity.IsPart)
            {
                continue;
            }

            var (token, last) = tree.TokensIn(quantity.Span);
            if (token < 2 || (last + 1 < tree.Count && tree.Tag(last + 1) is not (PartOfSpeech.Punct or PartOfSpeech.Cconj or PartOfSpeech.Adp)))
            {
                continue;
            }

            var first = token;
            while (first > 0 && (tree.Tag(first - 1) == PartOfSpeech.Propn || QuantityParser.IsAny(tree, first - 1, "the", "just", "only", "another") || tree[first - 1].Text == "-"))
            {
                first--;
            }

            if (first < token && first > 0 && QuantityParser.IsAny(tree, first - 1, "and", ",", ";", "while", "but"))
            {
                yield return ((first, token - 1), quantity with { Counted = full.Counted, CountedText = full.CountedText, Role = full.Role, Coverage = full.Coverage }, last);
            }
        }
    }
}
