using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage.Serialization;

namespace Claims.Storage.Comparison;

/// <summary>A row of a decided conflict with both sides.</summary>
internal sealed class DecidedRecord
{
    public ConflictId Root { get; init; }

    public Decision Decision { get; init; }

    public int Version { get; init; }

    public string? Axis { get; init; }

    public ConflictKind Kind { get; init; }

    public string Reasons { get; init; } = "[]";

    public ArticleId ArticleA { get; init; }

    public string UrlA { get; init; } = "";

    public int StartA { get; init; }

    public int LengthA { get; init; }

    public string QuoteA { get; init; } = "";

    public ArticleId ArticleB { get; init; }

    public string UrlB { get; init; } = "";

    public int StartB { get; init; }

    public int LengthB { get; init; }

    public string QuoteB { get; init; } = "";

    public DecidedConflict ToDecided() => new(
        Kind,
        Axis,
        new(ArticleA, UrlA, new(StartA, LengthA), QuoteA),
        new(ArticleB, UrlB, new(StartB, LengthB), QuoteB),
        JsonSerializer.Deserialize(Reasons, StoredJson.Default.ImmutableArrayReason));
}
