using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Which words of a sentence tell something and which only say who tells it.</summary>
internal static class SentenceRegions
{
    // Fewer words before what is said are only who says it.
    private const int ShortestStatement = 7;

    // Headings, captions and fragments that reached the prose: no verb and no full stop.
    public static bool IsSentence(SentenceTree tree)
    {
        var hasVerb = false;
        var letters = 0;
        for (var i = 0; i < tree.Count; i++)
        {
            hasVerb |= tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux;
            letters += char.IsLetter(tree[i].Text[0]) ? 1 : 0;
        }

        return letters >= 2 && (hasVerb || (letters >= 4 && tree[tree.Count - 1].Text is "." or "!" or "?"));
    }

    public static int StartOf(AttributedContent attribution)
    {
        var start = attribution.Cue.Start;
        foreach (var span in attribution.Content)
        {
            start = Math.Min(start, span.Start);
        }

        return start;
    }

    public static int EndOf(AttributedContent attribution)
    {
        var end = attribution.Cue.End;
        foreach (var span in attribution.Content)
        {
            end = Math.Max(end, span.End);
        }

        return end;
    }

    // The tokens of what is said, when the sentence attributes it, one stretch for each attribution ("X said …, adding that …");
    // else the whole sentence. The outermost attributions count: those whose own words stand in no other's content.
    public static List<(int First, int Last)> ContentRegions(SentenceTree tree, List<AttributedContent> attributions)
    {
        var regions = new List<(int First, int Last)>();
        foreach (var attribution in attributions)
        {
            if (!attribution.IsAssertion || !tree.Sentence.Span.Contains(attribution.Cue) || attributions.Exists(other => other != attribution && other.IsAssertion && other.Covers(attribution.Cue.Start)))
            {
                continue;
            }

            var best = (First: 0, Last: -1);
            foreach (var content in attribution.Content)
            {
                if (!content.Overlaps(tree.Sentence.Span))
                {
                    continue;
                }

                var (first, last) = tree.TokensIn(content);
                if (last - first > best.Last - best.First)
                {
                    best = (first, last);
                }
            }

            // "characterised the damage as …", "condemned the attack": a phrase, whose claim is the sentence itself.
            if (best.Last - best.First < 1 || IsNamedCue(tree, attribution))
            {
                continue;
            }

            while (best.First < best.Last && (tree.Tag(best.First) == PartOfSpeech.Punct || (QuantityParser.Is(tree, best.First, "that") && tree.Tag(best.First) == PartOfSpeech.Sconj)))
            {
                best.First++;
            }

            if (!regions.Exists(r => r.First <= best.Last && best.First <= r.Last))
            {
                regions.Add(best);
            }
        }

        regions.Sort((a, b) => a.First.CompareTo(b.First));
        if (regions.Count > 0 && HoldsRoot(tree, attributions, regions))
        {
            return regions;
        }

        // "Within hours the council reversed itself, with the mayor's office saying that …": the outlet's own statement, then what is said.
        if (regions.Count > 0 && regions[^1].Last >= tree.Count - 2 && regions[0].First > ShortestStatement)
        {
            var end = regions[0].First - 1;
            foreach (var attribution in attributions.Where(a => a.IsAssertion && a.Covers(tree[regions[0].First].Span.Start)))
            {
                end = Math.Min(end, Math.Min(tree.TokensIn(attribution.Source).First, tree.TokensIn(attribution.Cue).First) - 1);
            }

            if (end > ShortestStatement)
            {
                regions.Insert(0, (0, end));
                return regions;
            }
        }

        return [(0, tree.Count - 1)];
    }

    // "The party refused to sign, walking out with its leader complaining of …": the saying is a side remark, and the sentence
    // tells more than what is said. What attributes must be the sentence's own predicate, or what is said must be.
    private static bool HoldsRoot(SentenceTree tree, List<AttributedContent> attributions, List<(int First, int Last)> regions)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.Head(i) < 0)
            {
                return regions.Exists(r => r.First <= i && i <= r.Last)
                    || tree.Tag(i) is not (PartOfSpeech.Verb or PartOfSpeech.Adj)
                    || attributions.Exists(a => a.Cue.Overlaps(tree[i].Span) || (a.Cue.Start <= tree[i].Span.Start && tree[i].Span.End <= a.Cue.End));
            }
        }

        return true;
    }

    private static bool IsNamedCue(SentenceTree tree, AttributedContent attribution)
    {
        var (first, _) = tree.TokensIn(attribution.Cue);
        return first < tree.Count && AttributionCues.SenseOf(tree.Lemma(first)) == CueSense.Name;
    }

    // The main clause without clauses at its end or start that stand alone.
    public static (int First, int Last) MainBounds(SentenceTree tree, Clause main, List<Clause> inner)
    {
        var (from, to) = (main.First, main.Last);
        foreach (var clause in inner)
        {
            if (clause.First > main.Head && clause.Last >= to - 1 && clause.First > from + 2)
            {
                to = Math.Min(to, clause.First - 1);
            }
            else if (clause.First <= from + 1 && clause.Last < main.Head)
            {
                from = Math.Max(from, clause.Last + 1);
            }
        }

        while (from < to && (tree.Tag(from) == PartOfSpeech.Punct && tree[from].Text is "," or ";" or "-" or "\u2014"))
        {
            from++;
        }

        while (to > from && (tree[to].Text is "," or ";" or "\u2014" or "-" || tree.Tag(to) is PartOfSpeech.Cconj || QuantityParser.Is(tree, to, "with")))
        {
            to--;
        }

        return (from, to);
    }
}
