using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>
/// Finds what happens to what is counted: by the counted noun, by a participle or verb next to it, by the verb that governs it,
/// and for "the toll rose to 23" by the subject.
/// </summary>
internal static class RoleFinder
{
    // How far a verb may stand from a counted phrase with only adverbs and auxiliaries between.
    private const int Reach = 6;

    public static string? Find(SentenceTree tree, CountedFigure figure)
    {
        var kind = figure.Quantity.Kind;
        if (kind is QuantityKind.Ordinal or QuantityKind.Age or QuantityKind.Money or QuantityKind.Measure)
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
        return StateBehind(tree, figure) ?? Aboard(tree, figure, end, counted)
            ?? (isDescribed ? Before(tree, figure.FirstToken, counted) : null) ?? Behind(tree, end, counted) ?? Before(tree, figure.FirstToken, counted) ?? Governing(tree, figure, counted) ?? Subject(tree, figure, counted);
    }

    private static string? ByNoun(SentenceTree tree, CountedFigure figure, string counted)
    {
        // "wounded soldiers", "captured servicemen"
        for (var i = Math.Max(figure.NounFirst, figure.LastToken + 1); i < figure.Noun; i++)
        {
            if (tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Adj && QuantityLexicon.RoleOf(VerbLemma(tree, i), false, counted) is { } role)
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
            "life" => Before(tree, figure.FirstToken, "life") is null && !PrecededBy(tree, figure.FirstToken, "claim", "cost", "lose", "take") && !FollowedBy(tree, figure.Noun, "lose", "claim") ? null : QuantityRoles.Killed,
            "hostage" or "captive" => Behind(tree, figure.Noun, counted) ?? Before(tree, figure.FirstToken, counted) ?? byNoun,
            "mourner" or "protester" or "demonstrator" or "marcher" or "spectator" or "crowd" => Behind(tree, figure.Noun, counted) is { } other && other != QuantityRoles.Attended ? other : Before(tree, figure.FirstToken, counted) ?? byNoun,
            // "five of the wounded died": what happens to them now is the news.
            "wounded" or "injured" or "missing" => Behind(tree, figure.Noun, counted) is QuantityRoles.Killed ? QuantityRoles.Killed : byNoun,
            // "took dozens of survivors ashore": survivors are counted as rescued where the sentence does no more than count them.
            "survivor" => Behind(tree, figure.Noun, counted) ?? Before(tree, figure.FirstToken, counted) ?? (PrecededBy(tree, figure.FirstToken, "be", "count", "number", "find") ? byNoun : null),
            "body" => byNoun,
            _ => byNoun,
        };
    }

    // "30 wounded", "12 dead", "six missing", "are missing", "remain unaccounted for"
    private static string? StateBehind(SentenceTree tree, CountedFigure figure)
    {
        var i = Math.Max(figure.LastToken, figure.Noun) + 1;
        for (var steps = 0; i < tree.Count && steps < 4; i++, steps++)
        {
            var word = tree[i].Text.ToLowerInvariant();
            switch (word)
            {
                case "dead" or "deceased":
                    return QuantityRoles.Killed;
                case "missing":
                    return QuantityRoles.Missing;
                case "unaccounted":
                    return QuantityRoles.Missing;
                case "homeless":
                    return QuantityRoles.Displaced;
                case "hostage":
                    return QuantityRoles.Abducted;
                case "on" when QuantityParser.Is(tree, i + 1, "strike"):
                    return QuantityRoles.Striking;
                case "injured" or "wounded" or "hurt":
                    return QuantityRoles.Injured;
            }

            if (tree.Tag(i) is not (PartOfSpeech.Aux or PartOfSpeech.Adv) && tree.Lemma(i) is not ("be" or "remain" or "still" or "go" or "report" or "feare" or "fear" or "leave" or "more" or "other" or "others" or "in" or "its" or "their" or "rubble") && !word.Equals("others", StringComparison.Ordinal))
            {
                return null;
            }
        }

        return null;
    }

