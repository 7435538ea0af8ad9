using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages;

/// <summary>What went wrong, and what to do next.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; private set; }

    /// <summary>What went wrong, in a line.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do next.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>Shows the error of a read.</summary>
    public void OnGet(int status) => Show(status);

    /// <summary>Shows the error of a form.</summary>
    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Status = status is >= 400 and < 600 ? status : (int)HttpStatusCode.NotFound;
        Response.StatusCode = Status;
        (Heading, Advice) = Status switch
        {
            404 => ("There is nothing here", "It may have moved with a re-run, or its address was cut. The queue and the lists of articles, groups and sources hold everything."),
            400 => ("The form could not be read", "It may be older than this server's keys. Go back, load the page again and send it once more; nothing was stored."),
            403 => ("This is not allowed", "Only pages served from this address may change anything here."),
            413 => ("That was too long", "Shorten the note and send it again; nothing was stored."),
            _ => ("Something went wrong on our side", "Nothing of yours was lost. Try again; if it stays so, the server's output says why."),
        };
    }
}
