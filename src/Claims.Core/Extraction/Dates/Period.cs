namespace Claims.Core.Extraction.Dates;

/// <summary>Days from <paramref name="Start"/> up to, not including, <paramref name="End"/>, and the unit that was named.</summary>
internal readonly record struct Period(DateOnly Start, DateOnly End, TimeUnit Unit)
{
    public static Period Day(DateOnly day) => new(day, Add(day, 1), TimeUnit.Day);

    public static Period Month(int year, int month) => new(new DateOnly(year, month, 1), Months(new DateOnly(year, month, 1), 1), TimeUnit.Month);

    public static Period Year(int year) => new(new DateOnly(year, 1, 1), Months(new DateOnly(year, 1, 1), 12), TimeUnit.Year);

    public static Period Week(DateOnly day)
    {
        // ISO 8601: weeks begin on Monday.
        var monday = Add(day, -(((int)day.DayOfWeek + 6) % 7));
        return new Period(monday, Add(monday, 7), TimeUnit.Week);
    }

    /// <summary>The week that ISO 8601 gives a number in a year; week 1 holds 4 January.</summary>
    public static Period IsoWeek(int year, int number) => Week(Add(Week(new DateOnly(year, 1, 4)).Start, (number - 1) * 7));

    public static Period Weekend(DateOnly day)
    {
        var saturday = Add(Week(day).Start, 5);
        return new Period(saturday, Add(saturday, 2), TimeUnit.Day);
    }

    public static Period Quarter(int year, int quarter) =>
        new(new DateOnly(year, (quarter * 3) - 2, 1), Months(new DateOnly(year, (quarter * 3) - 2, 1), 3), TimeUnit.Quarter);

    public static Period Half(int year, int half) =>
        new(new DateOnly(year, (half * 6) - 5, 1), Months(new DateOnly(year, (half * 6) - 5, 1), 6), TimeUnit.Quarter);

    public static Period Decade(int year)
    {
        var start = Math.Clamp(year / 10 * 10, 1, 9990);
        return new Period(new DateOnly(start, 1, 1), Months(new DateOnly(start, 1, 1), 120), TimeUnit.Decade);
    }

    public static Period Of(TimeUnit unit, DateOnly day) => unit switch
    {
        TimeUnit.Week => Week(day),
        TimeUnit.Fortnight => new Period(Week(day).Start, Add(Week(day).Start, 14), unit),
        TimeUnit.Month => Month(day.Year, day.Month),
        TimeUnit.Quarter => Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        TimeUnit.Year => Year(day.Year),
        TimeUnit.Decade => Decade(day.Year),
        TimeUnit.Century => new Period(new DateOnly(Math.Max(1, day.Year / 100 * 100), 1, 1), Months(new DateOnly(Math.Max(1, day.Year / 100 * 100), 1, 1), 1200), unit),
        _ => Day(day),
    };

    /// <summary>The day moved by a number of units; stays at the calendar's ends instead of leaving it.</summary>
    public static DateOnly Shift(DateOnly day, TimeUnit unit, double count) => unit switch
    {
        TimeUnit.Day => Add(day, count),
        TimeUnit.Week => Add(day, count * 7),
        TimeUnit.Fortnight => Add(day, count * 14),
        TimeUnit.Month => Months(day, count),
        TimeUnit.Quarter => Months(day, count * 3),
        TimeUnit.Year => Months(day, count * 12),
        TimeUnit.Decade => Months(day, count * 120),
        TimeUnit.Century => Months(day, count * 1200),
        _ => day,
    };

    public static DateOnly Add(DateOnly day, double days)
    {
        var number = day.DayNumber + Math.Round(days);
        return DateOnly.FromDayNumber((int)Math.Clamp(number, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
    }

    /// <summary>The day moved by a number of working days, Monday to Friday; holidays differ by country and count as working days.</summary>
    public static DateOnly AddWorking(DateOnly day, double count)
    {
        var left = (int)Math.Clamp(Math.Abs(Math.Round(count)), 0, 3000);
        var step = count < 0 ? -1 : 1;
        while (left > 0 && day != DateOnly.MinValue && day != DateOnly.MaxValue)
        {
            day = Add(day, step);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    /// <summary>The nth such weekday from a day on; -1: the last one of that day's month.</summary>
    public static DateOnly NthWeekday(DateOnly first, DayOfWeek weekday, int nth)
    {
        if (nth < 0)
        {
            var last = Add(Months(new DateOnly(first.Year, first.Month, 1), 1), -1);
            return Add(last, -(((int)last.DayOfWeek - (int)weekday + 7) % 7));
        }

        return Add(first, (((int)weekday - (int)first.DayOfWeek + 7) % 7) + ((nth - 1) * 7));
    }

    public static DateOnly Months(DateOnly day, double months)
    {
        var number = (day.Year * 12.0) + day.Month - 1 + Math.Truncate(months);
        if (number < 12 || number >= 9999 * 12)
        {
            return number < 12 ? DateOnly.MinValue : DateOnly.MaxValue;
        }

        var year = (int)number / 12;
        var month = ((int)number % 12) + 1;
        return new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }
}
