using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Claims.Core.Articles.Feeds;

/// <summary>Text of feeds: plain, escaped HTML or inline XHTML.</summary>
internal static class FeedText
{
    /// <summary>The text of an element without markup, white space collapsed; null where there is none.</summary>
    public static string? Plain(XElement element)
    {
        var html = element.Elements().Any() ? string.Join(' ', element.DescendantNodes().OfType<XText>().Select(t => WebUtility.HtmlEncode(t.Value))) : element.Value;
        var type = FeedLinks.Attribute(element, "type");
        var text = type is "text" or "text/plain" ? html : WithoutMarkup(html);
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }

    /// <summary>The content of an element as HTML: its escaped text, its inline elements, or its plain text escaped.</summary>
    public static string? Html(XElement element)
    {
        var type = FeedLinks.Attribute(element, "type")?.ToLowerInvariant();
        var mode = FeedLinks.Attribute(element, "mode")?.ToLowerInvariant();
        if (mode == "base64" || (type is not null && type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal)))
        {
            return null;
        }

        var html = element.Elements().Any()
            ? string.Concat(element.Nodes().Select(n => n is XElement e ? WithoutNamespaces(e).ToString(SaveOptions.DisableFormatting) : n.ToString(SaveOptions.DisableFormatting)))
            : type is "text" or "text/plain" ? WebUtility.HtmlEncode(element.Value) : element.Value;
        return string.IsNullOrWhiteSpace(html) ? null : html;
    }

    /// <summary>Titles are short: tags are cut out by hand, entities decoded.</summary>
    private static string WithoutMarkup(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return html;
        }

        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            var isTag = html[i] == '<' && i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '/' or '!');
            var end = isTag ? html.IndexOf('>', i) : -1;
            if (end < 0)
            {
                text.Append(html[i]);
                continue;
            }

            i = end;
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static XElement WithoutNamespaces(XElement element) =>
        new(element.Name.LocalName,
            element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace == XNamespace.None),
            element.Nodes().Select(n => n is XElement e ? WithoutNamespaces(e) : n));
}
