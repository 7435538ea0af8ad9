using System.Globalization;
using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Extraction.Dates;

namespace Claims.Evaluation.Extraction;

/// <summary>
/// Dates and ranges of dates against a reference day. Where the set gives a past and a future reading, either is right.
/// A range ends, in the set, at the start of its last named period ("May to September" on 1 September); here it ends behind
/// it, so an end that lies one named period later is right too.
/// </summary>
internal static class TimeScorer
{
    public static void Score(string directory, Measurements measurements, CancellationToken cancel)
    {
        var file = Path.Combine(directory, "DateTimeModel.json");
        if (!File.Exists(file))
        {
            measurements.Absent(file);
            return;
        }

        int right = 0, all = 0, unresolved = 0;
        foreach (var item in RecognizerCase.Read(file))
        {
            cancel.ThrowIfCancellationRequested();
            var found = TimeParser.Parse(item.Input, new TextSpan(0, item.Input.Length), item.Reference, null, item.Reference);
            foreach (var result in item.Results.Where(result => result.Type is "datetimeV2.date" or "datetimeV2.daterange"))
            {
                if (result.Values.All(value => value.Start is null && value.End is null && Day(value.Day) is null))
                {
                    unresolved++;
                    continue;
                }

                all++;
                if (found.Any(time => time.Span.Start < result.End && time.Span.End > result.Start && result.Values.Any(value => Same(time, value))))
                {
                    right++;
                }
                else
                {
                    measurements.Error(
                        "dates", $"{item.Input} ({item.Reference:yyyy-MM-dd})", $"{result.Text} = {string.Join(" or ", result.Values.Select(value => value.Day ?? $"{value.Start}..{value.End}"))}",
                        string.Join("; ", found.Select(time => $"{time.Text} = {time.Start:yyyy-MM-dd}..{time.End:yyyy-MM-dd}")));
                }
            }
        }

        measurements.AddShare("dates", right, all);
        if (unresolved > 0)
        {
            measurements.Note($"dates: {unresolved} left out: the set itself gives no days (seasons without a year, fiscal years, days that do not exist)");
        }
    }

    private static bool Same(TimeReference time, RecognizerValue value)
    {
        if (Day(value.Day) is { } day)
        {
            return time.Start.UtcDateTime == day && time.End.UtcDateTime == day.AddDays(1);
        }

        var start = Day(value.Start);
        var end = Day(value.End);
        if (start is null && end is null)
        {
            return false;
        }

        var startsRight = start is { } from ? time.Start.UtcDateTime == from : time.Start == DateTimeOffset.MinValue;
        var endsRight = end is { } to
            ? time.End.UtcDateTime is var own && (own == to || own == to.AddDays(1) || own == to.AddMonths(1) || own == to.AddYears(1))
            : time.End == DateTimeOffset.MaxValue;
        return startsRight && endsRight;
    }

    private static DateTime? Day(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) ? day : null;
}
