namespace Claims.Core.Extraction.Dates;

/// <summary>A day that has a name: the rule that gives its date in a year, and for how many days it lasts.</summary>
/// <param name="Rule">The date in a Gregorian year.</param>
/// <param name="Days">How many days it lasts; 1 for most.</param>
internal sealed record Feast(FeastRule Rule, int Days)
{
    /// <summary>The feast in a Gregorian year; nothing where the calendar behind it does not reach.</summary>
    public bool TryIn(int year, out Period period)
    {
        if (!Rule.TryDate(year, out var day))
        {
            period = default;
            return false;
        }

        period = new Period(day, Period.Add(day, Days), TimeUnit.Day);
        return true;
    }

    /// <summary>
    /// The days off around the feast in a year: with the weekend where it stands beside one ("Labor Day weekend" is Saturday to
    /// Monday, "Thanksgiving weekend" Thursday to Sunday), else the nearest weekend.
    /// </summary>
    public bool TryWeekendIn(int year, out Period period)
    {
        if (!TryIn(year, out period))
        {
            return false;
        }

        var day = period.Start;
        var saturday = day.DayOfWeek switch
        {
            DayOfWeek.Sunday => Period.Add(day, -1),
            DayOfWeek.Monday => Period.Add(day, -2),
            DayOfWeek.Tuesday => Period.Add(day, -3),
            _ => Period.Weekend(day).Start,
        };
        var sunday = Period.Add(saturday, 1);
        var isBeside = day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Thursday or DayOfWeek.Friday;
        var first = isBeside && day < saturday ? day : saturday;
        var last = isBeside && day > sunday ? day : sunday;
        period = new Period(first, Period.Add(last, 1), TimeUnit.Day);
        return true;
    }
}
