using System.Collections.Frozen;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>
/// What a measure or an amount of money measures, where the text says so: "at a depth of 10 km", "10 km deep", "fined $5 million",
/// "jailed for ten years". Only figures of one such role are comparable. The words are in models/extraction/measures.tsv.
/// </summary>
internal static class MeasureRoles
{
    // "a depth of just under 10 km": as many words may stand between the noun and its figure.
    private const int Reach = 5;

    private static readonly FrozenDictionary<string, string> Nouns = Rows("noun");
    private static readonly FrozenDictionary<string, string> Behind = Rows("behind");
    private static readonly FrozenDictionary<string, string> Verbs = Rows("verb");
    private static readonly FrozenDictionary<string, string> Units = Rows("unit");

    /// <summary>What the figure measures, or null where nothing says so.</summary>
    public static string? Find(SentenceTree tree, CountedFigure figure)
    {
        var isMoney = figure.Quantity.Kind == QuantityKind.Money;
        return ByNoun(tree, figure, isMoney) ?? ByWordBehind(tree, figure) ?? ByVerb(tree, figure, isMoney)
            ?? (figure.Quantity.Unit is { } unit ? Units.GetValueOrDefault(unit) : null);
    }

    private static FrozenDictionary<string, string> Rows(string kind) =>
        WordTable.Rows("measures").Where(row => row[0] == kind).ToFrozenDictionary(row => row[1], row => row[2], StringComparer.Ordinal);

    // "a depth of 10 km", "damages of $5 million", "$5 million in damages", "its price rose to $90", "a ten-year sentence"
    private static string? ByNoun(SentenceTree tree, CountedFigure figure, bool isMoney)
    {
        for (var i = figure.FirstToken - 1; i >= 0 && i >= figure.FirstToken - Reach; i--)
        {
            if (QuantityParser.IsAny(tree, i, "of", "at", "is", "was", "to", "from", "by") && i > 0 && NounRole(tree, i - 1, isMoney) is { } before)
            {
                return before;
            }

            if (tree.Tag(i) is not (PartOfSpeech.Adv or PartOfSpeech.Adj or PartOfSpeech.Adp or PartOfSpeech.Det or PartOfSpeech.Aux) && !QuantityParser.IsAny(tree, i, "as", "than"))
            {
                break;
            }
        }

        var next = figure.LastToken + 1;
        if (QuantityParser.IsAny(tree, next, "-", "old") && next + 1 < tree.Count)
        {
            next++;
        }

        // "ten years in prison", "$5 million in damages"
        if (QuantityParser.IsAny(tree, next, "in", "of") && NounRole(tree, next + 1, isMoney) is { } inside)
        {
            return inside;
        }

        for (var i = next; i < tree.Count && i < next + 3 && tree.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Adj; i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Noun && NounRole(tree, i, isMoney) is { } head)
            {
                return head;
            }
        }

        // "the price rose to $90 a barrel", "the sentence was ten years": the subject of the verb that governs the figure.
        var verb = Governor(tree, figure);
        return verb >= 0 && tree.Child(verb, "nsubj") is >= 0 and var subject ? NounRole(tree, subject, isMoney) : null;
    }

    private static string? NounRole(SentenceTree tree, int i, bool isMoney)
    {
        if (i < 0 || i >= tree.Count || tree.Tag(i) is not (PartOfSpeech.Noun or PartOfSpeech.Verb))
        {
            return null;
        }

        var role = Nouns.GetValueOrDefault(tree.Lemma(i)) ?? Nouns.GetValueOrDefault(tree[i].Text.ToLowerInvariant());
        return role is not null && role.StartsWith("money:", StringComparison.Ordinal) ? (isMoney ? role["money:".Length..] : null) : isMoney ? null : role;
    }

    // "10 km deep", "six miles beneath the surface", "55 km south of", "three metres high", "two hours late"
    private static string? ByWordBehind(SentenceTree tree, CountedFigure figure)
    {
        var i = figure.LastToken + 1;
        if (QuantityParser.Is(tree, i, "-"))
        {
            i++;
        }

        // "10 kilometres (6 miles) deep": the same figure once more, in brackets.
        if (i + 1 < tree.Count && tree[i].Text == "(")
        {
            while (i < tree.Count && tree[i].Text != ")")
            {
                i++;
            }

            i++;
        }

        return i < tree.Count ? Behind.GetValueOrDefault(tree[i].Text.ToLowerInvariant()) is { } role && FitsUnit(role, figure.Quantity.Unit) ? role : null : null;
    }

    // "jailed for ten years", "fined $5 million", "sold for $3 million", "lasted two hours", "weighs 40 tonnes"
    private static string? ByVerb(SentenceTree tree, CountedFigure figure, bool isMoney)
    {
        var verb = Governor(tree, figure);
        if (verb < 0 || !Verbs.TryGetValue(tree.Lemma(verb), out var role))
        {
            return null;
        }

        var money = role.StartsWith("money:", StringComparison.Ordinal);
        return money != isMoney ? null : money ? role["money:".Length..] : FitsUnit(role, figure.Quantity.Unit) ? role : null;
    }

    private static int Governor(SentenceTree tree, CountedFigure figure)
    {
        var token = figure.LastToken;
        for (var steps = 0; token >= 0 && steps < 4; steps++)
        {
            if (steps > 0 && tree.Tag(token) == PartOfSpeech.Verb)
            {
                return token;
            }

            if (!tree.HasAny(token, "obj", "obl", "nummod", "compound", "nmod", "advmod", "flat", "xcomp") || (tree.Has(token, "nmod") && tree[token].Relation != "nmod:unmarked"))
            {
                return -1;
            }

            token = tree.Head(token);
        }

        return -1;
    }

    private static bool FitsUnit(string role, string? unit)
    {
        var isTime = unit is "second" or "minute" or "hour" or "day" or "week" or "fortnight" or "month" or "quarter" or "year" or "decade" or "century";
        return role is "duration" or "sentence" or "delay" ? isTime
            : role is "weight" ? unit is "kg" or "g" or "tonne" or "pound" or "ounce"
            : !isTime && unit is not ("kg" or "g" or "tonne" or "pound" or "ounce" or "magnitude");
    }
}
