using System.Globalization;
using Claims.Core.Comparison;
using Claims.Core.Review;
using Spectre.Console;

namespace Claims.Cli.Output;

/// <summary>Text for people's eyes. What comes from pages passes through here, so that it stays text.</summary>
internal static class DisplayText
{
    /// <summary>How much of a key is shown: enough to be the only one among millions, short enough to type.</summary>
    public const int KeyLength = 8;

    /// <summary>The text without control characters: a page must not be able to drive the reader's terminal.</summary>
    public static string Plain(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0000', '\u001f') < 0 && text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') < 0
            ? text
            : string.Create(text.Length, text, static (target, source) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = char.IsControl(source[i]) && source[i] != '\n' ? ' ' : source[i];
                }
            });

    /// <summary>The text on one line, cut with an ellipsis after <paramref name="length"/> characters.</summary>
    public static string Short(string? text, int length)
    {
        var line = Plain(text ?? "").Replace('\n', ' ').Trim();
        if (line.Length <= length)
        {
            return line;
        }

        // Never between the halves of a surrogate pair.
        var end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return line[..end].TrimEnd() + "…";
    }

    /// <summary>The text as it stands in markup of the console library, whose own signs are square brackets.</summary>
    public static string Escaped(string? text) => Markup.Escape(Plain(text ?? ""));

    /// <summary>The start of a key.</summary>
    public static string Key(string id) => id.Length <= KeyLength ? id : id[..KeyLength];

    /// <summary>A day and time in UTC, or what stands for none.</summary>
    public static string Time(DateTimeOffset? at) =>
        at is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "no date";

    /// <summary>A share of one as whole percent.</summary>
    public static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + "%";

    /// <summary>"3 articles", "1 article".</summary>
    public static string Count(int number, string singular, string? plural = null) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? singular : plural ?? singular + "s");

    /// <summary>A decision as it is typed and shown ("same-origin").</summary>
    public static string Name(Decision decision) => Dashed(decision.ToString());

    /// <summary>A kind of conflict for people, with its axis where it has one.</summary>
    public static string Kind(ConflictKind kind, string? axis) =>
        axis is null ? kind.ToString().ToLowerInvariant() : $"{kind.ToString().ToLowerInvariant()} ({Plain(axis)})";

    /// <summary>"RealConflict" as "real-conflict".</summary>
    public static string Dashed(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
