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
    public bool TryReadNthOf(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (Words[i].Length == 1 && Words.Is(i, "q") && Words.Touches(i) && Words.IsDigits(i + 1) && Words[i + 1].Length == 1)
        {
            var number = Words.Of(i + 1)[0] - '0';
            var of = Words.IsAny(i + 2, "of") || Words.IsSymbol(i + 2, ',') ? i + 3 : i + 2;
            if (number is >= 1 and <= 4 && DateParts.TryYear(Words, of, out var year, out next))
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

        if (Words.Is(at, "week") && Words.IsAny(at + 1, "of", "commencing", "beginning", "starting", "ending") && reader.TryRead(at + 2, out var day, out next) && day.Unit == TimeUnit.Day)
        {
            period = Period.Week(day.Start);
            return true;
        }

        return false;
    }
}
