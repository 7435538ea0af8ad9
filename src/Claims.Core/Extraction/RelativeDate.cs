namespace Claims.Core.Extraction;

/// <summary>Periods that count from another day ("yesterday", "last November", "three weeks ago") and parts of periods ("late 2023").</summary>
internal sealed class RelativeDate(DateReader reader)
{
    private WordList Words => reader.Words;

    public bool TryRead(int i, out Period period, out int next)
    {
        if (TryReadPart(i, out period, out next) || TryReadNthOf(i, out period, out next) || TryReadNamed(i, out period, out next))
        {
            return true;
        }

        if (reader.Today is { } today
            && (TryReadDeictic(i, today, out period, out next) || TryReadPointed(i, today, out period, out next) || TryReadSpan(i, today, out period, out next)
                || TryReadAnchored(i, out period, out next) || TryReadDistance(i, today, out period, out next)))
        {
            return true;
        }

        next = i;
        period = default;
        return false;
    }

    private bool TryReadDeictic(int i, DateOnly today, out Period period, out int next)
    {
        next = i + 1;
        period = default;
        if (Words.IsAny(i, "today", "tonight") || (Words.Is(i, "now") && Words.IsAny(i - 1, "and", "between", "until", "till", "to")))
        {
            period = Period.Day(today);
        }
        else if (Words.Is(i, "yesterday"))
        {
            period = Period.Day(Period.Add(today, -1));
        }
        else if (Words.Is(i, "tomorrow"))
        {
            period = Period.Day(Period.Add(today, 1));
        }
        else if (Words.Is(i, "overnight"))
        {
            period = new Period(Period.Add(today, -1), Period.Add(today, 1), TimeUnit.Day);
        }
        else if (Words.Is(i, "last") && Words.Is(i + 1, "night"))
        {
            period = Period.Day(Period.Add(today, -1));
            next = i + 2;
        }
        else if (Words.Is(i, "this") && Words.IsAny(i + 1, "morning", "afternoon", "evening"))
        {
            period = Period.Day(today);
            next = i + 2;
        }
        else if (Words.Is(i, "the") && Words.Is(i + 1, "day") && Words.IsAny(i + 2, "before", "after") && Words.IsAny(i + 3, "yesterday", "tomorrow"))
        {
            period = Period.Day(Period.Add(today, Words.Is(i + 3, "yesterday") ? -2 : 2));
            next = i + 4;
        }
        else if (Words.Is(i, "the") && Words.Is(i + 1, "weekend") && Words.IsAny(i - 1, "over", "at", "during", "on", "for", "through"))
        {
            period = Weekend(today, i);
            next = i + 2;
        }
        else
        {
            return false;
        }

        return true;
    }

    private Period Weekend(DateOnly today, int i)
    {
        var weekend = Period.Weekend(today);
        return reader.TenseAt(i) == Tense.Past && weekend.Start > today ? Period.Weekend(Period.Add(today, -7)) : weekend;
    }

    // "last week", "this November", "next Friday", "earlier this month", "late last year"
    private bool TryReadPointed(int i, DateOnly today, out Period period, out int next)
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

