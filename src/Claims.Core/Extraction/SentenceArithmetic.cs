using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>Gives the claims of each sentence what its figures make of each other; a claim gets the checks that hold one of its own figures.</summary>
internal static class SentenceArithmetic
{
    public static void Add(string text, ImmutableArray<Claim>.Builder claims)
    {
        for (var first = 0; first < claims.Count;)
        {
            var end = first + 1;
            var count = claims[first].Quantities.Length;
            while (end < claims.Count && claims[end].DocumentId == claims[first].DocumentId && claims[end].Sentence == claims[first].Sentence)
            {
                count += claims[end++].Quantities.Length;
            }

            if (count > 1)
            {
                AddToSentence(text, claims, first, end);
            }

            first = end;
        }
    }

    private static void AddToSentence(string text, ImmutableArray<Claim>.Builder claims, int first, int end)
    {
        var figures = new SortedDictionary<int, Quantity>();
        for (var c = first; c < end; c++)
        {
            foreach (var quantity in claims[c].Quantities)
            {
                figures.TryAdd(quantity.Span.Start, quantity);
            }
        }

        var checks = ArithmeticChecker.Check(text, [.. figures.Values]);
        for (var c = first; c < end && checks.Count > 0; c++)
        {
            var spans = claims[c].Quantities.Select(quantity => quantity.Span).ToHashSet();
            claims[c] = claims[c] with { Arithmetic = [.. checks.Where(check => check.Spans.Any(spans.Contains))] };
        }
    }
}
