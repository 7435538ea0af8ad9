using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Claims.Core.Articles.Reading;

namespace Claims.Core.Articles.Html;

/// <summary>What a page says of itself: JSON-LD first, then Open Graph and other meta tags, microdata, <c>time</c>, and its title.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public string? Language { get; init; }

    public static PageMetadata Of(IHtmlDocument page)
    {
        var data = LinkedData.Of(page);
        var meta = MetaTags(page);
        var published = Date(data?.Published) ?? Date(First(meta, "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "article.published", "og:article:published_time", "article:published", "cxenseparse:recs:publishtime"))
            ?? Marked(page, "datePublished") ?? Time(page);
        return new PageMetadata
        {
            Title = TitleOf(page, HeadlineOf(data, page), meta),
            Byline = CleanByline(data?.Author ?? First(meta, "dc.creator", "dcterms.creator", "author", "parsely-author", "article:author", "sailthru.author", "byl")),
            Source = data?.Publisher ?? First(meta, "og:site_name", "application-name", "publisher", "dc.publisher", "twitter:app:name:iphone"),
            Url = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? First(meta, "og:url"),
            Published = published,
            Modified = Date(data?.Modified) ?? Date(First(meta, "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")) ?? Marked(page, "dateModified"),
            Language = Tidy(page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang") ?? First(meta, "content-language", "og:locale"))?.Replace('_', '-'),
        };
    }

    /// <summary>A byline without "by" and without what is an address; null where nothing is left.</summary>
    public static string? CleanByline(string? byline)
    {
        var text = Tidy(byline);
        if (text is null || text.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var by = text.IndexOf("by ", StringComparison.OrdinalIgnoreCase);
        var names = Tidy(by == 0 || (by > 0 && text[by - 1] == ' ') ? text[(by + 3)..] : text) ?? "—";

        // Dates, places and accounts follow the names.
        var words = names.Split(' ');
        var kept = words.TakeWhile((w, i) => !char.IsDigit(w[0]) && w[0] is not ('@' or '-' or '–' or '—' or '|' or '•' or '·')
            && !(PublishedDate.IsMonth(w) && i + 1 < words.Length && char.IsDigit(words[i + 1][0])));
        var line = string.Join(' ', kept).Trim(' ', ',', '.', '—');
        return line.Length == 0 || line.EndsWith(':') ? null : line;
    }

    /// <summary>Of a headline and a name that differ, the one that the page's title holds: some put a description into the other.</summary>
    private static string? HeadlineOf(LinkedData? data, IHtmlDocument page)
    {
        var (headline, name, title) = (Tidy(data?.Headline), Tidy(data?.Name), Tidy(page.QuerySelector("title")?.TextContent));
        if (headline is null || name is null || title is null)
        {
            return headline ?? name;
        }

        return TitleSimilarity.Of(title, name) > 0.75 && TitleSimilarity.Of(title, headline) <= 0.75 ? name : headline;
    }

    private static string? TitleOf(IHtmlDocument page, string? headline, Dictionary<string, string> meta)
    {
        var title = Tidy(headline) ?? First(meta, "dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title", "title");
        var whole = Tidy(page.QuerySelector("title")?.TextContent);
        title ??= WithoutSite(whole, page);
        return title ?? Tidy(page.QuerySelector("h1")?.TextContent);
    }

    /// <summary>"Headline | Outlet" without the outlet, where an h1 says the same or the rest is long enough for a headline.</summary>
    private static string? WithoutSite(string? title, IHtmlDocument page)
    {
        if (title is null)
        {
            return null;
        }

        var headings = page.QuerySelectorAll("h1, h2").Select(h => Tidy(h.TextContent)).OfType<string>().ToList();
        if (headings.Contains(title))
        {
            return title;
        }

        foreach (var separator in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " » ", " :: ", " / ", " \\ ", " > "])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var (before, after) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (headings.Contains(before) || CountWords(before) >= 3)
            {
                return before;
            }

            return headings.Contains(after) || CountWords(after) >= 3 ? after : title;
        }

        var h1 = page.QuerySelectorAll("h1");
        return CountWords(title) <= 2 && h1.Length == 1 ? Tidy(h1[0].TextContent) ?? title : title;
    }

    private static int CountWords(string text) => Splitting.LineTraits.CountWords(text);

    private static Dictionary<string, string> MetaTags(IHtmlDocument page)
    {
        var tags = new Dictionary<string, string>();
        foreach (var tag in page.QuerySelectorAll("meta"))
        {
            var content = Tidy(tag.GetAttribute("content"));
            if (content is null)
            {
                continue;
            }

            // A property can hold several names ("og:title twitter:title").
            var names = $"{tag.GetAttribute("property")} {tag.GetAttribute("name")} {tag.GetAttribute("itemprop")} {tag.GetAttribute("http-equiv")}";
            foreach (var written in names.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var name = written.StartsWith("dc:", StringComparison.Ordinal) || written.StartsWith("dcterms:", StringComparison.Ordinal) ? written.Replace(':', '.') : written;
                tags.TryAdd(name, content);
            }
        }

        return tags;
    }

    private static string? First(Dictionary<string, string> meta, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (meta.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    private static DateTimeOffset? Marked(IHtmlDocument page, string property)
    {
        var element = page.QuerySelector($"[itemprop={property}]");
        return element is null ? null : Date(element.GetAttribute("datetime") ?? element.GetAttribute("content")) ?? Date(element.TextContent);
    }

    /// <summary>The date of the one <c>time</c> that is the page's: marked as such, or the first beside the headline.</summary>
    private static DateTimeOffset? Time(IHtmlDocument page)
    {
        var marked = page.QuerySelector("time[pubdate]") ?? page.QuerySelector("article time[datetime], main time[datetime]") ?? page.QuerySelector("time[datetime]");
        return marked is null ? null : Date(marked.GetAttribute("datetime")) ?? Date(marked.TextContent);
    }

    private static DateTimeOffset? Date(string? text) => PublishedDate.TryParse(Tidy(text), out var date) ? date : null;

    private static string? Tidy(string? text)
    {
        var words = text is null ? "" : string.Join(' ', System.Net.WebUtility.HtmlDecode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }
}
