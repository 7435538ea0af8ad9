using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Comparison;
using Claims.Storage.Grouping;
using Claims.Storage.Review;
using Claims.Web.Api;
using Claims.Web.Presentation;
using Claims.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Conflicts;

/// <summary>One conflict: both sides in their paragraphs, why it was flagged, and the decision.</summary>
public sealed class DetailModel(IClaimsDatabase database, ClaimsOptions options) : PageModel
{
    /// <summary>Most other claims of the group that are shown here; the group's page shows all.</summary>
    public const int ShownGroupClaims = 12;

    /// <summary>The conflict.</summary>
    public ConflictDetail Detail { get; private set; } = null!;

    /// <summary>The queue it is read in.</summary>
    public QueueFilter Filter { get; private set; } = new();

    /// <summary>Where it stands in that queue.</summary>
    public QueuePlace Place { get; private set; } = null!;

    /// <summary>The group it belongs to, or null.</summary>
    public GroupSummary? Group { get; private set; }

    /// <summary>Other claims of the group by time of publication.</summary>
    public IReadOnlyList<ClaimInContext> OtherClaims { get; private set; } = [];

    /// <summary>The group's main figure over time, or null.</summary>
    public FigureTimeline? Figures { get; private set; }

    /// <summary>What was just decided, or null.</summary>
    public DecidedNotice? Decided { get; private set; }

    /// <summary>Whether the decision of this conflict was just taken back.</summary>
    public bool Undone { get; private set; }

    /// <summary>Whether there is a decision of this reviewer that can be taken back.</summary>
    public bool CanUndoLast { get; private set; }

    /// <summary>Why a decision was not stored, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Who decided what since the reviewer read the page, newest last; empty when nobody did.</summary>
    public IReadOnlyList<Verdict> Meanwhile { get; private set; } = [];

    /// <summary>The note as it was sent, so that a refused decision does not lose it.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The verdict that stands, or null.</summary>
    public Verdict? Standing { get; private set; }

    /// <summary>Shows the conflict.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string? done, string? undone, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Undone = undone is not null && Standing is null;
        if (!string.IsNullOrWhiteSpace(done) && done != Detail.Row.Id.Value)
        {
            Decided = DecidedNotice.Of(await database.Conflicts.FindAsync(done, cancel), Filter);
        }

        return Page();
    }

    /// <summary>Stores a decision and goes on to the next conflict of the queue.</summary>
    public async Task<IActionResult> OnPostDecideAsync(string id, string? decision, string? note, int? version, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Note = note ?? "";
        if (QueueFilter.Parse<Decision>(decision) is not { } chosen || version is null)
        {
            return Refuse(StatusCodes.Status400BadRequest, "Choose one of the decisions.");
        }

        if (Note.Length > ConflictsApi.LongestNote)
        {
            return Refuse(StatusCodes.Status400BadRequest, $"A note takes at most {ConflictsApi.LongestNote:N0} characters; this one has {Note.Length:N0}.");
        }

        try
        {
            await database.Verdicts.DecideAsync(Detail.Row.Id, chosen, options.Reviewer, ConflictsApi.NoteOf(Note), version, cancel);
        }
        catch (VersionConflictException)
        {
            return await RefuseStaleAsync(id, version.Value, cancel);
        }

        // The next one was found before this one left the queue.
        var done = ("done", Detail.Row.Id.Value);
        return LocalRedirect((Place.Next ?? Place.Previous) is { } next ? Filter.ConflictUrl(next, done) : Filter.QueueUrl(done));
    }

    /// <summary>Takes back the decision that stands, when it is the one that the reviewer saw.</summary>
    public async Task<IActionResult> OnPostUndoAsync(string id, int? version, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (version is { } seen && seen != Detail.Version)
        {
            return await RefuseStaleAsync(id, seen, cancel);
        }

        return await database.Verdicts.UndoAsync(Detail.Row.Id, options.Reviewer, cancel) is null
            ? Refuse(StatusCodes.Status409Conflict, "There is no decision to undo here.")
            : LocalRedirect(Filter.ConflictUrl(Detail.Row.Id, ("undone", "1")));
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(id) || await database.Conflicts.FindAsync(id, cancel) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        Filter = QueueFilter.Read(Request.Query);
        Place = await database.Conflicts.PlaceAsync(Filter.ToQuery(), detail.Row, cancel);
        Standing = detail.Row.Decision is null ? null : detail.History.LastOrDefault(v => v.Decision is not null && detail.History.All(other => other.Undoes != v.Id));
        CanUndoLast = Standing is null && await database.Verdicts.LastDecidedByAsync(options.Reviewer, cancel) is not null;
        if (detail.Row.Group is { } group)
        {
            Group = await database.Groups.FindAsync(group.Value, cancel);
            var claims = await database.Groups.ClaimsOfAsync(group, cancel);
            Figures = detail.Row.Kind == ConflictKind.Count
                ? FigureTimeline.Of(claims, await database.Conflicts.SupersededAsync([.. claims.Select(c => c.Claim.Id)], cancel))
                : null;
            OtherClaims = [.. claims.Where(c => c.Claim.Id != detail.Row.A.Id && c.Claim.Id != detail.Row.B.Id)];
        }

        return true;
    }

    private async Task<IActionResult> RefuseStaleAsync(string id, int seen, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Meanwhile = [.. Detail.History.TakeLast(Math.Max(0, Detail.Version - seen))];
        return Refuse(StatusCodes.Status409Conflict, "This conflict changed while you were reading it, so nothing of yours was stored. Look again, then decide or go on.");
    }

    private PageResult Refuse(int status, string why)
    {
        Refusal = why;
        Response.StatusCode = status;
        return Page();
    }
}
