using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>Times that lie or last so many units from another day: "the past two years", "three weeks ago", "two days after 12 January", "the following day".</summary>
internal sealed class TimeDistance(DateReader reader)
{
    private WordList Words => reader.Words;

    // "the past two years", "the last 48 hours", "the next three days"
    public bool TryReadSpan(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "the") ? i + 1 : i;
        int direction;
        double count;
        int unitAt;
        if (Words.IsDigits(at) && Words.IsAny(at + 1, "last", "past", "next", "coming") && TimeWords.IsUnit(Words.Of(at + 2)) && IsPlural(Words, at + 2) && NumberScanner.TryParseDigits(Words.Of(at), out count))
        {
            // "the 3 next weeks"
            direction = Words.IsAny(at + 1, "last", "past") ? -1 : 1;
            unitAt = at + 2;
        }
        else if (!TryDirection(at, out direction))
        {
            return false;
        }
        else if (Words.Is(at, "past") && TimeWords.IsUnit(Words.Of(at + 1)) && !IsPlural(Words, at + 1))
        {
            (count, unitAt) = (1, at + 1);
        }
        else if (!TryCount(Words, at + 1, out count, out unitAt))
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

    // "the following day", "the day before", "the same week", "three days later": from the day named last.
    public bool TryReadAnchored(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (reader.Anchor is not { } anchor)
        {
            return false;
        }

        var at = Words.Is(i, "the") ? i + 1 : i;
        var step = Words.IsAny(at, "following", "next") ? 1 : Words.Is(at, "previous") ? -1 : Words.Is(at, "same") ? 0 : 2;
        if (step != 2 && (at > i || step == 0) && TimeWords.IsUnit(Words.Of(at + 1), out var unit) && unit >= TimeUnit.Day && !IsPlural(Words, at + 1))
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

        if (TryCount(Words, i, out var count, out var unitAt) && TimeWords.IsUnit(Words.Of(unitAt), out unit) && unit >= TimeUnit.Day && Words.IsAny(unitAt + 1, "later", "earlier") && !Words.IsAny(unitAt + 2, "than"))
        {
            next = unitAt + 2;
            period = Period.Day(Period.Shift(anchor, unit, Words.Is(unitAt + 1, "later") ? count : -count));
            return true;
        }

        return false;
    }

    // "three weeks ago", "in two days", "2 days after January 12", "3 days from Tuesday"
    public bool TryReadDistance(int i, DateOnly today, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "in") ? i + 1 : i;
        if (!TryCount(Words, at, out var count, out var unitAt) || !TimeWords.IsUnit(Words.Of(unitAt), out var unit) || unit < TimeUnit.Day)
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

    private bool TryDirection(int at, out int direction)
    {
        direction = Words.IsAny(at, "last", "past", "previous") ? -1 : Words.IsAny(at, "next", "coming", "following") ? 1 : 0;
        return direction != 0;
    }

    // A count before a unit: "3", "three", "a", "an", "a couple of"; never vague, which no interval can hold.
    public static bool TryCount(WordList words, int i, out double count, out int next)
    {
        count = 1;
        next = i + 1;
        if ((words.IsAny(i, "a", "an") && TimeWords.IsUnit(words.Of(i + 1))) || words.Is(i, "one"))
        {
            return true;
        }

        if (words.IsDigits(i))
        {
            return words[i].Length <= 4 && NumberScanner.TryParseDigits(words.Of(i), out count);
        }

        return words.IsLetters(i) && WordNumber.TryRead(words, i, out count, out var form, out next) && form == NumberForm.Words && count is > 0 and < 10000;
    }

    public static bool IsPlural(WordList words, int i) => words.Of(i) is { Length: > 1 } word && word[^1] is 's' or 'S';
}
