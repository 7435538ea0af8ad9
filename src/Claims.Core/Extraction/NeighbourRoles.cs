using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Roles by the verb, participle or event noun that stands right behind or before a counted phrase.</summary>
internal static class NeighbourRoles
{
    // How far a verb may stand from a counted phrase with only adverbs and auxiliaries between.
    private const int Reach = 6;

    // "[18 people] were killed", "[550 people] who fled", "[600 people] killed in"
    public static string? Behind(SentenceTree tree, int end, string? counted)
    {
        var passive = false;
        var relative = false;
        var i = end + 1;
        for (var steps = 0; i < tree.Count && steps < Reach; i++, steps++)
        {
            if (tree.Tag(i) == PartOfSpeech.Verb || (tree.Tag(i) is PartOfSpeech.Adj && QuantityLexicon.HasRole(VerbRoles.LemmaOfParticiple(tree[i].Text))))
            {
                var verb = VerbRoles.LemmaWithParticle(tree, i);
                if (verb is "confirm" or "report" or "say" or "fear" or "believe" or "know" or "think" or "leave" or "continue" or "remain" or "begin" or "have" or "need" or "manage" or "bother" or "choose" or "decide" && steps < Reach - 1 && i + 1 < tree.Count
                    && (tree.Tag(i + 1) is PartOfSpeech.Adj or PartOfSpeech.Verb or PartOfSpeech.Part || QuantityParser.IsAny(tree, i + 1, "to", "dead", "killed")))
                {
                    continue;
                }

                if (VerbRoles.OfIdiom(tree, i) is { } phrasal)
                {
                    return phrasal;
                }

                var isTransitive = VerbRoles.HasObject(tree, i);
                if (passive || (!relative && VerbRoles.IsParticiple(tree, i) && !isTransitive) || (relative && !isTransitive))
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
    public static string? Before(SentenceTree tree, int first, string? counted)
    {
        var i = first - 1;
        for (var steps = 0; i >= 0 && steps < 5; i--, steps++)
        {
            if (tree.Tag(i) == PartOfSpeech.Verb || (tree.Tag(i) is PartOfSpeech.Adj or PartOfSpeech.Noun && QuantityLexicon.HasRole(VerbRoles.LemmaOfParticiple(tree[i].Text)) && VerbRoles.IsParticiple(tree, i)))
            {
                return VerbRoles.OfGoverned(tree, i, counted);
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
