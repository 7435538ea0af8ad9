using Claims.Core.Articles;
using Claims.Core.Extraction.Quantities;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>
/// Reads the figures of a sentence with its grammar: what each counts, in which role, whom it covers, and how it belongs
/// to the others (a part of a whole, out of a total).
/// </summary>
public static class QuantityParser
{
    /// <summary>The figures of a sentence, in order; spans are offsets in <paramref name="text"/>.</summary>
    /// <param name="text">The text that the sentence's spans point into.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="times">The times already found in it; numbers inside them are no figures.</param>
    public static IReadOnlyList<Quantity> Parse(string text, AnalyzedSentence sentence, IReadOnlyList<TimeReference> times)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentence);
        return Parse(new SentenceTree(text, sentence), times);
    }

    internal static List<Quantity> Parse(SentenceTree tree, IReadOnlyList<TimeReference> times)
    {
        var taken = times.Count == 0 ? [] : times.Select(time => time.Span).ToList();
        var words = new WordList(tree.Text, tree.Sentence.Span);
        var scanned = QuantityScanner.Scan(words, NumberScanner.Scan(words), taken);
        var read = new List<CountedFigure>();
        foreach (var quantity in scanned)
        {
            read.Add(CountedNoun.Find(tree, quantity));
        }

        NoNumberCounts.Add(tree, read);
        read.Sort((a, b) => a.Quantity.Span.Start.CompareTo(b.Quantity.Span.Start));
        Relate(tree, read);
        foreach (var figure in read)
        {
            figure.Role ??= RoleFinder.Find(tree, figure);
        }

        ShareRoles(tree, read);
        var asOf = AsOf(tree, times);
        return [.. read.Where(figure => !figure.IsTotal).Select(figure => Finish(tree, figure, asOf))];
    }

    // "two of the nine pilots", "30 of them", "including some 40 children", "four others"
    private static void Relate(SentenceTree tree, List<CountedFigure> read)
    {
        for (var i = 0; i < read.Count; i++)
        {
            var figure = read[i];
            var previous = i > 0 ? read[i - 1] : null;
            var behind = figure.LastToken + 1;
            if (i + 1 < read.Count && Is(tree, behind, "of") && read[i + 1].FirstToken <= behind + 5 && read[i + 1].FirstToken > behind
                && read[i + 1].Quantity.Kind == QuantityKind.Count && AreDeterminers(tree, behind + 1, read[i + 1].FirstToken - 1))
            {
                var whole = read[i + 1];
                figure.OutOf = whole.Quantity.Best;
                figure.Noun = whole.Noun;
                figure.NounFirst = whole.NounFirst;
                whole.IsTotal = true;
                continue;
            }

            if (previous is null)
            {
                continue;
            }

            var isOfPronoun = Is(tree, behind, "of") && IsAny(tree, behind + 1, "them", "these", "those", "whom", "which");
            var isIncluded = StartsPart(tree, figure.FirstToken);
            if (isOfPronoun || isIncluded)
            {
                figure.IsPart = previous.Quantity.Kind == QuantityKind.Count || previous.IsPart;
                if (isOfPronoun && figure.Noun < 0)
                {
                    figure.SameNounAs = previous;
                }

                if (isIncluded)
                {
                    figure.PartOf = previous.PartOf ?? previous;
                }
            }
            else if (previous.PartOf is not null && JoinsPrevious(tree, previous, figure))
            {
                // "including three nurses and two drivers"
                figure.IsPart = true;
                figure.PartOf = previous.PartOf;
            }

            if (figure.Noun < 0 && figure.Quantity.Kind == QuantityKind.Count && IsAny(tree, behind, "others", "more", "wounded", "injured", "dead", "hurt", "missing", "killed", "arrested", "detained"))
            {
                figure.SameNounAs = previous;
            }
        }
    }

    // "Six divers and two pilots died": the role of the last goes to those joined before it; a part takes its whole's.
    private static void ShareRoles(SentenceTree tree, List<CountedFigure> read)
    {
        for (var i = read.Count - 2; i >= 0; i--)
        {
            if (read[i].Role is null && read[i + 1].Role is { } role && read[i + 1].Quantity.Kind is QuantityKind.Count or QuantityKind.Percent && read[i].Quantity.Kind == QuantityKind.Count && JoinsPrevious(tree, read[i], read[i + 1]))
            {
                read[i].Role = role;
            }
        }

        for (var i = 1; i < read.Count; i++)
        {
            var figure = read[i];
            if (figure.Role is not null || figure.Quantity.Kind is not (QuantityKind.Count or QuantityKind.Percent))
            {
                continue;
            }

            if (figure.PartOf is { Role: { } whole })
            {
                figure.Role = whole;
            }
            else if (read[i - 1].Quantity.Kind is not (QuantityKind.Count or QuantityKind.Percent))
            {
                // What an amount or a length measures says nothing of a count beside it.
                continue;
            }
            else if (figure.IsPart && read[i - 1].Role is { } previous)
            {
                figure.Role = previous;
            }
            else if (read[i - 1].Role is { } joined && JoinsPrevious(tree, read[i - 1], figure))
            {
                figure.Role = joined;
            }
        }
    }

    private static Quantity Finish(SentenceTree tree, CountedFigure figure, TimeReference? asOf)
    {
        var source = figure.Noun < 0 && figure.SameNounAs is { } same ? same : figure;
        var noun = source.Noun;
        string? counted = null;
        string? countedText = null;
        string? coverage = null;
        if (noun >= 0)
        {
            counted = CountedNoun.LemmaOf(tree, noun);
            countedText = tree.Words(Math.Min(source.NounFirst, noun), noun);
            coverage = figure.Quantity.Kind is QuantityKind.Count or QuantityKind.Percent ? CountedNoun.Coverage(tree, source.NounFirst, noun) : null;
        }

        coverage ??= figure.CoverageBehind;
        return figure.Quantity with
        {
            Counted = counted,
            CountedText = countedText,
            Role = figure.Role,
            Coverage = coverage,
            IsPart = figure.IsPart,
            OutOf = figure.OutOf ?? figure.Quantity.OutOf,
            AsOf = asOf,
        };
    }

    // "as of Monday evening", "by midday on Friday": until then the count stands.
    private static TimeReference? AsOf(SentenceTree tree, IReadOnlyList<TimeReference> times)
    {
        foreach (var time in times)
        {
            var (first, _) = tree.TokensIn(time.Span);
            for (var i = first - 1; first < tree.Count && i >= 0 && i >= first - 4; i--)
            {
                if (Is(tree, i, "by") || (Is(tree, i, "of") && Is(tree, i - 1, "as")))
                {
                    return time;
                }

                if (tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Punct)
                {
                    break;
                }
            }
        }

        return null;
    }

    private static bool StartsPart(SentenceTree tree, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            if (IsAny(tree, i, "including", "include", "includes", "included", "among") || (Is(tree, i, "them") && Is(tree, i - 1, "among")))
            {
                return !Is(tree, i, "among") || Is(tree, i + 1, "them") || Is(tree, i + 1, "whom");
            }

            if (tree.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Verb)
            {
                return false;
            }
        }

        return false;
    }

    // Only "and", commas, adjectives and the counted noun stand between the two.
    private static bool JoinsPrevious(SentenceTree tree, CountedFigure previous, CountedFigure figure)
    {
        var start = Math.Max(previous.LastToken, previous.Noun) + 1;
        if (figure.FirstToken <= start || figure.FirstToken - start > 4)
        {
            return false;
        }

        var joined = false;
        for (var i = start; i < figure.FirstToken; i++)
        {
            if (IsAny(tree, i, "and", ",", "or", "as") || (IsAny(tree, i, "well") && Is(tree, i - 1, "as")))
            {
                joined |= Is(tree, i, "and") || Is(tree, i, ",");
            }
            else if (tree.Tag(i) is not (PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Det))
            {
                return false;
            }
        }

        return joined;
    }

    private static bool AreDeterminers(SentenceTree tree, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            // "of the 80 berths", "of the assembly's 210 seats"
            if (tree.Tag(i) is not (PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Adj) && !IsAny(tree, to, "'s", "\u2019s", "'", "\u2019"))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool Is(SentenceTree tree, int index, string word) =>
        index >= 0 && index < tree.Count && tree[index].Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    internal static bool IsAny(SentenceTree tree, int index, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(tree, index, word))
            {
                return true;
            }
        }

        return false;
    }
}
