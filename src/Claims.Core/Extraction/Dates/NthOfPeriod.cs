using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>Parts of a period that are counted: "the first week of January", "Q1 2017", "the last Monday in May", "the first half of 2018", "the 21st century".</summary>
internal sealed class NthOfPeriod(DateReader reader, PartOfPeriod part)
{
    private WordList Words => reader.Words;

    // "the first week of January", "the third quarter of 2013", "the last three months of 2021", "Q1 2017", "the 21st century"
    public bool TryRead(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (Words[i].Length == 1 && Words.IsAny(i, "q", "h") && Words.Touches(i) && Words.IsDigits(i + 1) && Words[i + 1].Length == 1)
        {
            var number = Words.Of(i + 1)[0] - '0';
            var isHalf = Words.Is(i, "h");
            var of = Words.Is(i + 2, "of") || Words.IsSymbol(i + 2, ',') ? i + 3 : i + 2;
            if (number < 1 || number > (isHalf ? 2 : 4) || !(DateParts.TryYear(Words, of, out var year, out next) || TryReadYear(of, out year, out next)))
            {
                return false;
            }

            period = isHalf ? Period.Half(year, number) : Period.Quarter(year, number);
            return true;
        }

        var at = Words.Is(i, "the") ? i + 1 : i;
        var isLast = Words.IsAny(at, "last", "final");
        var after = at + 1;
        double ordinal = -1;
        if (!isLast)
        {
            if (Words.IsDigits(at) && Words.Touches(at) && Words.IsAny(at + 1, "st", "nd", "rd", "th") && NumberScanner.TryParseDigits(Words.Of(at), out ordinal))
            {
                after = at + 2;
            }
            else if (Words.IsLetters(at) && NumberWords.IsOrdinal(Words.Of(at), out ordinal))
            {
            }
            else if (NumberWords.IsTens(Words.Of(at), out var tens) && NumberWords.IsOrdinal(Words.Of(Words.IsDash(at + 1) ? at + 2 : at + 1), out var ones) && ones < 10)
            {
                ordinal = tens + ones;
                after = Words.IsDash(at + 1) ? at + 3 : at + 2;
            }
            else
            {
                return false;
            }
        }

        if (Words.Is(after, "century") || (Words.IsDash(after) && Words.Is(after + 1, "century")))
        {
            next = Words.Is(after, "century") ? after + 1 : after + 2;
            if (ordinal is < 2 or > 60 || isLast)
            {
                return false;
            }

            period = new Period(new DateOnly(((int)ordinal - 1) * 100, 1, 1), new DateOnly((int)ordinal * 100, 1, 1), TimeUnit.Century);
            return true;
        }

        // "the first Friday of July", "the last Monday in May"
        if (TimeWords.IsWeekday(Words.Of(after), out var weekday) && Words.IsAny(after + 1, "of", "in"))
        {
            if (ordinal > 5 || !part.TryReadWhole(after + 2, out var month, out next) || month.Unit is not (TimeUnit.Month or TimeUnit.Year))
            {
                return false;
            }

            var day = Period.NthWeekday(isLast ? Period.Add(month.End, -1) : month.Start, (DayOfWeek)weekday, isLast ? -1 : (int)ordinal);
            period = Period.Day(day);
            return day >= month.Start && day < month.End;
        }

        // "the first half of 2018"
        if (Words.Is(after, "half") && Words.IsAny(after + 1, "of") && (isLast || ordinal is 1 or 2))
        {
            if (!part.TryReadWhole(after + 2, out var half, out next) || half.Unit is not (TimeUnit.Year or TimeUnit.Month or TimeUnit.Decade or TimeUnit.Century) || IsFiscal(after + 2))
            {
                return false;
            }

            var middle = half.Unit == TimeUnit.Month ? Period.Add(half.Start, 15) : Period.Months(half.Start, (((half.End.Year - half.Start.Year) * 12) + half.End.Month - half.Start.Month) / 2.0);
            period = ordinal == 1 ? half with { End = middle } : half with { Start = middle };
            return true;
        }

        double count = 1;
        var unitAt = after;
        if (!TimeWords.IsUnit(Words.Of(unitAt)) && !TimeDistance.TryCount(Words, after, out count, out unitAt))
        {
            return false;
        }

        if (Words.Is(unitAt, "half") || !TimeWords.IsUnit(Words.Of(unitAt), out var unit) || unit < TimeUnit.Day)
        {
            return false;
        }

        var whole = Words.IsAny(unitAt + 1, "of", "in") ? unitAt + 2 : unitAt + 1;
        if (whole == unitAt + 1 && unit != TimeUnit.Quarter)
        {
            return false;
        }

        if (!part.TryReadWhole(whole, out var container, out next) || container.Unit <= unit)
        {
            return false;
        }

        if (IsFiscal(whole))
        {
            // Which months a quarter of a fiscal year has is not said.
            period = container;
            return true;
        }

        if (ordinal > 400 || count > 400)
        {
            return false;
        }

        var first = container.Start;
        var last = container.End;
        if (unit == TimeUnit.Week)
        {
            // ISO: a period's first week is the one that holds its first Thursday.
            first = Period.Week(Period.Add(first, 3)).Start;
            last = Period.Week(Period.Add(last, -4)).End;
        }

        period = isLast
            ? new Period(Period.Shift(last, unit, -count), last, unit)
            : new Period(Period.Shift(first, unit, ordinal - 1), Period.Shift(first, unit, ordinal - 1 + count), unit);
        return period.End > period.Start;
    }

    // "this year", "next year": a year that is pointed at.
    private bool TryReadYear(int at, out int year, out int next)
    {
        year = 0;
        if (!reader.TryRead(at, out var period, out next) || period.Unit != TimeUnit.Year || period.Start.DayOfYear != 1)
        {
            return false;
        }

        year = period.Start.Year;
        return true;
    }

    private bool IsFiscal(int at) => Words.IsAny(Words.Is(at, "the") ? at + 1 : at, "fiscal", "financial", "fy");
}