        if (TimeWords.IsUnit(Words.Of(at), out var unit) && unit >= TimeUnit.Day && !IsPlural(at))
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
                < 0 => Period.Add(today, -(behind == 0 ? 7 : behind)),
                _ => Period.Add(Period.Week(today).Start, 7 + ((weekday + 6) % 7)),
            };
            period = Period.Day(day);

            // "this Friday, June 15"
            var date = next;
            while (Words.IsSymbol(date, ',') || Words.IsSymbol(date, '(') || Words.IsDash(date))
            {
                date++;
            }

            if (reader.TryMonth(date, out _, out _) && reader.TryRead(date, out var exact, out var after) && exact.Unit == TimeUnit.Day)
            {
                period = reader.HasNoYear(date) ? reader.Agreeing(exact, weekday) : exact;
                next = Words.IsSymbol(after, ')') ? after + 1 : after;
            }

            return true;
        }

        if (reader.TryMonth(at, out var month, out next))
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

        return NamedDay.TryRead(reader, at, out period, out next);
    }

    // "the past two years", "the last 48 hours", "the next three days"
    private bool TryReadSpan(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "the") ? i + 1 : i;
        int direction;
        double count;
        int unitAt;
        if (Words.IsDigits(at) && Words.IsAny(at + 1, "last", "past", "next", "coming") && TimeWords.IsUnit(Words.Of(at + 2)) && IsPlural(at + 2) && NumberScanner.TryParseDigits(Words.Of(at), out count))
        {
            // "the 3 next weeks"
            direction = Words.IsAny(at + 1, "last", "past") ? -1 : 1;
            unitAt = at + 2;
        }
        else if (!TryDirection(at, out direction))
        {
            return false;
        }
        else if (Words.Is(at, "past") && TimeWords.IsUnit(Words.Of(at + 1)) && !IsPlural(at + 1))
        {
            (count, unitAt) = (1, at + 1);
        }
        else if (!TryCount(at + 1, out count, out unitAt))
        {
            return false;
        }

        if (!TimeWords.IsUnit(Words.Of(unitAt), out var unit))
        {
            return false;
        }

        next = unitAt + 1;
        if (unit < TimeUnit.Day)
        {
            var days = Math.Ceiling(unit == TimeUnit.Hour ? count / 24 : 1);
            period = direction < 0 ? new Period(Period.Add(today, -days), Period.Add(today, 1), TimeUnit.Day) : new Period(today, Period.Add(today, days + 1), TimeUnit.Day);
            return days < 100000;
        }

        if (unit == TimeUnit.Quarter)
        {
            var start = Period.Of(unit, today).Start;
            period = direction < 0 ? new Period(Period.Shift(start, unit, -count), start, unit) : new Period(Period.Shift(start, unit, 1), Period.Shift(start, unit, count + 1), unit);
            return period.End > period.Start;
        }

        period = direction < 0 ? new Period(Period.Shift(today, unit, -count), today, unit) : new Period(Period.Add(today, 1), Period.Add(Period.Shift(today, unit, count), 1), unit);
        return period.End > period.Start;
    }

    private bool TryDirection(int at, out int direction)
    {
        direction = Words.IsAny(at, "last", "past", "previous") ? -1 : Words.IsAny(at, "next", "coming", "following") ? 1 : 0;
        return direction != 0;
    }

    // "the following day", "the day before", "the same week", "three days later": from the day named last.
    private bool TryReadAnchored(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (reader.Anchor is not { } anchor)
        {
            return false;
        }

        var at = Words.Is(i, "the") ? i + 1 : i;
        var step = Words.IsAny(at, "following", "next") ? 1 : Words.Is(at, "previous") ? -1 : Words.Is(at, "same") ? 0 : 2;
        if (step != 2 && (at > i || step == 0) && TimeWords.IsUnit(Words.Of(at + 1), out var unit) && unit >= TimeUnit.Day && !IsPlural(at + 1))
        {
            next = at + 2;
            period = Period.Of(unit, Period.Shift(anchor, unit, step));
            return true;
        }

        if (at > i && Words.Is(at, "day") && Words.IsAny(at + 1, "before", "after", "earlier", "later") && !Words.IsLetters(at + 2))
        {
            next = at + 2;
            period = Period.Day(Period.Add(anchor, Words.IsAny(at + 1, "before", "earlier") ? -1 : 1));
            return true;
        }

        if (TryCount(i, out var count, out var unitAt) && TimeWords.IsUnit(Words.Of(unitAt), out unit) && unit >= TimeUnit.Day && Words.IsAny(unitAt + 1, "later", "earlier") && !Words.IsAny(unitAt + 2, "than"))
        {
            next = unitAt + 2;
            period = Period.Day(Period.Shift(anchor, unit, Words.Is(unitAt + 1, "later") ? count : -count));
            return true;
        }

        return false;
    }

    // "three weeks ago", "in two days", "2 days after January 12", "3 days from Tuesday"
    private bool TryReadDistance(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "in") ? i + 1 : i;
        if (!TryCount(at, out var count, out var unitAt) || !TimeWords.IsUnit(Words.Of(unitAt), out var unit) || unit < TimeUnit.Day)
        {
            return false;
        }

        if (Words.Is(unitAt + 1, "ago"))
        {
            next = unitAt + 2;
            period = Period.Day(Period.Shift(today, unit, -count));
            if (Words.Is(next, "today") || Words.Is(next, "yesterday"))
            {
                next++;
            }

            return true;
        }

        // "in two weeks" after a past verb is a duration ("rebuilt in two weeks"), so it must be to come.
        if (at > i && !reader.IsSurelyPast(i) && !Words.IsAny(i - 1, "once", "times", "first", "second", "third"))
        {
            next = unitAt + 1;
            period = Period.Day(Period.Shift(today, unit, count));
            if (Words.IsSymbol(next, '\u2019') || Words.IsSymbol(next, '\''))
            {
                return true;
            }

            return !Words.IsAny(next, "of");
        }

        if (at == i && Words.IsAny(unitAt + 1, "after", "from", "before", "later") && !Words.Is(unitAt + 1, "later"))
        {
            var sign = Words.Is(unitAt + 1, "before") ? -1 : 1;
            if (Words.Is(unitAt + 2, "now") && sign > 0)
            {
                next = unitAt + 3;
                period = Period.Day(Period.Shift(today, unit, count));
                return true;
            }

            if (reader.TryRead(unitAt + 2, out var from, out var after) && from.Unit == TimeUnit.Day && !Words.IsSymbol(after, '\'') && !Words.IsSymbol(after, '\u2019'))
            {
                next = after;
                period = Period.Day(Period.Shift(from.Start, unit, sign * count));
                return true;
            }
        }

        return false;
    }

    // "early October", "late 2023", "mid-January", "the end of March", "earlier this year"
    private bool TryReadPart(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        int part;
        int at;
        if (Words.IsAny(i, "early", "late", "mid", "earlier", "later"))
        {
            part = Words.IsAny(i, "early", "earlier") ? 0 : Words.Is(i, "mid") ? 1 : 2;
            at = Words.IsDash(i + 1) ? i + 2 : i + 1;
            if (Words.IsAny(at, "in", "on"))
            {
                at++;
            }
        }
        else
        {
            at = Words.Is(i, "the") ? i + 1 : i;
            part = Words.IsAny(at, "beginning", "start", "outset") ? 0 : Words.IsAny(at, "middle", "midpoint") ? 1 : Words.IsAny(at, "end", "close") ? 2 : -1;
            if (part < 0)
            {
                return false;
            }

            if (!Words.Is(at + 1, "of"))
            {
                return false;
            }

            at += 2;
        }

        if (Words.Is(at, "the") && !reader.TryRead(at, out _, out _))
        {
            at++;
        }

        if (!reader.TryRead(at, out var whole, out next))
        {
            return false;
        }

        if (whole.Unit is TimeUnit.Day or < TimeUnit.Day)
        {
            // "late on Friday", "early Saturday": a part of a day is the day.
            period = whole;
            return whole.Unit == TimeUnit.Day && !Words.IsAny(i, "earlier", "later", "mid");
        }

        if (Words.Is(i, "earlier") && reader.Today is { } today && whole.Start <= today && today < whole.End)
        {
            period = new Period(whole.Start, Period.Add(today, 1), whole.Unit);
            return true;
        }

        if (Words.Is(i, "later") && reader.Today is { } now && whole.Start <= now && now < whole.End)
        {
            period = new Period(now, whole.End, whole.Unit);
            return true;
        }

        var days = whole.End.DayNumber - whole.Start.DayNumber;
        period = part switch
        {
            0 => new Period(whole.Start, Period.Add(whole.Start, (days + 2) / 3), whole.Unit),
            1 => new Period(Period.Add(whole.Start, days / 4), Period.Add(whole.Start, days - (days / 4)), whole.Unit),
            _ => new Period(Period.Add(whole.Start, days - ((days + 2) / 3)), whole.End, whole.Unit),
        };
        return true;
    }

    // "the first week of January", "the third quarter of 2013", "the last three months of 2021", "Q1 2017", "the 21st century"
    private bool TryReadNthOf(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (Words[i].Length == 1 && Words.Is(i, "q") && Words.Touches(i) && Words.IsDigits(i + 1) && Words[i + 1].Length == 1)
        {
            var number = Words.Of(i + 1)[0] - '0';
            var of = Words.IsAny(i + 2, "of") || Words.IsSymbol(i + 2, ',') ? i + 3 : i + 2;
            if (number is >= 1 and <= 4 && reader.TryYear(of, out var year, out next))
            {
                period = Period.Quarter(year, number);
                return true;
            }

            return false;
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

        double count = 1;
        var unitAt = after;
        if (!TimeWords.IsUnit(Words.Of(unitAt)) && !TryCount(after, out count, out unitAt))
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

        Period container;
        if (Words.Is(whole, "the") && Words.Is(whole + 1, "year") && reader.Today is { } today)
        {
            container = Period.Year(today.Year);
            next = whole + 2;
        }
        else if (!reader.TryRead(whole, out container, out next) || container.Unit <= unit)
        {
            return false;
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

    // "the week of April 10", "the week commencing 4 February", "the year 2008"
    private bool TryReadNamed(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "the") ? i + 1 : i;
        if (Words.Is(at, "year") && reader.TryYear(at + 1, out var year, out next))
        {
            period = Period.Year(year);
            return true;
        }

        if (Words.Is(at, "week") && Words.IsAny(at + 1, "of", "commencing", "beginning", "starting", "ending") && reader.TryRead(at + 2, out var day, out next) && day.Unit == TimeUnit.Day)
        {
            period = Period.Week(day.Start);
            return true;
        }

        return false;
    }

    // A count before a unit: "3", "three", "a", "an", "a couple of"; never vague, which no interval can hold.
    private bool TryCount(int i, out double count, out int next)
    {
        count = 1;
        next = i + 1;
        if ((Words.IsAny(i, "a", "an") && TimeWords.IsUnit(Words.Of(i + 1))) || Words.Is(i, "one"))
        {
            return true;
        }

        if (Words.IsDigits(i))
        {
            return Words[i].Length <= 4 && NumberScanner.TryParseDigits(Words.Of(i), out count);
        }

        return Words.IsLetters(i) && WordNumber.TryRead(Words, i, out count, out var form, out next) && form == NumberForm.Words && count is > 0 and < 10000;
    }

    private bool IsPlural(int i) => Words.Of(i) is { Length: > 1 } word && word[^1] is 's' or 'S';
}
