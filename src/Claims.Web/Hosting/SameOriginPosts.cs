namespace Claims.Web.Hosting;

/// <summary>
/// Refuses requests that change something and were sent by another site's page. Nobody signs in on loopback, so a
/// browser would send them with all the rights there are. Programs send neither header and pass; forms of our pages
/// carry an antiforgery token besides.
/// </summary>
public sealed class SameOriginPosts(RequestDelegate next)
{
    /// <summary>Passes reads and same-origin requests on, answers 403 to the rest.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (!reads && IsForeign(request))
        {
            await Results.Problem(
                title: "This request was sent by a page of another site.",
                detail: "Only pages served from this address may change anything here.",
                statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
        {
            return true;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
