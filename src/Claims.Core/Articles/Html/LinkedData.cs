using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Claims.Core.Articles.Html;

/// <summary>What a page's JSON-LD says of the article on it (schema.org).</summary>
internal sealed record LinkedData(string? Headline, string? Name, string? Author, string? Publisher, string? Published, string? Modified)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>The data of the first article on the page, or null.</summary>
    public static LinkedData? Of(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script"))
        {
            try
            {
                using var json = JsonDocument.Parse(Bare(script.TextContent), Lenient);
                if (Article(json.RootElement, 0) is { } article)
                {
                    return new LinkedData(
                        Text(article, "headline"),
                        Text(article, "name"),
                        NameIn(article, "author") ?? NameIn(article, "creator"),
                        NameIn(article, "publisher"),
                        Text(article, "datePublished") ?? Text(article, "dateCreated"),
                        Text(article, "dateModified"));
                }
            }
            catch (JsonException)
            {
                // A page whose data does not parse is read by its other marks.
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair in a string.
            }
        }

        return null;
    }

    private static string Bare(string script)
    {
        var text = script.Trim();
        if (text.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            text = text[9..];
        }

        return text.EndsWith("]]>", StringComparison.Ordinal) ? text[..^3] : text;
    }

    private static JsonElement? Article(JsonElement element, int depth)
    {
        if (depth > 4)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select(e => Article(e, depth + 1)).FirstOrDefault(a => a is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (IsArticle(element))
        {
            return element;
        }

        foreach (var property in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (element.TryGetProperty(property, out var inner) && Article(inner, depth + 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
        {
            return false;
        }

        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToArray() : [type];
        return types.Any(t => t.ValueKind == JsonValueKind.String && t.GetString() is { } name
            && (name.EndsWith("Article", StringComparison.Ordinal) || name is "Report" or "BlogPosting" or "LiveBlogPosting" or "SocialMediaPosting" or "DiscussionForumPosting"));
    }

    private static string? NameIn(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => Filled(value.GetString()),
            JsonValueKind.Object => Text(value, "name"),
            JsonValueKind.Array => Filled(string.Join(", ", value.EnumerateArray()
                .Select(v => v.ValueKind == JsonValueKind.Object ? Text(v, "name") : v.ValueKind == JsonValueKind.String ? v.GetString() : null).Where(n => n is not null))),
            _ => null,
        };
    }

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? Filled(value.GetString()) : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
