using System.Collections.Immutable;

namespace Claims.Core.Articles.Html;

/// <summary>What a web page says, without what stands around it.</summary>
public sealed record MainContent
{
    /// <summary>The main text: blocks, set apart by blank lines, the title not among them.</summary>
    public required string Text { get; init; }

    /// <summary>What each part of <see cref="Text"/> is, by its markup.</summary>
    public required ImmutableArray<TextBlock> Blocks { get; init; }

    /// <summary>The headline, without the outlet's name that page titles add; or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, without "by"; or null.</summary>
    public string? Byline { get; init; }

    /// <summary>Name of the site or publisher, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The page's own address for itself (canonical link), or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published, or null.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, or null.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The language it declares, as a BCP 47 tag; or null.</summary>
    public string? Language { get; init; }

    /// <summary>Reads a page. Pure; ends soon whatever the markup.</summary>
    /// <param name="html">The page.</param>
    /// <param name="problem">Why there is no content, else null.</param>
    public static MainContent? Read(string html, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var page = HtmlPage.Parse(html, out problem);
        if (page is null)
        {
            return null;
        }

        var metadata = PageMetadata.Of(page);
        var (content, byline) = page.Body is { } body ? Find(body, metadata.Title) : (null, null);
        var writer = new BlockWriter();
        if (content is not null)
        {
            writer.Write(content);
        }

        return new MainContent
        {
            Text = writer.Text,
            Blocks = writer.Found,
            Title = metadata.Title,
            Byline = metadata.Byline ?? PageMetadata.CleanByline(byline),
            Source = metadata.Source,
            Url = metadata.Url,
            Published = metadata.Published,
            Modified = metadata.Modified,
            Language = metadata.Language,
        };
    }

    /// <summary>Reads a piece of HTML that is all content, such as a feed's entry. Pure; ends soon whatever the markup.</summary>
    /// <param name="html">The piece.</param>
    /// <param name="title">Its headline, which becomes the first block; or null.</param>
    public static MainContent ReadFragment(string html, string? title)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var page = HtmlPage.Parse(html, out _);
        var writer = new BlockWriter();
        if (!string.IsNullOrWhiteSpace(title))
        {
            writer.Add(title, BlockKind.Title);
        }

        if (page?.Body is { } body)
        {
            writer.Write(ContentNode.Of(body));
        }

        return new MainContent { Text = writer.Text, Blocks = writer.Found, Title = title };
    }

    /// <summary>The text with the headline as its first block, as an article keeps it.</summary>
    public (string Text, ImmutableArray<TextBlock> Blocks) WithTitle()
    {
        if (Title is null || Text.Length == 0 || (Blocks.Length > 0 && Blocks[0].Kind == BlockKind.Title))
        {
            return (Text, Blocks);
        }

        var head = Reading.TextNormalizer.Normalize(Title) + "\n\n";
        return (head + Text, [new TextBlock(new TextSpan(0, head.Length - 2), BlockKind.Title), .. Blocks.Select(b => b with { Span = b.Span.Shift(head.Length) })]);
    }

    /// <summary>A page is given up on for the next gentler way of cleaning where it leaves less text than this.</summary>
    private const int EnoughText = 500;

    private static (ContentNode? Content, string? Byline) Find(AngleSharp.Dom.IElement body, string? title)
    {
        (ContentNode? Content, string? Byline, int Length) best = (null, null, -1);
        foreach (var strictness in Enum.GetValues<ContentFinder.Strictness>())
        {
            // Looking takes the tree apart, so each try has its own.
            var finder = new ContentFinder(ContentNode.Of(body), title, strictness);
            var content = finder.Find();
            ContentCleaner.Clean(content, strictness < ContentFinder.Strictness.IgnoreClasses, strictness < ContentFinder.Strictness.KeepAll);
            var length = content.Counts.Length;
            if (length >= EnoughText)
            {
                return (content, finder.Byline);
            }

            best = length > best.Length ? (content, finder.Byline, length) : best;
        }

        return (best.Content, best.Byline);
    }
}
