using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>A clause that claims something of its own.</summary>
/// <param name="Head">Its head token.</param>
/// <param name="Subject">Head token of its subject, own or shared with the clause before, or -1.</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="HasOwnSubject">Whether the subject stands inside the clause.</param>
/// <param name="Kind">How it hangs on the clause above it.</param>
/// <param name="Parent">Head token of what it hangs on, or -1.</param>
internal sealed record Clause(int Head, int Subject, int First, int Last, bool HasOwnSubject, ClauseKind Kind = ClauseKind.Main, int Parent = -1);

/// <summary>
/// Parts a sentence into clauses that each have their own predicate: "X won 27 seats and Y took 18", "…, which killed 28",
/// "while X stayed out, Y fired", "X resigned and left the country", "…, injuring nine". Everything else stays together.
/// </summary>
internal static class ClauseFinder
{
    // A clause shorter than this in words says too little to stand alone.
    private const int ShortestClause = 3;

    /// <summary>The clauses between two tokens, in order; the first is the main one. Never empty.</summary>
    public static IReadOnlyList<Clause> Find(SentenceTree tree, int first, int last)
    {
        var main = Top(tree, first, last);
        var found = new List<Clause>();
        if (main < 0)
        {
            return [new Clause(first, -1, first, last, false)];
        }

        var mainSubject = SubjectOf(tree, main, first, last);
        var above = tree.Head(main);
        Collect(tree, main, mainSubject >= 0 ? mainSubject : IsSubjectAbove(tree, main, above, first) ? above : -1, first, last, found);
        if (mainSubject < 0 && IsSubjectAbove(tree, main, above, first))
        {
            // "The quake, which lasted a minute, injured nine": where the parser took the noun for the head of all.
            mainSubject = above;
            Collect(tree, above, above, first, main - 1, found);
        }

        found.Insert(0, new Clause(main, mainSubject, first, last, mainSubject >= 0));
        return found;
    }

    /// <summary>The token that governs the others of a stretch: the one whose head lies outside, a verb before others.</summary>
    public static int Top(SentenceTree tree, int first, int last)
    {
        var best = -1;
        for (var i = first; i <= last && i < tree.Count; i++)
        {
            var head = tree.Head(i);
            if (tree.Tag(i) == PartOfSpeech.Punct || (head >= first && head <= last))
            {
                continue;
            }

            if (best < 0 || (!tree.IsClause(best) && tree.IsClause(i)) || (tree.IsClause(i) == tree.IsClause(best) && tree.Last(i) - tree.First(i) > tree.Last(best) - tree.First(best)))
            {
                best = i;
            }
        }

        if (best >= 0 && (tree.Tag(best) is PartOfSpeech.Verb || (tree.Tag(best) == PartOfSpeech.Aux && tree.IsClause(best)) || tree.Child(best, "cop") >= 0))
        {
            return best;
        }

        // The top of a noun phrase with a relative clause is no predicate, nor is a conjunction that the parser took for a head: fall
        // back to the first finite verb; last to a past form that was read as a participle ("the bank surprised markets").
        var any = -1;
        var participle = -1;
        for (var i = first; i <= last && i < tree.Count; i++)
        {
            if (tree.Child(i, "cop") >= 0 && tree.Tag(i) != PartOfSpeech.Verb)
            {
                return i;
            }

            if (tree.Tag(i) != PartOfSpeech.Verb)
            {
                continue;
            }

            if (tree.HasAny(i, "acl", "amod", "compound"))
            {
                var isPast = !tree[i].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && tree[i].Relation != "acl:relcl" && !QuantityParser.IsAny(tree, i + 1, "by", "in", "at", "on");
                participle = participle < 0 && isPast && i > first ? i : participle;
                continue;
            }

            if (tree.Child(i, "nsubj") is var subject && subject >= first)
            {
                return i;
            }

            any = any < 0 && !tree[i].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? i : any;
        }

        return any >= 0 ? any : participle >= 0 ? participle : best;
    }

    /// <summary>The head token of a clause's subject within bounds, or -1.</summary>
    public static int SubjectOf(SentenceTree tree, int head, int first, int last)
    {
        foreach (var child in tree.Children(head))
        {
            if (tree.HasAny(child, "nsubj", "csubj") && child >= first && child <= last && tree[child].Relation != "nsubj:outer")
            {
                return child;
            }
        }

        foreach (var child in tree.Children(head))
        {
            if (tree.Has(child, "expl") && child >= first && child <= last)
            {
                return child;
            }
        }

        return -1;
    }

    private static void Collect(SentenceTree tree, int head, int subject, int first, int last, List<Clause> found)
    {
        // A token, its subject as inherited, and whether its clause is claimed itself: only then can what hangs on it be.
        var stack = new Stack<(int Token, int Subject, bool Stands)>();
        stack.Push((head, subject, true));
        var visited = new HashSet<int>();
        while (stack.Count > 0)
        {
            var (token, inherited, stands) = stack.Pop();
            if (!visited.Add(token))
            {
                continue;
            }

            foreach (var child in tree.Children(token))
            {
                if (child < first || child > last)
                {
                    continue;
                }

                var isClause = tree.IsClause(child);
                var own = isClause ? SubjectOf(tree, child, first, last) : -1;
                var (low, high) = (Math.Max(first, tree.First(child)), Math.Min(last, tree.Last(child)));
                var kind = isClause && high - low + 1 >= ShortestClause ? ClauseKinds.Of(tree, token, child, own, stands) : ClauseKind.None;
                if (kind != ClauseKind.None)
                {
                    var whose = tree.Has(child, "acl") && (own < 0 || IsRelative(tree, own)) ? token : own;
                    var (from, to) = Trim(tree, low, high);
                    found.Add(new Clause(child, whose >= 0 ? whose : inherited, from, to, own >= 0 && whose == own, kind, token));
                    stack.Push((child, whose >= 0 ? whose : inherited, true));
                }
                else
                {
                    stack.Push((child, own >= 0 ? own : inherited, stands && !isClause && tree.HasAny(child, "nsubj", "obj", "obl", "nmod", "appos", "conj")));
                }
            }
        }

        found.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private static bool IsSubjectAbove(SentenceTree tree, int main, int above, int first) =>
        above >= first && above < main && tree.Tag(above) is PartOfSpeech.Noun or PartOfSpeech.Propn && tree.HasAny(main, "parataxis", "conj", "appos", "list", "acl") && tree[main].Relation != "acl:relcl"
        && tree.Child(main, "cc", "mark") < 0 && main > 0 && tree[main - 1].Text is "," or ")" or "\u2014";

    private static bool IsRelative(SentenceTree tree, int token) => QuantityParser.IsAny(tree, token, "who", "which", "that", "whom");

    private static (int First, int Last) Trim(SentenceTree tree, int low, int high)
    {
        while (low < high && (tree.Tag(low) is PartOfSpeech.Punct && tree[low].Text is not ("\"" or "\u201c" or "'" or "\u2018") || tree.Tag(low) == PartOfSpeech.Cconj))
        {
            low++;
        }

        while (high > low && tree.Tag(high) == PartOfSpeech.Punct && tree[high].Text is not ("." or "?" or "!" or "\"" or "\u201d" or ")"))
        {
            high--;
        }

        return (low, high);
    }
}
