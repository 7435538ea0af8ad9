using System.Collections.Immutable;
using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage.Serialization;

namespace Claims.Storage.Comparison;

/// <summary>A row of the queue with both sides.</summary>
internal sealed class ConflictRecord
{
    public ConflictId Id { get; init; }

    public Relation Relation { get; init; }

    public ConflictKind Kind { get; init; }

    public string? Axis { get; init; }

    public double Severity { get; init; }

    public double Confidence { get; init; }

    public string Reasons { get; init; } = "[]";

    public string ComparedBy { get; init; } = "";

    public ConflictStatus Status { get; init; }

    public Decision? Decision { get; init; }

    public int Version { get; init; }

    public ConflictId? InheritsFrom { get; init; }

    public ConflictId? Reopens { get; init; }

    public DateTimeOffset Found { get; init; }

    public GroupId? GroupId { get; init; }

    public ClaimId ClaimA { get; init; }

    public ArticleId ArticleA { get; init; }

    public string QuoteA { get; init; } = "";

    public int StartA { get; init; }

    public int LengthA { get; init; }

    public string? SpeakerA { get; init; }

    public string? TitleA { get; init; }

    public string UrlA { get; init; } = "";

    public DateTimeOffset? PublishedA { get; init; }

    public SourceId SourceIdA { get; init; }

    public string SourceNameA { get; init; } = "";

    public SourceKind SourceKindA { get; init; }

    public string? SourceDomainA { get; init; }

    public ClaimId ClaimB { get; init; }

    public ArticleId ArticleB { get; init; }

    public string QuoteB { get; init; } = "";

    public int StartB { get; init; }

    public int LengthB { get; init; }

    public string? SpeakerB { get; init; }

    public string? TitleB { get; init; }

    public string UrlB { get; init; } = "";

    public DateTimeOffset? PublishedB { get; init; }

    public SourceId SourceIdB { get; init; }

    public string SourceNameB { get; init; } = "";

    public SourceKind SourceKindB { get; init; }

    public string? SourceDomainB { get; init; }

    public ConflictRow ToRow()
    {
        var reasons = JsonSerializer.Deserialize(Reasons, StoredJson.Default.ImmutableArrayReason);
        return new(
            Id, Kind, Axis, Severity, Confidence, Status, Decision,
            new(ClaimA, ArticleA, QuoteA, new(SourceIdA, SourceNameA, SourceKindA, SourceDomainA), SpeakerA, TitleA, UrlA, PublishedA)
            {
                Span = new(StartA, LengthA),
            },
            new(ClaimB, ArticleB, QuoteB, new(SourceIdB, SourceNameB, SourceKindB, SourceDomainB), SpeakerB, TitleB, UrlB, PublishedB)
            {
                Span = new(StartB, LengthB),
            },
            reasons.IsEmpty ? "" : reasons[0].Sentence,
            GroupId,
            Found)
        {
            Reasons = reasons,
        };
    }

    public ClaimComparison ToComparison() => new()
    {
        Id = Id,
        A = ClaimA,
        B = ClaimB,
        Relation = Relation,
        Kind = Kind,
        Axis = Axis,
        Severity = Severity,
        Confidence = Confidence,
        Reasons = JsonSerializer.Deserialize(Reasons, StoredJson.Default.ImmutableArrayReason),
    };
}
