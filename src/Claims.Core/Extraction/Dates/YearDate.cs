using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>Years and what is named by its year: "2023", "the 1980s", "2019 H2", "spring 2024".</summary>
internal sealed class YearDate(DateReader reader)
{
    private WordList Words => reader.Words;

    // "2023", "1980s", "2017-Q1", "2019 H2"
    public bool TryRead(int i, out Period period, out int next)
    {
        if (TryReadDecade(i, out period, out next))
        {
            return true;
        }

        next = i;
        if (!DateParts.TryYear(Words, i, out var year, out var after) || (i > 0 && Words.Touches(i - 1) && !Words.IsDash(i - 1) && !Words.IsSymbol(i - 1, '(') && !Words.IsSymbol(i - 1, '=') && !Words.IsSymbol(i - 1, '/')))
        {
            return false;
        }

        if (Words.Touches(i) && Words.Is(i + 1, "s"))
        {
            next = i + 2;
            period = year % 100 == 0 ? new Period(new DateOnly(year, 1, 1), new DateOnly(Math.Min(9999, year + 100), 1, 1), TimeUnit.Century) : Period.Decade(year);
            return true;
        }

        // "2018-W31"
        if (Words.IsDash(after) && Words.Is(after + 1, "w") && Words.Touches(after + 1) && Words.IsDigits(after + 2) && Words[after + 2].Length == 2 && int.Parse(Words.Of(after + 2)) is >= 1 and <= 53 and var week)
        {
            next = after + 3;
            period = Period.IsoWeek(year, week);
            return true;
        }

        // "2017-Q1", "2019 H2"
        var part = Words.IsDash(after) ? after + 1 : after;
        if (Words.IsAny(part, "q", "h") && Words.Touches(part) && Words.IsDigits(part + 1) && Words[part + 1].Length == 1 && Words.Of(part + 1)[0] - '0' is var number and >= 1 and <= 4)
        {
            next = part + 2;
            period = Words.Is(part, "q") ? Period.Quarter(year, number) : Period.Half(year, Math.Min(number, 2));
            return number <= 2 || Words.Is(part, "q");
        }

        if (!IsSurelyYear(i, year))
        {
            return false;
        }

        next = after;
        period = Period.Year(year);
        return true;
    }

    // "in two thousand and twenty"
    public bool TryReadSpelt(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (!Words.Is(i, "two") || !Words.Is(i + 1, "thousand") || !Words.IsAny(i - 1, "in", "since", "of", "by") || !DateParts.TryYear(Words, i, out var spelt, out next))
        {
            return false;
        }

        period = Period.Year(spelt);
        return true;
    }

    // "spring 2024", "the summer of 2019"; without a year a season is too vague to hold against another.
    public bool TryReadSeason(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        var at = Words.Is(i, "the") ? i + 1 : i;
        var season = Words.IsAny(at, "spring") ? 3 : Words.Is(at, "summer") ? 6 : Words.IsAny(at, "autumn", "fall") ? 9 : Words.Is(at, "winter") ? 12 : 0;
        if (season == 0 || !DateParts.TryYear(Words, Words.Is(at + 1, "of") ? at + 2 : at + 1, out var year, out next))
        {
            return false;
        }

        var start = new DateOnly(year, season, 1);
        period = new Period(start, Period.Months(start, 3), TimeUnit.Quarter);
        return true;
    }

    // "the 70s", "the '90s", "the nineties"; of what is measured in degrees it is no decade ("highs in the 70s").
    private bool TryReadDecade(int i, out Period period, out int next)
    {
        period = default;
        next = i + 2;
        var hasMark = Words.IsSymbol(i - 1, '\'') || Words.IsSymbol(i - 1, '\u2019') || Words.IsSymbol(i - 1, '\u2018');
        var hasArticle = Words.Is(hasMark ? i - 2 : i - 1, "the") || Words.IsDash(i - 1) || Words.IsAny(i - 1, "early", "mid", "late");
        if (!Words.IsDigits(i) || Words[i].Length != 2 || Words.Of(i)[1] != '0' || Words.Of(i)[0] < '3' || !Words.Touches(i) || !Words.Is(i + 1, "s") || !(hasMark || hasArticle) || IsMeasured(i))
        {
            return false;
        }

        period = Period.Decade(1900 + int.Parse(Words.Of(i)));
        return true;
    }

