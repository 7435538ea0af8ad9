using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Storage.Serialization;

namespace Claims.Storage.Extraction;

/// <summary>A row of a claim with its story.</summary>
internal sealed class ClaimRecord
{
    public ClaimId Id { get; init; }

    public DocumentId DocumentId { get; init; }

    public ArticleId ArticleId { get; init; }

    public int Ordinal { get; init; }

    public int SpanStart { get; init; }

    public int SpanLength { get; init; }

    public string Quote { get; init; } = "";

    public string Text { get; init; } = "";

    public Modality Modality { get; init; }

    public bool IsAffirmative { get; init; }

    public string? Subject { get; init; }

    public string? Predicate { get; init; }

    public double CheckWorthiness { get; init; }

    public double Confidence { get; init; }

    public string Details { get; init; } = "";

    public bool IsRetired { get; init; }

    public SourceId SourceId { get; init; }

    public string SourceName { get; init; } = "";

    public SourceKind SourceKind { get; init; }

    public string? SourceDomain { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? DocumentTitle { get; init; }

    public string? VectorModel { get; init; }

    public byte[]? Vector { get; init; }

    /// <summary>The columns of a claim as parameters of an INSERT.</summary>
    public static object Parameters(Claim claim, string version) => new
    {
        id = claim.Id,
        document = claim.DocumentId,
        article = claim.ArticleId,
        ordinal = claim.Ordinal,
        start = claim.Span.Start,
        length = claim.Span.Length,
        quote = claim.Quote,
        text = claim.Text,
        modality = claim.Modality.ToString(),
        affirmative = claim.IsAffirmative,
        subject = claim.Subject,
        predicate = claim.Predicate,
        speaker = claim.Attribution.Primary?.Name,
        worthiness = claim.CheckWorthiness,
        confidence = claim.Confidence,
        details = JsonSerializer.Serialize(
            new ClaimDetails(
                claim.Sentence, claim.Prefix, claim.Suffix, claim.Attribution, claim.Objects, claim.Quantities,
                claim.Time, claim.Places, claim.Names, claim.Context, claim.CheckReasons, claim.Arithmetic.IsDefaultOrEmpty ? null : claim.Arithmetic),
            StoredJson.Default.ClaimDetails),
        version,
    };

    public ClaimInContext ToClaimInContext() =>
        new(ToClaim(), new(SourceId, SourceName, SourceKind, SourceDomain), Published, DocumentTitle)
        {
            Vector = VectorModel is not null && Vector is not null ? new(VectorModel, Vector) : null,
        };

    private Claim ToClaim()
    {
        var details = JsonSerializer.Deserialize(Details, StoredJson.Default.ClaimDetails)!;
        return new()
        {
            Id = Id,
            DocumentId = DocumentId,
            ArticleId = ArticleId,
            Ordinal = Ordinal,
            Span = new(SpanStart, SpanLength),
            Sentence = details.Sentence,
            Quote = Quote,
            Prefix = details.Prefix,
            Suffix = details.Suffix,
            Text = Text,
            Attribution = details.Attribution,
            Modality = Modality,
            IsAffirmative = IsAffirmative,
            Subject = Subject,
            Predicate = Predicate,
            Objects = details.Objects,
            Quantities = details.Quantities,
            Time = details.Time,
            Places = details.Places,
            Names = details.Names,
            Context = details.Context,
            CheckWorthiness = CheckWorthiness,
            CheckReasons = details.CheckReasons,
            Arithmetic = details.Arithmetic ?? [],
            Confidence = Confidence,
        };
    }
}
