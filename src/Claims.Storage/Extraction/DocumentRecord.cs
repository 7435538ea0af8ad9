using System.Text.Json;
using Claims.Core.Articles;
using Claims.Storage.Serialization;

namespace Claims.Storage.Extraction;

/// <summary>A row of a document with its own source, where it has one.</summary>
internal sealed class DocumentRecord
{
    public DocumentId Id { get; init; }

    public ArticleId ArticleId { get; init; }

    public int Ordinal { get; init; }

    public int SpanStart { get; init; }

    public int SpanLength { get; init; }

    public SourceId? SourceId { get; init; }

    public string? SourceName { get; init; }

    public SourceKind? SourceKind { get; init; }

    public string? SourceDomain { get; init; }

    public string? Title { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string Details { get; init; } = "";

    public Document ToDocument() => new()
    {
        Id = Id,
        ArticleId = ArticleId,
        Ordinal = Ordinal,
        Span = new(SpanStart, SpanLength),
        Source = SourceId is { } id ? new(id, SourceName!, SourceKind!.Value, SourceDomain) : null,
        Title = Title,
        Published = Published,
        Blocks = JsonSerializer.Deserialize(Details, StoredJson.Default.DocumentDetails)!.Blocks,
    };
}
