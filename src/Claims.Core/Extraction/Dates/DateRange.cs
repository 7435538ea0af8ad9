namespace Claims.Core.Extraction.Dates;

/// <summary>Ranges of dates: "between October and February", "since October 7, 2023", "June 13–24", and single dates as ranges of a day.</summary>
internal static class DateRange
{
    public static bool TryRead(DateReader reader, WordList words, int i, out DateTimeOffset start, out DateTimeOffset end, out int first, out int next)
    {
        start = DateTimeOffset.MinValue;
        end = DateTimeOffset.MaxValue;
        first = i;
        next = i;
        if (words[i].Kind == WordKind.Symbol || !FirstWords.CanBeginRange(words, i))
        {
            return false;
        }

        var from = i;
        if (words.IsAny(i, "between", "from"))
        {
            from++;
            if (words.Is(from, "the") && !reader.TryRead(from, out _, out _))
            {
                from++;
            }

            if (TryReadPair(reader, words, from, words.Is(i, "between"), out var low, out var high, out next))
            {
                return Closed(low, high, out start, out end);
            }

            if (words.Is(i, "from") && reader.TryRead(from, out var only, out next) && words.IsAny(next, "on", "onward", "onwards"))
            {
                next++;
                start = Time(only.Start);
                return true;
            }

            return false;
        }

        var opens = words.IsAny(i, "since", "until", "till", "before", "after", "starting", "beginning") || (words.Is(i, "later") && words.Is(i + 1, "than"))
            || (words.IsAny(i, "prior", "up") && words.Is(i + 1, "to"))
            || (words.Is(i, "following") && !words.IsAny(i - 1, "the", "on") && !words.IsAny(i + 1, "easter", "day", "week", "month", "year") && !TimeWords.IsWeekday(words.Of(i + 1), out _));
        if (opens)
        {
            return TryReadOpen(reader, words, i, ref start, ref end, out next);
        }

        if (words.Is(i, "as") && words.IsAny(i + 1, "early", "late") && words.Is(i + 2, "as") && reader.TryRead(i + 3, out var bound, out next))
        {
            return words.Is(i + 1, "early") ? Open(bound.Start, out start) : Before(bound.End, out end);
        }

        // "on or after 4 May", "no later than Friday"
        var isBound = words.Is(i, "on") && words.Is(i + 1, "or") && words.IsAny(i + 2, "before", "after");
        if ((isBound || (words.Is(i, "no") && words.IsAny(i + 1, "later", "earlier") && words.Is(i + 2, "than"))) && reader.TryRead(i + 3, out var limit, out next))
        {
            return words.Is(i + 2, "after") || words.Is(i + 1, "earlier") ? Open(limit.Start, out start) : Before(limit.End, out end);
        }

        if (TryReadPair(reader, words, i, false, out var a, out var b, out next))
        {
            return Closed(a, b, out start, out end);
        }

        if (reader.TryRead(i, out var period, out next))
        {
            if (words.Is(next, "or") && words.IsAny(next + 1, "later", "after"))
            {
                next += 2;
                return Open(period.Start, out start);
            }

            return Closed(period, period, out start, out end);
        }

        return false;
    }

    private static bool TryReadOpen(DateReader reader, WordList words, int i, ref DateTimeOffset start, ref DateTimeOffset end, out int next)
    {
        var at = i + 1;
        if (words.IsAny(i, "later", "prior", "up"))
        {
            at++;
        }

        if (words.IsAny(i, "starting", "beginning") && words.IsAny(at, "on", "in", "from"))
        {
            at++;
        }

        if (words.IsAny(at, "in", "on"))
        {
            at++;
        }

        var isArticle = words.Is(at, "the");
        if (!reader.TryRead(at, out var bound, out next) && !(isArticle && reader.TryRead(at + 1, out bound, out next)))
        {
            next = i;
            return false;
        }

        // "after Sunday's raid", "before the October 7 attack": the event lies on the day, the clause only near it. "Since" keeps its start.
        var isModifier = words.IsSymbol(next, '\'') || words.IsSymbol(next, '\u2019') || (isArticle && words.IsLetters(next) && !words.IsAny(next, "and", "in", "on", "when", "that", "it", "he", "they", "the"));
        if (words.IsAny(i, "since", "starting", "beginning"))
        {
            start = Time(bound.Start);
            return true;
        }

        if (isModifier)
        {
            next = i;
            return false;
        }

        if (words.IsAny(i, "until", "till", "up"))
        {
            end = Time(bound.Unit == TimeUnit.Day || IsEnd(words, at) ? bound.End : bound.Start);
            return true;
        }

        if (words.IsAny(i, "before", "prior"))
        {
            // "before the end of December" may still be in December.
            end = Time(IsEnd(words, at) ? bound.End : bound.Start);
            return true;
        }

        start = Time(bound.End);
        return true;
    }

