using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Claims.Core.Articles.Html;

/// <summary>Parses pages safely: whatever the markup, it ends soon and the tree is shallow enough to walk by recursion.</summary>
internal static class HtmlPage
{
    /// <summary>The page's tree, or null with the reason.</summary>
    public static IHtmlDocument? Parse(string html, out string? problem) =>
        BoundedMarkup.Reduce(html, out problem) is { } reduced ? new HtmlParser().ParseDocument(reduced) : null;
}
