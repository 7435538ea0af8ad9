using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>
/// Finds what happens to what is counted: by the counted noun, by a participle or verb next to it, by the verb that governs it,
/// and for "the toll rose to 23" by the subject.
/// </summary>
internal static class RoleFinder
{
    public static string? Find(SentenceTree tree, CountedFigure figure)
    {
        var kind = figure.Quantity.Kind;
        if (kind is QuantityKind.Money or QuantityKind.Measure)
        {
            return MeasureRoles.Find(tree, figure);
        }

        if (kind is QuantityKind.Ordinal or QuantityKind.Age)
        {
            return null;
        }

        var source = figure.Noun < 0 && figure.SameNounAs is { } same ? same : figure;
        var counted = source.Noun >= 0 ? tree.Lemma(source.Noun) : null;
        if (counted is not null && figure.Noun >= 0 && ByNoun(tree, figure, counted) is { } byNoun)
        {
            return byNoun;
        }

        if (kind == QuantityKind.Percent && counted is null)
        {
            counted = "percent";
        }

        var end = Math.Max(figure.LastToken, figure.Noun);
        // "shot down [18 drones] that were launched": the verb before says what happened, the relative clause which ones are meant.
        var isDescribed = QuantityParser.IsAny(tree, end + 1, "who", "that", "which");
        return StateRoles.Behind(tree, figure) ?? StateRoles.Aboard(tree, figure, end, counted)
            ?? (isDescribed ? NeighbourRoles.Before(tree, figure.FirstToken, counted) : null) ?? NeighbourRoles.Behind(tree, end, counted) ?? NeighbourRoles.Before(tree, figure.FirstToken, counted) ?? Governing(tree, figure, counted) ?? Subject(tree, figure, counted);
    }

    private static string? ByNoun(SentenceTree tree, CountedFigure figure, string counted)
    {
        // "wounded soldiers", "captured servicemen"
        for (var i = Math.Max(figure.NounFirst, figure.LastToken + 1); i < figure.Noun; i++)
        {
            if (tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Adj && QuantityLexicon.RoleOf(VerbRoles.LemmaWithParticle(tree, i), false, counted) is { } role)
            {
                return role;
            }

            if (tree[i].Text.Equals("dead", StringComparison.OrdinalIgnoreCase))
            {
                return QuantityRoles.Killed;
            }

            if (tree[i].Text.Equals("missing", StringComparison.OrdinalIgnoreCase))
            {
                return QuantityRoles.Missing;
            }
        }

        var byNoun = QuantityLexicon.RoleOfNoun(tree[figure.Noun].Text.ToLowerInvariant()) ?? QuantityLexicon.RoleOfNoun(counted);

        // Cases are infections only of an illness, lives killed only when lost, crowds and hostages may do something else.
        return counted switch
        {
            "case" => QuantityRoles.Infected,
            "life" => NeighbourRoles.Before(tree, figure.FirstToken, "life") is null && !PrecededBy(tree, figure.FirstToken, "claim", "cost", "lose", "take") && !FollowedBy(tree, figure.Noun, "lose", "claim") ? null : QuantityRoles.Killed,
            "hostage" or "captive" => NeighbourRoles.Behind(tree, figure.Noun, counted) ?? NeighbourRoles.Before(tree, figure.FirstToken, counted) ?? byNoun,
            "mourner" or "protester" or "protestor" or "demonstrator" or "marcher" or "participant" or "spectator" or "crowd" => NeighbourRoles.Behind(tree, figure.Noun, counted) is { } other && other != QuantityRoles.Attended ? other : NeighbourRoles.Before(tree, figure.FirstToken, counted) ?? byNoun,
            // "five of the wounded died": what happens to them now is the news.
            "wounded" or "injured" or "missing" => NeighbourRoles.Behind(tree, figure.Noun, counted) is QuantityRoles.Killed ? QuantityRoles.Killed : byNoun,
            // "took dozens of survivors ashore": survivors are counted as rescued where the sentence does no more than count them.
            "survivor" => NeighbourRoles.Behind(tree, figure.Noun, counted) ?? NeighbourRoles.Before(tree, figure.FirstToken, counted) ?? (PrecededBy(tree, figure.FirstToken, "be", "count", "number", "find") ? byNoun : null),
            "body" => byNoun,
            _ => byNoun,
        };
    }

