using Claims.Core.Articles;

namespace Claims.Core.Extraction.Quantities;

/// <summary>
/// Reads figures with what surrounds them in the words alone: hedges, ranges, percentages, money, units, ages, ranks.
/// What a figure counts and in which role is grammar's part (<see cref="QuantityParser"/>).
/// </summary>
public static class QuantityScanner
{
    // "about 60" is read as within a tenth, the tolerance within which readers call two round figures the same.
    private const double AboutTolerance = 0.1;

    // "nearly 250": from nine tenths up to the figure.
    private const double NearlyTolerance = 0.1;

    /// <summary>The figures of a whole text.</summary>
    public static IReadOnlyList<Quantity> Scan(string text) => Scan(text, new TextSpan(0, text.Length), []);

    /// <summary>The figures of a stretch of a text, in order, without those inside <paramref name="taken"/> (dates, identifiers).</summary>
    public static IReadOnlyList<Quantity> Scan(string text, TextSpan span, IReadOnlyList<TextSpan> taken)
    {
        var words = new WordList(text, span);
        return Scan(words, NumberScanner.Scan(words), taken);
    }

    internal static List<Quantity> Scan(WordList words, List<NumberMatch> numbers, IReadOnlyList<TextSpan> taken)
    {
        var found = new List<Quantity>();
        for (var n = 0; n < numbers.Count; n++)
        {
            var number = numbers[n];
            if (IsTaken(number.Span, taken) || Identifiers.IsIdentifier(words, number))
            {
                continue;
            }

            var first = words.IndexAt(number.Span.Start);
            var last = words.IndexAt(number.Span.End) - 1;
            if (n + 1 < numbers.Count && !IsTaken(numbers[n + 1].Span, taken)
                && NumberRange.TryRead(words, number, numbers[n + 1], first, last, out var range))
            {
                found.Add(Finish(words, range.Lower, range.Upper, range.First, range.Last, number.Form, n + 2 < numbers.Count ? numbers[n + 2] : null, isRange: true));
                n++;
                continue;
            }

            found.Add(Finish(words, number, first, last));
        }

        return found;
    }

    private static Quantity Finish(WordList words, NumberMatch number, int first, int last)
    {
        var (lower, best, upper) = (number.Lower, number.Value, number.Upper);
        var (unit, kind, unitFirst, unitLast) = UnitReader.Read(words, number.Form, first, last, ref lower, ref best, ref upper);
        double? outOf = null;
        if (number.Form == NumberForm.Ratio)
        {
            outOf = number.Denominator;
            if (kind == QuantityKind.Count)
            {
                if (IsShare(words, number, last))
                {
                    (kind, lower, best, upper, unit) = (QuantityKind.Percent, best * 100, best * 100, best * 100, "%");
                }
                else
                {
                    lower = best = upper = number.Numerator;
                }
            }
        }
        else if (number.Form == NumberForm.Fraction && kind == QuantityKind.Count)
        {
            // "a third of voters", "half": a share, comparable with a percentage; "half a percentage point" is one already.
            var a = words.Is(last + 1, "of") ? last + 2 : last + 1;
            if (words.IsAny(a, "a", "one") && UnitReader.Percent(words, a + 1, out var behind, out var isPoints))
            {
                (kind, unit) = isPoints ? (QuantityKind.Measure, UnitReader.PercentagePoint) : (QuantityKind.Percent, "%");
                unitLast = behind;
            }
            else if (best < 1)
            {
                (kind, lower, best, upper, unit) = (QuantityKind.Percent, best * 100, best * 100, best * 100, "%");
            }
        }
        else if (number.Form == NumberForm.Ordinal)
        {
            kind = QuantityKind.Ordinal;
        }

        return Hedged(words, lower, best, upper, number.Form, unitFirst, unitLast, kind, unit, outOf, first, last);
    }

    private static Quantity Finish(WordList words, double lower, double upper, int first, int last, NumberForm form, NumberMatch? _, bool isRange)
    {
        if (form == NumberForm.Fraction && upper <= 1)
        {
            // "a quarter to a third"
            (lower, upper) = (lower * 100, upper * 100);
        }

        var best = (lower + upper) / 2;
        var (unit, kind, unitFirst, unitLast) = UnitReader.Read(words, form, first, last, ref lower, ref best, ref upper);
        if (form == NumberForm.Fraction && kind == QuantityKind.Count)
        {
            (kind, unit) = (QuantityKind.Percent, "%");
        }

        var span = words.Range(unitFirst, unitLast);
        return new Quantity
        {
            Span = span,
            Text = span.Of(words.Text),
            Kind = form == NumberForm.Ordinal ? QuantityKind.Ordinal : kind,
            Lower = lower,
            Best = best,
            Upper = upper,
            Hedge = isRange ? Hedge.Range : Hedge.Exact,
            Unit = unit,
        };
    }

