using System.Collections.Immutable;
using Claims.Core.Articles.Reading;

namespace Claims.Core.Articles.Splitting;

/// <summary>
/// A line that says when something was published: "May 4, 2031", "Updated: 4 May 2031 | 5 min read", "3h ago",
/// "The Velm Courier • 2 hours ago".
/// </summary>
/// <param name="Date">The date, or null for an age.</param>
/// <param name="Age">How long ago it says it was, or null for a date.</param>
/// <param name="IsModified">It is the date of a change ("Updated").</param>
/// <param name="Rest">What else stands in the line: a source, a byline, a place.</param>
internal sealed record DateLine(DateTimeOffset? Date, TimeSpan? Age, bool IsModified, ImmutableArray<string> Rest)
{
    private static readonly string[] Separators = ["|", "•", "·", " - ", " – ", " — ", "//", "●", "▪", "\n"];

    /// <summary>Any date serves to turn an age into a time and back.</summary>
    private static readonly DateTimeOffset Anchor = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When it was, counted back from <paramref name="now"/> for an age; null where there is nothing to count from.</summary>
    public DateTimeOffset? At(DateTimeOffset? now)
    {
        // Midnight stands for a day without a time: hours ago on that day are still that day.
        var isSameDay = now is { TimeOfDay.Ticks: 0 } && Age < TimeSpan.FromDays(1);
        return Date ?? (isSameDay ? now : now - Age);
    }

    /// <summary>Reads a line, or gives null where it is about something else.</summary>
    public static DateLine? Read(string line)
    {
        DateTimeOffset? date = null;
        TimeSpan? age = null;
        var modified = false;
        var rest = ImmutableArray.CreateBuilder<string>();
        foreach (var part in line.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = WithoutLead(part, out var isModified);
            if (PublishedDate.TryParse(bare, out var absolute))
            {
                // The first date is the page's own; a later "Updated" adds nothing to it.
                if (date is null)
                {
                    (date, modified) = (absolute, isModified);
                }
            }
            else if (PublishedDate.TryParseRelative(bare, Anchor, out var relative))
            {
                age ??= Anchor - relative;
                modified |= isModified;
            }
            else if (TryCutAge(part, out var name, out var ago))
            {
                age ??= ago;
                rest.Add(name);
            }
            else if (!IsReadingTime(part))
            {
                rest.Add(part);
            }
        }

        return (date is null && age is null) || rest.Count > 2 || rest.Any(r => LineTraits.CountWords(r) > 8 || LineTraits.EndsSentence(r))
            ? null
            : new DateLine(date, date is null ? age : null, modified, rest.ToImmutable());
    }

    /// <summary>"The Velm Courier 2 hours ago", as the parts of a card come out without anything between them.</summary>
    private static bool TryCutAge(string part, out string name, out TimeSpan age)
    {
        (name, age) = ("", default);
        if (!part.EndsWith(" ago", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var length in (ReadOnlySpan<int>)[3, 2])
        {
            if (words.Length > length && PublishedDate.TryParseRelative(string.Join(' ', words[^length..]), Anchor, out var relative))
            {
                name = string.Join(' ', words[..^length]);
                age = Anchor - relative;
                return LineTraits.IsNameLike(name, 6);
            }
        }

        return false;
    }

    /// <summary>"5 min read", "2 minute read".</summary>
    private static bool IsReadingTime(string part)
    {
        var words = part.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words is [.., "read"] && words.Length <= 4 && char.IsAsciiDigit(words[0][0]);
    }

    private static string WithoutLead(string part, out bool isModified)
    {
        isModified = false;
        var rest = part.AsSpan().Trim().TrimEnd('.');
        while (true)
        {
            var end = rest.IndexOfAny(' ', ':');
            if (end < 0)
            {
                return rest.ToString();
            }

            var word = rest[..end].ToString().ToLowerInvariant();
            if (!PagePhrases.DateLeads.Contains(word))
            {
                return rest.ToString();
            }

            isModified |= PagePhrases.ModifiedWords.Contains(word);
            rest = rest[(end + 1)..].TrimStart(" :");
        }
    }
}
