namespace Claims.Core.Extraction.Dates;

/// <summary>What a count of time steps by: a unit, or working days (Monday to Friday).</summary>
internal readonly record struct TimeStep(TimeUnit Unit, bool IsWorking)
{
    /// <summary>The unit that is written at a word.</summary>
    public static bool TryRead(WordList words, int at, out TimeStep step, out int next)
    {
        next = at + 1;
        if (words.IsAny(at, "business", "working", "trading") && words.IsAny(at + 1, "day", "days"))
        {
            step = new TimeStep(TimeUnit.Day, true);
            next = at + 2;
            return true;
        }

        var found = TimeWords.IsUnit(words.Of(at), out var unit);
        step = new TimeStep(unit, false);
        return found;
    }

    /// <summary>The day that lies so many steps from another; negative counts go back.</summary>
    public DateOnly Move(DateOnly day, double count) => IsWorking ? Period.AddWorking(day, count) : Period.Shift(day, Unit, count);
}
