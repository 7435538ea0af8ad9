using System.Globalization;
using System.Text.RegularExpressions;

namespace Claims.Core.Comparison.Rules;

/// <summary>A time of day in a claim.</summary>
/// <param name="Start">Offset in the claim's text.</param>
/// <param name="Length">Length in the claim's text.</param>
/// <param name="Text">As written.</param>
/// <param name="Minute">Minute of the day, 0 to 1439.</param>
/// <param name="IsHalfOpen">Whether the words leave open which half of the day is meant ("at 4:30").</param>
/// <param name="IsUniversal">Whether it is given in universal time.</param>
/// <param name="Slack">How many minutes around it the words allow.</param>
internal sealed record ClockTime(int Start, int Length, string Text, int Minute, bool IsHalfOpen, bool IsUniversal, int Slack);

/// <summary>Reads times of day ("2:35 a.m.", "06:19 GMT", "shortly before midnight"). Linear in the text's length.</summary>
internal static partial class ClockReader
{
    private const int Day = 24 * 60;
    private const int HalfDay = 12 * 60;

    /// <summary>Minutes around "about", "shortly before".</summary>
    private const int Vague = 30;

    public static IReadOnlyList<ClockTime> Read(string text)
    {
        var result = new List<ClockTime>();
        foreach (Match match in Times().Matches(text))
        {
            if (Of(text, match) is { } time)
            {
                result.Add(time);
            }
        }

        return result;
    }

    /// <summary>Minutes between two times of day, the shorter way round; either half of the day where one is open.</summary>
    public static int Apart(ClockTime a, ClockTime b)
    {
        var apart = Circle(a.Minute - b.Minute, Day);
        return a.IsHalfOpen || b.IsHalfOpen ? Math.Min(apart, Circle(a.Minute - b.Minute, HalfDay)) : apart;
    }

    private static int Circle(int difference, int round)
    {
        var rest = Math.Abs(difference) % round;
        return Math.Min(rest, round - rest);
    }

    private static ClockTime? Of(string text, Match match)
    {
        int minute;
        var length = match.Length - match.Groups["zone"].Length;
        var end = match.Index + length;

        // "1:05:30" is a duration.
        if (end + 1 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]))
        {
            return null;
        }

        var open = false;
        if (match.Groups["word"] is { Success: true } word)
        {
            minute = word.Value.StartsWith("mid", StringComparison.OrdinalIgnoreCase) ? 0 : HalfDay;
        }
        else
        {
            var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
            var minutes = match.Groups["minute"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0;
            if (hour > 23 || minutes > 59)
            {
                return null;
            }

            minute = (hour * 60) + minutes;
            var half = match.Groups["half"].Value;
            if (half.Length > 0)
            {
                if (hour is 0 or > 12)
                {
                    return null;
                }

                minute = (minute % HalfDay) + (half[0] is 'p' or 'P' ? HalfDay : 0);
            }
            else if (hour is > 0 and <= 12 && match.Groups["hour"].Length < 2)
            {
                (minute, open) = OfDay(text, end, minute);
            }
            else if (hour is >= 10 and <= 12)
            {
                (minute, open) = OfDay(text, end, minute);
            }
        }

        var before = text.AsSpan(Math.Max(0, match.Index - 18), match.Index - Math.Max(0, match.Index - 18)).TrimEnd();
        var slack = EndsWith(before, "shortly before") || EndsWith(before, "shortly after") || EndsWith(before, "just before") || EndsWith(before, "just after") || EndsWith(before, "around") || EndsWith(before, "about") || EndsWith(before, "towards") ? Vague : 0;
        var behind = text.AsSpan(end);
        behind = behind[..Math.Min(behind.Length, 8)];
        var universal = behind.TrimStart(" (").StartsWith("GMT", StringComparison.Ordinal) || behind.TrimStart(" (").StartsWith("UTC", StringComparison.Ordinal);
        return new(match.Index, length, text.Substring(match.Index, length), minute, open && !universal, universal, slack);
    }

    /// <summary>"At 10:17 on Friday night": a word of the day behind says which half is meant.</summary>
    private static (int Minute, bool IsHalfOpen) OfDay(string text, int end, int minute)
    {
        var behind = text.AsSpan(end, Math.Min(26, text.Length - end));
        var evening = behind.Contains("night", StringComparison.Ordinal) || behind.Contains("evening", StringComparison.Ordinal) || behind.Contains("afternoon", StringComparison.Ordinal);
        var morning = behind.Contains("morning", StringComparison.Ordinal);
        return evening ? ((minute % HalfDay) + HalfDay, false) : morning ? (minute % HalfDay, false) : (minute, true);
    }

    private static bool EndsWith(ReadOnlySpan<char> text, string words) => text.EndsWith(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?<word>midnight|noon|midday)\b|\b(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))? ?(?<half>[ap])\.?m\b|\b(?<hour>\d{1,2}):(?<minute>\d{2})\b|\b(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?<zone> GMT| UTC)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Times();
}
