using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>A figure while its sentence is being read.</summary>
internal sealed class CountedFigure
{
    public required Quantity Quantity { get; init; }

    /// <summary>First and last token of the figure with its hedge.</summary>
    public required int FirstToken { get; init; }

    public required int LastToken { get; init; }

    /// <summary>Head noun of what is counted, or -1.</summary>
    public int Noun { get; set; } = -1;

    /// <summary>First token of the counted phrase, without the figure.</summary>
    public int NounFirst { get; set; } = -1;

    public string? Role { get; set; }

    public bool IsPart { get; set; }

    /// <summary>The figure it is a part of.</summary>
    public CountedFigure? PartOf { get; set; }

    /// <summary>The figure whose noun it shares ("30 others").</summary>
    public CountedFigure? SameNounAs { get; set; }

    /// <summary>Whom it covers by what stands behind it ("30 of them were sailors").</summary>
    public string? CoverageBehind { get; set; }

    public double? OutOf { get; set; }

    /// <summary>Whether it is only the total of another ("of the 150 seats").</summary>
    public bool IsTotal { get; set; }
}

/// <summary>Finds the head noun of what a figure counts.</summary>
internal static class CountedNoun
{
    // How many words may stand between a figure and its noun ("three senior Iranian nuclear weapons scientists").
    private const int LongestPhrase = 8;

    public static CountedFigure Find(SentenceTree tree, Quantity quantity)
    {
        var (first, last) = tree.TokensIn(quantity.Span);
        var figure = new CountedFigure { Quantity = quantity, FirstToken = first, LastToken = last };
        if (first > last || quantity.Kind is QuantityKind.Age or QuantityKind.Ordinal)
        {
            return figure;
        }

        if (quantity.Kind is QuantityKind.Money or QuantityKind.Measure)
        {
            return figure;
        }

        var start = last + 1;

        // "scores of pilgrims", "60 percent of the berths", "one in three of the drivers", but "30 of them" counts what came before.
        if (QuantityParser.Is(tree, start, "of"))
        {
            start++;
            while (start < tree.Count && (tree.Tag(start) is PartOfSpeech.Det or PartOfSpeech.Num || (tree.Tag(start) == PartOfSpeech.Pron && QuantityParser.IsAny(tree, start, "its", "their", "his", "her", "our", "my", "all"))))
            {
                start++;
            }

            if (start < tree.Count && tree.Tag(start) == PartOfSpeech.Pron)
            {
                figure.CoverageBehind = Complement(tree, start + 1);
                return figure;
            }
        }
        else if (start < tree.Count && tree[start].Text == "-")
        {
            return figure;
        }

        (figure.NounFirst, figure.Noun) = NounPhrase(tree, start);

        // "cost the lives of nine divers": the lives are the role, the divers are counted.
        if (figure.Noun >= 0 && tree.Lemma(figure.Noun) == "life" && QuantityParser.Is(tree, figure.Noun + 1, "of"))
        {
            var (innerFirst, inner) = NounPhrase(tree, figure.Noun + 2);
            if (inner >= 0)
            {
                figure.Role = QuantityRoles.Killed;
                (figure.NounFirst, figure.Noun) = (innerFirst, inner);
            }
        }

        return figure;
    }

    /// <summary>The lemma under which a counted noun is compared: nouns for people in general are all "person".</summary>
    public static string LemmaOf(SentenceTree tree, int noun)
    {
        // "33 wounded", "the missing": a participle or adjective that stands for people keeps its form.
        var lemma = tree.Tag(noun) is PartOfSpeech.Verb or PartOfSpeech.Adj ? tree[noun].Text.ToLowerInvariant() : tree.Lemma(noun);
        return lemma is "people" or "person" or "individual" or "other" or "others" ? "person" : lemma;
    }

