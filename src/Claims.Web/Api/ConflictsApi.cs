using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Comparison;
using Claims.Storage.Review;
using Claims.Web.Presentation;
using Claims.Workers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Claims.Web.Api;

/// <summary>The queue and its decisions for programs: /api/v1/conflicts.</summary>
public static class ConflictsApi
{
    /// <summary>Most characters of a note.</summary>
    public const int LongestNote = 4000;

    private const int LargestPage = 500;

    /// <summary>Maps the routes of the queue.</summary>
    public static void MapConflicts(this RouteGroupBuilder api)
    {
        api.MapGet("/conflicts", ListAsync).WithName("ListConflicts");
        api.MapGet("/conflicts/{id}", ReadAsync).WithName("ReadConflict");
        api.MapPost("/conflicts/{id}/decisions", DecideAsync).WithName("DecideConflict");
        api.MapPost("/conflicts/{id}/undo", UndoAsync).WithName("UndoDecision");
        api.MapPost("/undo", UndoLastAsync).WithName("UndoLastDecision");
    }

    /// <summary>A note as it is kept: without white space around it and without NUL, at which databases cut text; null when nothing is left.</summary>
    public static string? NoteOf(string? note) =>
        note?.Replace("\0", "").Trim() is { Length: > 0 } kept ? kept : null;

    private static async Task<Results<Ok<ConflictPageBody>, ValidationProblem>> ListAsync(
        IClaimsDatabase database, string? status, string? kind, string? source, string? q, int skip = 0, int take = 50, CancellationToken cancel = default)
    {
        var errors = new Dictionary<string, string[]>();
        var wantedStatus = QueueFilter.Parse<ConflictStatus>(status);
        var wantedKind = QueueFilter.Parse<ConflictKind>(kind);
        Check(errors, "status", status is null || QueueFilter.IsAll(status) || wantedStatus is not null, $"It takes all, {Names<ConflictStatus>()}.");
        Check(errors, "kind", kind is null || wantedKind is not null, $"It takes {Names<ConflictKind>()}.");
        Check(errors, "skip", skip >= 0, "It takes 0 or more.");
        Check(errors, "take", take is >= 1 and <= LargestPage, $"It takes 1 to {LargestPage}.");
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var found = string.IsNullOrWhiteSpace(source) ? null : await database.Sources.FindAsync(source, cancel);
        if (source is not null && found is null)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["source"] = ["There is no source of this name or key."] });
        }

        var query = new ConflictQuery
        {
            Status = status is null ? ConflictStatus.Open : wantedStatus,
            Kind = wantedKind,
            Source = found?.Source.Id,
            Text = string.IsNullOrWhiteSpace(q) ? null : q,
            Skip = skip,
            Take = take,
        };
        return TypedResults.Ok(ConflictPageBody.Of(await database.Conflicts.ListAsync(query, cancel), query));
    }

    private static async Task<Results<Ok<ConflictDetailBody>, ProblemHttpResult>> ReadAsync(IClaimsDatabase database, string id, CancellationToken cancel) =>
        await FindAsync(database, id, cancel) is { } detail ? TypedResults.Ok(ConflictDetailBody.Of(detail)) : NotFound(id);

    private static async Task<Results<Created<VerdictBody>, ProblemHttpResult, ValidationProblem>> DecideAsync(
        IClaimsDatabase database, ClaimsOptions options, string id, DecisionRequest request, CancellationToken cancel)
    {
        var errors = new Dictionary<string, string[]>();
        Check(errors, "decision", request.Decision is not null, $"It takes {Names<Decision>()}.");
        Check(errors, "note", request.Note is not { Length: > LongestNote }, $"It takes at most {LongestNote} characters.");
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        if (await FindAsync(database, id, cancel) is not { } detail)
        {
            return NotFound(id);
        }

        try
        {
            var conflict = detail.Row.Id;
            var verdict = await database.Verdicts.DecideAsync(conflict, request.Decision!.Value, options.Reviewer, NoteOf(request.Note), request.Version, cancel);
            return TypedResults.Created($"/api/v1/conflicts/{conflict}", VerdictBody.Of(verdict));
        }
        catch (VersionConflictException stale)
        {
            return TypedResults.Problem(title: "Somebody else decided in the meantime.", detail: stale.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static async Task<Results<Ok<VerdictBody>, ProblemHttpResult>> UndoAsync(
        IClaimsDatabase database, ClaimsOptions options, string id, CancellationToken cancel)
    {
        if (await FindAsync(database, id, cancel) is not { } detail)
        {
            return NotFound(id);
        }

        return await database.Verdicts.UndoAsync(detail.Row.Id, options.Reviewer, cancel) is { } verdict
            ? TypedResults.Ok(VerdictBody.Of(verdict))
            : NothingToUndo();
    }

    private static async Task<Results<Ok<VerdictBody>, ProblemHttpResult>> UndoLastAsync(IClaimsDatabase database, ClaimsOptions options, CancellationToken cancel) =>
        await database.Verdicts.LastDecidedByAsync(options.Reviewer, cancel) is { } conflict
        && await database.Verdicts.UndoAsync(conflict, options.Reviewer, cancel) is { } verdict
            ? TypedResults.Ok(VerdictBody.Of(verdict))
            : NothingToUndo();

    private static async Task<ConflictDetail?> FindAsync(IClaimsDatabase database, string id, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(id) ? null : await database.Conflicts.FindAsync(id, cancel);

    private static ProblemHttpResult NotFound(string id) => TypedResults.Problem(
        title: "There is no such conflict.",
        detail: $"No conflict has the key '{OutsideText.Cut(id, 40)}', or several begin with it. GET /api/v1/conflicts lists them.",
        statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult NothingToUndo() => TypedResults.Problem(
        title: "There is nothing to undo.", detail: "No decision stands here.", statusCode: StatusCodes.Status409Conflict);

    private static void Check(Dictionary<string, string[]> errors, string name, bool holds, string accepted)
    {
        if (!holds)
        {
            errors[name] = [accepted];
        }
    }

    private static string Names<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));
}
