using System.Collections.Frozen;
using Claims.Core.Extraction.Quantities;

namespace Claims.Core.Extraction.Dates;

/// <summary>
/// The words that a date or a range of dates in letters can begin with. Most words of a text are none of them, and are not held against
/// every form of date one after the other. A form that begins with another word has to name it here.
/// </summary>
internal static class FirstWords
{
    private const string Ranges = "between from since until till before after starting beginning later prior up following as on no";

    // Periods that count from another day, then parts of periods, then years and seasons.
    private const string Periods =
        "today tonight now date yesterday tomorrow overnight last this day the past current previous preceding next coming upcoming following same within in more less fewer a an one half quarter "
        + "eoy eom early late mid earlier later beginning start outset middle midpoint end close q h final year calendar week weekend "
        + "two fiscal financial fy cy thirties forties fifties sixties seventies eighties nineties noughties spring summer autumn fall winter";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfPeriods = Set([]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfRanges = Set(Ranges.Split(' '));

    // "the rest of the month", "the months before the vote"
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BehindArticle = Set([.. TimeWords.UnitNames, "rest", "remainder"]);

    /// <summary>Whether a date or period may begin at a word; for words that are no letters it is not known, and true.</summary>
    public static bool CanBeginPeriod(WordList words, int i)
    {
        if (!words.IsLetters(i))
        {
            return true;
        }

        var word = words.Of(i);
        if (!OfPeriods.Contains(word))
        {
            return false;
        }

        // The commonest of them say nothing alone.
        return !words.IsLetters(i + 1) || word.Length > 3
            || (words.Is(i, "the") ? BehindArticle.Contains(words.Of(i + 1))
            : words.IsAny(i, "a", "an") ? TimeWords.IsUnit(words.Of(i + 1)) || WordNumber.IsScaleWord(words, i + 1)
            : !words.Is(i, "in") || OfPeriods.Contains(words.Of(i + 1)));
    }

    /// <summary>The same for a range of dates, or a single one.</summary>
    public static bool CanBeginRange(WordList words, int i) => !words.IsLetters(i) || OfRanges.Contains(words.Of(i));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> more) =>
        Periods.Split(' ').Concat(TimeWords.Names).Concat(NumberWords.Simple).Concat(FeastTable.FirstWords).Concat(more)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
