using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Comparison;
using Claims.Storage.Grouping;
using Claims.Web.Api;
using Claims.Web.Presentation;
using Claims.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Groups;

/// <summary>One group: its claims by time of publication, its conflicts, and what people said of who belongs to it.</summary>
public sealed class DetailModel(IClaimsDatabase database, ClaimsOptions options) : PageModel
{
    private const int PageSize = 100;
    private const int ShownConflicts = 15;

    /// <summary>The group.</summary>
    public GroupSummary Group { get; private set; } = null!;

    /// <summary>Its claims on this page.</summary>
    public IReadOnlyList<ClaimInContext> Claims { get; private set; } = [];

    /// <summary>Its conflicts, highest rank first.</summary>
    public ConflictPage Conflicts { get; private set; } = new([], 0);

    /// <summary>What people said of its claims, newest first.</summary>
    public IReadOnlyList<TieAct> Acts { get; private set; } = [];

    /// <summary>Its main figure over time, or null.</summary>
    public FigureTimeline? Figures { get; private set; }

    /// <summary>The way to more claims.</summary>
    public Pager Pager { get; private set; } = null!;

    /// <summary>Why nothing was stored, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What was just done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>Shows the group.</summary>
    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] int at = 1, [FromQuery] string? done = null, CancellationToken cancel = default)
    {
        Done = done switch
        {
            "split" => "Split. What was compared between the two is out of the queue; decisions already made stay.",
            "pinned" => "Tied together. The workers compare them now.",
            "undone" => "Taken back. The workers compare these claims again.",
            _ => null,
        };
        return await LoadAsync(id, at, cancel) ? Page() : NotFound();
    }

    /// <summary>Takes the ticked claims out of the group, or ties them together.</summary>
    public async Task<IActionResult> OnPostTieAsync(string id, string[]? claims, string? tie, string? note, CancellationToken cancel)
    {
        if (!await LoadAsync(id, 1, cancel))
        {
            return NotFound();
        }

        var members = (await database.Groups.ClaimsOfAsync(Group.Id, cancel)).Select(claim => claim.Claim.Id).ToList();
        var ticked = members.Where(member => (claims ?? []).Contains(member.Value)).ToList();
        var others = members.Except(ticked).ToList();
        if (QueueFilter.Parse<TieKind>(tie) is not { } kind)
        {
            return Refuse("Choose whether the ticked claims are split off or tied together.");
        }

        if (note?.Length > ConflictsApi.LongestNote)
        {
            return Refuse($"A note takes at most {ConflictsApi.LongestNote:N0} characters; this one has {note.Length:N0}.");
        }

        if (kind == TieKind.Apart ? ticked.Count == 0 || others.Count == 0 : ticked.Count < 2)
        {
            return Refuse(kind == TieKind.Apart ? "Tick the claims that do not belong here, and leave at least one that does." : "Tick at least two claims that are about the same thing.");
        }

        IReadOnlyList<ClaimPair> pairs = kind == TieKind.Apart
            ? [.. ticked.SelectMany(claim => others.Select(other => ClaimPair.Ordered(claim, other)))]
            : [.. ticked.Skip(1).Select(claim => ClaimPair.Ordered(ticked[0], claim))];
        await database.Ties.AddAsync(kind, pairs, options.Reviewer, ConflictsApi.NoteOf(note), cancel);
        return await ToGroupOfAsync(kind == TieKind.Apart ? others : ticked, kind == TieKind.Apart ? "split" : "pinned", cancel);
    }

    /// <summary>Takes back what somebody said.</summary>
    public async Task<IActionResult> OnPostUndoAsync(string id, string? act, CancellationToken cancel)
    {
        if (!await LoadAsync(id, 1, cancel))
        {
            return NotFound();
        }

        return string.IsNullOrWhiteSpace(act) || await database.Ties.UndoAsync(act, options.Reviewer, cancel) is null
            ? Refuse("That was taken back already.")
            : await ToGroupOfAsync([.. Claims.Select(claim => claim.Claim.Id)], "undone", cancel);
    }

    private async Task<bool> LoadAsync(string id, int at, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(id) || await database.Groups.FindAsync(id, cancel) is not { } group)
        {
            return false;
        }

        Group = group;
        var claims = await database.Groups.ClaimsOfAsync(group.Id, cancel);
        var last = Math.Max(1, (claims.Count + PageSize - 1) / PageSize);
        at = Math.Clamp(at, 1, last);
        Claims = [.. claims.Skip((at - 1) * PageSize).Take(PageSize)];
        Pager = new(at, last, page => $"/groups/{group.Id}?at={page}");
        Conflicts = await database.Conflicts.ListAsync(new ConflictQuery { Group = group.Id, Status = null, Take = ShownConflicts }, cancel);
        Figures = FigureTimeline.Of(claims, await database.Conflicts.SupersededAsync([.. claims.Select(claim => claim.Claim.Id)], cancel));
        Acts = await database.Ties.OfClaimsAsync([.. claims.Select(claim => claim.Claim.Id)], cancel);
        return true;
    }

    /// <summary>A split can leave the group under another key, or end it: go where its claims are now.</summary>
    private async Task<IActionResult> ToGroupOfAsync(IReadOnlyList<ClaimId> claims, string done, CancellationToken cancel) =>
        await database.Groups.OfClaimsAsync(claims, cancel) is [var group, ..] ? LocalRedirect($"/groups/{group}?done={done}") : LocalRedirect("/groups");

    private PageResult Refuse(string why)
    {
        Refusal = why;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