    /// <summary>"the nineties"</summary>
    public bool TryReadNamedDecade(int i, out Period period, out int next)
    {
        period = default;
        next = i + 1;
        if (!Words.Is(i - 1, "the") && !Words.IsAny(i - 1, "early", "mid", "late") && !Words.IsDash(i - 1))
        {
            return false;
        }

        var decade = Words.Of(i) switch
        {
            "thirties" or "Thirties" => 1930,
            "forties" or "Forties" => 1940,
            "fifties" or "Fifties" => 1950,
            "sixties" or "Sixties" => 1960,
            "seventies" or "Seventies" => 1970,
            "eighties" or "Eighties" => 1980,
            "nineties" or "Nineties" => 1990,
            "noughties" or "Noughties" => 2000,
            _ => 0,
        };
        if (decade == 0 || IsMeasured(i))
        {
            return false;
        }

        period = Period.Decade(decade);
        return true;
    }

    private bool IsMeasured(int i)
    {
        for (var w = Math.Max(0, i - 10); w < Math.Min(Words.Count, i + 10); w++)
        {
            if (Words.IsAny(w, "temperature", "temperatures", "highs", "lows", "degrees", "fahrenheit", "readings", "percentile", "his", "her", "their", "shot", "aged"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "fiscal year 2018", "FY18": some name it by the year it ends in, some by the one it begins in, and it may begin in April, July
    /// or October; so it is everything that is called so anywhere. "cy18" is the calendar's year.
    /// </summary>
    public bool TryReadFiscal(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (!Words.IsAny(i, "fiscal", "financial", "fy", "cy"))
        {
            return false;
        }

        var at = Words.Is(i + 1, "year") ? i + 2 : i + 1;
        var isGlued = Words[i].Length == 2 && Words.Touches(i) && Words.IsDigits(at) && Words[at].Length == 2;
        int year;
        if (isGlued)
        {
            (year, next) = (2000 + int.Parse(Words.Of(at)), at + 1);
        }
        else if (!DateParts.TryYear(Words, at, out year, out next))
        {
            return false;
        }

        period = Words.Is(i, "cy") ? Period.Year(year) : new Period(new DateOnly(year - 1, 4, 1), new DateOnly(year + 1, 4, 1), TimeUnit.Year);
        return true;
    }

    // Four bare digits are a year unless they count something or are glued to a sign.
    private bool IsSurelyYear(int i, int year)
    {
        if (year is < 1800 or > 2100 || Words.IsSymbol(i - 1, '$') || (Words.Touches(i) && (Words.IsLetters(i + 1) || Words.IsSymbol(i + 1, '%') || Words.IsSymbol(i + 1, '.') && Words.IsDigits(i + 2))))
        {
            return false;
        }

        if (Words.IsAny(i - 1, "some", "about", "nearly", "almost", "than", "roughly", "over", "exceeding", "to", "equal", "least", "most", "number"))
        {
            return (Words.Is(i - 1, "than") && Words.IsAny(i - 2, "later", "earlier")) || (Words.Is(i - 1, "to") && Words.IsAny(i - 2, "back", "dating", "dates")) || Words.Is(i - 1, "to") && (DateParts.TryYear(Words, i - 2, out _, out _) || DateParts.TryMonth(Words, i - 2, out _, out _));
        }

        return !UnitTable.IsMeasure(Words.Of(i + 1), out _) && !UnitTable.IsCurrency(Words.Of(i + 1), out _)
            && !Words.IsAny(i + 1, "people", "men", "women", "children", "civilians", "troops", "soldiers", "students", "jobs", "workers", "homes", "houses", "refugees", "prisoners", "votes", "others", "cases", "deaths", "families", "million", "billion", "thousand", "gmt", "hours");
    }
}
