using System.Collections.Frozen;

namespace Claims.Core.Extraction.Dates;

/// <summary>The words that English names times with.</summary>
internal static class TimeWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Numbered(
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec"], 1);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Weekdays = Numbered(
        ["sunday sun", "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri", "saturday sat"], 0);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Units = Numbered(
        ["second seconds sec secs", "minute minutes min mins", "hour hours hr hrs", "day days", "week weeks", "fortnight fortnights", "month months", "quarter quarters", "year years yr yrs", "decade decades", "century centuries"], 0);

    /// <summary>The names of months and weekdays, long and short, in lower case.</summary>
    public static IEnumerable<string> Names => Months.Dictionary.Keys.Concat(Weekdays.Dictionary.Keys);

    /// <summary>The names of units of time, long and short, in lower case.</summary>
    public static IEnumerable<string> UnitNames => Units.Dictionary.Keys;

    /// <summary>1 to 12 for a month's name, long or short.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word, out int month) => Months.TryGetValue(word, out month);

    /// <summary>0 (Sunday) to 6 for a weekday's name, long or short.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word, out int day) => Weekdays.TryGetValue(word, out day);

    /// <summary>Whether the word is a unit of time.</summary>
    public static bool IsUnit(ReadOnlySpan<char> word) => Units.TryGetValue(word, out _);

    /// <summary>The unit that a word names.</summary>
    public static bool IsUnit(ReadOnlySpan<char> word, out TimeUnit unit)
    {
        var found = Units.TryGetValue(word, out var number);
        unit = (TimeUnit)number;
        return found;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbered(string[] names, int first)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var name in names[i].Split(' '))
            {
                numbers[name] = i + first;
            }
        }

        return numbers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
