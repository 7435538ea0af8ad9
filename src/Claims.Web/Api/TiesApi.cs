using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage;
using Claims.Storage.Review;
using Claims.Workers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Claims.Web.Api;

/// <summary>What people say of groups, for programs: /api/v1/ties.</summary>
public static class TiesApi
{
    private const int MostListed = 500;

    /// <summary>Maps the routes.</summary>
    public static void MapTies(this RouteGroupBuilder api)
    {
        api.MapGet("/ties", ListAsync).WithName("ListTies");
        api.MapPost("/ties", AddAsync).WithName("AddTie");
        api.MapPost("/ties/{id}/undo", UndoAsync).WithName("UndoTie");
    }

    private static async Task<Results<Ok<IReadOnlyList<TieBody>>, ValidationProblem>> ListAsync(IClaimsDatabase database, int take = 50, CancellationToken cancel = default)
    {
        if (take is < 1 or > MostListed)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["take"] = [$"It takes 1 to {MostListed}."] });
        }

        return TypedResults.Ok<IReadOnlyList<TieBody>>([.. (await database.Ties.RecentAsync(take, cancel)).Select(TieBody.Of)]);
    }

    private static async Task<Results<Created<TieBody>, ValidationProblem, ProblemHttpResult>> AddAsync(
        IClaimsDatabase database, ClaimsOptions options, TieRequest request, CancellationToken cancel)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.Kind is null)
        {
            errors["kind"] = ["It takes together or apart."];
        }

        if (request.Pairs is not { Count: > 0 and <= ITieStore.MostPairs } || request.Pairs.Any(p => p is not { A.Length: > 0, B.Length: > 0 } || p.A == p.B))
        {
            errors["pairs"] = [$"It takes 1 to {ITieStore.MostPairs} pairs {{a, b}} of the keys of two different claims."];
        }

        if (request.Note?.Length > ConflictsApi.LongestNote)
        {
            errors["note"] = [$"It takes at most {ConflictsApi.LongestNote} characters."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        try
        {
            var act = await database.Ties.AddAsync(
                request.Kind!.Value,
                [.. request.Pairs!.Select(p => new ClaimPair(new ClaimId(p.A), new ClaimId(p.B)))],
                options.Reviewer,
                ConflictsApi.NoteOf(request.Note),
                cancel);
            return TypedResults.Created($"/api/v1/ties/{act.Id}", TieBody.Of(act));
        }
        catch (KeyNotFoundException missing)
        {
            return TypedResults.Problem(missing.Message, statusCode: StatusCodes.Status404NotFound);
        }
    }

    private static async Task<Results<Ok<TieBody>, ProblemHttpResult>> UndoAsync(IClaimsDatabase database, ClaimsOptions options, string id, CancellationToken cancel) =>
        await database.Ties.UndoAsync(id, options.Reviewer, cancel) is { } act
            ? TypedResults.Ok(TieBody.Of(act))
            : TypedResults.Problem($"No act that stands has the key {id}.", statusCode: StatusCodes.Status404NotFound);
}

/// <summary>What is sent to tie claims.</summary>
/// <param name="Kind">Together or apart.</param>
/// <param name="Pairs">The pairs of claims.</param>
/// <param name="Note">The reviewer's note, at most 4,000 characters, or null.</param>
public sealed record TieRequest(TieKind? Kind, IReadOnlyList<TiePairBody>? Pairs, string? Note);

/// <summary>Two claims by key.</summary>
public sealed record TiePairBody(string A, string B);

/// <summary>One entry of the history of ties; a null kind takes back the entry that <paramref name="Undoes"/> names.</summary>
public sealed record TieBody(string Id, TieKind? Kind, string? Undoes, bool Stands, IReadOnlyList<TiePairBody> Pairs, string Reviewer, string? Note, DateTimeOffset At)
{
    /// <summary>The entry as stored.</summary>
    public static TieBody Of(TieAct act) => new(
        act.Id.Value, act.Kind, act.Undoes?.Value, act.Stands, [.. act.Pairs.Select(p => new TiePairBody(p.A.Value, p.B.Value))], act.Reviewer, act.Note, act.At);
}
