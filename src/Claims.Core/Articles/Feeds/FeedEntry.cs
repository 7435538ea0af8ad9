using System.Collections.Immutable;

namespace Claims.Core.Articles.Feeds;

/// <summary>One entry of a feed as it was written.</summary>
public sealed record FeedEntry
{
    /// <summary>Headline as plain text, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Address of the page, absolute where the feed allows to tell; or null.</summary>
    public string? Link { get; init; }

    /// <summary>The entry's own identifier, or null.</summary>
    public string? Id { get; init; }

    /// <summary>When it was published, or null.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, or null.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Author { get; init; }

    /// <summary>The outlet that an aggregating feed took it from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The longest of its contents and summaries, as HTML, or null.</summary>
    public string? Html { get; init; }
}

/// <summary>What was read of a feed.</summary>
/// <param name="IsFeed">Whether the document is a feed at all.</param>
/// <param name="Title">Title of the feed as plain text, or null.</param>
/// <param name="Link">Address of the site that it belongs to, or null.</param>
/// <param name="Language">Language that it declares, or null.</param>
/// <param name="Entries">The entries up to where it could be read.</param>
/// <param name="Problem">What is wrong with it ("It breaks off at line 7: …"), or null.</param>
public sealed record ParsedFeed(bool IsFeed, string? Title, string? Link, string? Language, ImmutableArray<FeedEntry> Entries, string? Problem);
