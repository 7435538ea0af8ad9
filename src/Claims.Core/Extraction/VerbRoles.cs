using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>The role that a verb, with its particle or idiom, gives to what it counts, and the forms in which such verbs stand.</summary>
internal static class VerbRoles
{
    /// <summary>The role of what a verb governs as its object, or as the subject of its passive.</summary>
    public static string? OfGoverned(SentenceTree tree, int verb, string? counted) =>
        OfIdiom(tree, verb) ?? QuantityLexicon.RoleOf(LemmaWithParticle(tree, verb), false, counted);

    /// <summary>Roles that only a verb with its companions has ("claim lives", "leave homeless").</summary>
    public static string? OfIdiom(SentenceTree tree, int verb)
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
    public static string LemmaWithParticle(SentenceTree tree, int verb)
    {
        var lemma = tree.Tag(verb) == PartOfSpeech.Verb ? tree.Lemma(verb) : LemmaOfParticiple(tree[verb].Text);
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

    /// <summary>The verb behind a participle: the tagger reads some as adjectives ("killed"), whose lemma is then the word itself.</summary>
    public static string LemmaOfParticiple(string word)
    {
        var lower = word.ToLowerInvariant();
        if (!lower.EndsWith("ed", StringComparison.Ordinal) || lower.Length < 5)
        {
            return lower is "slain" ? "slay" : lower is "died" ? "die" : lower is "shot" ? "shoot" : lower is "drowned" ? "drown" : lower;
        }

        var stem = lower[..^2];
        return QuantityLexicon.HasRole(stem) ? stem : QuantityLexicon.HasRole(lower[..^1]) ? lower[..^1] : stem;
    }

    public static bool IsParticiple(SentenceTree tree, int i)
    {
        var word = tree[i].Text;
        return word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word.EndsWith("en", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
            || word is "shot" or "hurt" or "slain" or "held" or "laid" or "cut" or "put" or "brought" or "sent" or "hit" or "left" or "found" or "caught";
    }

    public static bool HasObject(SentenceTree tree, int verb)
    {
        var i = verb + 1;
        while (i < tree.Count && tree.Tag(i) == PartOfSpeech.Adv)
        {
            i++;
        }

        return i < tree.Count && (tree.Tag(i) is PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj || (tree.Tag(i) == PartOfSpeech.Pron && !QuantityParser.IsAny(tree, i, "who", "that", "which")))
            && !TimeWords.IsWeekday(tree[i].Text, out _) && !QuantityParser.IsAny(tree, i, "last", "this", "overnight", "dead");
    }

    public static bool HasPassive(SentenceTree tree, int verb)
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
}
