using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>Parts of a longer period: "late 2023", "the first week of January", "Q1 2017", "the week of April 10".</summary>
internal sealed class PartOfPeriod(DateReader reader)
{
    private WordList Words => reader.Words;

    // "early October", "late 2023", "mid-January", "the end of March", "earlier this year"
    public bool TryReadPart(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        int part;
        int at;
        if (Words.IsAny(i, "eoy", "eom") && reader.Today is { } day)
        {
            next = i + 1;
            period = Part(Period.Of(Words.Is(i, "eoy") ? TimeUnit.Year : TimeUnit.Month, day), 2);
            return true;
        }

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

        if (!TryReadWhole(at, out var whole, out next))
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

        period = Part(whole, part);
        return true;
    }

    /// <summary>
    /// The early (0), middle (1) or late (2) part of a period: the thirds of a year and what is longer ("late 2023" begins in
    /// September); of a month and a week the halves, and the middle across both ("mid-May" may be the 12th, and so may "early May").
    /// </summary>
    public static Period Part(Period whole, int part)
    {
        var start = whole.Start;
        if (whole.Unit is TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century)
        {
            var months = ((whole.End.Year - start.Year) * 12) + whole.End.Month - start.Month;
            return part switch
            {
                0 => whole with { End = Period.Months(start, months / 3) },
                1 => whole with { Start = Period.Months(start, months / 3), End = Period.Months(start, months * 2 / 3) },
                _ => whole with { Start = Period.Months(start, months * 2 / 3) },
            };
        }

        var days = whole.End.DayNumber - start.DayNumber;
        var half = whole.Unit == TimeUnit.Month ? 15 : (days + 1) / 2;
        return part switch
        {
            0 => whole with { End = Period.Add(start, half) },
            1 when whole.Unit == TimeUnit.Month => whole with { Start = Period.Add(start, 9), End = Period.Add(start, 20) },
            1 => whole with { Start = Period.Add(start, days / 4), End = Period.Add(start, days - (days / 4)) },
            _ => whole with { Start = Period.Add(start, half) },
        };
    }

    /// <summary>The period that a part is of: a date, or "the year", "the month" that is being told of.</summary>
    public bool TryReadWhole(int at, out Period whole, out int next)
    {
        if (reader.TryRead(at, out whole, out next))
        {
            return true;
        }

        var isThe = Words.Is(at, "the");
        if (isThe && reader.TryRead(at + 1, out whole, out next))
        {
            return true;
        }

        // "by the end of the year": of the year named last where that lies behind, else of this one.
        var unitAt = isThe ? at + 1 : at;
        if (isThe && TimeWords.IsUnit(Words.Of(unitAt), out var unit) && unit > TimeUnit.Day && !TimeDistance.IsPlural(Words, unitAt)
            && (reader.TenseAt(at) == Tense.Past ? reader.Anchor ?? reader.Today : reader.Today) is { } day)
        {
            whole = Period.Of(unit, day);
            next = unitAt + 1;
            return !Words.IsAny(next, "of", "when", "that");
        }

        return false;
    }

    // "the week of April 10", "the week commencing 4 February", "the year 2008"
    public bool TryReadNamed(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "the") ? i + 1 : i;
        if (Words.Is(at, "year") && DateParts.TryYear(Words, at + 1, out var year, out next))
        {
            period = Period.Year(year);
            return true;
        }

        // "week 31 of 2018", "calendar week 5": ISO 8601 numbers weeks; elsewhere a bare "week 5" is of a season or a trial.
        var week = Words.Is(at, "calendar") ? at + 1 : at;
        if (Words.Is(week, "week") && Words.IsDigits(week + 1) && Words[week + 1].Length <= 2 && NumberScanner.TryParseDigits(Words.Of(week + 1), out var number) && number is >= 1 and <= 53)
        {
            var of = Words.IsAny(week + 2, "of", "in") || Words.IsSymbol(week + 2, ',') ? week + 3 : week + 2;
            var hasYear = DateParts.TryYear(Words, of, out year, out next);
            next = hasYear ? next : week + 2;
            if (!hasYear && (reader.Today is null || week == i || Words.IsLetters(next) || Words.IsCapitalised(week)))
            {
                return false;
            }

            period = Period.IsoWeek(hasYear ? year : reader.Today!.Value.Year, (int)number);
            return true;
        }

        // "the rest of the month"
        if (at > i && Words.IsAny(at, "rest", "remainder") && Words.Is(at + 1, "of") && reader.Today is { } today && TryReadWhole(at + 2, out var rest, out next) && rest.Unit > TimeUnit.Day)
        {
            // Told of the past it runs from the day named last, not from the day of publication; without one it says too little.
            var isPast = reader.TenseAt(i) == Tense.Past;
            if (isPast && reader.Anchor is null)
            {
                return false;
            }

            var from = isPast ? reader.Anchor!.Value : today;
            period = rest.Start <= from && from < rest.End ? rest with { Start = from } : rest;
            return true;
        }

        if (Words.Is(at, "week") && Words.IsAny(at + 1, "of", "commencing", "beginning", "starting", "ending") && reader.TryRead(at + 2, out var day, out next) && day.Unit == TimeUnit.Day)
        {
            period = Period.Week(day.Start);
            return true;
        }

        return false;
    }
}
