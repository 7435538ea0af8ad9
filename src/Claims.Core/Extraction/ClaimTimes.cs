using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>Which of a sentence's times is the time of a claim.</summary>
internal sealed class ClaimTimes(DocumentReading reading)
{
    // A time that starts within so many tokens of the sentence's start stands at its head.
    private const int LeadingTokens = 8;

    /// <summary>When what a claim tells happened: the time that its predicate governs, else another of its own, else one at the head of the sentence.</summary>
    public TimeReference? Of(int s, SentenceTree tree, TextSpan whole, List<Clause> inner, List<AttributedContent> attributions, PredicateReading? predicate)
    {
        TimeReference? best = null;
        var bestRank = -1;
        foreach (var time in reading.Times[s])
        {
            if (!ClauseParts.IsOwn(tree, time.Span, whole, inner))
            {
                continue;
            }

            // "said on Tuesday": when it was said, not when it happened.
            var (token, _) = tree.TokensIn(time.Span);
            var isOfSaying = attributions.Exists(attribution => attribution.IsAssertion && reading.Trees[s].Sentence.Span.Contains(attribution.Cue) && !attribution.Covers(time.Span.Start));
            if (isOfSaying)
            {
                continue;
            }

            if (token >= tree.Count)
            {
                continue;
            }

            var rank = predicate is not null && ClauseParts.IsGovernedBy(tree, token, predicate) ? 2 : 1;
            if (rank > bestRank)
            {
                (best, bestRank) = (time, rank);
            }
        }

        return best ?? Leading(s, reading.Trees[s], whole, attributions);
    }

    // "In June, with the river in flood, the council shut both bridges": a time at the head of the sentence holds for all of it.
    private TimeReference? Leading(int s, SentenceTree tree, TextSpan whole, List<AttributedContent> attributions)
    {
        foreach (var time in reading.Times[s])
        {
            if (time.Explicit && tree.TokensIn(time.Span).First < LeadingTokens && time.Span.Start < whole.Start
                && !attributions.Exists(a => a.IsAssertion && tree.Sentence.Span.Contains(a.Cue) && a.Covers(time.Span.Start) != a.Covers(whole.Start)))
            {
                return time;
            }
        }

        return null;
    }
}
