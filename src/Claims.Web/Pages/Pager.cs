namespace Claims.Web.Pages;

/// <summary>The way to the page before and after.</summary>
/// <param name="Page">This page's number, from 1.</param>
/// <param name="Last">Number of the last page, or null where it is not counted and <paramref name="HasMore"/> says whether there is another.</param>
/// <param name="Url">The URL of a page.</param>
/// <param name="HasMore">Whether there is a page after this one, where the last is not counted.</param>
public sealed record Pager(int Page, int? Last, Func<int, string> Url, bool HasMore = false)
{
    /// <summary>The page before, or null.</summary>
    public string? Previous => Page > 1 ? Url(Page - 1) : null;

    /// <summary>The page after, or null.</summary>
    public string? Next => (Last is { } last ? Page < last : HasMore) ? Url(Page + 1) : null;
}
