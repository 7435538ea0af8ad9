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
        else if (Words.Is(i, "within") && !reader.IsSurelyPast(i))
        {
            // "within (the next) two weeks"; told of the past it is a duration.
            var from = Words.Is(i + 1, "the") ? i + 2 : i + 1;
            return TryCount(Words, TryDirection(from, out direction) ? from + 1 : from, out count, out unitAt) && direction >= 0
                && TryUnit(unitAt, out var within, out next) && within.Unit >= TimeUnit.Day && !Words.Is(next, "of")
                && Make(today, Period.Add(within.Move(today, count), 1), within.Unit, out period);
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

        if (!TryUnit(unitAt, out var step, out next))
        {
            return false;
        }

        var unit = step.Unit;
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

        // "the last three months and two weeks"
        var far = step.Move(today, direction * count);
        while ((Words.Is(next, "and") || Words.IsSymbol(next, ',')) && TryCount(Words, next + 1, out var more, out unitAt) && TryUnit(unitAt, out var smaller, out var behind)
            && smaller.Unit >= TimeUnit.Day && smaller.Unit < unit && !Words.IsAny(behind, "ago", "later", "earlier", "after", "before"))
        {
            far = smaller.Move(far, direction * more);
            next = behind;
        }

        return direction < 0 ? Make(far, today, unit, out period) : Make(Period.Add(today, 1), Period.Add(far, 1), unit, out period);
    }

    private static bool Make(DateOnly start, DateOnly end, TimeUnit unit, out Period period)
    {
        period = new Period(start, end, unit);
        return end > start;
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

    private bool TryDirection(int at, out int direction)
    {
        direction = Words.IsAny(at, "last", "past", "previous", "preceding") ? -1 : Words.IsAny(at, "next", "coming", "following") ? 1 : 0;
        return direction != 0;
    }

    // "weeks", "business days"; anything else is no unit.
    private bool TryUnit(int at, out TimeStep step, out int next) => TimeStep.TryRead(Words, at, out step, out next);

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
