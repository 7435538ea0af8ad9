using System.Globalization;

namespace Claims.Core.Extraction.Dates;

/// <summary>Dates in figures: ISO 8601, with slashes, dots or dashes, and with a month's name between dashes.</summary>
internal static class NumericDate
{
    public static bool TryRead(DateReader reader, int i, out Period period, out int next)
    {
        var words = reader.Words;
        period = default;
        next = i;
        if (!words.IsDigits(i) || words[i].Length > 8)
        {
            return false;
        }

        // "20200701"
        if (words[i].Length == 8 && !words.Touches(i) is var _ && Parts(words.Of(i)[..4], words.Of(i).Slice(4, 2), words.Of(i).Slice(6, 2), out period) && period.Start.Year is >= 1900 and <= 2100)
        {
            next = i + 1;
            return true;
        }

        if (words[i].Length > 4 || i + 2 >= words.Count || words[i + 1].Kind != WordKind.Symbol || !words.Touches(i) || !words.Touches(i + 1))
        {
            return false;
        }

        var separator = words.Text[words[i + 1].Start];
        if (separator is not ('-' or '/' or '.' or '\u2011'))
        {
            return false;
        }

        var hasThird = i + 4 < words.Count && words.IsSymbol(i + 3, separator) && words.Touches(i + 2) && words.Touches(i + 3);
        if (hasThird && (words.IsLetters(i + 2) || words.IsLetters(i + 4)) && TryReadNamed(words, i, out period, out next))
        {
            return true;
        }

        if (!words.IsDigits(i + 2) || words[i + 2].Length > 4)
        {
            return false;
        }

        if (hasThird && words.IsDigits(i + 4) && words[i + 4].Length <= 4)
        {
            next = i + 5;
            if (words[i].Length == 4)
            {
                // "2023-10-07", "2020/23/9"
                return Make(Int(words, i), Int(words, i + 2), Int(words, i + 4), out period) || Make(Int(words, i), Int(words, i + 4), Int(words, i + 2), out period);
            }

            if (words[i + 4].Length is 4 or 2 && words[i].Length <= 2 && words[i + 2].Length <= 2 && (separator != '.' || words[i + 4].Length == 4))
            {
                // Month first as American outlets write; day first where that is no date.
                var year = Year(words, i + 4);
                return Make(year, Int(words, i), Int(words, i + 2), out period) || Make(year, Int(words, i + 2), Int(words, i), out period);
            }

            return false;
        }

        if (words[i].Length == 4 && separator is '-' or '/' && words[i + 2].Length <= 2 && Int(words, i + 2) is >= 1 and <= 12 && Int(words, i) is >= 1900 and <= 2100 && !words.IsDash(i + 3))
        {
            next = i + 3;
            period = Period.Month(Int(words, i), Int(words, i + 2));
            return true;
        }

        // "12-2015"
        if (separator is '-' or '/' && words[i].Length <= 2 && words[i + 2].Length == 4 && Int(words, i) is >= 1 and <= 12 && Int(words, i + 2) is >= 1900 and <= 2100 && !(i > 0 && words.Touches(i - 1)))
        {
            next = i + 3;
            period = Period.Month(Int(words, i + 2), Int(words, i));
            return true;
        }

        // "22/04", "11/20": only with two figures after a word of time, since scores and shares look alike.
        if (separator == '/' && words[i].Length <= 2 && words[i + 2].Length == 2 && !(words.Touches(i + 2) && words.IsLetters(i + 3)) && words.IsAny(i - 1, "on", "by", "from", "between", "until", "since", "to", "before", "after", "date"))
        {
            next = i + 3;
            var (a, b) = (Int(words, i), Int(words, i + 2));
            if (a is >= 1 and <= 12 && b is >= 1 and <= 31)
            {
                return reader.InYear(a, b, i, out period);
            }

            return b is >= 1 and <= 12 && a is >= 1 and <= 31 && reader.InYear(b, a, i, out period);
        }

        return false;
    }

