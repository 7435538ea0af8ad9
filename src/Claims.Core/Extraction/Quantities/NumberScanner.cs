using System.Globalization;
using Claims.Core.Articles;
using Claims.Core.Extraction.Dates;

namespace Claims.Core.Extraction.Quantities;

/// <summary>Finds numbers as English writes them: digits, words, mixtures, fractions, ratios, ranks and vague sizes. Linear in the text.</summary>
public static class NumberScanner
{
    // Longest digit run read as a figure; longer ones are identifiers and would overflow.
    private const int LongestDigits = 18;

    /// <summary>The numbers of a whole text in order.</summary>
    public static IReadOnlyList<NumberMatch> Scan(string text) => Scan(text, new TextSpan(0, text.Length));

    /// <summary>The numbers of one stretch of a text in order; spans are offsets in <paramref name="text"/>.</summary>
    public static IReadOnlyList<NumberMatch> Scan(string text, TextSpan span) => Scan(new WordList(text, span));

    internal static List<NumberMatch> Scan(WordList words)
    {
        var found = new List<NumberMatch>();
        var i = 0;
        while (i < words.Count)
        {
            if ((!words.IsLetters(i) || NumberWords.CanBegin(words.Of(i))) && TryRead(words, i, out var number, out var next))
            {
                found.Add(number);
                i = next;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private static bool TryRead(WordList words, int start, out NumberMatch number, out int next)
    {
        if (VagueNumber.TryRead(words, start, out number, out next))
        {
            return true;
        }

        if (!TryReadSigned(words, start, out var value, out var form, out next))
        {
            return false;
        }

        // "one in four", "7 out of 15", "2000 over 3"
        if (form is NumberForm.Digits or NumberForm.Words && TryReadRatio(words, value, next, out var denominator, out var after))
        {
            number = new NumberMatch(words.Range(start, after - 1), value / denominator, NumberForm.Ratio, value / denominator, value / denominator, value, denominator);
            next = after;
            return true;
        }

        number = new NumberMatch(words.Range(start, next - 1), value, form, value, value);
        return true;
    }

    private static bool TryReadSigned(WordList words, int start, out double value, out NumberForm form, out int next)
    {
        var i = start;
        var sign = 1;
        if (words.IsSymbol(start, '-') && words.Touches(start) && words.IsDigits(start + 1) && !(start > 0 && words.Touches(start - 1)))
        {
            sign = -1;
            i++;
        }
        else if (words.IsAny(start, "minus", "negative") && !words.IsDash(start + 1))
        {
            sign = -1;
            i++;
        }

        if (!TryReadUnsigned(words, i, out value, out form, out next))
        {
            return false;
        }

        value *= sign;
        return true;
    }

    private static bool TryReadUnsigned(WordList words, int start, out double value, out NumberForm form, out int next)
    {
        form = NumberForm.Words;
        if (words.IsDigits(start))
        {
            return DigitNumber.TryRead(words, start, out value, out form, out next);
        }

        if (DigitNumber.IsVulgarFraction(words, start, out value))
        {
            form = NumberForm.Fraction;
            next = start + 1;
            return true;
        }

        if (WordFraction.TryRead(words, start, out value, out next))
        {
            form = NumberForm.Fraction;
            return true;
        }

        return WordNumber.TryRead(words, start, out value, out form, out next);
    }

    private static bool TryReadRatio(WordList words, double numerator, int at, out double denominator, out int next)
    {
        denominator = 0;
        next = at;
        int i;
        var isOver = false;
        if (words.Is(at, "out") && words.Is(at + 1, "of"))
        {
            i = at + 2;
        }
        else if (words.Is(at, "in"))
        {
            i = at + 1;
        }
        else if (words.Is(at, "over"))
        {
            i = at + 1;
            isOver = true;
        }
        else
        {
            return false;
        }

        while (words.IsAny(i, "every", "the", "each", "a", "its", "all"))
        {
            i++;
        }

        if (!TryReadUnsigned(words, i, out denominator, out var form, out next) || form is not (NumberForm.Digits or NumberForm.Words) || denominator <= 0)
        {
            return false;
        }

        if (isOver)
        {
            // Only bare arithmetic is a fraction: "scored 10 over 3 games" is not.
            return !words.IsLetters(next);
        }

        if (numerator >= denominator)
        {
            return false;
        }

        // "two in 10 days" and "3 in 2014" tell a time; "20 in 30 villages" is a place, so "in" needs a round denominator that people use for shares.
        if (words.Is(at, "in"))
        {
            var isYear = words.IsDigits(i) && words[i].Length == 4;
            var isTime = TimeWords.IsUnit(words.Of(next)) || (words.IsDash(next) && TimeWords.IsUnit(words.Of(next + 1)));
            var isShare = denominator is <= 12 or 20 or 25 or 50 or 100 or 1000 or 10000 or 100000 or 1e6 || numerator == 1;
            return !isYear && !isTime && isShare && !words.IsDash(next);
        }

        return true;
    }

    internal static bool TryParseDigits(ReadOnlySpan<char> digits, out double value)
    {
        value = 0;
        return digits.Length <= LongestDigits && double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
