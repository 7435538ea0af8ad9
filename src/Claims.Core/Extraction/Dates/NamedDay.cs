namespace Claims.Core.Extraction.Dates;

/// <summary>Days that have names ("Christmas", "Good Friday", "Eid al-Fitr"), with their year and their weekend.</summary>
internal static class NamedDay
{
    // Lunar feasts come twice in some years and around the turn of others.
    private const int YearsAround = 2;

    /// <summary>The named day at a word, in the year that stands with it or that the tense asks for.</summary>
    /// <param name="reader">What it is read against.</param>
    /// <param name="i">The first word.</param>
    /// <param name="direction">-1: the last one before today; 1: the next one; 0: this year's; null: by the tense.</param>
    /// <param name="period">The days.</param>
    /// <param name="next">The word behind.</param>
    public static bool TryRead(DateReader reader, int i, int? direction, out Period period, out int next)
    {
        var words = reader.Words;
        period = default;
        var isWeekend = false;
        var at = i;
        if (words.Is(i, "weekend") && words.Is(i + 1, "of"))
        {
            isWeekend = true;
            at = words.Is(i + 2, "the") ? i + 3 : i + 2;
        }

        if (!FeastTable.TryRead(words, at, out var feast, out next))
        {
            return false;
        }

        var hasYear = DateParts.TryYear(words, words.IsSymbol(next, ',') || words.IsAny(next, "of", "in") ? next + 1 : next, out var year, out var after);
        next = hasYear ? after : next;
        if (!isWeekend && words.Is(next, "weekend"))
        {
            isWeekend = true;
            next++;
        }

        if (hasYear)
        {
            return In(feast, isWeekend, year, out period);
        }

        if (reader.Today is not { } today)
        {
            return false;
        }

        if (direction == 0)
        {
            return In(feast, isWeekend, today.Year, out period);
        }

        var future = direction == 1 || (direction is null && reader.TenseAt(i) == Tense.Future);
        for (var step = -1; step <= YearsAround; step++)
        {
            if (In(feast, isWeekend, today.Year + (future ? step : -step), out period) && (future ? period.End > today : period.Start <= today)
                && !(direction is not null && period.Start <= today && today < period.End))
            {
                return true;
            }
        }

        return false;
    }

    private static bool In(Feast feast, bool isWeekend, int year, out Period period) =>
        isWeekend ? feast.TryWeekendIn(year, out period) : feast.TryIn(year, out period);
}