    private static string? Governing(SentenceTree tree, CountedFigure figure, string? counted)
    {
        var token = figure.Noun >= 0 ? figure.Noun : figure.LastToken;
        for (var steps = 0; token >= 0 && token < tree.Count && steps < 5; steps++)
        {
            var head = tree.Head(token);
            if (head < 0)
            {
                return null;
            }

            if (tree.Tag(head) == PartOfSpeech.Verb)
            {
                if (tree.HasAny(token, "obj", "iobj") || tree[token].Relation is "nsubj:pass")
                {
                    return VerbRoles.OfGoverned(tree, head, counted);
                }

                if (tree.Has(token, "nsubj"))
                {
                    return VerbRoles.OfIdiom(tree, head) ?? (VerbRoles.HasPassive(tree, head) ? VerbRoles.OfGoverned(tree, head, counted) : QuantityLexicon.RoleOf(VerbRoles.LemmaWithParticle(tree, head), true, counted));
                }

                return null;
            }

            if (!tree.HasAny(token, "conj", "nummod", "nmod", "appos", "compound"))
            {
                return null;
            }

            token = head;
        }

        return null;
    }

    // "the death toll stood at 14", "civilian deaths … stand at 412", "put the number of wounded at 30", "a crowd estimated at 45,000"
    private static string? Subject(SentenceTree tree, CountedFigure figure, string? counted)
    {
        for (var i = figure.FirstToken - 1; i >= 0; i--)
        {
            var lemma = tree.Lemma(i);
            if (tree[i].Text == ";")
            {
                break;
            }

            if (lemma is "toll")
            {
                return QuantityRoles.Killed;
            }

            if (lemma is "turnout" or "attendance" or "crowd" && (figure.Quantity.Kind is QuantityKind.Count or QuantityKind.Percent || lemma == "crowd"))
            {
                return QuantityRoles.Attended;
            }

            if (lemma is "number" or "total" or "count" or "figure" or "tally" && QuantityParser.IsAny(tree, i + 1, "of", "displaced", "killed"))
            {
                return NeighbourRoles.Behind(tree, i + 1, null) ?? ByPhrase(tree, i + 1, figure.FirstToken);
            }

            // The subject itself is a count of events: only where the figure is said of it, not of a noun of its own.
            if (counted is null && QuantityLexicon.RoleOfNoun(lemma) is { } role && tree.Tag(i) == PartOfSpeech.Noun)
            {
                figure.Noun = i;
                figure.NounFirst = FirstModifier(tree, i);
                return role;
            }
        }

        return null;
    }

    private static int FirstModifier(SentenceTree tree, int noun)
    {
        var first = noun;
        while (first > 0 && tree.Tag(first - 1) is PartOfSpeech.Adj or PartOfSpeech.Noun)
        {
            first--;
        }

        return first;
    }

    private static string? ByPhrase(SentenceTree tree, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Adj
                && (QuantityLexicon.RoleOf(VerbRoles.LemmaWithParticle(tree, i), false, "person") ?? QuantityLexicon.RoleOf(VerbRoles.LemmaWithParticle(tree, i), true, "person")) is { } role)
            {
                return role;
            }

            if (tree.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Adj && QuantityLexicon.RoleOfNoun(tree[i].Text.ToLowerInvariant()) is { } noun)
            {
                return noun;
            }
        }

        return null;
    }

    private static bool PrecededBy(SentenceTree tree, int first, params ReadOnlySpan<string> lemmas)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            foreach (var lemma in lemmas)
            {
                if (tree.Lemma(i) == lemma)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool FollowedBy(SentenceTree tree, int last, params ReadOnlySpan<string> lemmas)
    {
        for (var i = last + 1; i < tree.Count && i <= last + 3; i++)
        {
            foreach (var lemma in lemmas)
            {
                if (tree.Lemma(i) == lemma)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