    private static Quantity Hedged(
        WordList words, double lower, double best, double upper, NumberForm form, int first, int last, QuantityKind kind, string? unit, double? outOf, int numberFirst, int numberLast)
    {
        var hedge = form == NumberForm.Vague ? Hedge.Vague : Hedge.Exact;
        if (form != NumberForm.Ordinal)
        {
            // "about five hundred or more": the bound behind says more than "about".
            var sense = HedgePhrases.FindBefore(words, first, out var hedgeFirst);
            if (sense == HedgeSense.About && HedgePhrases.FindBehind(words, last + 1, out var bound) is var behind && behind is not (HedgeSense.None or HedgeSense.About))
            {
                (sense, first, last) = (behind, hedgeFirst, bound - 1);
            }
            else if (sense == HedgeSense.None)
            {
                // "600 or more people", "50-plus", "$5 million or so"
                sense = HedgePhrases.FindBehind(words, last + 1, out var next);
                if (sense == HedgeSense.None && numberLast < last)
                {
                    sense = HedgePhrases.FindBehind(words, numberLast + 1, out _);
                }
                else if (sense != HedgeSense.None)
                {
                    last = next - 1;
                }
            }
            else
            {
                first = hedgeFirst;
            }

            Apply(sense, form, ref lower, ref best, ref upper, ref hedge);
            if (sense == HedgeSense.None && form == NumberForm.Words && IsRoundDozen(words, numberLast))
            {
                // "a dozen" is said of ten to fourteen.
                (lower, upper, hedge) = (Math.Floor(best * 5 / 6), Math.Ceiling(best * 7 / 6), Hedge.About);
            }
        }

        var span = words.Range(first, last);
        return new Quantity
        {
            Span = span,
            Text = span.Of(words.Text),
            Kind = kind,
            Lower = lower,
            Best = best,
            Upper = upper,
            Hedge = hedge,
            Unit = unit,
            OutOf = outOf,
        };
    }

    private static void Apply(HedgeSense sense, NumberForm form, ref double lower, ref double best, ref double upper, ref Hedge hedge)
    {
        switch (sense)
        {
            case HedgeSense.AtLeast or HedgeSense.MoreThan:
                upper = double.PositiveInfinity;
                hedge = form == NumberForm.Vague ? Hedge.Vague : Hedge.AtLeast;
                break;
            case HedgeSense.AtMost or HedgeSense.LessThan:
                lower = double.NegativeInfinity;
                hedge = form == NumberForm.Vague ? Hedge.Vague : Hedge.AtMost;
                break;
            case HedgeSense.About when form != NumberForm.Vague:
                (lower, upper, hedge) = (best - (Math.Abs(best) * AboutTolerance), best + (Math.Abs(best) * AboutTolerance), Hedge.About);
                break;
            case HedgeSense.Nearly when form != NumberForm.Vague:
                (lower, upper, hedge) = (best - (Math.Abs(best) * NearlyTolerance), best, Hedge.About);
                break;
        }
    }

    private static bool IsRoundDozen(WordList words, int numberLast) => NumberWords.IsDozen(words.Of(numberLast));

    // "one in four voters" is a share; "9 out of 20 berths" is a count of berths out of a known total.
    private static bool IsShare(WordList words, NumberMatch number, int last)
    {
        for (var i = words.IndexAt(number.Span.Start); i <= last; i++)
        {
            if (words.Is(i, "in"))
            {
                return true;
            }
        }

        return number.Denominator is 2 or 3 or 4 or 5 or 10 or 20 or 100 or 1000 && !words.IsAny(last + 1, "seats", "seat", "points", "games", "matches", "votes", "members", "provinces", "districts", "states");
    }

    private static bool IsTaken(TextSpan span, IReadOnlyList<TextSpan> taken)
    {
        foreach (var other in taken)
        {
            if (other.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }
}
