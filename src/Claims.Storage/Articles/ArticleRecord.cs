using System.Text.Json;
using Claims.Core.Articles;
using Claims.Storage.Serialization;

namespace Claims.Storage.Articles;

/// <summary>A row of an article with its source.</summary>
internal sealed class ArticleRecord
{
    public ArticleId Id { get; init; }

    public string Url { get; init; } = "";

    public int Revision { get; init; }

    public SourceId SourceId { get; init; }

    public string SourceName { get; init; } = "";

    public SourceKind SourceKind { get; init; }

    public string? SourceDomain { get; init; }

    public string? Title { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset Fetched { get; init; }

    public string ContentHash { get; init; } = "";

    public string Text { get; init; } = "";

    public string Details { get; init; } = "";

    public int DocumentCount { get; init; }

    public int ClaimCount { get; init; }

    public Article ToArticle()
    {
        var details = JsonSerializer.Deserialize(Details, StoredJson.Default.ArticleDetails)!;
        return new()
        {
            Id = Id,
            Url = Url,
            Revision = Revision,
            Source = new(SourceId, SourceName, SourceKind, SourceDomain),
            Title = Title,
            Published = Published,
            Fetched = Fetched,
            ContentHash = ContentHash,
            Text = Text,
            Blocks = details.Blocks,
            Warnings = details.Warnings,
            Modified = details.Modified,
            Byline = details.Byline,
            Language = details.Language,
        };
    }

    public ArticleHeader ToHeader() => new(Id, Url, Revision, new(SourceId, SourceName, SourceKind, SourceDomain), Title, Published, Fetched, DocumentCount, ClaimCount);
}
