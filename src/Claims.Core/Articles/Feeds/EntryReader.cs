using System.Xml.Linq;
using Claims.Core.Articles.Reading;

namespace Claims.Core.Articles.Feeds;

/// <summary>Reads one entry, whatever the dialect.</summary>
internal static class EntryReader
{
    public static FeedEntry Read(XElement entry, string? feedBase)
    {
        var byName = entry.Elements().ToLookup(e => e.Name.LocalName.ToLowerInvariant());
        return new FeedEntry
        {
            Title = byName["title"].Where(e => !IsMedia(e)).Select(FeedText.Plain).FirstOrDefault(t => t is not null),
            Link = LinkOf(entry, byName, feedBase),
            Id = byName["guid"].Concat(byName["id"]).Select(FeedText.Plain).FirstOrDefault(t => t is not null),
            Published = First(byName, "pubdate", "published", "issued", "date", "created", "lastmod"),
            Updated = First(byName, "updated", "modified"),
            Author = AuthorOf(byName),
            Source = SourceOf(byName),
            Html = byName["encoded"].Concat(byName["content"].Where(e => !IsMedia(e))).Concat(byName["body"]).Concat(byName["fullitem"])
                .Concat(byName["description"].Where(e => !IsMedia(e))).Concat(byName["summary"]).Concat(byName["abstract"]).Concat(byName["tagline"])
                .Select(FeedText.Html).OfType<string>().MaxBy(h => h.Length),
        };
    }

    private static DateTimeOffset? First(ILookup<string, XElement> byName, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in byName[name])
            {
                if (PublishedDate.TryParse(element.Value, out var date))
                {
                    return date;
                }
            }
        }

        return null;
    }

    private static string? LinkOf(XElement entry, ILookup<string, XElement> byName, string? feedBase)
    {
        // FeedBurner replaces the link by its own and keeps the real one in origLink.
        var original = byName["origlink"].Select(e => e.Value.Trim()).FirstOrDefault(v => v.Length > 0);
        if (original is not null)
        {
            return FeedLinks.Resolve(original, feedBase) ?? original;
        }

        var link = byName["link"].Select(e => FeedLinks.Of(e, feedBase)).FirstOrDefault(l => l is not null);
        if (link is not null)
        {
            return link;
        }

        var permanent = byName["guid"].FirstOrDefault(e => FeedLinks.Attribute(e, "isPermaLink")?.ToLowerInvariant() != "false" && e.Value.Contains("://", StringComparison.Ordinal));
        var about = entry.Attributes().FirstOrDefault(a => a.Name.LocalName == "about")?.Value ?? FeedLinks.Attribute(entry, "href");
        var address = permanent?.Value ?? about;
        return address is null ? null : FeedLinks.Resolve(address, FeedLinks.BaseOf(entry, feedBase)) ?? address.Trim();
    }

    private static string? AuthorOf(ILookup<string, XElement> byName)
    {
        foreach (var element in byName["creator"].Concat(byName["author"]))
        {
            var name = element.Elements().FirstOrDefault(e => e.Name.LocalName.Equals("name", StringComparison.OrdinalIgnoreCase)) ?? element;
            var text = FeedText.Plain(name);

            // RSS has "jane@courier.example (Jane Doe)".
            var open = text?.IndexOf('(') ?? -1;
            if (text is not null && open > 0 && text.EndsWith(')') && text[..open].Contains('@'))
            {
                return text[(open + 1)..^1];
            }

            if (text is not null && !text.Contains('@'))
            {
                return text;
            }
        }

        return null;
    }

    private static string? SourceOf(ILookup<string, XElement> byName)
    {
        foreach (var source in byName["source"])
        {
            var title = source.Elements().FirstOrDefault(e => e.Name.LocalName.Equals("title", StringComparison.OrdinalIgnoreCase));
            var name = title is not null ? FeedText.Plain(title) : source.Elements().Any() ? null : FeedText.Plain(source);
            if (name is not null && !name.Contains("://", StringComparison.Ordinal))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Media RSS names the parts of pictures as the parts of entries are named.</summary>
    private static bool IsMedia(XElement element) => element.Name.NamespaceName.Contains("mrss", StringComparison.OrdinalIgnoreCase) || element.Name.NamespaceName.EndsWith(":media", StringComparison.Ordinal);
}
