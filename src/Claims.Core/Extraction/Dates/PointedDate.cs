namespace Claims.Core.Extraction.Dates;

/// <summary>Periods pointed at from today: "last week", "this November", "next Friday", "this past weekend".</summary>
internal sealed class PointedDate(DateReader reader)
{
    private WordList Words => reader.Words;

    // "last week", "this November", "next Friday", "earlier this month", "late last year"
    public bool TryRead(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = i;
        if (Words.Is(at, "the"))
        {
            at++;
        }

        if (Words.Is(at, "this") && Words.IsAny(at + 1, "past", "coming", "current"))
        {
            at++;
        }

        int direction;
        if (Words.IsAny(at, "this", "current") || (Words.Is(at, "the") && Words.Is(at + 1, "current")))
        {
            direction = 0;
        }
        else if (Words.IsAny(at, "last", "past", "previous"))
        {
            direction = -1;
        }
        else if (Words.IsAny(at, "next", "coming", "upcoming") || (Words.Is(at, "following") && at == i))
        {
            direction = 1;
        }
        else
        {
            return false;
        }

        at++;
        if (Words.Is(at, "calendar"))
        {
            at++;
        }

        // "in the past year" counts back from today; "the past" with an article and a unit is a span, read elsewhere.
        if (Words.IsAny(at - 1, "past") && at - 2 >= i && Words.Is(at - 2, "the"))
        {
            return false;
        }

        next = at + 1;
        if (Words.Is(at, "weekend"))
        {
            var weekend = direction == 0 ? Period.Weekend(today) : direction < 0 ? Period.Weekend(Period.Add(today, -7)) : Period.Weekend(Period.Add(today, 7));
            period = direction == 0 && reader.TenseAt(i) == Tense.Past ? Weekend(today, i) : weekend;
            return true;
        }

        // "next workweek", "this business week": Monday to Friday.
        var week = Words.IsAny(at, "work", "working", "business") ? at + 1 : at;
        if (Words.Is(at, "workweek") || (week > at && Words.Is(week, "week")))
        {
            next = week + 1;
            var monday = Period.Add(Period.Week(today).Start, direction * 7);
            period = new Period(monday, Period.Add(monday, 5), TimeUnit.Week);
            return true;
        }

        if (TimeWords.IsUnit(Words.Of(at), out var unit) && unit >= TimeUnit.Day && !TimeDistance.IsPlural(Words, at))
        {
            if (unit == TimeUnit.Day)
            {
                period = Period.Day(Period.Add(today, direction));
                return direction != 1 || i != at - 1 || Words.Is(at - 1, "next");
            }

            // "next week Wednesday"
            period = Period.Of(unit, Period.Shift(Period.Of(unit, today).Start, unit, direction));
            var inner = Words.IsDash(next) ? next + 1 : next;
            if (unit == TimeUnit.Week && TimeWords.IsWeekday(Words.Of(inner), out var within))
            {
                period = Period.Day(Period.Add(period.Start, (within + 6) % 7));
                next = inner + 1;
            }

            return true;
        }

        if (TimeWords.IsWeekday(Words.Of(at), out var weekday))
        {
            var behind = ((int)today.DayOfWeek - weekday + 7) % 7;
            var day = direction switch
            {
                0 => Words.Is(at - 1, "past") ? Period.Add(today, -(behind == 0 ? 7 : behind)) : Period.Add(Period.Week(today).Start, (weekday + 6) % 7),
                < 0 when Words.Is(at - 1, "past") => Period.Add(today, -(behind == 0 ? 7 : behind)),
                < 0 => Period.Add(Period.Week(today).Start, ((weekday + 6) % 7) - 7),
                _ => Period.Add(Period.Week(today).Start, 7 + ((weekday + 6) % 7)),
            };
            period = Period.Day(day);

            // "this Friday, June 15"
            var date = next;
            while (Words.IsSymbol(date, ',') || Words.IsSymbol(date, '(') || Words.IsDash(date))
            {
                date++;
            }

            if (date == next && NumericDate.TryReadMonthDay(reader, date, out var numeric, out var behindNumeric))
            {
                period = numeric;
                next = behindNumeric;
            }
            else if (DateParts.TryMonth(Words, date, out _, out _) && reader.TryRead(date, out var exact, out var after) && exact.Unit == TimeUnit.Day)
            {
                period = reader.HasNoYear(date) ? reader.Agreeing(exact, weekday) : exact;
                next = Words.IsSymbol(after, ')') ? after + 1 : after;
            }

            return true;
        }

        if (DateParts.TryMonth(Words, at, out var month, out next))
        {
            var year = today.Year + direction switch
            {
                0 => 0,
                < 0 => month < today.Month ? 0 : -1,
                _ => month > today.Month ? 0 : 1,
            };
            period = Period.Month(Math.Clamp(year, 1, 9998), month);
            return true;
        }

        var season = Words.Is(at, "spring") ? 3 : Words.Is(at, "summer") ? 6 : Words.IsAny(at, "autumn", "fall") ? 9 : Words.Is(at, "winter") ? 12 : 0;
        if (season > 0)
        {
            next = at + 1;
            var year = today.Year + (direction < 0 ? (season + 2 < today.Month || (season == 12 && today.Month > 2) ? (season == 12 ? -1 : 0) : -1) : direction > 0 ? (season > today.Month ? 0 : 1) : 0);
            var start = new DateOnly(Math.Clamp(year, 1, 9998), season, 1);
            period = new Period(start, Period.Months(start, 3), TimeUnit.Quarter);
            return true;
        }

        return NamedDay.TryRead(reader, at, direction, out period, out next) || (direction == 0 && NumericDate.TryReadMonthDay(reader, at, out period, out next));
    }

    public Period Weekend(DateOnly today, int i)
    {
        var weekend = Period.Weekend(today);
        return reader.TenseAt(i) == Tense.Past && weekend.Start > today ? Period.Weekend(Period.Add(today, -7)) : weekend;
    }
}
