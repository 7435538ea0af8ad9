namespace Claims.Core.Extraction.Dates;

/// <summary>Periods that count from another day ("yesterday", "last November", "three weeks ago") and parts of periods ("late 2023").</summary>
internal sealed class RelativeDate
{
    private readonly DateReader reader;
    private readonly PointedDate pointed;
    private readonly TimeDistance distance;
    private readonly DayDistance days;
    private readonly PartOfPeriod part;
    private readonly NthOfPeriod nth;

    public RelativeDate(DateReader reader)
    {
        this.reader = reader;
        pointed = new PointedDate(reader);
        distance = new TimeDistance(reader);
        days = new DayDistance(reader);
        part = new PartOfPeriod(reader);
        nth = new NthOfPeriod(reader, part);
    }

    private WordList Words => reader.Words;

    public bool TryRead(int i, out Period period, out int next)
    {
        if (part.TryReadPart(i, out period, out next) || nth.TryRead(i, out period, out next) || part.TryReadNamed(i, out period, out next))
        {
            return true;
        }

        if (reader.Today is { } today
            && (TryReadDeictic(i, today, out period, out next) || pointed.TryRead(i, today, out period, out next) || distance.TryReadSpan(i, today, out period, out next)
                || distance.TryReadAnchored(i, out period, out next) || days.TryRead(i, today, out period, out next)))
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
        if (Words.IsAny(i, "today", "tonight") || (Words.Is(i, "now") && Words.IsAny(i - 1, "and", "between", "until", "till", "to")) || (Words.Is(i, "date") && Words.Is(i - 1, "till")))
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
        else if (Words.Is(i, "day") && ((Words.Is(i + 1, "before") && Words.Is(i + 2, "yesterday")) || (Words.Is(i + 1, "after") && Words.Is(i + 2, "tomorrow"))))
        {
            period = Period.Day(Period.Add(today, Words.Is(i + 2, "yesterday") ? -2 : 2));
            next = i + 3;
        }
        else if (Words.Is(i, "the") && Words.Is(i + 1, "weekend") && !Words.Is(i + 2, "of") && !(Words.IsAny(i + 2, "before", "after") && Words.IsAny(i + 3, "last", "next")) && !TimeWords.IsMonth(Words.Of(i + 2), out _))
        {
            period = pointed.Weekend(today, i);
            next = i + 2;
        }
        else
        {
            return false;
        }

        return true;
    }
}
