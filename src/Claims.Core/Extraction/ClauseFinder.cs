using Claims.Core.Extraction.Quantities;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>A clause that claims something of its own.</summary>
/// <param name="Head">Its head token.</param>
/// <param name="Subject">Head token of its subject, own or shared with the clause before, or -1.</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="HasOwnSubject">Whether the subject stands inside the clause.</param>
internal sealed record Clause(int Head, int Subject, int First, int Last, bool HasOwnSubject);

/// <summary>
/// Parts a sentence into clauses that each have their own predicate with its own subject or its own count:
/// "X won 27 seats and Y took 18", "…, which killed 28", "while X stayed out, Y fired". Everything else stays together.
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
        Collect(tree, main, mainSubject, first, last, found);
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
        var stack = new Stack<(int Token, int Subject)>();
        stack.Push((head, subject));
        var visited = new HashSet<int>();
        while (stack.Count > 0)
        {
            var (token, inherited) = stack.Pop();
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

                var own = tree.IsClause(child) ? SubjectOf(tree, child, first, last) : -1;
                var (low, high) = (Math.Max(first, tree.First(child)), Math.Min(last, tree.Last(child)));
                if (high - low + 1 >= ShortestClause && tree.IsClause(child) && StandsAlone(tree, token, child, own))
                {
                    var whose = own;
                    if (tree.Has(child, "acl") && (own < 0 || IsRelative(tree, own)))
                    {
                        whose = token;
                    }

                    found.Add(new Clause(child, whose >= 0 ? whose : inherited, Trim(tree, low, high).First, Trim(tree, low, high).Last, own >= 0 && whose == own));
                    stack.Push((child, whose >= 0 ? whose : inherited));
                }
                else
                {
                    stack.Push((child, own >= 0 ? own : inherited));
                }
            }
        }

        found.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private static bool StandsAlone(SentenceTree tree, int parent, int child, int ownSubject)
    {
        if (tree.Has(child, "conj") && tree.IsClause(parent))
        {
            // Own subject, or a finite verb with a count of its own far enough from the first to be another statement.
            return ownSubject >= 0 || (HasNumber(tree, child) && HasNumber(tree, parent, before: tree.First(child)) && tree.Lemma(child) != tree.Lemma(parent) && tree.First(child) - tree.First(parent) > 6);
        }

        if (tree.Has(child, "parataxis"))
        {
            return ownSubject >= 0;
        }

        if (tree.Has(child, "advcl"))
        {
            var mark = tree.Child(child, "mark");
            return ownSubject >= 0 && mark >= 0 && tree[mark].Text.ToLowerInvariant() is "while" or "although" or "though" or "whereas" or "after" or "as" or "when" or "because" or "since" && (HasNumber(tree, child) || tree[mark].Text.ToLowerInvariant() is "while" or "although" or "though" or "whereas");
        }

        if (tree[child].Relation == "acl:relcl")
        {
            // ", which killed 28", ", whose bloc won 46 seats": set off by a comma, or with a count.
            var set = tree.First(child) > 0 && tree[tree.First(child) - 1].Text is "," or "\u2014" or "\u2013" or "(" || (tree.First(child) < tree.Count && tree[tree.First(child)].Text is "," or "(");
            return HasNumber(tree, child) || (set && tree.Last(child) - tree.First(child) >= 5);
        }

        return false;
    }

    private static bool IsRelative(SentenceTree tree, int token) => QuantityParser.IsAny(tree, token, "who", "which", "that", "whom");

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
