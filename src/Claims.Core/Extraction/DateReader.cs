using System.Globalization;

namespace Claims.Core.Extraction;

/// <summary>Reads one date or period at a word. Absolute dates are here; what counts from another day is in <see cref="RelativeDate"/>.</summary>
internal sealed class DateReader
{
    private readonly Func<int, Tense>? tenseAt;
    private readonly RelativeDate relative;

    // "the end of the first week of January" nests three deep; deeper nesting is noise that must not eat the stack.
    private const int DeepestNesting = 4;
    private int depth;

    public DateReader(WordList words, DateOnly? today, DateOnly? anchor, Func<int, Tense>? tenseAt)
    {
        Words = words;
        Today = today;
        Anchor = anchor;
        this.tenseAt = tenseAt;
        relative = new RelativeDate(this);
    }

    public WordList Words { get; }

    public DateOnly? Today { get; }

    public DateOnly? Anchor { get; }

    /// <summary>The date or period that begins at word <paramref name="i"/>.</summary>
    public bool TryRead(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if ((uint)i >= (uint)Words.Count || Words[i].Kind == WordKind.Symbol || depth >= DeepestNesting)
        {
            return false;
        }

        depth++;
        var found = Words.IsDigits(i) ? TryReadDigits(i, out period, out next) : TryReadLetters(i, out period, out next);
        depth--;
        return found;
    }

    /// <summary>Two days of one month: "June 13-24", "13 to 24 June 2025", "between the ninth and the seventeenth of April".</summary>
    public bool TryReadDays(int i, bool isBetween, out Period low, out Period high, out int next)
    {
        low = high = default;
        next = i;
        if (TryMonth(i, out var month, out var at) && TryDay(at, out var dayA, out var behindA) && IsTo(behindA, isBetween) && TryDay(Skip(behindA + 1), out var dayB, out var behindB)
            && !TryMonth(behindB, out _, out _) && dayA < dayB)
        {
            return Days(month, dayA, dayB, i, behindB, out low, out high, out next);
        }

        var start = Skip(i);
        if (i > 0 && Words.IsSymbol(i - 1, '$'))
        {
            return false;
        }

        if (TryDay(start, out dayA, out behindA) && (IsTo(behindA, isBetween) || (Words.Is(behindA, "and") && Words.IsDigits(start))) && TryDay(Skip(behindA + 1), out dayB, out behindB))
        {
            if (Words.Is(behindB, "of"))
            {
                behindB++;
            }

            if (TryMonth(behindB, out month, out at) && dayA < dayB)
            {
                return Days(month, dayA, dayB, i, at, out low, out high, out next);
            }
        }

        return false;
    }

