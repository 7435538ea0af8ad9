using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>Days that lie so far from another: "three weeks ago", "in two days", "2 days after 12 January", "the week after next".</summary>
internal sealed class DayDistance(DateReader reader)
{
    private WordList Words => reader.Words;

    public bool TryRead(int i, DateOnly today, out Period period, out int next) =>
        Words.IsAny(i, "more", "less", "fewer")
            ? TryReadBounded(i, today, out period, out next)
            : TryReadBeside(i, today, out period, out next) || TryReadCounted(i, today, out period, out next) || TryReadWeekdays(i, today, out period, out next);

    // "three weeks ago", "in two days", "2 days after January 12", "3 days from Tuesday", "two weeks starting May 20"
    private bool TryReadCounted(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "in") ? i + 1 : i;
        if (!TimeDistance.TryCount(Words, at, out var count, out var unitAt) || !TimeStep.TryRead(Words, unitAt, out var step, out var behind) || step.Unit < TimeUnit.Day)
        {
            return false;
        }

        if (Words.Is(behind, "ago"))
        {
            next = Words.IsAny(behind + 1, "today", "yesterday") ? behind + 2 : behind + 1;
            period = Period.Day(step.Move(today, -count));
            return true;
        }

        // "in two weeks" after a past verb is a duration ("rebuilt in two weeks"), so it must be to come.
        if (at > i && !reader.IsSurelyPast(i) && !Words.IsAny(i - 1, "once", "times", "first", "second", "third"))
        {
            next = behind;
            period = Period.Day(step.Move(today, count));
            return !Words.Is(next, "of");
        }

        if (at > i)
        {
            return false;
        }

        if (Words.IsAny(behind, "starting", "beginning", "commencing"))
        {
            var date = Words.IsAny(behind + 1, "on", "from") ? behind + 2 : behind + 1;
            if (reader.TryRead(date, out var first, out next) && first.Unit == TimeUnit.Day)
            {
                period = new Period(first.Start, step.Move(first.Start, count), step.Unit);
                return period.End > period.Start;
            }

            return false;
        }

        if (TryFrom(behind, today, out var from, out var sign, out next))
        {
            period = Period.Day(step.Move(from, sign * count));
            return true;
        }

        return false;
    }

    // "more than two weeks ago" lies before that day, "less than three days after tomorrow" between the two.
    private bool TryReadBounded(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        if (!Words.Is(i + 1, "than") || !TimeDistance.TryCount(Words, i + 2, out var count, out var unitAt) || !TimeStep.TryRead(Words, unitAt, out var step, out var behind)
            || step.Unit < TimeUnit.Day)
        {
            return false;
        }

        DateOnly from;
        int sign;
        if (Words.Is(behind, "ago"))
        {
            (from, sign, next) = (today, -1, behind + 1);
        }
        else if (!TryFrom(behind, today, out from, out sign, out next))
        {
            return false;
        }

        var far = step.Move(from, sign * count);
        period = (Words.Is(i, "more"), sign < 0) switch
        {
            (true, true) => new Period(DateOnly.MinValue, far, TimeUnit.Day),
            (true, false) => new Period(far, DateOnly.MaxValue, TimeUnit.Day),
            (false, true) => new Period(far, from, TimeUnit.Day),
            (false, false) => new Period(from, far, TimeUnit.Day),
        };
        return period.End > period.Start;
    }

    // "after January 12", "from now", "before Christmas", "prior to 4 May", "hence": from where a count goes, and which way.
    private bool TryFrom(int at, DateOnly today, out DateOnly from, out int sign, out int next)
    {
        from = today;
        next = at + 1;
        sign = Words.Is(at, "before") || (Words.Is(at, "prior") && Words.Is(at + 1, "to")) ? -1 : Words.IsAny(at, "after", "from", "hence") ? 1 : 0;
        if (sign == 0)
        {
            return false;
        }

        if (Words.Is(at, "hence"))
        {
            return true;
        }

        var date = Words.Is(at, "prior") ? at + 2 : at + 1;
        if (Words.Is(date, "now") && sign > 0)
        {
            next = date + 1;
            return true;
        }

        if (reader.TryRead(date, out var day, out next) && day.Unit == TimeUnit.Day && !Words.IsSymbol(next, '\'') && !Words.IsSymbol(next, '\u2019'))
        {
            from = day.Start;
            return true;
        }

        return false;
    }

    // "the week after next", "the year before last", "the week before Christmas", "the day after 4 May"
    private bool TryReadBeside(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        if (!Words.Is(i, "the") || !Words.IsAny(i + 2, "before", "after"))
        {
            return false;
        }

        var isWeekend = Words.Is(i + 1, "weekend");
        if (!TimeWords.IsUnit(Words.Of(i + 1), out var unit) && !isWeekend)
        {
            return false;
        }

        unit = isWeekend ? TimeUnit.Week : unit;
        var sign = Words.Is(i + 2, "after") ? 1 : -1;
        next = i + 4;
        if (unit > TimeUnit.Day && Words.Is(i + 3, sign > 0 ? "next" : "last") && !Words.IsLetters(next))
        {
            var there = Period.Shift(Period.Of(unit, today).Start, unit, sign * 2);
            period = isWeekend ? Period.Weekend(there) : Period.Of(unit, there);
            return true;
        }

        if (unit >= TimeUnit.Day && !Words.Is(i + 3, "the") && reader.TryRead(i + 3, out var day, out next) && day.Unit <= unit && !Words.IsSymbol(next, '\'') && !Words.IsSymbol(next, '\u2019'))
        {
            var there = Period.Shift(day.Start, unit, sign);
            period = isWeekend ? Period.Weekend(there) : Period.Of(unit, there);
            return true;
        }

        return false;
    }

    // "two Fridays ago"
    private bool TryReadWeekdays(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        if (!TimeDistance.TryCount(Words, i, out var count, out var at) || !Words.Is(at + 1, "ago") || Words.Of(at) is not [.. var name, 's' or 'S']
            || !TimeWords.IsWeekday(name, out var weekday) || count > 500)
        {
            return false;
        }

        var behind = ((int)today.DayOfWeek - weekday + 6) % 7;
        next = at + 2;
        period = Period.Day(Period.Add(today, -(behind + 1 + ((count - 1) * 7))));
        return true;
    }
}
