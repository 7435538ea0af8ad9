using Claims.Core.Articles;

namespace Claims.Core.Extraction;

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
        var (unit, kind, unitFirst, unitLast) = Unit(words, number.Form, first, last, ref lower, ref best, ref upper);
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
            if (words.Is(last + 1, "of") && words.IsAny(last + 2, "a", "one") && words.IsAny(last + 3, "percentage", "percent", "per"))
            {
                (kind, unit) = (QuantityKind.Percent, "%");
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
        var best = (lower + upper) / 2;
        var (unit, kind, unitFirst, unitLast) = Unit(words, form, first, last, ref lower, ref best, ref upper);
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
            var sense = HedgePhrases.FindBefore(words, first, out var hedgeFirst);
            if (sense == HedgeSense.None)
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

    // The unit behind (or the money sign before) a figure, and how far the figure with it reaches.
    private static (string? Unit, QuantityKind Kind, int First, int Last) Unit(
        WordList words, NumberForm form, int first, int last, ref double lower, ref double best, ref double upper)
    {
        if (form == NumberForm.Ordinal)
        {
            return (null, QuantityKind.Ordinal, first, last);
        }

        if (first > 0 && words[first - 1].Kind == WordKind.Symbol && UnitTable.IsCurrencySymbol(words.Text[words[first - 1].Start]))
        {
            var symbol = words.Text[words[first - 1].Start];
            var start = first - 1;

            // "US$", "A$", "C$"
            if (start > 0 && words.Touches(start - 1) && words.IsLetters(start - 1) && words[start - 1].Length <= 3)
            {
                start--;
            }

            var end = words.IsAny(last + 1, "dollar", "dollars", "usd") ? last + 1 : last;
            return (UnitTable.CurrencyOfSymbol(symbol), QuantityKind.Money, start, end);
        }

        if (first > 0 && words.IsLetters(first - 1) && words[first - 1].Length == 3 && words.IsCapitalised(first - 1)
            && char.IsUpper(words.Text[words[first - 1].Start + 1]) && UnitTable.IsCurrency(words.Of(first - 1), out var code))
        {
            return (code, QuantityKind.Money, first - 1, last);
        }

        var at = last + 1;
        if (at < words.Count && words[at].Kind == WordKind.Symbol && words.Text[words[at].Start] is var sign && sign != '$' && UnitTable.IsCurrencySymbol(sign))
        {
            return (UnitTable.CurrencyOfSymbol(sign), QuantityKind.Money, first, at);
        }

        var hyphen = words.IsDash(at) && words.Touches(at - 1) && words.Touches(at);
        if (hyphen)
        {
            at++;
        }

        if (Percent(words, at, out var percentLast))
        {
            return ("%", QuantityKind.Percent, first, percentLast);
        }

        if (Age(words, first, at, hyphen, out var ageLast))
        {
            return ("year", QuantityKind.Age, first, ageLast);
        }

        // "billions of dollars"
        if (form == NumberForm.Vague && words.Is(at, "of") && UnitTable.IsCurrency(words.Of(at + 1), out var vague))
        {
            return (vague, QuantityKind.Money, first, at + 1);
        }

        if (Money(words, at, best, out var currency, out var moneyLast))
        {
            return (currency, QuantityKind.Money, first, moneyLast);
        }

        if (Measure(words, at, form, first, last, ref lower, ref best, ref upper, out var unit, out var measureFirst, out var measureLast))
        {
            return (unit, QuantityKind.Measure, measureFirst, measureLast);
        }

        return (null, QuantityKind.Count, first, last);
    }

    private static bool Percent(WordList words, int at, out int last)
    {
        last = at;
        if (words.IsSymbol(at, '%') || words.IsAny(at, "percent", "percents", "pct"))
        {
            last = words.IsAny(at + 1, "point", "points") ? at + 1 : at;
            return true;
        }

        if (words.Is(at, "per") && words.IsAny(at + 1, "cent", "cents"))
        {
            last = at + 1;
            return true;
        }

        if (words.Is(at, "percentage") && words.IsAny(at + 1, "point", "points"))
        {
            last = at + 1;
            return true;
        }

        return false;
    }

    private static bool Age(WordList words, int first, int at, bool hyphen, out int last)
    {
        last = at - 1;
        if (words.IsAny(at, "year", "years", "month", "months", "week", "weeks", "day", "days", "yr") && (words.Is(at + 1, "old") || (words.IsDash(at + 1) && words.IsAny(at + 2, "old", "olds"))))
        {
            last = words.Is(at + 1, "old") ? at + 1 : at + 2;
            return true;
        }

        if (words.IsAny(first - 1, "aged", "age"))
        {
            last = hyphen ? at - 2 : at - 1;
            return true;
        }

        // "Maria Lund, 34, said"
        if (!hyphen && first >= 2 && words.IsSymbol(first - 1, ',') && words.IsCapitalised(first - 2) && words.IsDigits(first) && words[first].Length <= 3
            && at == first + 1 && (words.IsSymbol(at, ',') || words.IsSymbol(at, '.') || words.IsSymbol(at, ')')) && !words.IsDigits(at + 1)
            && !TimeWords.IsMonth(words.Of(first - 2), out _))
        {
            last = at - 1;
            return true;
        }

        return false;
    }

    private static bool Money(WordList words, int at, double best, out string currency, out int last)
    {
        last = at;
        if (words.IsAny(at, "pound", "pounds") && best >= 10_000)
        {
            // So many pounds are sterling; few may be a weight.
            currency = "GBP";
            return true;
        }

        if (UnitTable.IsCurrency(words.Of(at), out currency) && !(words.IsAny(at, "mark", "marks") && best < 1000))
        {
            return true;
        }

        // "200,000 Kestrian crowns", "3 US dollars"
        if ((words.IsCapitalised(at) || words.Is(at, "us")) && UnitTable.IsCurrency(words.Of(at + 1), out currency))
        {
            last = at + 1;
            return true;
        }

        return false;
    }

    private static bool Measure(
        WordList words, int at, NumberForm form, int first, int last, ref double lower, ref double best, ref double upper, out string unit, out int measureFirst, out int measureLast)
    {
        measureFirst = first;
        measureLast = at;
        unit = "";
        if (words.Is(first - 1, "magnitude") || (words.Is(first - 2, "magnitude") && words.Is(first - 1, "of")) || words.Is(at, "magnitude"))
        {
            unit = "magnitude";
            measureLast = words.Is(at, "magnitude") ? at : last;
            return true;
        }

        var offset = words.IsAny(at, "square", "cubic", "metric", "nautical") ? 1 : 0;
        if (!UnitTable.IsMeasure(words.Of(at + offset), out unit))
        {
            return false;
        }

        // "m" and "g" are units only when they touch their figure or follow a plain one; "5 second-hand cars" and "two second rounds" are not seconds.
        var word = words.Of(at + offset);
        if (word.Length == 1 && !(form is NumberForm.Digits && words[at + offset].Start - words[last].End <= 1 && !words.IsCapitalised(at + offset)))
        {
            return false;
        }

        if (word.Equals("second", StringComparison.OrdinalIgnoreCase) && best != 1 && last + 1 == at)
        {
            return false;
        }

        measureLast = at + offset;
        if (offset == 1)
        {
            unit = words.Is(at, "square") ? (unit is "km" ? "km²" : unit + "²") : words.Is(at, "cubic") ? unit + "³" : unit;
        }

        if ((words.IsSymbol(measureLast + 1, '/') || words.Is(measureLast + 1, "per") || words.IsAny(measureLast + 1, "an", "a")) && words.IsAny(measureLast + 2, "hour", "h", "hr"))
        {
            unit = unit == "mile" ? "mph" : unit + "/h";
            measureLast += 2;
        }

        // "three and a half hours", "an hour and a half" are left to the number; "half an hour" reads as a measure.
        return true;
    }

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
