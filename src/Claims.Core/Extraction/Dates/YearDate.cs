using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>Years and what is named by its year: "2023", "the 1980s", "2019 H2", "spring 2024".</summary>
internal sealed class YearDate(DateReader reader)
{
    private WordList Words => reader.Words;

    // "2023", "1980s", "2017-Q1", "2019 H2"
    public bool TryRead(int i, out Period period, out int next)
    {
        period = default;
        next = i;
        if (!DateParts.TryYear(Words, i, out var year, out var after) || (i > 0 && Words.Touches(i - 1) && !Words.IsDash(i - 1) && !Words.IsSymbol(i - 1, '(') && !Words.IsSymbol(i - 1, '/')))
        {
            return false;
        }

        if (Words.Touches(i) && Words.Is(i + 1, "s"))
        {
            next = i + 2;
            period = year % 100 == 0 ? new Period(new DateOnly(year, 1, 1), new DateOnly(Math.Min(9999, year + 100), 1, 1), TimeUnit.Century) : Period.Decade(year);
            return true;
        }

        // "2017-Q1", "2019 H2"
        var part = Words.IsDash(after) ? after + 1 : after;
        if (Words.IsAny(part, "q", "h") && Words.Touches(part) && Words.IsDigits(part + 1) && Words[part + 1].Length == 1 && Words.Of(part + 1)[0] - '0' is var number and >= 1 and <= 4)
        {
            next = part + 2;
            period = Words.Is(part, "q") ? Period.Quarter(year, number) : Half(year, number);
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

    private static Period Half(int year, int number)
    {
        var start = new DateOnly(year, number == 2 ? 7 : 1, 1);
        return new Period(start, Period.Months(start, 6), TimeUnit.Quarter);
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
