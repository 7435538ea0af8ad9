using System.Globalization;
using Claims.Core.Language;

namespace Claims.Core.Extraction.Quantities;

/// <summary>Numbers that begin with a digit: grouped, decimal, with an exponent, a scale or a fraction behind them.</summary>
internal static class DigitNumber
{
    public static bool TryRead(WordList words, int start, out double value, out NumberForm form, out int next)
    {
        form = NumberForm.Digits;
        value = 0;
        next = start + 1;

        // Letters before or behind without a space make an identifier ("G42", "7th", "MH370"), except a scale or a unit.
        if (start > 0 && words.Touches(start - 1) && words.IsLetters(start - 1))
        {
            return false;
        }

        if (IsOrdinalSuffix(words, start, out value))
        {
            form = NumberForm.Ordinal;
            next = start + 2;
            return true;
        }

        var end = Grouped(words, start, out value);
        if (end < 0)
        {
            return false;
        }

        next = end;
        if (IsSlashFraction(words, start, end, value, out var slash, out var after))
        {
            value = slash;
            form = NumberForm.Fraction;
            next = after;
            return true;
        }

        // "2 1/4", "3½", "10 1/2 miles"
        if (value == Math.Floor(value) && value < 1000)
        {
            if (words.IsDigits(end) && !words.Touches(end - 1) && Grouped(words, end, out var numerator) is var stop && stop > 0
                && IsSlashFraction(words, end, stop, numerator, out var part, out var behind))
            {
                value += part;
                next = behind;
            }
            else if (IsVulgarFraction(words, end, out var vulgar))
            {
                value += vulgar;
                next = end + 1;
            }
        }

        next = Scaled(words, next, ref value);
        return true;
    }

    /// <summary>One of "½ ⅓ ¾ …".</summary>
    public static bool IsVulgarFraction(WordList words, int index, out double value)
    {
        value = 0;
        if ((uint)index >= (uint)words.Count || words[index].Kind != WordKind.Symbol)
        {
            return false;
        }

        var c = words.Text[words[index].Start];
        if (c is (>= '\u00bc' and <= '\u00be') or (>= '\u2150' and <= '\u215e'))
        {
            value = CharUnicodeInfo.GetNumericValue(c);
            return value > 0;
        }

        return false;
    }

    // The digits with their groups and decimals; returns the index behind, or -1 for what is no figure.
    private static int Grouped(WordList words, int start, out double value)
    {
        var text = words.Text;
        if (!NumberScanner.TryParseDigits(words[start].Of(text), out value))
        {
            return -1;
        }

        var i = start;
        if (words[start].Length <= 3)
        {
            // "1,234,567", Indian "12,34,567", and narrow spaces as in "1 234 567"
            while (i + 2 < words.Count && words.IsSymbol(i + 1, ',') && words.Touches(i) && words.IsDigits(i + 2) && (words.Touches(i + 1) || SpacedFigure.IsGroupComma(text, words[i + 1].Start))
                 && words[i + 2].Length is 3 or 2 && IsGroupEnd(words, i + 2))
            {
                value = (value * Math.Pow(10, words[i + 2].Length)) + double.Parse(words[i + 2].Of(text), CultureInfo.InvariantCulture);
                i += 2;
            }

            while (i + 1 < words.Count && words.IsDigits(i + 1) && words[i + 1].Length == 3 && words[i + 1].Start == words[i].End + 1
                && text[words[i].End] is '\u202f' or '\u2009' or '\u00a0')
            {
                value = (value * 1000) + double.Parse(words[i + 1].Of(text), CultureInfo.InvariantCulture);
                i++;
            }
        }

        if (words.IsSymbol(i + 1, '.') && words.Touches(i) && words.IsDigits(i + 2) && (words.Touches(i + 1) || SpacedFigure.IsDecimalPoint(text, words[i + 1].Start)) && words[i + 2].Length <= 15
            && !(words.IsSymbol(i + 3, '.') && words.Touches(i + 2) && words.IsDigits(i + 4) && words.Touches(i + 3)))
        {
            value += double.Parse(words[i + 2].Of(text), CultureInfo.InvariantCulture) / Math.Pow(10, words[i + 2].Length);
            i += 2;
        }

        // "1.3e6", "12e-1"
        if (words.Touches(i) && words.Is(i + 1, "e") && words.Touches(i + 1))
        {
            var negative = words.IsSymbol(i + 2, '-') && words.Touches(i + 2);
            var at = negative ? i + 3 : i + 2;
            if (words.IsDigits(at) && words[at].Length <= 2)
            {
                var exponent = int.Parse(words[at].Of(text), CultureInfo.InvariantCulture);
                value *= Math.Pow(10, negative ? -exponent : exponent);
                i = at;
            }
        }

        return i + 1;
    }

    // Two-digit groups stand only before a last group of three ("12,34,567"), so that "22,24,26" stays a list.
    private static bool IsGroupEnd(WordList words, int index)
    {
        while (words[index].Length == 2 && words.IsSymbol(index + 1, ',') && words.Touches(index) && words.Touches(index + 1) && words.IsDigits(index + 2))
        {
            index += 2;
        }

        return words[index].Length == 3;
    }

    private static int Scaled(WordList words, int at, ref double value)
    {
        var touching = words.Touches(at - 1);
        var letter = words.Of(at);
        if (touching && letter.Length is 1 or 2)
        {
            double scale = letter switch
            {
                "k" or "K" => 1e3,
                "m" or "M" when IsMoneyBefore(words, at) || UnitTable.IsCurrency(words.Of(at + 1), out _) => 1e6,
                "mm" or "MM" when IsMoneyBefore(words, at) => 1e6,
                "b" or "B" when IsMoneyBefore(words, at) => 1e9,
                "bn" or "Bn" => 1e9,
                "mn" => 1e6,
                "tn" => 1e12,
                "G" => 1e9,
                _ => 1,
            };
            if (scale > 1)
            {
                value = (double)((decimal)Math.Min(value, 1e12) * (decimal)scale);
                return at + 1;
            }
        }

        return WordNumber.Continue(words, at, ref value);
    }

    // "$3m" is three million, "3m" three metres.
    private static bool IsMoneyBefore(WordList words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 6; i--)
        {
            if (words[i].Kind == WordKind.Symbol && UnitTable.IsCurrencySymbol(words.Text[words[i].Start]))
            {
                return true;
            }
        }

        return false;
    }

    // "3/4"; "9/11", "24/7" and dates are no fractions, so only denominators that people use.
    private static bool IsSlashFraction(WordList words, int start, int end, double numerator, out double value, out int next)
    {
        value = 0;
        next = end;
        if (end != start + 1 || !words.IsSymbol(end, '/') || !words.Touches(start) || !words.Touches(end) || !words.IsDigits(end + 1)
            || (words.IsSymbol(end + 2, '/') && words.Touches(end + 1)))
        {
            return false;
        }

        if (!NumberScanner.TryParseDigits(words.Of(end + 1), out var denominator) || denominator is not ((>= 2 and <= 6) or 8 or 10 or 16 or 20 or 32 or 100)
            || numerator >= denominator || numerator == 0)
        {
            return false;
        }

        value = numerator / denominator;
        next = end + 2;
        return true;
    }

    private static bool IsOrdinalSuffix(WordList words, int start, out double value)
    {
        value = 0;
        return words.Touches(start) && words.Of(start + 1) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH"
            && NumberScanner.TryParseDigits(words.Of(start), out value);
    }
}
