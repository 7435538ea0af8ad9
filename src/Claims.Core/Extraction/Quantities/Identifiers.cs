using Claims.Core.Extraction.Dates;

namespace Claims.Core.Extraction.Quantities;

/// <summary>Numbers that name instead of counting: "Tower 22", "Article 5", "329-seat", years, clock times, scores, telephone numbers.</summary>
internal static class Identifiers
{
    // Nouns that a number behind them names. Chosen from the closed set of designators that style guides list.
    private static readonly HashSet<string> Designators = new(StringComparer.OrdinalIgnoreCase)
    {
        "article", "flight", "figure", "fig", "part", "chapter", "no", "nos", "number", "room", "section", "page", "pages", "version", "phase",
        "route", "highway", "channel", "unit", "tower", "gate", "platform", "line", "block", "resolution", "class", "type", "model", "apollo",
        "table", "appendix", "paragraph", "clause", "schedule", "district", "zone", "sector", "brigade", "division", "regiment", "battalion",
        "squad", "runway", "terminal", "pier", "camp", "formula", "exhibit", "title", "act", "rule", "protocol", "day", "week", "round", "stage",
        "episode", "season", "volume", "grade", "level", "exercise", "interstate", "ward", "street", "road", "avenue", "studio", "hangar", "shaft", "reactor", "pit", "well", "lot",
    };

    public static bool IsIdentifier(WordList words, NumberMatch number)
    {
        var first = words.IndexAt(number.Span.Start);
        var last = words.IndexAt(number.Span.End) - 1;
        if (number.Form == NumberForm.Digits)
        {
            return IsNamed(words, first, last) || IsYear(words, first, last) || IsCompound(words, first, last) || IsClock(words, first, last)
                || IsScore(words, first, last) || IsPartOfCode(words, first, last) || IsAddress(words, first, last);
        }

        if (number.Form == NumberForm.Words)
        {
            return IsCompound(words, first, last) || (words.Is(last + 1, "o") && words.Is(last + 3, "clock")) || (words.IsLetters(first - 1) && words.IsCapitalised(first) && Designators.Contains(words.Of(first - 1).ToString()) && !words.IsLetters(last + 1));
        }

        return false;
    }

    // "Tower 22", "Article 5", "No. 7", "Boeing 737": a designator or a name directly before.
    private static bool IsNamed(WordList words, int first, int last)
    {
        var before = first - 1;
        if (words.IsSymbol(before, '#'))
        {
            return true;
        }

        if (words.IsSymbol(before, '.') && words.IsAny(before - 1, "no", "nos", "nr", "fig", "sec", "art"))
        {
            return true;
        }

        if (!words.IsLetters(before))
        {
            return false;
        }

        if (Designators.Contains(words.Of(before).ToString()) && !words.IsAny(before, "day", "week", "number", "line", "act", "well", "class", "lot", "round", "stage", "level", "street", "road"))
        {
            return first == last;
        }

        if (words.IsAny(before, "day", "week", "round", "stage", "level", "line", "act", "class"))
        {
            // "Day 12", not "a day 12 people died": the number ends the phrase.
            return first == last && words.IsCapitalised(before) && !words.IsLetters(last + 1);
        }

        // A name that the number continues ("Boeing 737", "Channel 4"): what follows is no noun that it could count.
        return first == last && words.IsCapitalised(before) && before > 0 && words.Touches(before) is false && !TimeWords.IsMonth(words.Of(before), out _)
            && words[first].Length <= 4 && !StartsSentence(words, before) && !IsGapped(words, before) && !words.IsLetters(last + 1) && !words.IsSymbol(last + 1, '%') && !words.IsSymbol(last + 1, ',')
            && !UnitTable.IsCurrency(words.Of(before), out _);
    }

