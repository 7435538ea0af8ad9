using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage.Comparison;
using Claims.Web.Presentation;

namespace Claims.Web.Pages;

/// <summary>What a reviewer just did, with the way to take it back.</summary>
/// <param name="Conflict">The conflict that was decided.</param>
/// <param name="Reason">What it is about.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Version">The version it is at, so that only this decision is taken back.</param>
/// <param name="UndoUrl">Where the undo is posted.</param>
public sealed record DecidedNotice(ConflictId Conflict, string Reason, Decision Decision, int Version, string UndoUrl)
{
    /// <summary>The notice for a conflict whose decision stands, or null.</summary>
    public static DecidedNotice? Of(ConflictDetail? detail, QueueFilter filter) =>
        detail?.Row is { Decision: { } decision } row
            ? new(row.Id, row.Reason, decision, detail.Version, filter.ConflictUrl(row.Id, ("handler", "Undo")))
            : null;
}
