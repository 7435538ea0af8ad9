namespace Claims.Core.Extraction.Dates;

/// <summary>Days that have names: Christmas, New Year, Easter. Only those that news uses as dates the world over.</summary>
internal static class NamedDay
{
    public static bool TryRead(DateReader reader, int i, out Period period, out int next)
    {
        var words = reader.Words;
        period = default;
        next = i + 1;
        int month, day;
        if (words.Is(i, "christmas"))
        {
            (month, day) = (12, 25);
            if (words.Is(i + 1, "eve"))
            {
                (day, next) = (24, i + 2);
            }
            else if (words.Is(i + 1, "day"))
            {
                next = i + 2;
            }
        }
        else if (words.Is(i, "new") && words.Is(i + 1, "year") && NewYear(words, i, out var isEve, out next))
        {
            (month, day) = isEve ? (12, 31) : (1, 1);
        }
        else if (words.Is(i, "easter"))
        {
            return TryReadEaster(reader, i, out period, out next);
        }
        else
        {
            return false;
        }

        if (DateParts.TryYear(words, words.IsSymbol(next, ',') ? next + 1 : next, out var year, out var after))
        {
            next = after;
            period = Period.Day(new DateOnly(year, month, day));
            return true;
        }

        return reader.InYear(month, day, i, out period);
    }

    private static bool NewYear(WordList words, int i, out bool isEve, out int next)
    {
        next = i + 2;
        if ((words.IsSymbol(next, '\'') || words.IsSymbol(next, '\u2019')) && words.Is(next + 1, "s"))
        {
            next += 2;
        }
        else if (words.Is(next, "s"))
        {
            next++;
        }

        isEve = words.Is(next, "eve");
        next++;
        return isEve || words.Is(next - 1, "day");
    }

    private static bool TryReadEaster(DateReader reader, int i, out Period period, out int next)
    {
        var words = reader.Words;
        period = default;
        next = i + 1;
        var offset = 0;
        if (words.IsAny(next, "sunday", "monday"))
        {
            offset = words.Is(next, "monday") ? 1 : 0;
            next++;
        }

        if (DateParts.TryYear(words, next, out var year, out var after) && year > 1600)
        {
            next = after;
            period = Period.Day(Period.Add(Easter(year), offset));
            return true;
        }

        if (reader.Today is not { } today)
        {
            return false;
        }

        var future = reader.TenseAt(i) == Tense.Future;
        for (var step = -1; step <= 1; step++)
        {
            var candidate = Period.Add(Easter(Math.Clamp(today.Year + (future ? step : -step), 1601, 9000)), offset);
            if (future ? candidate >= today : candidate <= today)
            {
                period = Period.Day(candidate);
                return true;
            }
        }

        return false;
    }

    /// <summary>Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, 2nd ed., chapter 8).</summary>
    internal static DateOnly Easter(int year)
    {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var d = b / 4;
        var e = b % 4;
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var i = c / 4;
        var k = c % 4;
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
