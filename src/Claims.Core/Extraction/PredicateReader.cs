using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>What a clause says in its predicate.</summary>
/// <param name="Lemma">The main predicate as a lemma with its particle ("take part", "call off"); the embedded one below an implicative verb.</param>
/// <param name="Token">The token of that predicate.</param>
/// <param name="IsAffirmative">False when it is said not to be so.</param>
/// <param name="Modality">Planned, conditional, uncertain or opinion where the words say so, else asserted.</param>
/// <param name="Chain">The verbs from the head of the clause down to the predicate.</param>
internal sealed record PredicateReading(string Lemma, int Token, bool IsAffirmative, Modality Modality, IReadOnlyList<int> Chain);

/// <summary>
/// Reads the predicate of a clause: particle, negation, implicative verbs ("failed to", "refrained from", "stayed out of")
/// and the auxiliaries that say how firmly it is put (the implication signatures follow Karttunen 1971 and 2012).
/// </summary>
internal static class PredicateReader
{
    // "has not been able to begin to …": deeper chains of verbs are parser noise.
    private const int DeepestChain = 4;

    public static PredicateReading? Read(SentenceTree tree, int head)
    {
        if (head < 0)
        {
            return null;
        }

        var affirmative = true;
        var modality = Modality.Asserted;
        var chain = new List<int>();
        var token = head;
        var lemma = "";

        // "The party plans to contest": where the tagger took the first verb for a noun.
        if (QuantityParser.Is(tree, head - 1, "to") && head > 1 && tree.Tag(head - 2) is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn)
        {
            (affirmative, modality) = Apply(PredicateLexicon.SenseOf(Stem(tree[head - 2].Text)), affirmative, modality);
        }

        for (var depth = 0; depth < DeepestChain; depth++)
        {
            chain.Add(token);
            if (IsNegated(tree, token))
            {
                affirmative = !affirmative;
            }

            modality = Stronger(modality, ModalityOf(tree, token));
            lemma = LemmaWithParticle(tree, token);
            if (PredicateLexicon.AbstainsFrom(lemma) is { } abstained)
            {
                return new PredicateReading(abstained, token, !affirmative, modality, chain);
            }

            var sense = PredicateLexicon.SenseOf(lemma);
            if (sense == VerbSense.None)
            {
                sense = PredicateLexicon.SenseOf(tree.Lemma(token));
            }

            var below = sense == VerbSense.None ? -1 : Embedded(tree, token);
            if (below >= 0)
            {
                (affirmative, modality) = Apply(sense, affirmative, modality);
                token = below;
                continue;
            }

            // "avoided strikes", "called off the offensive", "no attack": the event is in the noun.
            if (sense == VerbSense.Avoid && EventObject(tree, token) is { } noun)
            {
                chain.Add(noun.Token);
                return new PredicateReading(noun.Verb, noun.Token, !affirmative, modality, chain);
            }

            break;
        }

        if (tree.Tag(token) is not (PartOfSpeech.Verb or PartOfSpeech.Aux) && tree.Child(token, "cop", "aux") < 0)
        {
            // A phrase without a verb says something only where its noun names an event ("denied involvement").
            return PredicateLexicon.VerbOf(tree.Lemma(token)) is { } named ? new PredicateReading(named, token, affirmative, modality, chain) : null;
        }

        return new PredicateReading(PredicateLexicon.NameOf(lemma), token, affirmative, modality, chain);
    }

