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
        if (words.IsLetters(i + 2))
        {
            // "05-Aug-2016", "2020/Sep/23"
            if (!TimeWords.IsMonth(words.Of(i + 2), out var named) || !hasThird || !words.IsDigits(i + 4))
            {
                return false;
            }

            next = i + 5;
            return words[i].Length == 4
                ? Make(Int(words, i), named, Int(words, i + 4), out period)
                : Make(Year(words, i + 4), named, Int(words, i), out period);
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