    // "180 people on board", "212 had been aboard", "the number of people on board at 212", "was carrying 212 passengers and crew"
    private static string? Aboard(SentenceTree tree, CountedFigure figure, int end, string? counted)
    {
        if (counted is not null && QuantityLexicon.ClassOf(counted) != "person")
        {
            return null;
        }

        for (var i = end + 1; i < Math.Min(tree.Count, end + Reach) && (i == end + 1 || tree.Tag(i - 1) != PartOfSpeech.Punct); i++)
        {
            // "died aboard", "crammed aboard": who dies there is counted as dead.
            if (tree.Tag(i) == PartOfSpeech.Verb && QuantityLexicon.RoleOf(VerbLemma(tree, i), true, counted) is not null)
            {
                return null;
            }

            if (IsAboard(tree, i))
            {
                return QuantityRoles.Aboard;
            }
        }

        for (var i = figure.FirstToken - 1; i >= Math.Max(0, figure.FirstToken - 4); i--)
        {
            if (tree.Lemma(i) == "carry" && tree.Tag(i) == PartOfSpeech.Verb && counted is not null)
            {
                return QuantityRoles.Aboard;
            }

            if (counted is null && QuantityParser.IsAny(tree, i, "board", "aboard") && IsAboard(tree, QuantityParser.Is(tree, i, "board") ? i - 1 : i))
            {
                return QuantityRoles.Aboard;
            }
        }

        return null;
    }

    private static bool IsAboard(SentenceTree tree, int i) =>
        QuantityParser.Is(tree, i, "aboard") || (QuantityParser.Is(tree, i, "on") && QuantityParser.Is(tree, i + 1, "board"));

    // "[18 people] were killed", "[550 people] who fled", "[600 people] killed in"
    private static string? Behind(SentenceTree tree, int end, string? counted)
    {
        var passive = false;
        var relative = false;
        var i = end + 1;
        for (var steps = 0; i < tree.Count && steps < Reach; i++, steps++)
        {
            if (tree.Tag(i) == PartOfSpeech.Verb || (tree.Tag(i) is PartOfSpeech.Adj && QuantityLexicon.HasRole(ParticipleLemma(tree[i].Text))))
            {
                var verb = VerbLemma(tree, i);
                if (verb is "confirm" or "report" or "say" or "fear" or "believe" or "know" or "think" or "leave" or "continue" or "remain" or "begin" or "have" or "need" or "manage" or "bother" or "choose" or "decide" && steps < Reach - 1 && i + 1 < tree.Count
                    && (tree.Tag(i + 1) is PartOfSpeech.Adj or PartOfSpeech.Verb or PartOfSpeech.Part || QuantityParser.IsAny(tree, i + 1, "to", "dead", "killed")))
                {
                    continue;
                }

                if (PhrasalRole(tree, i) is { } phrasal)
                {
                    return phrasal;
                }

                var isTransitive = HasObject(tree, i);
                if (passive || (!relative && IsParticiple(tree, i) && !isTransitive) || (relative && !isTransitive))
                {
                    return QuantityLexicon.RoleOf(verb, false, counted) ?? QuantityLexicon.RoleOf(verb, true, counted);
                }

                return QuantityLexicon.RoleOf(verb, true, counted);
            }

            if (tree.Tag(i) == PartOfSpeech.Aux || tree.Lemma(i) is "be" or "have")
            {
                passive |= tree.Lemma(i) is "be" or "get";
                continue;
            }

            if (QuantityParser.IsAny(tree, i, "who", "that", "which"))
            {
                relative = true;
                continue;
            }

            if (tree.Tag(i) is PartOfSpeech.Adv or PartOfSpeech.Part)
            {
                continue;
            }

            // "[250,000 residents] of the valley fled"
            if (steps == 0 && QuantityParser.Is(tree, i, "of") && SkipPhrase(tree, i) is var behind && behind > i + 1 && behind < tree.Count && tree.Tag(behind) is PartOfSpeech.Verb or PartOfSpeech.Aux)
            {
                i = behind - 1;
                continue;
            }

            // "[40 mourners] on the square were killed": one prepositional phrase may stand between, if a form of "be" follows it.
            if (tree.Tag(i) == PartOfSpeech.Adp && steps == 0 && SkipPhrase(tree, i) is var next && next > i && next < tree.Count && tree.Lemma(next) is "be" or "have")
            {
                i = next - 1;
                continue;
            }

            return null;
        }

        return null;
    }

