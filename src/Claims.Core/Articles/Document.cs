using System.Collections.Immutable;

namespace Claims.Core.Articles;

/// <summary>One story inside an article. Most pages hold one; an aggregator's page holds several, each with its own source.</summary>
public sealed record Document
{
    /// <summary>Key: article and position of the story.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>The article it stands in.</summary>
    public required ArticleId ArticleId { get; init; }

    /// <summary>Position of the story in the article, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>From the first to the last block of the story in <see cref="Article.Text"/>.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The story's own source where the page names one, else null: the article's source.</summary>
    public Source? Source { get; init; }

    /// <summary>Headline, or null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>When the story was published, UTC; null when nothing says so.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Every block of the story in order, furniture included, so that a person can see what was left out and as what.</summary>
    public ImmutableArray<TextBlock> Blocks { get; init; } = [];

    /// <summary>The key of the story at a position of an article.</summary>
    public static DocumentId IdOf(ArticleId article, int ordinal) => new(Identity.ContentId.Of("document", article.Value, ordinal.ToString()));
}
