using System.Globalization;
using NodaTime;

namespace Claims.Core.Extraction.Dates;

/// <summary>How the date of a feast follows from the year (the rules that models/extraction/feasts.tsv names).</summary>
internal abstract record FeastRule
{
    private static readonly ChineseLunisolarCalendar Lunisolar = new();

    // Easter's tables hold in the Gregorian calendar, and nobody reads news about later centuries than these.
    private const int FirstYear = 1583;
    private const int LastYear = 4099;

    /// <summary>The date in a Gregorian year; nothing where the rule's calendar does not reach it.</summary>
    public bool TryDate(int year, out DateOnly day)
    {
        day = default;
        return year is >= FirstYear and <= LastYear && TryFind(year, out day);
    }

    protected abstract bool TryFind(int year, out DateOnly day);

    /// <summary>The rule as the table writes it.</summary>
    /// <exception cref="FormatException">It is none of the rules that the table's head describes.</exception>
    public static FeastRule Parse(string text)
    {
        if (text.Split(' ') is [var calendar, var date])
        {
            var (month, day) = MonthDay(date);
            return calendar switch
            {
                "islamic" => new InCalendar(CalendarSystem.UmAlQura, month, day),
                "hebrew" => new InCalendar(CalendarSystem.HebrewScriptural, month, day),
                "persian" => new InCalendar(CalendarSystem.PersianArithmetic, month, day),
                "chinese" => new Chinese(month, day),
                _ => throw new FormatException($"No calendar is named {calendar}."),
            };
        }

        if (text.StartsWith("easter", StringComparison.Ordinal) || text.StartsWith("orthodox", StringComparison.Ordinal))
        {
            var sign = text.IndexOfAny(['+', '-']);
            return new FromEaster(text[0] == 'e', Number(text[sign..]));
        }

        if (text.Split('/') is [var ofMonth, var weekday, var nth])
        {
            var plus = nth.IndexOf('+');
            return new NthWeekday(Number(ofMonth), Enum.Parse<DayOfWeek>(weekday, true), Number(plus < 0 ? nth : nth[..plus]), plus < 0 ? 0 : Number(nth[plus..]));
        }

        return new Fixed(MonthDay(text).Month, MonthDay(text).Day);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static (int Month, int Day) MonthDay(string text) =>
        text.Split('-') is [var month, var day] ? (Number(month), Number(day)) : throw new FormatException($"\"{text}\" is no month and day.");

    private sealed record Fixed(int Month, int Day) : FeastRule
    {
        protected override bool TryFind(int year, out DateOnly day)
        {
            day = new DateOnly(year, Month, Day);
            return true;
        }
    }

    private sealed record FromEaster(bool IsWestern, int Offset) : FeastRule
    {
        protected override bool TryFind(int year, out DateOnly day)
        {
            day = Period.Add(IsWestern ? Easter.Western(year) : Easter.Orthodox(year), Offset);
            return true;
        }
    }

    private sealed record NthWeekday(int Month, DayOfWeek Weekday, int Nth, int Offset) : FeastRule
    {
        protected override bool TryFind(int year, out DateOnly day)
        {
            day = Period.Add(Period.NthWeekday(new DateOnly(year, Month, 1), Weekday, Nth), Offset);
            return true;
        }
    }

    private sealed record InCalendar(CalendarSystem Calendar, int Month, int Day) : FeastRule
    {
        protected override bool TryFind(int year, out DateOnly day)
        {
            // A year of another calendar begins inside ours, and lunar years are shorter: up to three of them touch it.
            var first = new LocalDate(year, 1, 1).WithCalendar(Calendar);
            for (var own = first.Year; own <= Math.Min(first.Year + 2, Calendar.MaxYear); own++)
            {
                var date = new LocalDate(own, Month, Day, Calendar).WithCalendar(CalendarSystem.Iso);
                if (date.Year == year)
                {
                    day = date.ToDateOnly();
                    return true;
                }
            }

            day = default;
            return false;
        }
    }

    private sealed record Chinese(int Month, int Day) : FeastRule
    {
        protected override bool TryFind(int year, out DateOnly day)
        {
            day = default;
            if (year <= Lunisolar.MinSupportedDateTime.Year || year >= Lunisolar.MaxSupportedDateTime.Year)
            {
                return false;
            }

            // A leap month pushes the months behind it back by one.
            var leap = Lunisolar.GetLeapMonth(year);
            var month = leap > 0 && leap <= Month ? Month + 1 : Month;
            day = DateOnly.FromDateTime(Lunisolar.ToDateTime(year, month, Day, 0, 0, 0, 0));
            return true;
        }
    }
}
