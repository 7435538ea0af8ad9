using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>Questions to the tree of a sentence: who governs what, who does it, to whom, and whether it is denied.</summary>
public static class SentenceGrammar
{
    /// <summary>The index of the token that heads the sentence.</summary>
    public static int Root(this AnalyzedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Head < 0)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>The tokens that hang directly on token <paramref name="index"/>, in order.</summary>
    public static IEnumerable<int> Children(this AnalyzedSentence sentence, int index)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Head == index)
            {
                yield return i;
            }
        }
    }

    /// <summary>The children of a token whose relation is one of those named; "nsubj" also stands for "nsubj:pass" and other subtypes.</summary>
    public static IEnumerable<int> Children(this AnalyzedSentence sentence, int index, params string[] relations)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(relations);
        foreach (var child in sentence.Children(index))
        {
            if (Array.Exists(relations, relation => sentence.Tokens[child].Is(relation)))
            {
                yield return child;
            }
        }
    }

    /// <summary>Whether the token's relation is <paramref name="relation"/> or a subtype of it.</summary>
    public static bool Is(this Token token, string relation)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(relation);
        return token.Relation.StartsWith(relation, StringComparison.Ordinal)
            && (token.Relation.Length == relation.Length || token.Relation[relation.Length] == ':');
    }

    /// <summary>Whether <paramref name="ancestor"/> is <paramref name="index"/> itself or governs it over any number of steps.</summary>
    public static bool IsUnder(this AnalyzedSentence sentence, int index, int ancestor)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        for (var steps = 0; index >= 0 && steps <= sentence.Tokens.Length; steps++)
        {
            if (index == ancestor)
            {
                return true;
            }

            index = sentence.Tokens[index].Head;
        }

        return false;
    }

    /// <summary>A token and all that it governs, in order of the text.</summary>
    public static IReadOnlyList<int> Subtree(this AnalyzedSentence sentence, int index)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var tokens = sentence.Tokens;
        var inside = new sbyte[tokens.Length];
        inside[index] = 1;
        var trail = new Stack<int>();
        var members = new List<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var at = i;
            while (at >= 0 && inside[at] == 0)
            {
                inside[at] = -1;
                trail.Push(at);
                at = tokens[at].Head;
            }

            var verdict = at >= 0 && inside[at] == 1 ? (sbyte)1 : (sbyte)-1;
            while (trail.TryPop(out var step))
            {
                inside[step] = verdict;
            }

            if (inside[i] == 1)
            {
                members.Add(i);
            }
        }

        return members;
    }

    /// <summary>The stretch of text from the first to the last token of a subtree, without marks at its edges.</summary>
    public static TextSpan SubtreeSpan(this AnalyzedSentence sentence, int index) => Covering(sentence, sentence.Subtree(index));

    /// <summary>
    /// The phrase of a noun or other word without clauses, conjuncts, appositions and asides that hang on it:
    /// "the two ferries of the Lowland Line, which sank" → "the two ferries of the Lowland Line".
    /// </summary>
    public static TextSpan PhraseSpan(this AnalyzedSentence sentence, int index)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var left = new HashSet<int>();
        foreach (var child in sentence.Children(index, "acl", "advcl", "conj", "cc", "appos", "parataxis", "punct", "case", "mark", "cop", "nsubj", "ccomp", "dep", "discourse"))
        {
            left.UnionWith(sentence.Subtree(child));
        }

        var members = sentence.Subtree(index).Where(i => !left.Contains(i)).ToList();
        var at = members.IndexOf(index);
        int first = at, last = at;
        while (first > 0 && (members[first - 1] == members[first] - 1 || OnlyMarksBetween(sentence, members[first - 1], members[first])))
        {
            first--;
        }

        while (last + 1 < members.Count && (members[last + 1] == members[last] + 1 || OnlyMarksBetween(sentence, members[last], members[last + 1])))
        {
            last++;
        }

        return Covering(sentence, members.GetRange(first, last - first + 1));
    }

    /// <summary>The subject of a predicate, found over shared subjects ("X won and lost") and open complements ("X tried to win"); -1 where there is none.</summary>
    public static int Subject(this AnalyzedSentence sentence, int predicate)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        for (var steps = 0; predicate >= 0 && steps < sentence.Tokens.Length; steps++)
        {
            var own = sentence.Children(predicate, "nsubj", "csubj").FirstOrDefault(-1);
            if (own >= 0)
            {
                return own;
            }

            var token = sentence.Tokens[predicate];
            if (!token.Is("conj") && !token.Is("xcomp"))
            {
                return -1;
            }

            if (token.Is("xcomp") && sentence.Object(token.Head) is >= 0 and var controller)
            {
                // "urged the rebels to stop": the object acts.
                return controller;
            }

            predicate = token.Head;
        }

        return -1;
    }

    /// <summary>The direct object of a predicate, or -1.</summary>
    public static int Object(this AnalyzedSentence sentence, int predicate) => sentence.Children(predicate, "obj").FirstOrDefault(-1);

    /// <summary>The agent of a passive ("by the army"), or -1.</summary>
    public static int Agent(this AnalyzedSentence sentence, int predicate) =>
        sentence.Children(predicate, "obl:agent", "obl").FirstOrDefault(
            child => sentence.Tokens[child].Relation == "obl:agent" || (sentence.IsPassive(predicate) && sentence.Children(child, "case").Any(c => sentence.Tokens[c].Lemma == "by")),
            -1);

    /// <summary>Whether the predicate is in the passive voice.</summary>
    public static bool IsPassive(this AnalyzedSentence sentence, int predicate) => sentence.Children(predicate, "nsubj:pass", "aux:pass", "csubj:pass").Any();

    /// <summary>
    /// Whether the predicate is negated: by "not", "never", "no longer", "hardly" on it, or by a "no" or "none" in its subject or object
    /// ("no one was killed").
    /// </summary>
    public static bool IsNegated(this AnalyzedSentence sentence, int predicate)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (var child in sentence.Children(predicate))
        {
            var token = sentence.Tokens[child];
            if ((token.Is("advmod") || token.Is("aux") || token.Is("cc") || token.Is("det")) && Negations.Contains(token.Lemma))
            {
                return true;
            }

            if ((token.Is("nsubj") || token.Is("obj"))
                && (NegativePronouns.Contains(token.Lemma) || sentence.Children(child, "det").Any(d => sentence.Tokens[d].Lemma is "no" or "neither")))
            {
                return true;
            }

            // "no longer": "no" hangs on "longer".
            if (token.Is("advmod") && token.Lemma is "longer" or "long" && sentence.Children(child).Any(c => sentence.Tokens[c].Lemma == "no"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OnlyMarksBetween(AnalyzedSentence sentence, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (sentence.Tokens[i].Tag != PartOfSpeech.Punct || sentence.Tokens[i].Text is "," or ";" or ":")
            {
                return false;
            }
        }

        return true;
    }

    private static TextSpan Covering(AnalyzedSentence sentence, IReadOnlyList<int> members)
    {
        var first = 0;
        var last = members.Count - 1;
        while (first < last && sentence.Tokens[members[first]].Tag == PartOfSpeech.Punct)
        {
            first++;
        }

        while (last > first && sentence.Tokens[members[last]].Tag == PartOfSpeech.Punct)
        {
            last--;
        }

        return TextSpan.FromBounds(sentence.Tokens[members[first]].Span.Start, sentence.Tokens[members[last]].Span.End);
    }

    private static readonly WordSet Negations = new("not never no neither nor hardly scarcely barely");

    private static readonly WordSet NegativePronouns = new("nobody none nothing no-one neither");
}
