using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Review;
using Claims.Storage.Comparison;

namespace Claims.Web.Api;

/// <summary>A page of the queue.</summary>
public sealed record ConflictPageBody(int Total, int Skip, int Take, IReadOnlyList<ConflictBody> Conflicts)
{
    /// <summary>The page as the store gave it.</summary>
    public static ConflictPageBody Of(ConflictPage page, ConflictQuery query) =>
        new(page.Total, query.Skip, query.Take, [.. page.Rows.Select(ConflictBody.Of)]);
}

/// <summary>A conflict in the queue.</summary>
public sealed record ConflictBody(
    string Id,
    ConflictKind Kind,
    string? Axis,
    double Severity,
    double Confidence,
    ConflictStatus Status,
    Decision? Decision,
    string Reason,
    string? Group,
    DateTimeOffset Found,
    ClaimBody A,
    ClaimBody B)
{
    /// <summary>The row as the store gave it.</summary>
    public static ConflictBody Of(ConflictRow row) => new(
        row.Id.Value, row.Kind, row.Axis, row.Severity, row.Confidence, row.Status, row.Decision, row.Reason, row.Group?.Value, row.Found,
        ClaimBody.Of(row.A), ClaimBody.Of(row.B));
}

/// <summary>One side of a conflict in the queue.</summary>
public sealed record ClaimBody(string Id, string Article, string Quote, string Source, string? Speaker, string? Title, string Url, DateTimeOffset? Published)
{
    /// <summary>The side as the store gave it.</summary>
    public static ClaimBody Of(ClaimSummary claim) =>
        new(claim.Id.Value, claim.ArticleId.Value, claim.Quote, claim.Source.Name, claim.Speaker, claim.Title, claim.Url, claim.Published);
}

/// <summary>Everything about one conflict.</summary>
public sealed record ConflictDetailBody(
    ConflictBody Conflict,
    int Version,
    IReadOnlyList<ReasonBody> Reasons,
    PassageBody A,
    PassageBody B,
    IReadOnlyList<VerdictBody> History)
{
    /// <summary>The conflict as the store gave it.</summary>
    public static ConflictDetailBody Of(ConflictDetail detail) => new(
        ConflictBody.Of(detail.Row), detail.Version, [.. detail.Comparison.Reasons.Select(ReasonBody.Of)],
        PassageBody.Of(detail.A), PassageBody.Of(detail.B), [.. detail.History.Select(VerdictBody.Of)]);
}

/// <summary>A stretch of an article's text in UTF-16 code units.</summary>
public sealed record SpanBody(int Start, int Length)
{
    /// <summary>The span, or null.</summary>
    public static SpanBody? Of(TextSpan? span) => span is { } s ? new(s.Start, s.Length) : null;
}

/// <summary>Why a conflict was found; spans are in the text of each side's article.</summary>
public sealed record ReasonBody(string Rule, string Sentence, SpanBody? SpanA, SpanBody? SpanB, string? ValueA, string? ValueB)
{
    /// <summary>The reason as stored.</summary>
    public static ReasonBody Of(Reason reason) =>
        new(reason.Rule, reason.Sentence, SpanBody.Of(reason.SpanA), SpanBody.Of(reason.SpanB), reason.ValueA, reason.ValueB);
}

/// <summary>One side of a conflict in its paragraph.</summary>
public sealed record PassageBody(
    string Claim,
    string Text,
    SpanBody Span,
    Modality Modality,
    IReadOnlyList<SpeakerBody> SaidBy,
    string Paragraph,
    int ParagraphStart,
    int Revision,
    DateTimeOffset Fetched)
{
    /// <summary>The side as the store gave it.</summary>
    public static PassageBody Of(ClaimView view) => new(
        view.InContext.Claim.Id.Value, view.InContext.Claim.Text, SpanBody.Of(view.InContext.Claim.Span)!, view.InContext.Claim.Modality,
        [.. view.InContext.Claim.Attribution.Links.Select(l => new SpeakerBody(l.Name, l.Cue))],
        view.ParagraphText, view.Paragraph.Start, view.Article.Revision, view.Article.Fetched);
}

/// <summary>One link of the chain of who said it, the one nearest the page first.</summary>
public sealed record SpeakerBody(string Name, string Cue);

/// <summary>One entry of a conflict's history; a null decision takes back the entry that <paramref name="Undoes"/> names.</summary>
public sealed record VerdictBody(string Id, string Conflict, Decision? Decision, string? Undoes, string Reviewer, string? Note, DateTimeOffset At)
{
    /// <summary>The entry as stored.</summary>
    public static VerdictBody Of(Verdict verdict) =>
        new(verdict.Id.Value, verdict.ConflictId.Value, verdict.Decision, verdict.Undoes?.Value, verdict.Reviewer, verdict.Note, verdict.At);
}

/// <summary>A decision that is sent.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Note">The reviewer's note, at most 4,000 characters, or null.</param>
/// <param name="Version">The version that the reviewer saw; null decides whatever happened meanwhile.</param>
public sealed record DecisionRequest(Decision? Decision, string? Note, int? Version);

/// <summary>What the service is and how it does.</summary>
public sealed record HealthBody(string Status, string Database, int WaitingPages, int FailedPages);