    // "May to September", "June 13-24", "13 to 24 June", "2014-2018", "18 and 19 June"
    private static bool TryReadPair(DateReader reader, WordList words, int i, bool isBetween, out Period low, out Period high, out int next)
    {
        high = default;
        if (reader.TryReadDays(i, isBetween, out low, out high, out next) || NumericDate.TryReadPair(reader, i, out low, out high, out next))
        {
            return true;
        }

        if (!reader.TryRead(i, out low, out var middle))
        {
            next = i;
            return false;
        }

        var isJoined = words.IsAny(middle, "to", "through", "till", "until", "thru") || (isBetween && words.Is(middle, "and")) || words.IsDash(middle)
            || (words.Is(middle, "up") && words.Is(middle + 1, "to"));
        if (!isJoined)
        {
            return false;
        }

        middle += words.Is(middle, "up") ? 2 : 1;
        if (words.Is(middle, "the") && !reader.TryRead(middle, out _, out _))
        {
            middle++;
        }

        if (!reader.TryRead(middle, out high, out next) || low.Unit < TimeUnit.Day)
        {
            return false;
        }

        // "from March to May of 2031"
        if (words.IsAny(next, "in", "of") && words.IsDigits(next + 1) && reader.HasNoYear(middle) && high.Unit is TimeUnit.Month or TimeUnit.Day && DateParts.TryYear(words, next + 1, out var year, out var afterYear))
        {
            next = afterYear;
            high = InYear(high, year);
            low = Before(low, high);
            return high.End > low.Start;
        }

        // "from May to October 2020", "Nov–Feb 2017": the first takes the year that puts it before the second.
        if (reader.HasNoYear(i) && low.Unit is TimeUnit.Month or TimeUnit.Day)
        {
            if (!reader.HasNoYear(middle))
            {
                low = Before(low, high);
            }
            else if (reader.TenseAt(i) == Tense.Future)
            {
                // "from May to September", said in July: what is to come is the end.
                low = Before(low, high);
            }
            else if (high.Start < low.Start)
            {
                high = After(high, low);
            }

        }

        return high.End > low.Start;
    }

    private static Period Before(Period low, Period high)
    {
        var year = high.Start.Year;
        var moved = InYear(low, year);
        return moved.Start > high.Start ? InYear(low, year - 1) : moved;
    }

    private static Period After(Period high, Period low)
    {
        var moved = InYear(high, low.Start.Year);
        return moved.Start < low.Start ? InYear(high, low.Start.Year + 1) : moved;
    }

    private static Period InYear(Period period, int year)
    {
        year = Math.Clamp(year, 2, 9998);
        return period.Unit == TimeUnit.Month
            ? Period.Month(year, period.Start.Month)
            : Period.Day(new DateOnly(year, period.Start.Month, Math.Min(period.Start.Day, DateTime.DaysInMonth(year, period.Start.Month))));
    }

    private static bool Closed(Period low, Period high, out DateTimeOffset start, out DateTimeOffset end)
    {
        start = Time(low.Start);
        end = Time(high.End);
        return end > start;
    }

    private static bool Open(DateOnly from, out DateTimeOffset start)
    {
        start = Time(from);
        return true;
    }

    private static bool Before(DateOnly until, out DateTimeOffset end)
    {
        end = Time(until);
        return true;
    }

    private static bool IsEnd(WordList words, int at) => words.IsAny(words.Is(at, "the") ? at + 1 : at, "end", "close");

    private static DateTimeOffset Time(DateOnly day) => day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
