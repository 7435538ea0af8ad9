using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>Days and months by name: "October 7, 2023", "the 4th of July", "13 to 24 June", "the 18th".</summary>
internal sealed class CalendarDate(DateReader reader)
{
    private WordList Words => reader.Words;

    // "October 7, 2023", "October 7", "October 2023", "October of 2023", "October"
    public bool TryReadMonth(int i, out Period period, out int next)
    {
        period = default;
        if (!DateParts.TryMonth(Words, i, out var month, out next))
        {
            return false;
        }

        var at = Words.IsDash(next) || Words.IsSymbol(next, '/') ? next + 1 : next;
        if (Words.Is(at, "the"))
        {
            at++;
        }

        // "April of 87"
        if (Words.Is(at, "of") && Words.IsDigits(at + 1) && Words[at + 1].Length == 2 && Words.Of(at + 1)[0] > '3' && !Words.IsLetters(at + 2))
        {
            next = at + 2;
            period = Period.Month(1900 + int.Parse(Words.Of(at + 1)), month);
            return true;
        }

        if (DateParts.TryYear(Words, YearAt(at), out var year, out var after))
        {
            next = after;
            period = Period.Month(year, month);
            return true;
        }

        if (Words.Is(at, "of") && Words.IsAny(at + 1, "this", "last", "next") && Words.Is(at + 2, "year") && reader.Today is { } today)
        {
            next = at + 3;
            period = Period.Month(Math.Clamp(today.Year + (Words.Is(at + 1, "this") ? 0 : Words.Is(at + 1, "last") ? -1 : 1), 1, 9998), month);
            return true;
        }

        // "Nov. 7", not "October 20 people died": a noun behind the figure makes it a count.
        if (DateParts.TryDay(Words, at, out var day, out after) && (Words.IsDigits(at) || at == next) && !IsCountAhead(at, after))
        {
            if (DateParts.TryYear(Words, YearAt(after), out year, out var end))
            {
                next = end;
                return Day(year, month, day, out period);
            }

            next = after;
            return reader.InYear(month, day, i, out period);
        }

        return reader.InYear(month, 0, i, out period);
    }

    // "the 4th of July", "the twenty-third of September 2020", "the 18th"
    public bool TryReadOrdinalDay(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "the") ? i + 1 : i;
        if (!DateParts.TryDay(Words, at, out var day, out var after))
        {
            return false;
        }

        if (Words.Is(after, "day"))
        {
            after++;
        }

        var of = Words.Is(after, "of") ? after + 1 : after;
        if (DateParts.TryMonth(Words, of, out var month, out var end))
        {
            if (DateParts.TryYear(Words, YearAt(end), out var value, out var behind))
            {
                next = behind;
                return Day(value, month, day, out period);
            }

            next = end;
            return reader.InYear(month, day, i, out period);
        }

        // "the 20th of next month"
        if (of > after && reader.TryRead(of, out var named, out end) && named.Unit == TimeUnit.Month && day <= DateTime.DaysInMonth(named.Start.Year, named.Start.Month))
        {
            next = end;
            return Day(named.Start.Year, named.Start.Month, day, out period);
        }

        // "on the 18th" says a day of the month only after "on" and with digits.
        if (Words.IsDigits(at) && after == at + 2 && Words.IsAny(i - 1, "on", "by", "until", "since", "before", "after") && (!Words.IsLetters(after) || Words.IsAny(after, "and", "at", "in", "when", "with", "because", "but")) && reader.Today is { } today)
        {
            next = after;
            var future = reader.TenseAt(i) == Tense.Future;
            for (var month1 = Period.Of(TimeUnit.Month, today).Start; ; month1 = Period.Months(month1, future ? 1 : -1))
            {
                if (month1.Year is < 2 or > 9997)
                {
                    return false;
                }

                if (day <= DateTime.DaysInMonth(month1.Year, month1.Month) && Period.Add(month1, day - 1) is var candidate && (future ? candidate >= today : candidate <= today))
                {
                    period = Period.Day(candidate);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Two days of one month: "March 6-19", "6 to 19 March 2031", "between the fifth and the eighth of March".</summary>
    public bool TryReadDays(int i, bool isBetween, out Period low, out Period high, out int next)
    {
        low = high = default;
        next = i;
        if (DateParts.TryMonth(Words, i, out var month, out var at) && DateParts.TryDay(Words, at, out var dayA, out var behindA) && IsTo(behindA, isBetween) && DateParts.TryDay(Words, Skip(behindA + 1), out var dayB, out var behindB)
            && !DateParts.TryMonth(Words, behindB, out _, out _) && dayA < dayB)
        {
            return Days(month, dayA, dayB, i, behindB, out low, out high, out next);
        }

        var start = Skip(i);
        if (i > 0 && Words.IsSymbol(i - 1, '$'))
        {
            return false;
        }

        if (DateParts.TryDay(Words, start, out dayA, out behindA) && (IsTo(behindA, isBetween) || (Words.Is(behindA, "and") && Words.IsDigits(start))) && DateParts.TryDay(Words, Skip(behindA + 1), out dayB, out behindB))
        {
            if (Words.Is(behindB, "of"))
            {
                behindB++;
            }

            if (DateParts.TryMonth(Words, behindB, out month, out at) && dayA < dayB)
            {
                return Days(month, dayA, dayB, i, at, out low, out high, out next);
            }
        }

        return false;
    }

    // "June 26, 2020", "June 26 of 2020", "June in 2020"
    private int YearAt(int at) => Words.IsSymbol(at, ',') || (Words.IsAny(at, "of", "in") && Words.IsDigits(at + 1) && Words[at + 1].Length == 4) || (Words.Is(at, "of") && (Words.IsSymbol(at + 1, '\'') || Words.IsSymbol(at + 1, '\u2019'))) ? at + 1 : at;

    private bool IsCountAhead(int at, int after) =>
        Words.IsDigits(at) && Words.IsLetters(after) && (Words.IsAny(after, "people", "civilians", "percent", "per", "million", "soldiers", "seats", "votes", "others") || UnitTable.IsMeasure(Words.Of(after), out _));

    private bool Days(int month, int dayA, int dayB, int first, int at, out Period low, out Period high, out int next)
    {
        next = at;
        if (DateParts.TryYear(Words, YearAt(at), out var year, out var behind))
        {
            next = behind;
            return Day(year, month, dayA, out low) & Day(year, month, dayB, out high);
        }

        return reader.InYear(month, dayB, first, out high) & Day(high.Start.Year, month, dayA, out low);
    }

    private static bool Day(int year, int month, int day, out Period period)
    {
        var exists = year is >= 1 and <= 9998 && day <= DateTime.DaysInMonth(year, month);
        period = exists ? Period.Day(new DateOnly(year, month, day)) : default;
        return exists;
    }

    private bool IsTo(int i, bool isBetween) =>
        Words.IsDash(i) || Words.IsAny(i, "to", "through", "till", "until", "thru") || (isBetween && Words.Is(i, "and"));

    private int Skip(int i) => Words.Is(i, "the") ? i + 1 : i;
}
