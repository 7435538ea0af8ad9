using System.Collections.Frozen;
using System.Globalization;

namespace Claims.Core.Articles.Reading;

/// <summary>
/// Reads the dates that pages, feeds and records give themselves: ISO 8601, RFC 822, "December 12, 2025", "12 Dec 2025 at
/// 3:04 p.m. EST", "25 minutes ago". Whole strings only: a date inside a sentence is the text's, not the page's.
/// </summary>
public static class PublishedDate
{
    private static readonly FrozenDictionary<string, int> Months = Names(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);

    private static readonly FrozenSet<string> Weekdays = FrozenSet.ToFrozenSet(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"]);

    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(["at", "on", "of", "the", "st", "nd", "rd", "th", "local", "time", "t"]);

    /// <summary>Offsets in minutes of the zone names that RFC 822 allows and news sites print.</summary>
    private static readonly FrozenDictionary<string, int> Zones = new Dictionary<string, int>
    {
        ["z"] = 0, ["ut"] = 0, ["utc"] = 0, ["gmt"] = 0, ["wet"] = 0, ["bst"] = 60, ["cet"] = 60, ["cest"] = 120, ["eet"] = 120, ["eest"] = 180, ["msk"] = 180,
        ["est"] = -300, ["edt"] = -240, ["et"] = -300, ["cst"] = -360, ["cdt"] = -300, ["ct"] = -360, ["mst"] = -420, ["mdt"] = -360, ["mt"] = -420,
        ["pst"] = -480, ["pdt"] = -420, ["pt"] = -480, ["jst"] = 540, ["kst"] = 540, ["aest"] = 600, ["aedt"] = 660,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, TimeSpan> Units = new Dictionary<string, TimeSpan>
    {
        ["s"] = TimeSpan.FromSeconds(1), ["sec"] = TimeSpan.FromSeconds(1), ["second"] = TimeSpan.FromSeconds(1),
        ["m"] = TimeSpan.FromMinutes(1), ["min"] = TimeSpan.FromMinutes(1), ["minute"] = TimeSpan.FromMinutes(1),
        ["h"] = TimeSpan.FromHours(1), ["hr"] = TimeSpan.FromHours(1), ["hour"] = TimeSpan.FromHours(1),
        ["d"] = TimeSpan.FromDays(1), ["day"] = TimeSpan.FromDays(1),
        ["w"] = TimeSpan.FromDays(7), ["wk"] = TimeSpan.FromDays(7), ["week"] = TimeSpan.FromDays(7),
        ["mo"] = TimeSpan.FromDays(30), ["month"] = TimeSpan.FromDays(30),
        ["y"] = TimeSpan.FromDays(365), ["yr"] = TimeSpan.FromDays(365), ["year"] = TimeSpan.FromDays(365),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> SmallNumbers = new Dictionary<string, int>
    {
        ["a"] = 1, ["an"] = 1, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6,
        ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
    }.ToFrozenDictionary();

    /// <summary>Longer strings are no dates.</summary>
    private const int LongestDate = 80;

    /// <summary>Reads an absolute date; without a zone it is taken as UTC, without a time as midnight.</summary>
    public static bool TryParse(string? text, out DateTimeOffset date)
    {
        date = default;
        var written = text?.Trim() ?? "";
        if (written.Length is 0 or > LongestDate)
        {
            return false;
        }

        // ISO 8601 and its near relatives; the framework's parser is too lenient for anything that is not four digits and a dash.
        if (written.Length >= 8 && IsDigits(written.AsSpan(0, 4)) && written[4] is '-' or '/' or 'T'
            && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date))
        {
            return IsPlausible(date);
        }

        return TryParseTokens(Tokens(written), out date) && IsPlausible(date);
    }

    /// <summary>Reads "25 minutes ago", "an hour ago", "3h", "yesterday", "just now", counted back from <paramref name="now"/>.</summary>
    public static bool TryParseRelative(string? text, DateTimeOffset now, out DateTimeOffset date)
    {
        date = default;
        var tokens = Tokens(text?.Trim().ToLowerInvariant() ?? "");
        tokens.RemoveAll(t => t is "." or "," or "about" or "around" or "over" or "almost");
        switch (tokens)
        {
            case ["yesterday"]:
                date = now.AddDays(-1);
                return true;
            case ["just", "now"] or ["moments", "ago"] or ["now"] or ["today"]:
                date = now;
                return true;
            case ["last", var unit] when unit is "week" or "month" or "year":
                date = now - Units[unit];
                return true;
        }

        var ago = tokens is [.., "ago"];
        var count = tokens.Count - (ago ? 1 : 0);
        if (count != 2 || !(int.TryParse(tokens[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || SmallNumbers.TryGetValue(tokens[0], out number)))
        {
            return false;
        }

        var name = tokens[1];
        if (!Units.TryGetValue(name, out var length) && !(name.EndsWith('s') && Units.TryGetValue(name[..^1], out length)))
        {
            return false;
        }

        // Without "ago" only the short forms of feeds count ("3h"); "2 days" alone is a duration.
        if ((!ago && name.Length > 2) || number > 1000)
        {
            return false;
        }

        date = now - (number * length);
        return true;
    }

    /// <summary>Whether a word is the name of a month ("May", "Sept.").</summary>
    internal static bool IsMonth(string word) => Months.ContainsKey(word.TrimEnd('.', ',').ToLowerInvariant());

    private static bool TryParseTokens(List<string> tokens, out DateTimeOffset date)
    {
        date = default;
        int? year = null, month = null, day = null, hour = null, minute = null, second = null, offset = null;
        var numbers = new List<(int Value, int Digits)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i].ToLowerInvariant();
            if (char.IsAsciiDigit(token[0]))
            {
                if (i + 2 < tokens.Count && tokens[i + 1] == ":" && hour is null && IsDigits(tokens[i + 2]))
                {
                    hour = Number(token);
                    minute = Number(tokens[i + 2]);
                    i += 2;
                    if (i + 2 < tokens.Count && tokens[i + 1] == ":" && IsDigits(tokens[i + 2]))
                    {
                        second = Number(tokens[i + 2]);
                        i += 2;
                    }
                }
                else if (i + 1 < tokens.Count && tokens[i + 1].ToLowerInvariant() is "am" or "pm" && hour is null)
                {
                    hour = Number(token);
                    minute = 0;
                }
                else
                {
                    numbers.Add((Number(token), token.Length));
                }
            }
            else if (token is "am" or "pm" && hour is not null)
            {
                hour = hour is < 1 or > 12 ? hour : (hour % 12) + (token == "pm" ? 12 : 0);
            }
            else if (Months.TryGetValue(token, out var named) && month is null)
            {
                month = named;
            }
            else if (token is "+" or "-" && hour is not null && offset is null or 0 && i + 1 < tokens.Count && IsDigits(tokens[i + 1]))
            {
                var digits = tokens[++i];
                var minutes = digits.Length <= 2 ? Number(digits) * 60 : ((Number(digits) / 100) * 60) + (Number(digits) % 100);
                if (i + 2 < tokens.Count && tokens[i + 1] == ":" && IsDigits(tokens[i + 2]))
                {
                    minutes += Number(tokens[i + 2]);
                    i += 2;
                }

                offset = token == "-" ? -minutes : minutes;
            }
            else if (hour is not null && offset is null && Zones.TryGetValue(token, out var zone))
            {
                offset = zone;
            }
            else if (!Weekdays.Contains(token) && !Fillers.Contains(token) && token is not ("," or "." or "-" or "/" or "(" or ")" or "|" or "–" or "—" or "·"))
            {
                return false;
            }
        }

        if (month is null && !NumericDate(tokens, numbers, ref year, ref month, ref day))
        {
            return false;
        }

        if (day is null)
        {
            if (numbers.Count != 2)
            {
                return false;
            }

            var yearFirst = numbers[0].Digits == 4;
            (year, day) = yearFirst ? (numbers[0].Value, numbers[1].Value) : (FullYear(numbers[1]), numbers[0].Value);
        }

        return TryMake(year, month, day, hour, minute, second, offset, out date);
    }

    /// <summary>"2025/12/13", "13.12.2025", "13/12/2025"; a date that could be read both ways is not read.</summary>
    private static bool NumericDate(List<string> tokens, List<(int Value, int Digits)> numbers, ref int? year, ref int? month, ref int? day)
    {
        if (numbers.Count != 3)
        {
            return false;
        }

        if (numbers[0].Digits == 4)
        {
            (year, month, day) = (numbers[0].Value, numbers[1].Value, numbers[2].Value);
            return true;
        }

        if (numbers[2].Digits != 4)
        {
            return false;
        }

        year = numbers[2].Value;
        var (first, second) = (numbers[0].Value, numbers[1].Value);
        var dayFirst = tokens.Contains(".") || first > 12 || first == second;
        if (!dayFirst && second <= 12)
        {
            return false;
        }

        (day, month) = dayFirst ? (first, second) : (second, first);
        return true;
    }

    private static bool TryMake(int? year, int? month, int? day, int? hour, int? minute, int? second, int? offset, out DateTimeOffset date)
    {
        date = default;
        if (year is not (>= 1 and <= 9999) || month is not (>= 1 and <= 12) || day < 1 || day > DateTime.DaysInMonth(year.Value, month.Value)
            || hour is > 23 || minute is > 59 || second is > 60 || offset is < -14 * 60 or > 14 * 60)
        {
            return false;
        }

        var local = new DateTime(year.Value, month.Value, day!.Value, hour ?? 0, minute ?? 0, Math.Min(second ?? 0, 59), DateTimeKind.Unspecified);
        date = new DateTimeOffset(local, TimeSpan.FromMinutes(offset ?? 0)).ToUniversalTime();
        return true;
    }

    /// <summary>No page of the web is older than the web by a lifetime; such dates are defaults of publishing systems.</summary>
    private static bool IsPlausible(DateTimeOffset date) => date.Year is > 1900 and < 2200;

    private static int FullYear((int Value, int Digits) number) =>
        number.Digits == 2 ? number.Value + (number.Value < 70 ? 2000 : 1900) : number.Value;

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Runs of digits, runs of letters ("p.m." as "pm"), and single symbols.</summary>
    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length && i < LongestDate;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }
            }
            else
            {
                i++;
            }

            var token = text[start..i];
            if (token is "a" or "p" or "A" or "P" && text.AsSpan(i).StartsWith(".m", StringComparison.OrdinalIgnoreCase))
            {
                i += text.AsSpan(i).StartsWith(".m.", StringComparison.OrdinalIgnoreCase) ? 3 : 2;
                token += "m";
            }

            if (!string.IsNullOrWhiteSpace(token))
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }

    private static FrozenDictionary<string, int> Names(string[] full, string[] abbreviated)
    {
        var names = new Dictionary<string, int> { ["sept"] = 9 };
        for (var i = 0; i < 12; i++)
        {
            names[full[i]] = i + 1;
            names[abbreviated[i]] = i + 1;
        }

        return names.ToFrozenDictionary();
    }
}