    // "killed [five sailors]", "killing at least [five]", "drove [700 farmers] off the land", "set fire to [nine barns]"
    private static string? Before(SentenceTree tree, int first, string? counted)
    {
        var i = first - 1;
        for (var steps = 0; i >= 0 && steps < 5; i--, steps++)
        {
            if (tree.Tag(i) == PartOfSpeech.Verb || (tree.Tag(i) is PartOfSpeech.Adj or PartOfSpeech.Noun && QuantityLexicon.HasRole(ParticipleLemma(tree[i].Text)) && IsParticiple(tree, i)))
            {
                return RoleOfGoverning(tree, i, counted);
            }

            if (tree.Lemma(i) == "have" && counted is not null && QuantityLexicon.ClassOf(counted) == "vote")
            {
                return QuantityRoles.Won;
            }

            if (tree.Tag(i) is PartOfSpeech.Adv or PartOfSpeech.Det or PartOfSpeech.Adj || QuantityParser.IsAny(tree, i, "another", "some", "an", "down", "up", "off", "least", "at", "the"))
            {
                continue;
            }

            // "the loss of 70 berths", "the lives of nine divers", "the death of five pilots", "the arrest of 30"
            if (QuantityParser.Is(tree, i, "of") && i > 0)
            {
                var noun = tree.Lemma(i - 1);
                return noun switch
                {
                    "death" or "life" or "killing" or "loss" or "body" or "murder" or "massacre" or "execution" => QuantityRoles.Killed,
                    "injury" or "wounding" => QuantityRoles.Injured,
                    "arrest" or "detention" or "capture" => QuantityRoles.Detained,
                    "release" or "exchange" or "swap" => QuantityRoles.Released,
                    "abduction" or "kidnapping" or "kidnap" => QuantityRoles.Abducted,
                    "displacement" or "evacuation" => QuantityRoles.Displaced,
                    "rescue" => QuantityRoles.Rescued,
                    "launch" or "launching" or "firing" => QuantityRoles.Launched,
                    "interception" or "downing" => QuantityRoles.Intercepted,
                    "crowd" or "turnout" or "gathering" => QuantityRoles.Attended,
                    "toll" => QuantityRoles.Killed,
                    "command" or "control" when counted is not null && QuantityLexicon.ClassOf(counted) == "vote" => QuantityRoles.Won,
                    _ => null,
                };
            }

            return null;
        }

        return null;
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
                    return RoleOfGoverning(tree, head, counted);
                }

                if (tree.Has(token, "nsubj"))
                {
                    return PhrasalRole(tree, head) ?? (HasPassive(tree, head) ? RoleOfGoverning(tree, head, counted) : QuantityLexicon.RoleOf(VerbLemma(tree, head), true, counted));
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
                return Behind(tree, i + 1, null) ?? ByPhrase(tree, i + 1, figure.FirstToken);
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
                && (QuantityLexicon.RoleOf(VerbLemma(tree, i), false, "person") ?? QuantityLexicon.RoleOf(VerbLemma(tree, i), true, "person")) is { } role)
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

    private static string? RoleOfGoverning(SentenceTree tree, int verb, string? counted) =>
        PhrasalRole(tree, verb) ?? QuantityLexicon.RoleOf(VerbLemma(tree, verb), false, counted);