    /// <summary>"05-Aug-2016", "2020/Sep/23", "September-2020-23": a month's name between or beside two figures, joined by one mark.</summary>
    public static bool TryReadNamed(WordList words, int i, out Period period, out int next)
    {
        period = default;
        next = i + 5;
        if (next > words.Count || words[i + 1].Kind != WordKind.Symbol || words.Text[words[i + 1].Start] is not ('-' or '/' or '.')
            || !words.IsSymbol(i + 3, words.Text[words[i + 1].Start]) || !words.Touches(i) || !words.Touches(i + 1) || !words.Touches(i + 2) || !words.Touches(i + 3))
        {
            return false;
        }

        int month = 0, at = -1;
        Span<int> figures = stackalloc int[2];
        var count = 0;
        for (var w = i; w < next; w += 2)
        {
            if (at < 0 && words.IsLetters(w) && TimeWords.IsMonth(words.Of(w), out month))
            {
                at = w;
            }
            else if (count < 2 && words.IsDigits(w) && words[w].Length is 1 or 2 or 4)
            {
                figures[count++] = w;
            }
            else
            {
                return false;
            }
        }

        // The year is the one in four digits, else the last.
        var year = words[figures[0]].Length == 4 ? figures[0] : figures[1];
        var day = year == figures[0] ? figures[1] : figures[0];
        return count == 2 && words[day].Length <= 2 && words[year].Length >= 2 && Make(Year(words, year), month, Int(words, day), out period);
    }

    /// <summary>"5/12", "7.6" beside a word that says it is a date ("Friday 7.6"): month first, else day first.</summary>
    public static bool TryReadMonthDay(DateReader reader, int i, out Period period, out int next)
    {
        var words = reader.Words;
        period = default;
        next = i + 3;
        var isDotted = words.IsSymbol(i + 1, '.');
        if (!words.IsDigits(i) || !words.IsDigits(i + 2) || words[i].Length > 2 || words[i + 2].Length > 2 || !(isDotted || words.IsSymbol(i + 1, '/'))
            || !words.Touches(i) || !words.Touches(i + 1) || (words.Touches(i + 2) && (words.IsLetters(next) || (words.IsSymbol(next, words.Text[words[i + 1].Start]) && words.IsDigits(next + 1)))))
        {
            return false;
        }

        var (a, b) = (Int(words, i), Int(words, i + 2));
        if (isDotted && (words.IsAny(next, "am", "pm", "a", "p") || (words[i + 2].Length == 2 && b % 15 == 0)))
        {
            // "Friday 7.30" is an hour.
            return false;
        }

        return a is >= 1 and <= 12 && b is >= 1 and <= 31 ? reader.InYear(a, b, i, out period) : b is >= 1 and <= 12 && a is >= 1 and <= 31 && reader.InYear(b, a, i, out period);
    }

    /// <summary>"10/1-11/7", "10/1 to 11/2/2017": a pair says what one of them would not, that these are days.</summary>
    public static bool TryReadPair(DateReader reader, int i, out Period low, out Period high, out int next)
    {
        var words = reader.Words;
        low = high = default;
        next = i;
        if (!IsMonthDay(words, i) || !(words.IsDash(i + 3) || words.IsAny(i + 3, "to", "through")) || !IsMonthDay(words, i + 4)
            || (IsPlainFraction(words, i) && IsPlainFraction(words, i + 4)))
        {
            return false;
        }

        next = i + 7;
        if (words.IsSymbol(next, '/') && words.Touches(next - 1) && words.Touches(next) && words.IsDigits(next + 1) && words[next + 1].Length is 2 or 4)
        {
            var year = Year(words, next + 1);
            next += 2;
            return Make(year, Int(words, i + 4), Int(words, i + 6), out high)
                && (Make(year, Int(words, i), Int(words, i + 2), out low) & low.Start <= high.Start || Make(year - 1, Int(words, i), Int(words, i + 2), out low));
        }

        if (!reader.InYear(Int(words, i), Int(words, i + 2), i, out low))
        {
            return false;
        }

        var end = low.Start.Year;
        return (Make(end, Int(words, i + 4), Int(words, i + 6), out high) && high.Start >= low.Start) || Make(end + 1, Int(words, i + 4), Int(words, i + 6), out high);
    }

    private static bool IsMonthDay(WordList words, int i) =>
        words.IsDigits(i) && words.IsSymbol(i + 1, '/') && words.IsDigits(i + 2) && words.Touches(i) && words.Touches(i + 1) && words[i].Length <= 2 && words[i + 2].Length <= 2
        && Int(words, i) is >= 1 and <= 12 && Int(words, i + 2) is >= 1 and <= 31;

    private static bool IsPlainFraction(WordList words, int i) => Int(words, i) < Int(words, i + 2) && Int(words, i + 2) is 2 or 3 or 4 or 8 or 16;

    private static bool Parts(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, out Period period) =>
        Make(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture), out period);

    private static bool Make(int year, int month, int day, out Period period)
    {
        var exists = year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        period = exists ? Period.Day(new DateOnly(year, month, day)) : default;
        return exists;
    }

    private static int Int(WordList words, int i) => int.Parse(words.Of(i), CultureInfo.InvariantCulture);

    private static int Year(WordList words, int i)
    {
        var value = Int(words, i);
        return words[i].Length == 2 ? value + (value < 40 ? 2000 : 1900) : value;
    }
}
