using Claims.Core.Extraction.Dates;

namespace Claims.Core.Extraction.Quantities;

/// <summary>The unit behind a figure or the sign of money before it, and whether that makes it a share, an age, money or a measure.</summary>
internal static class UnitReader
{
    /// <summary>The unit of a difference between two shares.</summary>
    public const string PercentagePoint = "percentage point";

    // The unit behind (or the money sign before) a figure, and how far the figure with it reaches.
    public static (string? Unit, QuantityKind Kind, int First, int Last) Read(
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

        if (Percent(words, at, out var percentLast, out var isPoints))
        {
            // Points are the difference of two shares: 3 percentage points are no 3 percent of anything.
            return isPoints ? (PercentagePoint, QuantityKind.Measure, first, percentLast) : ("%", QuantityKind.Percent, first, percentLast);
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

    /// <summary>Whether the words from one on say percent, and whether they speak of percentage points.</summary>
    public static bool Percent(WordList words, int at, out int last, out bool isPoints)
    {
        last = at;
        isPoints = false;
        if (words.IsSymbol(at, '%') || words.IsAny(at, "percent", "percents", "pct") || (words.Is(at, "pc") && !words.IsCapitalised(at)))
        {
        }
        else if (words.Is(at, "per") && words.IsAny(at + 1, "cent", "cents"))
        {
            last = at + 1;
        }
        else if (!(words.Is(at, "percentage") && words.IsAny(at + 1, "point", "points")))
        {
            return false;
        }

        var point = words.IsDash(last + 1) ? last + 2 : last + 1;
        if (words.IsAny(point, "point", "points"))
        {
            last = point;
            isPoints = true;
        }

        return true;
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
}
