namespace Claims.Core.Language;

/// <summary>
/// Figures that were parted by a space after their point or comma, as archives and scans of news write them ("6. 1-magnitude",
/// "$ 5. 2 million", "1, 200 people"). What follows must say that it is one figure: a sentence may end before a figure too.
/// </summary>
public static class SpacedFigure
{
    private const int LongestWord = 12;

    /// <summary>Whether the full stop at an offset is the decimal point of one figure, though a space follows it.</summary>
    public static bool IsDecimalPoint(string text, int stop)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Digits(text, stop, 1, 2, out var first, out var end) || text[stop] != '.')
        {
            return false;
        }

        var before = WordBefore(text, first);
        if (Months.Contains(before))
        {
            return false;
        }

        if (before.Equals("magnitude", StringComparison.OrdinalIgnoreCase) || Averages.Contains(before))
        {
            return true;
        }

        if (end >= text.Length)
        {
            return false;
        }

        if (text[end] == '%' || (text[end] == ' ' && end + 1 < text.Length && text[end + 1] == '%'))
        {
            return true;
        }

        var isGlued = char.IsLetter(text[end]);
        var word = WordAt(text, isGlued || text[end] is not ('-' or ' ') ? end : end + 1);
        return isGlued ? GluedUnits.Contains(word) : text[end] is '-' or ' ' && Units.Contains(word);
    }

    /// <summary>Whether the comma at an offset groups the thousands of one figure, though a space follows it.</summary>
    public static bool IsGroupComma(string text, int comma)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text[comma] != ',' || !Digits(text, comma, 3, 3, out var first, out var end) || text[first] == '0' || (first > 0 && text[first - 1] is '-' or '\u2013'))
        {
            return false;
        }

        // "12, 145 and 160", "1, 234, 567", "5, 200, 31": a list.
        if ((first > 2 && text[first - 1] == ' ' && text[first - 2] == ',' && char.IsAsciiDigit(text[first - 3]))
            || (end + 2 < text.Length && text[end] == ',' && text[end + 1] == ' ' && char.IsAsciiDigit(text[end + 2])))
        {
            return false;
        }

        var behind = WordAt(text, end + 1);
        if (end < text.Length && (behind is "and" or "or") && end + behind.Length + 2 < text.Length && char.IsAsciiDigit(text[end + behind.Length + 2]))
        {
            return false;
        }

        var before = WordBefore(text, first);
        return !Months.Contains(before) && (text.AsSpan(end - 3, 3) is "000" || !Openers.Contains(before));
    }

    // One to three digits, the mark, one space, and so many digits; nothing glued before them.
    private static bool Digits(string text, int mark, int fewest, int most, out int first, out int end)
    {
        first = mark;
        end = mark + 2;
        if (mark < 1 || end >= text.Length || text[mark + 1] != ' ')
        {
            return false;
        }

        while (first > 0 && mark - first < 4 && char.IsAsciiDigit(text[first - 1]))
        {
            first--;
        }

        while (end < text.Length && end - mark - 2 <= most && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var length = end - mark - 2;
        return mark - first is >= 1 and <= 3 && length >= fewest && length <= most && (first == 0 || !(char.IsLetter(text[first - 1]) || text[first - 1] is '.' or ',' or ':' or '/'));
    }

    private static ReadOnlySpan<char> WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= LongestWord && char.IsLetter(text[end]))
        {
            end++;
        }

        return end > start ? text.AsSpan(start, end - start) : default;
    }

    private static ReadOnlySpan<char> WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && at - end < 3 && text[end - 1] is ' ' or '-' or '.')
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start <= LongestWord && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text.AsSpan(start, end - start);
    }

    private static readonly WordSet Months = new(
        "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec");

    private static readonly WordSet Averages = new("averaged averaging averages average measuring measured");

    /// <summary>Words that no sentence begins with behind a figure; days, years and people are not among them, for "He is 34. 2 days later …".</summary>
    private static readonly WordSet Units = new(
        """
        million millions billion trillion thousand percent per pct percentage magnitude mile miles km kilometre kilometres kilometer kilometers metre metres
        meter meters feet foot ft inch inches cm mm tonne tonnes ton tons acre acres hectare hectares litre litres liter liters gallon gallons barrel barrels
        kg kilogram kilograms kilo kilos pound pounds degrees yards mph knots megawatts gigawatts bn mn tn
        """);

    private static readonly WordSet GluedUnits = new("m bn mn tn b k km kg ft cm mm mph pc pct");

    /// <summary>Words before a figure that a comma may part from the next ("at 34, 200 …", "by day 3, 150 …").</summary>
    private static readonly WordSet Openers = new("in at on by age aged day page week round no number chapter since until from after before under over the and to");
}
