namespace Claims.Core.Extraction.Dates;

/// <summary>Reads one date or period at a word, and knows what it is read against: today, the day named last, the tense.</summary>
internal sealed class DateReader
{
    private readonly Func<int, Tense>? tenseAt;
    private readonly RelativeDate relative;
    private readonly CalendarDate calendar;
    private readonly WeekdayDate weekday;
    private readonly YearDate year;

    // "the end of the first week of January" nests three deep; deeper nesting is noise that must not eat the stack.
    private const int DeepestNesting = 4;
    private int depth;

    // Ranges and single dates are tried one after the other at every word of a text, and most words begin neither.
    private int noDateAt = -1;

    public DateReader(WordList words, DateOnly? today, DateOnly? anchor, Func<int, Tense>? tenseAt)
    {
        Words = words;
        Today = today;
        Anchor = anchor;
        this.tenseAt = tenseAt;
        relative = new RelativeDate(this);
        calendar = new CalendarDate(this);
        weekday = new WeekdayDate(this);
        year = new YearDate(this);
    }

    public WordList Words { get; }

    public DateOnly? Today { get; }

    public DateOnly? Anchor { get; }

    /// <summary>The date or period that begins at word <paramref name="i"/>.</summary>
    public bool TryRead(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if ((uint)i >= (uint)Words.Count || Words[i].Kind == WordKind.Symbol || depth >= DeepestNesting || (depth == 0 && i == noDateAt)
            || !FirstWords.CanBeginPeriod(Words, i))
        {
            return false;
        }

        depth++;
        var found = Words.IsDigits(i) ? TryReadDigits(i, out period, out next) : TryReadLetters(i, out period, out next);
        depth--;
        noDateAt = depth == 0 && !found ? i : noDateAt;
        return found;
    }

    /// <summary>Two days of one month: "March 6-19", "6 to 19 March 2031", "between the fifth and the eighth of March".</summary>
    public bool TryReadDays(int i, bool isBetween, out Period low, out Period high, out int next) =>
        calendar.TryReadDays(i, isBetween, out low, out high, out next);

    /// <summary>A day and month without a year beside its weekday: the year nearest to today in which they agree.</summary>
    public Period Agreeing(Period date, int dayOfWeek) => weekday.Agreeing(date, dayOfWeek);

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

    private bool TryReadLetters(int i, out Period period, out int next)
    {
        if (relative.TryRead(i, out period, out next) || year.TryReadSpelt(i, out period, out next) || year.TryReadFiscal(i, out period, out next) || year.TryReadNamedDecade(i, out period, out next)
            || (TimeWords.IsMonth(Words.Of(i), out _) && NumericDate.TryReadNamed(Words, i, out period, out next)) || calendar.TryReadMonth(i, out period, out next)
            || weekday.TryRead(i, out period, out next) || NamedDay.TryRead(this, i, null, out period, out next) || year.TryReadSeason(i, out period, out next)
            || calendar.TryReadOrdinalDay(i, out period, out next))
        {
            return true;
        }

        next = i;
        return false;
    }

    private bool TryReadDigits(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (i > 0 && (Words.IsSymbol(i - 1, '$') || IsDecimalPart(i)))
        {
            return false;
        }

        return NumericDate.TryRead(this, i, out period, out next) || relative.TryRead(i, out period, out next)
            || calendar.TryReadOrdinalDay(i, out period, out next) || year.TryRead(i, out period, out next);
    }

    // "6,107.31 August": the 31 is no day.
    private bool IsDecimalPart(int i) =>
        i > 1 && Words.Touches(i - 1) && Words.Touches(i - 2) && Words.IsDigits(i - 2) && (Words.IsSymbol(i - 1, '.') || Words.IsSymbol(i - 1, ','));

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
