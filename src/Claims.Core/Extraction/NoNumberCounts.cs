using System.Collections.Frozen;
using Claims.Core.Articles;
using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Counts without a figure: "no casualties" is none of them, "a soldier was killed" is one.</summary>
internal static class NoNumberCounts
{
    // "No plans", "no doubt": what is not there is nothing that reports count.
    private static readonly FrozenSet<string> Uncounted = FrozenSet.Create(
        StringComparer.Ordinal,
        "evidence", "doubt", "comment", "sign", "reason", "idea", "way", "plan", "chance", "intention", "matter", "information", "word", "need", "question", "trace", "indication", "choice", "longer",
        "immediate", "further", "more", "better", "other", "such", "secret", "mistake", "wonder", "mean", "point", "sense", "use", "interest", "hope", "time", "money", "access", "power", "role", "part",
        "place", "side", "one", "thing", "kind", "sort", "end", "problem", "alternative", "option", "answer", "response", "explanation", "detail", "confirmation", "guarantee", "proof", "knowledge", "link");

    // Length of "not a single", "not one", "not a" before a noun, or 0.
    private static int NotOne(SentenceTree tree, int i)
    {
        if (!QuantityParser.Is(tree, i, "not"))
        {
            return 0;
        }

        return QuantityParser.Is(tree, i + 1, "a") && QuantityParser.Is(tree, i + 2, "single") ? 3 : QuantityParser.Is(tree, i + 1, "one") ? 2 : 0;
    }

    public static void Add(SentenceTree tree, List<CountedFigure> read)
    {
        for (var i = 0; i < tree.Count - 1; i++)
        {
            var isNone = (QuantityParser.IsAny(tree, i, "no", "zero") && tree.Tag(i) == PartOfSpeech.Det) || NotOne(tree, i) > 0;
            var isNobody = QuantityParser.IsAny(tree, i, "nobody", "none") || (QuantityParser.Is(tree, i, "no") && QuantityParser.Is(tree, i + 1, "one"));
            var isOne = QuantityParser.IsAny(tree, i, "a", "an") && tree.Tag(i) == PartOfSpeech.Det;
            if (!isNone && !isOne && !isNobody)
            {
                continue;
            }

            if (read.Exists(other => other.FirstToken <= i && other.LastToken >= i))
            {
                continue;
            }

            if (isNobody)
            {
                var last = QuantityParser.Is(tree, i, "no") ? i + 1 : i;
                AddWhenInRole(tree, read, Figure(tree, i, last, 0), onlyHarm: true);
                continue;
            }

            var length = Math.Max(1, NotOne(tree, i));
            var (first, noun) = CountedNoun.NounPhrase(tree, i + length);
            if (noun < 0)
            {
                continue;
            }

            var lemma = tree.Lemma(noun);
            var isPerson = QuantityLexicon.ClassOf(lemma) == "person";
            var isRole = QuantityLexicon.RoleOfNoun(lemma) is not null;
            if (isNone ? isPerson || isRole : isPerson && tree[noun].Text.Equals(lemma, StringComparison.OrdinalIgnoreCase))
            {
                var figure = Figure(tree, i, i + length - 1, isNone ? 0 : 1);
                figure.Noun = noun;
                figure.NounFirst = first;
                AddWhenInRole(tree, read, figure, onlyHarm: true);
            }
            else if (isNone && tree.Tag(noun) == PartOfSpeech.Noun && !Uncounted.Contains(lemma) && !TimeWords.IsUnit(lemma))
            {
                // "no branch will close", "not a single complaint was received": none of what another report counts.
                read.RemoveAll(other => other.FirstToken >= i && other.LastToken < i + length);
                var figure = Figure(tree, i, i + length - 1, 0);
                figure.Noun = noun;
                figure.NounFirst = first;
                figure.Role = RoleFinder.Find(tree, figure);
                read.Add(figure);
            }
        }
    }

    // Only where something befalls those counted: "a soldier said" counts nobody.
    private static void AddWhenInRole(SentenceTree tree, List<CountedFigure> read, CountedFigure figure, bool onlyHarm)
    {
        figure.Role = RoleFinder.Find(tree, figure);
        if (figure.Role is null || (onlyHarm && figure.Role is QuantityRoles.Attended or QuantityRoles.Won or QuantityRoles.Launched or QuantityRoles.Damaged or QuantityRoles.Dismissed))
        {
            return;
        }

        // "a survivor said", "a detainee": the noun names a kind of person, nothing that happened.
        if (figure.Quantity.Best == 1 && figure.Noun >= 0 && QuantityLexicon.RoleOfNoun(tree.Lemma(figure.Noun)) is not null)
        {
            return;
        }

        read.Add(figure);
    }

    private static CountedFigure Figure(SentenceTree tree, int first, int last, double value)
    {
        var span = tree.Span(first, last);
        return new CountedFigure
        {
            FirstToken = first,
            LastToken = last,
            Quantity = new Quantity { Span = span, Text = span.Of(tree.Text), Lower = value, Best = value, Upper = value },
        };
    }
}
