namespace Claims.Core.Articles.Splitting;

/// <summary>The head of a story on a page: headline with source and time, in any of the orders that aggregators print them in.</summary>
/// <param name="Start">Index of its first unit.</param>
/// <param name="Body">Index of the first unit of the story's prose.</param>
/// <param name="Title">Index of the headline, or -1.</param>
/// <param name="SourceName">The source that it names, or null.</param>
/// <param name="Date">When it says the story was published, or null.</param>
internal sealed record StoryHead(int Start, int Body, int Title, string? SourceName, DateLine? Date);

/// <summary>Finds the heads of stories on a page.</summary>
internal static class StoryHeads
{
    /// <summary>A head has a source, a time, the source again, a byline, a headline and a mark or two between them.</summary>
    private const int LongestHead = 8;

    /// <summary>A headline has at least so many words; shorter lines are sources and kickers.</summary>
    private const int ShortestTitle = 3;

    /// <summary>The heads that stand before the prose of <paramref name="units"/>, in order.</summary>
    public static List<StoryHead> Find(List<TextUnit> units)
    {
        var heads = new List<StoryHead>();
        for (var i = 1; i < units.Count; i++)
        {
            if (units[i].IsProse && !units[i - 1].IsProse && Before(units, i) is { } head && (heads.Count == 0 || head.Start > heads[^1].Body))
            {
                heads.Add(head);
            }
        }

        return heads;
    }

    private static StoryHead? Before(List<TextUnit> units, int body)
    {
        var parts = new Parts();
        var start = body;
        for (var i = body - 1; i >= 0 && i >= body - LongestHead; i--)
        {
            if (!parts.TryTake(units[i], i))
            {
                break;
            }

            start = i;
        }

        return parts.Head(units, start, body);
    }

    /// <summary>What was met on the way up from the prose.</summary>
    private sealed class Parts
    {
        private readonly List<int> _lines = [];
        private DateLine? _date;
        private int _dateAt = -1;
        private string? _dateSource;

        public bool TryTake(TextUnit unit, int index)
        {
            if (unit.Opens != SectionKind.None || unit.IsProse || unit.Kind is BlockKind.Table or BlockKind.ListItem or BlockKind.Caption)
            {
                // "- The Velm Courier" is a source line although it looks like an item of a list.
                return unit.Kind == BlockKind.ListItem && unit.Words <= 6 && TryTakeLine(unit, index);
            }

            if (unit.Date is { } date)
            {
                if (_date is not null)
                {
                    return false;
                }

                (_date, _dateAt) = (date, index);
                _dateSource = date.Rest.FirstOrDefault(r => !r.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && LineTraits.IsNameLike(r, 6));
                return true;
            }

            if (unit.Kind is BlockKind.Byline or BlockKind.Furniture)
            {
                // Bylines, categories ("Politics") and marks such as "•" stand between the parts.
                var isBetween = unit.Kind == BlockKind.Byline || unit.Words == 0 || PagePhrases.FurnitureLines.Contains(unit.Normal);
                return isBetween || (LineTraits.IsOutletLike(Bare(unit)) && TryTakeLine(unit, index));
            }

            return TryTakeLine(unit, index);
        }

        public StoryHead? Head(List<TextUnit> units, int start, int body)
        {
            if (_date is null)
            {
                return null;
            }

            var names = _lines.Where(i => LineTraits.IsNameLike(Bare(units[i]), 6)).ToList();
            var repeated = names.FirstOrDefault(i => names.Any(k => k != i && Bare(units[k]) == Bare(units[i])), -1);
            var source = repeated >= 0 ? repeated : names.FirstOrDefault(i => LineTraits.IsOutletLike(Bare(units[i])), -1);
            if (source < 0 && _dateSource is null && _date.Age is not null)
            {
                // An unknown name right above an age, with the headline below both, is a source.
                source = names.FirstOrDefault(i => i == _dateAt - 1 && _lines.Exists(k => k > _dateAt), -1);
            }

            var sourceName = source >= 0 ? Bare(units[source]) : _dateSource;
            var titles = _lines.Where(i => units[i].Words >= ShortestTitle && Bare(units[i]) != sourceName && LineTraits.LooksLikeHeading(units[i])).ToList();

            // The headline nearest to the prose; but of two below each other the upper one, the lower is a standfirst.
            var title = titles.Count == 0 ? -1 : titles.Count > 1 && titles[0] - titles[1] == 1 ? titles[1] : titles[0];
            if (title < 0)
            {
                return null;
            }

            var used = _lines.Where(i => i == title || (sourceName is not null && Bare(units[i]) == sourceName)).Append(_dateAt);
            return new StoryHead(used.Min(), body, title, sourceName, _date);
        }

        private bool TryTakeLine(TextUnit unit, int index)
        {
            if (_lines.Count >= 4 || unit.Words > LineTraits.LongestHeading)
            {
                return false;
            }

            _lines.Add(index);
            return true;
        }

    }

    /// <summary>The words of a source line, without "- ", "Source:" and "via".</summary>
    internal static string Bare(TextUnit unit)
    {
        var text = unit.Visible;
        text = text[UnitClassifier.ListMarkerLength(text)..].Trim();
        foreach (var lead in (ReadOnlySpan<string>)["Source:", "From:", "Via ", "via ", "From "])
        {
            if (text.StartsWith(lead, StringComparison.Ordinal) && text.Length > lead.Length)
            {
                return text[lead.Length..].Trim();
            }
        }

        return text;
    }
}
