namespace Claims.Core.Extraction.Dates;

/// <summary>Days of the week, alone or with their date: "Saturday", "Saturday, June 28, 2025", "Friday the 13th".</summary>
internal sealed class WeekdayDate(DateReader reader)
{
    private WordList Words => reader.Words;

    // "Saturday", "Saturday, June 28, 2025", "Tuesday (June 13)"
    public bool TryRead(int i, out Period period, out int next)
    {
        period = default;
        next = i + 1;
        if (!TimeWords.IsWeekday(Words.Of(i), out var weekday) || !IsSurelyWeekday(i))
        {
            return false;
        }

        if (Words[i].Length <= 5 && Words.IsSymbol(next, '.') && Words.Touches(i) && !Words.Is(i, "monday"))
        {
            next++;
        }

        var at = next;
        var isBracket = Words.IsSymbol(at, '(');
        while (Words.IsSymbol(at, ',') || Words.IsSymbol(at, '(') || Words.IsAny(at, "the", "on") || Words.IsDash(at))
        {
            at++;
        }

        if (at < Words.Count && (DateParts.TryMonth(Words, at, out _, out _) || Words.IsDigits(at)) && !TimeWords.IsWeekday(Words.Of(at), out _) && reader.TryRead(at, out var date, out var after) && date.Unit == TimeUnit.Day
            && (!Words.IsDigits(at) || after > at + 1))
        {
            period = reader.HasNoYear(at) ? Agreeing(date, weekday) : date;
            next = isBracket && Words.IsSymbol(after, ')') ? after + 1 : after;
            return true;
        }

        if (reader.Today is not { } today)
        {
            return false;
        }

        if (NumericDate.TryReadMonthDay(reader, at, out period, out next))
        {
            return true;
        }

        next = i + 1;

        // "Friday the 13th", "Tue 13th", "Sunday 31": the nearest such day of the month that is that weekday.
        if (DateParts.TryDay(Words, at, out var number, out after) && (Words.IsLetters(at) || after == at + 2 || (at == next && !Words.IsLetters(after) && !Words.IsSymbol(after, ':'))) && NearMonth(today, weekday, number, reader.TenseAt(i), out period))
        {
            next = after;
            return true;
        }

        period = Period.Day(Near(today, weekday, reader.TenseAt(i)));
        return true;
    }

    private static bool NearMonth(DateOnly today, int weekday, int number, Tense tense, out Period period)
    {
        var month = Period.Of(TimeUnit.Month, today).Start;
        if (number <= DateTime.DaysInMonth(month.Year, month.Month) && (int)Period.Add(month, number - 1).DayOfWeek == weekday)
        {
            period = Period.Day(Period.Add(month, number - 1));
            return true;
        }

        for (var step = 0; step < 40; step++, month = Period.Months(month, tense == Tense.Future ? 1 : -1))
        {
            if (number <= DateTime.DaysInMonth(month.Year, month.Month) && Period.Add(month, number - 1) is var day && (int)day.DayOfWeek == weekday && (tense == Tense.Future ? day >= today : day <= today))
            {
                period = Period.Day(day);
                return true;
            }
        }

        period = default;
        return false;
    }

    /// <summary>A day and month without a year beside its weekday: the year nearest to today in which they agree.</summary>
    public Period Agreeing(Period date, int weekday)
    {
        if (reader.Today is not { } today || (int)date.Start.DayOfWeek == weekday)
        {
            return date;
        }

        foreach (var year in (ReadOnlySpan<int>)[today.Year, today.Year - 1, today.Year + 1])
        {
            if (year is > 1 and < 9998 && date.Start.Day <= DateTime.DaysInMonth(year, date.Start.Month) && new DateOnly(year, date.Start.Month, date.Start.Day) is var day && (int)day.DayOfWeek == weekday)
            {
                return Period.Day(day);
            }
        }

        return date;
    }

    /// <summary>The nearest such weekday in the direction of the tense; the day itself counts.</summary>
    public static DateOnly Near(DateOnly today, int weekday, Tense tense)
    {
        var back = ((int)today.DayOfWeek - weekday + 7) % 7;
        return tense == Tense.Past ? Period.Add(today, -back) : Period.Add(today, (7 - back) % 7);
    }

    // "Sun", "Sat", "Wed": abbreviations that are words only before a date or after "on".
    private bool IsSurelyWeekday(int i)
    {
        if (Words[i].Length > 5)
        {
            return true;
        }

        return Words.IsCapitalised(i) && (Words.IsDigits(i + 1) || Words.IsSymbol(i + 1, ',') || (Words.IsSymbol(i + 1, '.') && (Words.IsDigits(i + 2) || TimeWords.IsMonth(Words.Of(i + 2), out _)))
            || TimeWords.IsMonth(Words.Of(i + 1), out _) || Words.IsAny(i - 1, "on", "last", "next", "this", "until", "since"));
    }
}