    private static string Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.EndsWith("ed", StringComparison.Ordinal) ? (PredicateLexicon.SenseOf(lower[..^2]) != VerbSense.None ? lower[..^2] : lower[..^1])
            : lower.EndsWith('s') ? lower[..^1] : lower;
    }

    /// <summary>A verb's lemma with its particle or the noun of its idiom; of a copular clause the complement ("be ready").</summary>
    public static string LemmaWithParticle(SentenceTree tree, int token)
    {
        var lemma = tree.Lemma(token);
        if (tree.Child(token, "cop") >= 0)
        {
            return $"be {lemma}";
        }

        foreach (var child in tree.Children(token))
        {
            if (tree[child].Relation == "compound:prt")
            {
                return $"{lemma} {tree[child].Text.ToLowerInvariant()}";
            }

            if (tree.Has(child, "obj") && PredicateLexicon.Idiom(lemma, tree.Lemma(child)) is { } idiom)
            {
                return idiom;
            }
        }

        // "stayed out of", "remained outside", where the parser saw no particle.
        if (token + 1 < tree.Count)
        {
            var next = tree[token + 1].Text.ToLowerInvariant();
            var phrase = $"{lemma} {next}";
            if (PredicateLexicon.AbstainsFrom(phrase) is not null || PredicateLexicon.SenseOf(phrase) != VerbSense.None)
            {
                return phrase;
            }

            // "stayed largely out of"
            if (tree.Tag(token + 1) == PartOfSpeech.Adv && token + 2 < tree.Count && PredicateLexicon.AbstainsFrom($"{lemma} {tree[token + 2].Text.ToLowerInvariant()}") is not null)
            {
                return $"{lemma} {tree[token + 2].Text.ToLowerInvariant()}";
            }

            if (PredicateLexicon.Idiom(lemma, tree.Lemma(token + 1)) is { } idiom)
            {
                return idiom;
            }
        }

        return lemma;
    }

    /// <summary>Whether a clause's head is negated: "not", "never", "no longer", or "no" on its subject or object.</summary>
    public static bool IsNegated(SentenceTree tree, int head)
    {
        var negations = 0;
        foreach (var child in tree.Children(head))
        {
            if (IsNegation(tree, child))
            {
                negations++;
            }
            else if (tree.HasAny(child, "nsubj", "obj") && HasNo(tree, child))
            {
                negations++;
            }
            else if (tree.Has(child, "cc") && tree.Lemma(child) == "nor")
            {
                negations++;
            }
        }

        // "was never", "has yet to": an auxiliary right before may carry what the parser hung elsewhere.
        if (negations == 0)
        {
            for (var i = head - 1; i >= 0 && i >= head - 4 && tree.Tag(i) is PartOfSpeech.Aux or PartOfSpeech.Part or PartOfSpeech.Adv; i--)
            {
                if (IsNegation(tree, i) || (tree.Lemma(i) == "yet" && QuantityParser.Is(tree, i + 1, "to")))
                {
                    negations++;
                    break;
                }
            }
        }

        return negations % 2 == 1;
    }

    private static bool IsNegation(SentenceTree tree, int i)
    {
        var word = tree[i].Text.ToLowerInvariant();
        return word is "not" or "n't" or "n\u2019t" or "never" or "nowhere" or "neither" or "nor" or "hardly" or "scarcely" || (word == "no" && (tree.Has(i, "advmod") || QuantityParser.Is(tree, i + 1, "longer")));
    }

    private static bool HasNo(SentenceTree tree, int noun)
    {
        if (QuantityParser.IsAny(tree, noun, "none", "nobody", "nothing", "neither"))
        {
            return true;
        }

        // "not one of the boats", "not a single shot"
        if (QuantityParser.Is(tree, tree.First(noun), "not"))
        {
            return true;
        }

        foreach (var child in tree.Children(noun))
        {
            if (child < noun && tree.Tag(child) == PartOfSpeech.Det && tree[child].Text.Equals("no", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static Modality ModalityOf(SentenceTree tree, int head)
    {
        var modality = IsToBeDone(tree, head) ? Modality.Planned : Modality.Asserted;
        foreach (var child in tree.Children(head))
        {
            var word = tree[child].Text.ToLowerInvariant();
            if (tree.Has(child, "aux"))
            {
                modality = Stronger(modality, word switch
                {
                    "will" or "'ll" or "\u2019ll" or "shall" or "wo" => Modality.Planned,
                    "may" or "might" or "could" => Modality.Uncertain,
                    "should" or "must" or "ought" => Modality.Opinion,
                    "would" => Modality.Conditional,
                    _ => Modality.Asserted,
                });
            }
            else if (tree.Has(child, "advmod") && word is "likely" or "possibly" or "perhaps" or "maybe" or "probably" or "apparently" or "presumably" or "allegedly" or "reportedly" or "seemingly" or "purportedly" or "supposedly")
            {
                modality = Stronger(modality, Modality.Uncertain);
            }
            else if (tree.Has(child, "mark") && word is "if" or "unless" or "should")
            {
                modality = Stronger(modality, Modality.Conditional);
            }
        }

        // "is likely to win", "are set to contest", "is due to open", "were to be buried"
        if (tree.Child(head, "cop") >= 0 || tree.Child(head, "aux") >= 0)
        {
            modality = Stronger(modality, tree.Lemma(head) switch
            {
                "likely" or "unlikely" or "possible" or "unclear" or "probable" => Modality.Uncertain,
                "set" when QuantityParser.Is(tree, head + 1, "to") || QuantityParser.Is(tree, head + 1, "for") => Modality.Planned,
                "due" or "expect" or "expected" or "scheduled" or "slated" or "poised" => Modality.Planned,
                _ => Modality.Asserted,
            });
        }

        return modality;
    }

    /// <summary>"are to shut", "is to be raised": what is arranged.</summary>
    internal static bool IsToBeDone(SentenceTree tree, int verb)
    {
        var to = QuantityParser.Is(tree, verb - 1, "be") ? verb - 2 : verb - 1;
        return to > 0 && QuantityParser.Is(tree, to, "to") && QuantityParser.IsAny(tree, to - 1, "is", "are", "'s", "\u2019s", "'re", "\u2019re");
    }

    // Which of two readings says more about how far the words commit.
    private static Modality Stronger(Modality a, Modality b)
    {
        static int Rank(Modality modality) => modality switch
        {
            Modality.Question => 7,
            Modality.Denied => 6,
            Modality.Conditional => 5,
            Modality.Planned => 4,
            Modality.Uncertain => 3,
            Modality.Opinion => 2,
            Modality.Reported => 1,
            _ => 0,
        };
        return Rank(b) > Rank(a) ? b : a;
    }

    private static (bool Affirmative, Modality Modality) Apply(VerbSense sense, bool affirmative, Modality modality) => sense switch
    {
        VerbSense.Avoid => (!affirmative, modality),
        VerbSense.Plan => (affirmative, Stronger(modality, Modality.Planned)),
        VerbSense.Doubt => (affirmative, Stronger(modality, Modality.Uncertain)),
        _ => (affirmative, modality),
    };

    // The verb below: "failed to [stop]", "refrained from [engaging]", "began [firing]".
    private static int Embedded(SentenceTree tree, int token)
    {
        foreach (var child in tree.Children(token))
        {
            if (child > token && tree.Has(child, "xcomp") && tree.Tag(child) == PartOfSpeech.Verb)
            {
                return child;
            }
        }

        foreach (var child in tree.Children(token))
        {
            if (child > token && tree.HasAny(child, "advcl", "ccomp", "obl", "obj", "acl") && tree.Tag(child) == PartOfSpeech.Verb
                && (IsGerund(tree, child) && (QuantityParser.IsAny(tree, tree.First(child), "from", "to") || tree.First(child) == child || child == token + 1)))
            {
                return child;
            }
        }

        // Next to it where the parser hung it elsewhere: "refrained from engaging", "failed to stop".
        var i = token + 1;
        if (i < tree.Count && QuantityParser.IsAny(tree, i, "from", "to"))
        {
            i++;
            while (i < tree.Count && tree.Tag(i) == PartOfSpeech.Adv)
            {
                i++;
            }

            if (i < tree.Count && tree.Tag(i) == PartOfSpeech.Verb && (IsGerund(tree, i) || QuantityParser.Is(tree, token + 1, "to")))
            {
                return i;
            }
        }

        return -1;
    }

    private static (int Token, string Verb)? EventObject(SentenceTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (child > verb && tree.HasAny(child, "obj", "obl") && PredicateLexicon.VerbOf(tree.Lemma(child)) is { } event0)
            {
                return (child, event0);
            }
        }

        return null;
    }

    private static bool IsGerund(SentenceTree tree, int i) => tree[i].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
}
