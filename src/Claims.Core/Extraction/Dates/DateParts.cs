using System.Globalization;
using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>The pieces that dates are written with: a year, a month's name, a day of the month.</summary>
internal static class DateParts
{
    /// <summary>A year in four digits at a word, or in words ("two thousand and five").</summary>
    public static bool TryYear(WordList words, int i, out int year, out int next)
    {
        year = 0;
        next = i + 1;
        if (words.IsDigits(i) && words[i].Length == 4 && !(words.IsSymbol(i + 1, ',') && words.Touches(i) && words.IsDigits(i + 2) && words[i + 2].Length == 3 && words.Touches(i + 1)))
        {
            year = int.Parse(words.Of(i), CultureInfo.InvariantCulture);
            return year is >= 1000 and <= 2999;
        }

        // "two thousand and five", "nineteen eighty-six"
        if (words.IsLetters(i) && NumberWords.IsUnit(words.Of(i), out var century) && century is 2 or 18 or 19 or 20)
        {
            if (century == 2)
            {
                next = i + 1;
                if (words.Is(i + 1, "thousand") && WordNumber.TryRead(words, i, out var whole, out var form, out next) && form == NumberForm.Words && whole is >= 2000 and < 2100)
                {
                    year = (int)whole;
                    return true;
                }

                return false;
            }

            if (WordNumber.TryRead(words, i + 1, out var rest, out var small, out next) && small == NumberForm.Words && rest is >= 10 and < 100)
            {
                year = (int)((century * 100) + rest);
                return true;
            }

            return false;
        }

        if ((words.IsSymbol(i, '\'') || words.IsSymbol(i, '\u2019')) && words.IsDigits(i + 1) && words[i + 1].Length == 2 && words.Touches(i))
        {
            var two = int.Parse(words.Of(i + 1), CultureInfo.InvariantCulture);
            year = two + (two < 50 ? 2000 : 1900);
            next = i + 2;
            return true;
        }

        return false;
    }

    /// <summary>A month's name; "may" and "march" only where they can be nothing else.</summary>
    public static bool TryMonth(WordList words, int i, out int month, out int next)
    {
        next = i + 1;
        if (!TimeWords.IsMonth(words.Of(i), out month))
        {
            return false;
        }

        if (words.IsAny(i, "may", "march", "mar", "sec", "dec", "jan") && !IsSurelyMonth(words, i))
        {
            return false;
        }

        if (words[i].Length <= 4 && words.IsSymbol(next, '.') && words.Touches(i) && !words.IsAny(i, "may", "june", "july"))
        {
            next++;
        }

        return true;
    }

    /// <summary>A day of the month: "7", "7th", "seventh", "twenty-third".</summary>
    public static bool TryDay(WordList words, int i, out int day, out int next)
    {
        day = 0;
        next = i + 1;
        if (words.IsDigits(i))
        {
            if (words[i].Length > 2)
            {
                return false;
            }

            day = int.Parse(words.Of(i), CultureInfo.InvariantCulture);
            if (words.Touches(i) && words.IsAny(i + 1, "st", "nd", "rd", "th"))
            {
                next++;
            }
            else if (words.Touches(i) && (words.IsLetters(i + 1) || words.IsSymbol(i + 1, '%')))
            {
                return false;
            }
        }
        else if (NumberWords.IsOrdinal(words.Of(i), out var ordinal) && ordinal <= 30)
        {
            day = (int)ordinal;
        }
        else if (NumberWords.IsTens(words.Of(i), out var tens) && tens <= 30)
        {
            var j = words.IsDash(i + 1) ? i + 2 : i + 1;
            if ((NumberWords.IsOrdinal(words.Of(j), out var ones) || NumberWords.IsUnit(words.Of(j), out ones)) && ones < 10)
            {
                day = (int)(tens + ones);
                next = j + 1;
            }
        }

        return day is >= 1 and <= 31;
    }

    private static bool IsSurelyMonth(WordList words, int i)
    {
        if (!words.IsCapitalised(i))
        {
            return (words.IsAny(i, "jan", "dec") && words.IsAny(i - 1, "in", "since", "until", "last", "next", "this", "by", "during")) || words.IsDigits(i + 1) && words[i + 1].Length is 4 or 1 or 2 && words.Touches(i + 1) is false && !words.Is(i, "sec");
        }

        return words.IsDigits(i + 1) || (words.IsSymbol(i + 1, '.') && words.IsDigits(i + 2)) || words.IsSymbol(i + 1, '/') || words.IsDash(i + 1) || (words.IsSymbol(i + 1, ',') && words.IsDigits(i + 2))
            || words.IsAny(i - 1, "in", "of", "since", "until", "till", "last", "next", "this", "by", "from", "to", "through", "during", "early", "late", "mid", "and", "before", "after", "between", "on")
            || (words.IsAny(i + 1, "to", "through", "till", "until") && TimeWords.IsMonth(words.Of(i + 2), out _))
            || words.IsDash(i - 1) || words.IsDigits(i - 1) || words.IsAny(i - 1, "st", "nd", "rd", "th")
            || (words.Is(i + 1, "twenty") || words.Is(i + 1, "thirty") || (NumberWords.IsOrdinal(words.Of(i + 1), out _)));
    }
}
