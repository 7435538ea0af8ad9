using System.Collections.Immutable;

namespace Claims.Core.Articles;

/// <summary>One captured revision of one published page.</summary>
public sealed record Article
{
    /// <summary>Key: URL and content hash, so the same capture twice is one article.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>Where it was published; for a local file without a URL, its file URI.</summary>
    public required string Url { get; init; }

    /// <summary>Number of the revision of this URL, from 1 in order of capture.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Who published the page (an aggregator page names its stories' own sources in their documents).</summary>
    public required Source Source { get; init; }

    /// <summary>Title of the page where one is given or found.</summary>
    public string? Title { get; init; }

    /// <summary>When it says it was published, UTC; null when nothing says so.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it says it was last changed, UTC; null when nothing says so.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Who wrote it, as the page shows it, without "by".</summary>
    public string? Byline { get; init; }

    /// <summary>Language as a BCP 47 tag ("en", "en-GB"): what the page declares, else what its text is in; null when neither says.</summary>
    public string? Language { get; init; }

    /// <summary>When we captured it, UTC.</summary>
    public required DateTimeOffset Fetched { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The page as text. Every span of its claims points into this string; it never changes after capture.</summary>
    public required string Text { get; init; }

    /// <summary>What the page's markup says of its text, in order; empty for plain text, where the splitter finds blocks itself.</summary>
    public ImmutableArray<TextBlock> Blocks { get; init; } = [];

    /// <summary>What was odd about the page, in words for the operator ("no published date", "published in the future").</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The key of a capture.</summary>
    public static ArticleId IdOf(string url, string contentHash) => new(Identity.ContentId.Of("article", url, contentHash));
}
