using System.Collections.Immutable;

namespace Claims.Core.Articles.Splitting;

/// <summary>One story of a page as its layout shows it.</summary>
/// <param name="Span">From its first to its last block.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="SourceName">The source that its head names, or null.</param>
/// <param name="Date">The date line that speaks of it, or null.</param>
/// <param name="PageDate">On the first story: the absolute date that the top or end of the page gives, or null.</param>
/// <param name="Byline">Who wrote it, or null.</param>
/// <param name="Blocks">All its blocks in order.</param>
internal sealed record Story(TextSpan Span, string? Title, string? SourceName, DateLine? Date, DateLine? PageDate, string? Byline, ImmutableArray<TextBlock> Blocks);

/// <summary>The stories of a page, found from its text and what its markup says of it.</summary>
internal static class PageLayout
{
    /// <summary>Finds the stories of <paramref name="text"/>: none where it holds white space only, else at least one.</summary>
    /// <param name="text">The page.</param>
    /// <param name="blocks">What its markup says; empty for plain text.</param>
    /// <param name="knownTitle">The title that is known from elsewhere, to find its line by; or null.</param>
    public static ImmutableArray<Story> Find(string text, ImmutableArray<TextBlock> blocks, string? knownTitle)
    {
        var units = UnitScanner.Scan(text, blocks);
        if (units.Count == 0)
        {
            return [];
        }

        units.ForEach(UnitClassifier.ClassifyAlone);
        var heads = StoryHeads.Find(units);
        var stories = ImmutableArray.CreateBuilder<Story>();
        var starts = Starts(units, heads);
        for (var s = 0; s < starts.Count; s++)
        {
            var end = s + 1 < starts.Count ? starts[s + 1].Start : units.Count;
            stories.Add(Make(text, units, starts[s].Start, end, starts[s].Head, s == 0 ? knownTitle : null));
        }

        return stories.ToImmutable();
    }

    /// <summary>Where stories begin: the top of the page, and every head with a source that has prose of a story above it.</summary>
    private static List<(int Start, StoryHead? Head)> Starts(List<TextUnit> units, List<StoryHead> heads)
    {
        var starts = new List<(int, StoryHead?)>();
        var first = units.FindIndex(u => u.IsProse);
        foreach (var head in heads)
        {
            if (head.Body == first || head.Start <= first)
            {
                starts.Insert(0, (0, head));
            }
            else if (head.SourceName is not null)
            {
                starts.Add((head.Start, head));
            }
        }

        if (starts.Count == 0 || starts[0].Item1 != 0)
        {
            starts.Insert(0, (0, null));
        }

        return starts;
    }

    private static Story Make(string text, List<TextUnit> units, int start, int end, StoryHead? head, string? knownTitle)
    {
        var title = head?.Title ?? -1;
        if (knownTitle is not null)
        {
            var normal = LineTraits.Normalize(knownTitle);
            var at = units.FindIndex(start, end - start, u => u.Normal == normal && u.Words > 0);
            title = at >= 0 ? at : title;
        }

        for (var i = head?.Start ?? end; i < (head?.Body ?? end); i++)
        {
            if (i != title && StoryHeads.Bare(units[i]) == head!.SourceName)
            {
                units[i].Kind = BlockKind.Byline;
            }
        }

        SectionPass.Classify(units, start, end, title);
        PullQuotes.Mark(units, start, end);
        if (title < 0)
        {
            title = units.FindIndex(start, end - start, u => u.Kind == BlockKind.Title);
        }

        var blocks = Blocks(text, units, start, end);
        return new Story(
            TextSpan.FromBounds(blocks[0].Span.Start, blocks[^1].Span.End),
            title >= 0 ? TitleOf(units[title]) : null,
            head?.SourceName is { } name && (start > 0 || LineTraits.IsOutletLike(name) || head.Date?.Age is not null) ? name : null,
            head?.Date ?? DateOf(units, start, end),
            start == 0 && DateOf(units, start, end) is { Date: not null } pageDate ? pageDate : null,
            BylineOf(units, start, end),
            blocks);
    }

    /// <summary>The headline without the outlet's name that titles of pages add ("Ferry sinks - The Velm Courier").</summary>
    private static string TitleOf(TextUnit unit)
    {
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " » "])
        {
            var at = unit.Visible.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && LineTraits.CountWords(unit.Visible.AsSpan(0, at)) >= 3 && LineTraits.IsOutletLike(unit.Visible[(at + separator.Length)..].Trim()))
            {
                return unit.Visible[..at].Trim();
            }
        }

        return unit.Visible;
    }

    /// <summary>The story's date line: above its prose, else below it, never one that a list of links shows.</summary>
    private static DateLine? DateOf(List<TextUnit> units, int start, int end)
    {
        var body = units.FindIndex(start, end - start, u => u.IsProse);
        body = body < 0 ? end : body;
        var title = units.FindIndex(start, body - start, u => u.Kind == BlockKind.Title);

        // Below the headline first; above it the nearest.
        var above = Enumerable.Range(start, body - start).Where(i => units[i].Date is not null).OrderBy(i => i > title ? i : units.Count + body - i).Select(i => units[i].Date!).ToList();
        if ((above.Find(d => d is { IsModified: false, Date: not null }) ?? above.Find(d => !d.IsModified)) is { } published)
        {
            return published;
        }

        var below = units.Take(end).Skip(body).TakeWhile(u => u.Opens is SectionKind.None or SectionKind.Author).Select(u => u.Date).FirstOrDefault(d => d is { IsModified: false });
        return below ?? above.FirstOrDefault();
    }

    private static string? BylineOf(List<TextUnit> units, int start, int end)
    {
        var line = units.Take(end).Skip(start).FirstOrDefault(u => u.Kind == BlockKind.Byline && u.Normal.StartsWith("by ", StringComparison.Ordinal));
        var names = line?.Visible[3..].Split(['|', '•', '·'])[0].Trim();
        return string.IsNullOrEmpty(names) ? null : names;
    }

    private static ImmutableArray<TextBlock> Blocks(string text, List<TextUnit> units, int start, int end)
    {
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        for (var i = start; i < end; i++)
        {
            var unit = units[i];
            var kind = unit.Kind!.Value;
            var content = unit.Span;
            if (kind == BlockKind.ListItem && unit.ContentStart > unit.Span.Start)
            {
                blocks.Add(new TextBlock(MarkerOf(text, unit), BlockKind.Furniture));
                content = TextSpan.FromBounds(unit.ContentStart, unit.Span.End);
            }

            if (kind is BlockKind.Paragraph or BlockKind.ListItem)
            {
                blocks.AddRange(ParagraphCutter.Cut(text, content, kind));
            }
            else
            {
                blocks.Add(new TextBlock(content, kind));
            }
        }

        return blocks.ToImmutable();
    }

    private static TextSpan MarkerOf(string text, TextUnit unit)
    {
        var end = unit.ContentStart;
        while (end > unit.Span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(unit.Span.Start, end);
    }
}