    // Roles that only a verb with its companions has.
    private static string? PhrasalRole(SentenceTree tree, int verb)
    {
        var lemma = tree.Lemma(verb);
        for (var i = verb + 1; i < tree.Count && i < verb + 9; i++)
        {
            var word = tree[i].Text.ToLowerInvariant();
            switch (lemma)
            {
                case "take" when word is "hostage" or "captive":
                    return QuantityRoles.Abducted;
                case "take" when word is "prisoner" || (word == "custody"):
                    return QuantityRoles.Detained;
                case "claim" or "lose" or "cost" or "take" when word is "lives" or "life":
                    return QuantityRoles.Killed;
                case "set" when word == "free":
                    return QuantityRoles.Released;
                case "set" when word is "fire" or "ablaze" or "alight":
                    return QuantityRoles.Damaged;
                case "let" when word == "go":
                    return QuantityRoles.Released;
                case "drive" or "force" when word is "homes" or "home":
                    return QuantityRoles.Displaced;
                case "leave" or "abandon" when word is "homes" or "home" or "houses" or "villages":
                    return QuantityRoles.Displaced;
                case "leave" when word is "valley" or "region" or "district" or "province" or "area" or "city" or "town" or "village":
                    return QuantityRoles.Displaced;
                case "take" or "join" or "come" or "walk" when word is "march" or "procession" or "rally" or "demonstration" or "protest" or "vigil" or "parade" or "cortege":
                    return QuantityRoles.Attended;
                case "leave" when word is "homeless":
                    return QuantityRoles.Displaced;
                case "leave" when word is "dead":
                    return QuantityRoles.Killed;
                case "leave" when word is "wounded" or "injured":
                    return QuantityRoles.Injured;
                case "pull" when word is "alive":
                    return QuantityRoles.Rescued;
                case "test" when word is "positive":
                    return QuantityRoles.Infected;
                case "fall" when word is "ill" or "sick":
                    return QuantityRoles.Infected;
                case "hold" when word is "hostage" or "captive":
                    return QuantityRoles.Abducted;
                case "take" when word is "streets":
                    return QuantityRoles.Attended;
            }

            if (word is "." or ";" || (tree.Tag(i) == PartOfSpeech.Verb && i > verb + 1 && tree.Lemma(i) != "go"))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>A verb's lemma with its particle.</summary>
    private static string VerbLemma(SentenceTree tree, int verb)
    {
        var lemma = tree.Tag(verb) == PartOfSpeech.Verb ? tree.Lemma(verb) : ParticipleLemma(tree[verb].Text);
        for (var i = verb + 1; i < tree.Count && i <= verb + 1; i++)
        {
            if (QuantityParser.IsAny(tree, i, "up", "down", "out", "off"))
            {
                var phrasal = $"{lemma} {tree[i].Text.ToLowerInvariant()}";
                if (QuantityLexicon.HasRole(phrasal))
                {
                    return phrasal;
                }
            }
        }

        // "shot 11 drones down"
        foreach (var child in tree.Children(verb))
        {
            if (tree[child].Relation == "compound:prt" && QuantityLexicon.HasRole($"{lemma} {tree[child].Text.ToLowerInvariant()}"))
            {
                return $"{lemma} {tree[child].Text.ToLowerInvariant()}";
            }
        }

        return lemma;
    }

    // The tagger reads some participles as adjectives ("killed"), whose lemma is then the word itself.
    private static string ParticipleLemma(string word)
    {
        var lower = word.ToLowerInvariant();
        if (!lower.EndsWith("ed", StringComparison.Ordinal) || lower.Length < 5)
        {
            return lower is "slain" ? "slay" : lower is "died" ? "die" : lower is "shot" ? "shoot" : lower is "drowned" ? "drown" : lower;
        }

        var stem = lower[..^2];
        return QuantityLexicon.HasRole(stem) ? stem : QuantityLexicon.HasRole(lower[..^1]) ? lower[..^1] : stem;
    }

    private static bool IsParticiple(SentenceTree tree, int i)
    {
        var word = tree[i].Text;
        return word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word.EndsWith("en", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
            || word is "shot" or "hurt" or "slain" or "held" or "laid" or "cut" or "put" or "brought" or "sent" or "hit" or "left" or "found" or "caught";
    }

    private static bool HasObject(SentenceTree tree, int verb)
    {
        var i = verb + 1;
        while (i < tree.Count && tree.Tag(i) == PartOfSpeech.Adv)
        {
            i++;
        }

        return i < tree.Count && (tree.Tag(i) is PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj || (tree.Tag(i) == PartOfSpeech.Pron && !QuantityParser.IsAny(tree, i, "who", "that", "which")))
            && !TimeWords.IsWeekday(tree[i].Text, out _) && !QuantityParser.IsAny(tree, i, "last", "this", "overnight", "dead");
    }

    private static bool HasPassive(SentenceTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree[child].Relation is "aux:pass" or "nsubj:pass")
            {
                return true;
            }
        }

        return false;
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

    private static int SkipPhrase(SentenceTree tree, int adposition)
    {
        var i = adposition + 1;
        while (i < tree.Count && i < adposition + 8 && tree.Tag(i) is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Pron or PartOfSpeech.Adp)
        {
            i++;
        }

        return i;
    }
}
