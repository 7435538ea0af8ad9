using Claims.Core.Articles;

namespace Claims.Core.Extraction.Dates;

/// <summary>Finds dates and ranges of dates and resolves them against the published date and the tense. Times of day are left out.</summary>
public static class TimeParser
{
    /// <summary>The times of a whole text; the tense is guessed from the words.</summary>
    public static IReadOnlyList<TimeReference> Parse(string text, DateTimeOffset? published) =>
        Parse(text, new TextSpan(0, text.Length), published);

    /// <summary>The times of one stretch of a text, in order, not overlapping; spans are offsets in <paramref name="text"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The stretch to read.</param>
    /// <param name="published">What "yesterday" counts from; without it only absolute times with a year are found.</param>
    /// <param name="tenseAt">The tense of the clause at an offset; null: guessed from the words before.</param>
    /// <param name="anchor">The day that "the following day" counts from: the last one named before; null: such words are left out.</param>
    public static IReadOnlyList<TimeReference> Parse(
        string text, TextSpan span, DateTimeOffset? published, Func<int, Tense>? tenseAt = null, DateTimeOffset? anchor = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<TimeReference>();
        var words = new WordList(text, span);
        var reader = new DateReader(words, Day(published), Day(anchor), tenseAt);
        for (var i = 0; i < words.Count;)
        {
            if (DateRange.TryRead(reader, words, i, out var start, out var end, out var first, out var next) && next > i)
            {
                var where = words.Range(first, next - 1);
                found.Add(new TimeReference(where, where.Of(text), start, end, true));
                i = next;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private static DateOnly? Day(DateTimeOffset? time) => time is { } value ? DateOnly.FromDateTime(value.UtcDateTime) : null;
}
