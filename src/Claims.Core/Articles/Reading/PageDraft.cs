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

    /// <summary>The publisher as the page names it.</summary>
    public string? SourceName { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public string? Byline { get; init; }

    public string? Language { get; init; }

    public ImmutableArray<TextBlock> Blocks { get; init; } = [];

    public ImmutableArray<string> Warnings { get; init; } = [];
}
