using System.Xml.Linq;

namespace Claims.Core.Articles.Feeds;

/// <summary>Links of feeds: text in RSS, attributes in Atom, relative to the nearest base.</summary>
internal static class FeedLinks
{
    /// <summary>The page that a link element leads to, or null: links to pictures, comments and the feed itself are none.</summary>
    public static string? Of(XElement link, string? feedBase)
    {
        var href = Attribute(link, "href");
        if (href is not null)
        {
            var relation = Attribute(link, "rel")?.ToLowerInvariant();
            if (relation is not (null or "" or "alternate"))
            {
                return null;
            }
        }

        var address = href ?? link.Value;
        return string.IsNullOrWhiteSpace(address) ? null : Resolve(address, BaseOf(link, feedBase)) ?? address.Trim();
    }

    /// <summary>The address made absolute, or null where it is none.</summary>
    public static string? Resolve(string? address, string? against)
    {
        var trimmed = address?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        if (Uri.TryCreate(trimmed, UriKind.Absolute, out var absolute) && !absolute.IsFile)
        {
            return absolute.AbsoluteUri;
        }

        return Uri.TryCreate(against, UriKind.Absolute, out var own) && Uri.TryCreate(own, trimmed, out var joined) ? joined.AbsoluteUri : null;
    }

    /// <summary>The base that holds at an element: each xml:base is relative to the one around it.</summary>
    public static string? BaseOf(XElement element, string? feedBase)
    {
        var current = feedBase;
        foreach (var ancestor in element.AncestorsAndSelf().Reverse())
        {
            current = Resolve(ancestor.Attribute(XNamespace.Xml + "base")?.Value, current) ?? current;
        }

        return current;
    }

    public static string? Attribute(XElement element, string localName) =>
        element.Attributes().FirstOrDefault(a => string.Equals(a.Name.LocalName, localName, StringComparison.OrdinalIgnoreCase) && !a.IsNamespaceDeclaration)?.Value;
}
