using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Roles by a state said of what is counted: "12 dead", "six are missing", "180 people on board".</summary>
internal static class StateRoles
{
    // "had by then been found dead": as many words may stand between a counted phrase and its state.
    private const int Farthest = 6;

    // How far behind the counted phrase "on board" may stand.
    private const int Reach = 6;

    // "30 wounded", "12 dead", "six missing", "are missing", "remain unaccounted for"
    public static string? Behind(SentenceTree tree, CountedFigure figure)
    {
        var i = Math.Max(figure.LastToken, figure.Noun) + 1;
        for (var steps = 0; i < tree.Count && steps < Farthest; i++, steps++)
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

            if (tree.Tag(i) is not (PartOfSpeech.Aux or PartOfSpeech.Adv) && tree.Lemma(i) is not ("be" or "remain" or "still" or "go" or "report" or "feare" or "fear" or "leave" or "confirm" or "declare" or "pronounce" or "presume" or "list" or "more" or "other" or "others" or "in" or "its" or "their" or "rubble") && !word.Equals("others", StringComparison.Ordinal))
            {
                return null;
            }
        }

        return null;
    }

    // "180 people on board", "212 had been aboard", "the number of people on board at 212", "was carrying 212 passengers and crew"
    public static string? Aboard(SentenceTree tree, CountedFigure figure, int end, string? counted)
    {
        if (counted is not null && QuantityLexicon.ClassOf(counted) != "person")
        {
            return null;
        }

        for (var i = end + 1; i < Math.Min(tree.Count, end + Reach) && (i == end + 1 || tree.Tag(i - 1) != PartOfSpeech.Punct); i++)
        {
            // "died aboard", "crammed aboard": who dies there is counted as dead.
            if (tree.Tag(i) == PartOfSpeech.Verb && QuantityLexicon.RoleOf(VerbRoles.LemmaWithParticle(tree, i), true, counted) is not null)
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
}
