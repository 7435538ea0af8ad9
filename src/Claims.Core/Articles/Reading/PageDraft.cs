using System.Collections.Immutable;

namespace Claims.Core.Articles.Reading;

/// <summary>What a reader found of one page, before it is made an <see cref="Article"/>.</summary>
internal sealed record PageDraft
{
    /// <summary>The address of the page, absolute.</summary>
    public required string Url { get; init; }

    /// <summary>Its text. With <see cref="Blocks"/> it is already normalised, because they point into it.</summary>
    public required string Text { get; init; }

    public string? Title { get; init; }

    /// <summary>A page of plain text, with what its layout says of itself.</summary>
    public static PageDraft OfText(string url, string text) => new PageDraft { Url = url, Text = TextNormalizer.Normalize(text) }.WithLayout();

    /// <summary>The draft with what is not known yet taken from the layout of the text: title, byline, date.</summary>
    public PageDraft WithLayout()
    {
        var stories = Splitting.PageLayout.Find(Text, Blocks, Title);
        if (stories.IsEmpty)
        {
            return this;
        }

        var date = stories[0].PageDate;
        return this with
        {
            Title = Title ?? stories[0].Title,
            Byline = Byline ?? stories[0].Byline,
            Published = Published ?? (date is { IsModified: false } ? date.Date : null),
            Modified = Modified ?? (date is { IsModified: true } ? date.Date : null),
        };
    }

    /// <summary>The publisher as the page names it.</summary>
    public string? SourceName { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public string? Byline { get; init; }

    public string? Language { get; init; }

    /// <summary>The address that the page gives for itself, as it was written.</summary>
    public string? CanonicalUrl { get; init; }

    public ImmutableArray<TextBlock> Blocks { get; init; } = [];

    public ImmutableArray<string> Warnings { get; init; } = [];
}