    /// <summary>Whether the date that begins at a word is a month or a day without a year ("May", "Nov 18").</summary>
    public bool HasNoYear(int i)
    {
        if (!TryRead(i, out _, out var next))
        {
            return false;
        }

        for (var w = i; w < next; w++)
        {
            if ((Words.IsDigits(w) && Words[w].Length == 4) || Words.IsAny(w, "this", "last", "next", "past", "previous", "year", "yesterday", "today", "tomorrow"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The tense of the clause at a word.</summary>
    public Tense TenseAt(int i) => tenseAt is null ? Guess(i) : tenseAt(Words[Math.Min(i, Words.Count - 1)].Start);

    /// <summary>Whether the clause at a word surely tells what happened; without grammar only a verb in the past says so.</summary>
    public bool IsSurelyPast(int i)
    {
        if (tenseAt is not null)
        {
            return TenseAt(i) == Tense.Past;
        }

        for (var w = Math.Min(i, Words.Count) - 1; w >= 0 && !Words.IsSymbol(w, '.'); w--)
        {
            if (Words.IsAny(w, "was", "were", "had", "did", "has", "ago") || (Words.IsLetters(w) && Words[w].Length > 4 && Words.Of(w).EndsWith("ed", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A month or day without a year, put into the year that the tense asks for; nothing without a published date.</summary>
    public bool InYear(int month, int day, int at, out Period period)
    {
        period = default;
        if (Today is not { } today)
        {
            return false;
        }

        var future = TenseAt(at) == Tense.Future;
        for (var step = 0; step < 9; step++)
        {
            // Four-yearly days (29 February) need more than one step.
            var year = today.Year + (future ? step : -step);
            if (year is < 1 or > 9998)
            {
                return false;
            }

            if (day == 0)
            {
                period = Period.Month(year, month);
                if (future ? period.End > today : period.Start <= today)
                {
                    return true;
                }
            }
            else if (day <= DateTime.DaysInMonth(year, month))
            {
                period = Period.Day(new DateOnly(year, month, day));
                if (future ? period.Start >= today : period.Start <= today)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A year in four digits at a word, or in words ("two thousand and five").</summary>
    public bool TryYear(int i, out int year, out int next)
    {
        year = 0;
        next = i + 1;
        if (Words.IsDigits(i) && Words[i].Length == 4 && !(Words.IsSymbol(i + 1, ',') && Words.Touches(i) && Words.IsDigits(i + 2) && Words[i + 2].Length == 3 && Words.Touches(i + 1)))
        {
            year = int.Parse(Words.Of(i), CultureInfo.InvariantCulture);
            return year is >= 1000 and <= 2999;
        }

        // "two thousand and five", "nineteen eighty-six"
        if (Words.IsLetters(i) && NumberWords.IsUnit(Words.Of(i), out var century) && century is 2 or 18 or 19 or 20)
        {
            if (century == 2)
            {
                next = i + 1;
                if (Words.Is(i + 1, "thousand") && WordNumber.TryRead(Words, i, out var whole, out var form, out next) && form == NumberForm.Words && whole is >= 2000 and < 2100)
                {
                    year = (int)whole;
                    return true;
                }

                return false;
            }

            if (WordNumber.TryRead(Words, i + 1, out var rest, out var small, out next) && small == NumberForm.Words && rest is >= 10 and < 100)
            {
                year = (int)((century * 100) + rest);
                return true;
            }

            return false;
        }

        if ((Words.IsSymbol(i, '\'') || Words.IsSymbol(i, '\u2019')) && Words.IsDigits(i + 1) && Words[i + 1].Length == 2 && Words.Touches(i))
        {
            var two = int.Parse(Words.Of(i + 1), CultureInfo.InvariantCulture);
            year = two + (two < 50 ? 2000 : 1900);
            next = i + 2;
            return true;
        }

        return false;
    }

    /// <summary>A month's name; "may" and "march" only where they can be nothing else.</summary>
    public bool TryMonth(int i, out int month, out int next)
    {
        next = i + 1;
        if (!TimeWords.IsMonth(Words.Of(i), out month))
        {
            return false;
        }

        if (Words.IsAny(i, "may", "march", "mar", "sec", "dec", "jan") && !IsSurelyMonth(i))
        {
            return false;
        }

        if (Words[i].Length <= 4 && Words.IsSymbol(next, '.') && Words.Touches(i) && month != 5)
        {
            next++;
        }

        return true;
    }

    /// <summary>A day of the month: "7", "7th", "seventh", "twenty-third".</summary>
    public bool TryDay(int i, out int day, out int next)
    {
        day = 0;
        next = i + 1;
        if (Words.IsDigits(i))
        {
            if (Words[i].Length > 2)
            {
                return false;
            }

            day = int.Parse(Words.Of(i), CultureInfo.InvariantCulture);
            if (Words.Touches(i) && Words.IsAny(i + 1, "st", "nd", "rd", "th"))
            {
                next++;
            }
            else if (Words.Touches(i) && (Words.IsLetters(i + 1) || Words.IsSymbol(i + 1, '%')))
            {
                return false;
            }
        }
        else if (NumberWords.IsOrdinal(Words.Of(i), out var ordinal) && ordinal <= 30)
        {
            day = (int)ordinal;
        }
        else if (NumberWords.IsTens(Words.Of(i), out var tens) && tens <= 30)
        {
            var j = Words.IsDash(i + 1) ? i + 2 : i + 1;
            if ((NumberWords.IsOrdinal(Words.Of(j), out var ones) || NumberWords.IsUnit(Words.Of(j), out ones)) && ones < 10)
            {
                day = (int)(tens + ones);
                next = j + 1;
            }
        }

        return day is >= 1 and <= 31;
    }

    private bool TryReadLetters(int i, out Period period, out int next)
    {
        if (relative.TryRead(i, out period, out next))
        {
            return true;
        }

        // "in two thousand and twenty"
        if (Words.Is(i, "two") && Words.Is(i + 1, "thousand") && Words.IsAny(i - 1, "in", "since", "of", "by") && TryYear(i, out var spelt, out next))
        {
            period = Period.Year(spelt);
            return true;
        }

        if (TryReadMonth(i, out period, out next) || TryReadWeekday(i, out period, out next) || NamedDay.TryRead(this, i, out period, out next)
            || TryReadSeason(i, out period, out next) || TryReadOrdinalDay(i, out period, out next))
        {
            return true;
        }

        next = i;
        return false;
    }

    // "October 7, 2023", "October 7", "October 2023", "October of 2023", "October"
    private bool TryReadMonth(int i, out Period period, out int next)
    {
        period = default;
        if (!TryMonth(i, out var month, out next))
        {
            return false;
        }

        var at = Words.IsDash(next) || Words.IsSymbol(next, '/') ? next + 1 : next;
        if (Words.Is(at, "the"))
        {
            at++;
        }

        if (TryYear(YearAt(at), out var year, out var after))
        {
            next = after;
            period = Period.Month(year, month);
            return true;
        }

        if (Words.Is(at, "of") && Words.IsAny(at + 1, "this", "last", "next") && Words.Is(at + 2, "year") && Today is { } today)
        {
            next = at + 3;
            period = Period.Month(Math.Clamp(today.Year + (Words.Is(at + 1, "this") ? 0 : Words.Is(at + 1, "last") ? -1 : 1), 1, 9998), month);
            return true;
        }

        // "Nov. 7", not "October 20 people died": a noun behind the figure makes it a count.
        if (TryDay(at, out var day, out after) && (Words.IsDigits(at) || at == next) && !IsCountAhead(at, after))
        {
            if (TryYear(YearAt(after), out year, out var end))
            {
                next = end;
                return Day(year, month, day, out period);
            }

            next = after;
            return InYear(month, day, i, out period);
        }

        return InYear(month, 0, i, out period);
    }

    // "June 26, 2020", "June 26 of 2020", "June in 2020"
    private int YearAt(int at) => Words.IsSymbol(at, ',') || (Words.IsAny(at, "of", "in") && Words.IsDigits(at + 1) && Words[at + 1].Length == 4) || (Words.Is(at, "of") && (Words.IsSymbol(at + 1, '\'') || Words.IsSymbol(at + 1, '\u2019'))) ? at + 1 : at;

    private bool IsCountAhead(int at, int after) =>
        Words.IsDigits(at) && Words.IsLetters(after) && (Words.IsAny(after, "people", "civilians", "percent", "per", "million", "soldiers", "seats", "votes", "others") || UnitTable.IsMeasure(Words.Of(after), out _));

    // "Saturday", "Saturday, June 28, 2025", "Tuesday (June 13)"
    private bool TryReadWeekday(int i, out Period period, out int next)
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

        if (at < Words.Count && (TryMonth(at, out _, out _) || Words.IsDigits(at)) && !TimeWords.IsWeekday(Words.Of(at), out _) && TryRead(at, out var date, out var after) && date.Unit == TimeUnit.Day
            && (!Words.IsDigits(at) || after > at + 1))
        {
            period = HasNoYear(at) ? Agreeing(date, weekday) : date;
            next = isBracket && Words.IsSymbol(after, ')') ? after + 1 : after;
            return true;
        }

        if (Today is not { } today)
        {
            return false;
        }

        // "Friday the 13th", "Tue 13th", "Sunday 31": the nearest such day of the month that is that weekday.
        if (TryDay(at, out var number, out after) && (Words.IsLetters(at) || after == at + 2 || (at == next && !Words.IsLetters(after) && !Words.IsSymbol(after, ':'))) && NearMonth(today, weekday, number, TenseAt(i), out period))
        {
            next = after;
            return true;
        }

        period = Period.Day(Near(today, weekday, TenseAt(i)));
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
        if (Today is not { } today || (int)date.Start.DayOfWeek == weekday)
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

    // "spring 2024", "the summer of 2019"; without a year a season is too vague to hold against another.
    private bool TryReadSeason(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "the") ? i + 1 : i;
        var season = Words.IsAny(at, "spring") ? 3 : Words.Is(at, "summer") ? 6 : Words.IsAny(at, "autumn", "fall") ? 9 : Words.Is(at, "winter") ? 12 : 0;
        if (season == 0 || !TryYear(Words.Is(at + 1, "of") ? at + 2 : at + 1, out var year, out next))
        {
            return false;
        }

        var start = new DateOnly(year, season, 1);
        period = new Period(start, Period.Months(start, 3), TimeUnit.Quarter);
        return true;
    }

    // "the 4th of July", "the twenty-third of September 2020", "the 18th"
    private bool TryReadOrdinalDay(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "the") ? i + 1 : i;
        if (!TryDay(at, out var day, out var after))
        {
            return false;
        }

        if (Words.Is(after, "day"))
        {
            after++;
        }

        var of = Words.Is(after, "of") ? after + 1 : after;
        if (TryMonth(of, out var month, out var end))
        {
            if (TryYear(YearAt(end), out var value, out var behind))
            {
                next = behind;
                return Day(value, month, day, out period);
            }

            next = end;
            return InYear(month, day, i, out period);
        }

        // "on the 18th" says a day of the month only after "on" and with digits.
        if (Words.IsDigits(at) && after == at + 2 && Words.IsAny(i - 1, "on", "by", "until", "since") && !Words.IsLetters(after) && Today is { } today)
        {
            next = after;
            var future = TenseAt(i) == Tense.Future;
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

    // "2023-10-07", "10/7/2023", "7 October 2023", "7 October", "2023", "1980s", "3 days ago"
    private bool TryReadDigits(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (i > 0 && Words.IsSymbol(i - 1, '$'))
        {
            return false;
        }

        if (NumericDate.TryRead(this, i, out period, out next) || relative.TryRead(i, out period, out next) || TryReadOrdinalDay(i, out period, out next))
        {
            return true;
        }

        next = i;
        if (!TryYear(i, out var year, out var after) || (i > 0 && Words.Touches(i - 1) && !Words.IsDash(i - 1) && !Words.IsSymbol(i - 1, '(') && !Words.IsSymbol(i - 1, '/')))
        {
            return false;
        }

        if (Words.Touches(i) && Words.Is(i + 1, "s"))
        {
            next = i + 2;
            period = year % 100 == 0 ? new Period(new DateOnly(year, 1, 1), new DateOnly(Math.Min(9999, year + 100), 1, 1), TimeUnit.Century) : Period.Decade(year);
            return true;
        }

        // "2017-Q1", "2019 H2"
        var part = Words.IsDash(after) ? after + 1 : after;
        if (Words.IsAny(part, "q", "h") && Words.Touches(part) && Words.IsDigits(part + 1) && Words[part + 1].Length == 1 && Words.Of(part + 1)[0] - '0' is var number and >= 1 and <= 4)
        {
            next = part + 2;
            period = Words.Is(part, "q") ? Period.Quarter(year, number) : Half(year, number);
            return number <= 2 || Words.Is(part, "q");
        }

        if (!IsSurelyYear(i, year))
        {
            return false;
        }

        next = after;
        period = Period.Year(year);
        return true;
    }

    private static Period Half(int year, int number)
    {
        var start = new DateOnly(year, number == 2 ? 7 : 1, 1);
        return new Period(start, Period.Months(start, 6), TimeUnit.Quarter);
    }

    // Four bare digits are a year unless they count something or are glued to a sign.
    private bool IsSurelyYear(int i, int year)
    {
        if (year is < 1800 or > 2100 || Words.IsSymbol(i - 1, '$') || (Words.Touches(i) && (Words.IsLetters(i + 1) || Words.IsSymbol(i + 1, '%') || Words.IsSymbol(i + 1, '.') && Words.IsDigits(i + 2))))
        {
            return false;
        }

        if (Words.IsAny(i - 1, "some", "about", "nearly", "almost", "than", "roughly", "over", "exceeding", "to", "equal", "least", "most", "number"))
        {
            return (Words.Is(i - 1, "than") && Words.IsAny(i - 2, "later", "earlier")) || (Words.Is(i - 1, "to") && Words.IsAny(i - 2, "back", "dating", "dates")) || Words.Is(i - 1, "to") && (TryYear(i - 2, out _, out _) || TryMonth(i - 2, out _, out _));
        }

        return !UnitTable.IsMeasure(Words.Of(i + 1), out _) && !UnitTable.IsCurrency(Words.Of(i + 1), out _)
            && !Words.IsAny(i + 1, "people", "men", "women", "children", "civilians", "troops", "soldiers", "students", "jobs", "workers", "homes", "houses", "refugees", "prisoners", "votes", "others", "cases", "deaths", "families", "million", "billion", "thousand", "gmt", "hours");
    }

    private bool Days(int month, int dayA, int dayB, int first, int at, out Period low, out Period high, out int next)
    {
        next = at;
        if (TryYear(YearAt(at), out var year, out var behind))
        {
            next = behind;
            return Day(year, month, dayA, out low) & Day(year, month, dayB, out high);
        }

        return InYear(month, dayB, first, out high) & Day(high.Start.Year, month, dayA, out low);
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

    private bool IsSurelyMonth(int i)
    {
        if (!Words.IsCapitalised(i))
        {
            return Words.IsDigits(i + 1) && Words[i + 1].Length is 4 or 1 or 2 && Words.Touches(i + 1) is false && !Words.Is(i, "sec");
        }

        return Words.IsDigits(i + 1) || (Words.IsSymbol(i + 1, '.') && Words.IsDigits(i + 2)) || Words.IsSymbol(i + 1, '/') || Words.IsDash(i + 1) || (Words.IsSymbol(i + 1, ',') && Words.IsDigits(i + 2))
            || Words.IsAny(i - 1, "in", "of", "since", "until", "till", "last", "next", "this", "by", "from", "to", "through", "during", "early", "late", "mid", "and", "before", "after", "between", "on")
            || (Words.IsAny(i + 1, "to", "through", "till", "until") && TimeWords.IsMonth(Words.Of(i + 2), out _))
            || Words.IsDash(i - 1) || Words.IsDigits(i - 1) || Words.IsAny(i - 1, "st", "nd", "rd", "th")
            || (Words.Is(i + 1, "twenty") || Words.Is(i + 1, "thirty") || (NumberWords.IsOrdinal(Words.Of(i + 1), out _)));
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

    // Without grammar: the verbs before the time in its sentence say whether it is still to come.
    private Tense Guess(int i)
    {
        for (var w = Math.Min(i, Words.Count) - 1; w >= 0 && !Words.IsSymbol(w, '.'); w--)
        {
            if (Words.IsAny(w, "will", "shall", "ll", "due", "scheduled", "upcoming", "plans", "planned", "expected", "next", "set", "slated"))
            {
                return Tense.Future;
            }

            if (Words.IsAny(w, "said", "told", "was", "were", "had", "did", "announced", "reported", "has", "have"))
            {
                return Tense.Past;
            }
        }

        for (var w = i; w < Words.Count && !Words.IsSymbol(w, '.'); w++)
        {
            if (Words.IsAny(w, "will", "shall"))
            {
                return Tense.Future;
            }
        }

        return Tense.Past;
    }
}