    // "won 27 seats and Harbour 18": a second subject with its figure, no name that ends in one.
    private static bool IsGapped(WordList words, int before)
    {
        var i = before;
        while (i > 0 && words.IsCapitalised(i))
        {
            i--;
        }

        if (!words.Is(i, "and") && !words.IsSymbol(i, ','))
        {
            return false;
        }

        for (var j = i - 1; j >= 0 && j >= i - 8 && !words.IsSymbol(j, '.'); j--)
        {
            if (words.IsDigits(j) && words.IsLetters(j + 1) && !words.IsCapitalised(j + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsSentence(WordList words, int at) =>
        at == 0 || words.IsSymbol(at - 1, '.') || words.IsSymbol(at - 1, '"') || words.IsSymbol(at - 1, '\u201c') || words.IsSymbol(at - 1, ':');

    // Four bare digits of this or the last century, unless hedged, sized by money, or followed by people or a unit.
    private static bool IsYear(WordList words, int first, int last)
    {
        if (first != last || words[first].Length != 4 || !NumberScanner.TryParseDigits(words.Of(first), out var year) || year is < 1800 or > 2100)
        {
            return false;
        }

        if (words.IsSymbol(first - 1, '$') || words.IsSymbol(last + 1, '%') || UnitTable.IsMeasure(words.Of(last + 1), out _) || UnitTable.IsCurrency(words.Of(last + 1), out _))
        {
            return false;
        }

        if (words.IsAny(last + 1, "people", "men", "women", "children", "civilians", "troops", "soldiers", "students", "jobs", "workers", "homes", "houses", "refugees", "prisoners", "votes", "others", "cases", "deaths", "families"))
        {
            return false;
        }

        return HedgePhrases.FindBefore(words, first, out _) is HedgeSense.None or HedgeSense.About && !words.IsAny(first - 1, "some", "about", "nearly", "roughly", "almost");
    }

    // "a 329-seat parliament", "a four-member panel": a size that describes, not a count in the story. Units stay ("12-day war").
    private static bool IsCompound(WordList words, int first, int last)
    {
        if (!words.IsDash(last + 1) || !words.Touches(last) || !words.Touches(last + 1) || !words.IsLetters(last + 2))
        {
            return false;
        }

        var unit = words.Of(last + 2);
        return !UnitTable.IsMeasure(unit, out _) && !UnitTable.IsCurrency(unit, out _) && !words.IsAny(last + 2, "percent", "per", "plus", "odd", "year", "magnitude", "and", "some");
    }

    private static bool IsClock(WordList words, int first, int last)
    {
        if ((words.IsSymbol(last + 1, ':') && words.Touches(last) && words.Touches(last + 1) && words.IsDigits(last + 2))
            || (words.IsSymbol(first - 1, ':') && words.Touches(first - 2) && words.Touches(first - 1) && words.IsDigits(first - 2)))
        {
            return true;
        }

        return words.IsAny(last + 1, "gmt", "utc", "cet", "est") || words.IsAny(last + 1, "am", "pm", "o") && (words.Is(last + 1, "o") ? words.Is(last + 3, "clock") : first == last)
            || (words.IsAny(last + 1, "a", "p") && words.IsSymbol(last + 2, '.') && words.Is(last + 3, "m"));
    }

    // "1-0", "4–0", "12-12"
    private static bool IsScore(WordList words, int first, int last)
    {
        if (words.IsDash(last + 1) && words.Touches(last) && words.Touches(last + 1) && words.IsDigits(last + 2) && words[last + 2].Length <= 3)
        {
            return NumberScanner.TryParseDigits(words.Of(first), out var left) && NumberScanner.TryParseDigits(words.Of(last + 2), out var right) && left >= right;
        }

        if (words.IsDash(first - 1) && words.Touches(first - 2) && words.Touches(first - 1) && words.IsDigits(first - 2))
        {
            return NumberScanner.TryParseDigits(words.Of(first - 2), out var left) && NumberScanner.TryParseDigits(words.Of(last), out var right) && left >= right;
        }

        return false;
    }

    // Glued to letters with a hyphen before: "COVID-19", "F-16", "U-20"; glued letters behind that are no unit: "5G".
    private static bool IsPartOfCode(WordList words, int first, int last)
    {
        if (words.IsDash(first - 1) && words.Touches(first - 2) && words.Touches(first - 1) && words.IsLetters(first - 2))
        {
            return !words.IsAny(first - 2, "mid", "pre", "post", "non", "under", "over") || words[first].Length != 1;
        }

        if (words.Touches(last) && words.IsLetters(last + 1))
        {
            return !UnitTable.IsMeasure(words.Of(last + 1), out _) && !UnitTable.IsCurrency(words.Of(last + 1), out _) && !words.IsAny(last + 1, "s", "pc");
        }

        return false;
    }

    // Dotted or slashed runs: versions, addresses, dates that the date reader did not take.
    private static bool IsAddress(WordList words, int first, int last) =>
        ((words.IsSymbol(first - 1, '.') || words.IsSymbol(first - 1, '/')) && words.Touches(first - 2) && words.Touches(first - 1))
        || ((words.IsSymbol(last + 1, '.') || words.IsSymbol(last + 1, '/')) && words.Touches(last) && words.Touches(last + 1) && words.IsDigits(last + 2));
}
