using Claims.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Claims.Web.Api;

/// <summary>The API for programs: /api/v1 and /health. Errors are problem details (RFC 9457).</summary>
public static class ClaimsApi
{
    /// <summary>Maps all routes of the API.</summary>
    public static void MapClaimsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapConflicts();
        api.MapTies();
        routes.MapGet("/health", HealthAsync).WithName("Health");
    }

    private static async Task<Ok<HealthBody>> HealthAsync(IClaimsDatabase database, CancellationToken cancel)
    {
        var work = await database.Work.CountAsync(cancel);
        return TypedResults.Ok(new HealthBody(
            "ok", database.Description, work.Sum(w => w.Due + w.Leased + w.Waiting), work.Sum(w => w.SetAside)));
    }
}