    /// <summary>Whom the phrase covers, by its head and its modifiers, or null for all.</summary>
    public static string? Coverage(SentenceTree tree, int first, int noun)
    {
        for (var i = noun - 1; i >= first && i >= 0; i--)
        {
            if (QuantityLexicon.CoverageOfModifier(tree.Lemma(i)) is { } group)
            {
                // "nuclear" makes scientists of scientists only; every other modifier names its group.
                return tree.Lemma(i) == "nuclear" ? QuantityLexicon.CoverageOf(tree.Lemma(noun)) : group;
            }
        }

        return QuantityLexicon.CoverageOf(tree.Lemma(noun));
    }

    /// <summary>The first and head token of the noun phrase that starts at a token, without its determiner; (-1, -1) when none does.</summary>
    public static (int First, int Noun) NounPhrase(SentenceTree tree, int start)
    {
        var noun = -1;
        for (var i = start; i < tree.Count && i < start + LongestPhrase; i++)
        {
            var tag = tree.Tag(i);
            if (IsTimeAdverb(tree[i].Text))
            {
                break;
            }

            if (tag is PartOfSpeech.Noun)
            {
                // "18 people Tuesday": the day is no part of the phrase.
                if (noun >= 0 && TimeWords.IsWeekday(tree[i].Text, out _))
                {
                    break;
                }

                noun = i;
            }
            else if (tag is PartOfSpeech.Propn)
            {
                if (noun >= 0 && (TimeWords.IsWeekday(tree[i].Text, out _) || TimeWords.IsMonth(tree[i].Text, out _) || tree[i - 1].Tag != PartOfSpeech.Propn))
                {
                    break;
                }

                noun = i;
            }
            else if (tag is PartOfSpeech.Adj)
            {
                if (noun >= 0 && !IsNounAhead(tree, i + 1))
                {
                    break;
                }

                // "wounded", "dead", "injured" as nouns
                if (!IsNounAhead(tree, i + 1))
                {
                    return IsPersonState(tree, i) ? (start, i) : (noun >= 0 ? start : -1, noun);
                }
            }
            else if (tag is PartOfSpeech.Verb or PartOfSpeech.Adv)
            {
                // "captured servicemen": a participle inside the phrase; "people killed" ends it.
                if (noun >= 0)
                {
                    break;
                }

                // "a crowd of 9,000 cheered Orrin": before a name it is the sentence's verb.
                if (!IsNounAhead(tree, i + 1) || (tag == PartOfSpeech.Verb && i + 1 < tree.Count && tree.Tag(i + 1) == PartOfSpeech.Propn))
                {
                    return IsPersonState(tree, i) ? (start, i) : (-1, -1);
                }
            }
            else if (tag is PartOfSpeech.Punct && tree[i].Text is "-" or "\u2010" or "\u2011" or "\"" or "\u201c" or "'" or "\u2018" && i > start)
            {
            }
            else if (tag is PartOfSpeech.Num && i == start)
            {
            }
            else if (QuantityParser.IsAny(tree, i, "'s", "\u2019s") && noun >= 0)
            {
            }
            else
            {
                break;
            }
        }

        return noun < 0 ? (-1, -1) : (start, noun);
    }

    // "rose to 19 overnight", "stood at 30 yesterday": never what is counted.
    private static bool IsTimeAdverb(string word) => word is "overnight" or "yesterday" or "today" or "tonight" or "tomorrow";

    private static bool IsPersonState(SentenceTree tree, int i) => QuantityLexicon.RoleOfNoun(tree[i].Text.ToLowerInvariant()) is not null;

    private static bool IsNounAhead(SentenceTree tree, int i)
    {
        for (var end = Math.Min(tree.Count, i + 4); i < end; i++)
        {
            if (tree.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Propn)
            {
                return !TimeWords.IsWeekday(tree[i].Text, out _);
            }

            if (tree.Tag(i) is not (PartOfSpeech.Adj or PartOfSpeech.Verb) && tree[i].Text != "-")
            {
                return false;
            }
        }

        return false;
    }

    // "30 of them were sailors"
    private static string? Complement(SentenceTree tree, int at)
    {
        if (at < tree.Count && tree.Lemma(at) == "be")
        {
            var (first, noun) = NounPhrase(tree, at + 1);
            return noun < 0 ? null : Coverage(tree, first, noun);
        }

        return null;
    }
}
