using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Claims.Core.Articles.Reading;

/// <summary>
/// Reads one JSON object a line: <c>url, title, source, published, text</c> or <c>html</c>; optional <c>modified, byline,
/// language</c>. A line that cannot be read is reported by its number and the others go on.
/// </summary>
public sealed class JsonLinesReader : IPageReader
{
    private const string Accepted = "One JSON object a line with \"text\" or \"html\", and best \"url\", \"title\", \"source\" and \"published\".";

    /// <inheritdoc/>
    public ReadResult Read(InputItem item, ReadOptions options)
    {
        var articles = ImmutableArray.CreateBuilder<Article>();
        var problems = ImmutableArray.CreateBuilder<ImportProblem>();
        var rest = item.Bytes;
        if (rest.Span is [0xEF, 0xBB, 0xBF, ..])
        {
            rest = rest[3..];
        }

        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            var name = $"{item.Name}, line {number}";
            var result = ReadLine(line, name, number, item, options);
            articles.AddRange(result.Articles);
            problems.AddRange(result.Problems);
        }

        // One JSON document over many lines: a page or a list of pages that was printed for people.
        if (articles.Count == 0 && problems.Count > 1 && ReadWhole(item, options) is { } whole)
        {
            return whole;
        }

        if (articles.Count == 0 && problems.Count == 0)
        {
            problems.Add(new(item.Name, "It holds no line.", Accepted));
        }

        return new(articles.ToImmutable(), problems.ToImmutable());
    }

    private static ReadResult? ReadWhole(InputItem item, ReadOptions options)
    {
        try
        {
            using var json = JsonDocument.Parse(item.Bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? item.Bytes[3..] : item.Bytes);
            var pages = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToArray() : [json.RootElement];
            var results = pages.Select((page, i) => page.ValueKind == JsonValueKind.Object
                ? ReadObject(page, $"{item.Name}, page {i + 1}", i + 1, item, options)
                : ReadResult.Failed(new($"{item.Name}, page {i + 1}", "It is no JSON object.", Accepted))).ToList();
            return new([.. results.SelectMany(r => r.Articles)], [.. results.SelectMany(r => r.Problems)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ReadResult ReadLine(ReadOnlyMemory<byte> line, string name, int number, InputItem item, ReadOptions options)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return ReadResult.Failed(new(name, $"The line holds a JSON {json.RootElement.ValueKind.ToString().ToLowerInvariant()}, not an object.", Accepted));
            }

            return ReadObject(json.RootElement, name, number, item, options);
        }
        catch (JsonException e)
        {
            var where = e.BytePositionInLine is { } position ? $" at byte {position} of the line" : "";
            return ReadResult.Failed(new(name, $"The line is not whole JSON; reading failed{where}.", Accepted));
        }
        catch (InvalidOperationException)
        {
            // Strings with bytes that are no UTF-8, or with half a surrogate pair, fail only when they are taken out.
            return ReadResult.Failed(new(name, "The line holds a string that is not valid UTF-8.", Accepted));
        }
    }

    private static ReadResult ReadObject(JsonElement page, string name, int number, InputItem item, ReadOptions options)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var given = Text(page, "url");
        var url = PageUrl.Resolve(given, item);
        if (url is null)
        {
            url = $"{PageUrl.Of(item)}#line={number}";
            warnings.Add(given is null ? "No url: the page is known by its line in the file." : $"The url \"{given}\" is none: the page is known by its line in the file.");
        }

        var draft = new PageDraft
        {
            Url = url,
            Text = "",
            Title = Text(page, "title"),
            SourceName = Text(page, "source"),
            Published = Date(page, "published", warnings),
            Modified = Date(page, "modified", warnings),
            Byline = Text(page, "byline"),
            Language = Text(page, "language"),
        };

        if (Text(page, "text") is { } text)
        {
            draft = (draft with { Text = TextNormalizer.Normalize(text) }).WithLayout();
        }
        else if (Text(page, "html") is { } html)
        {
            draft = HtmlReader.Complete(draft, html, out _);
        }
        else
        {
            return ReadResult.Failed(new(name, "The line has neither \"text\" nor \"html\".", Accepted));
        }

        draft = draft with { Warnings = [.. warnings, .. draft.Warnings] };
        return ArticleFactory.Make(draft, options) is { } article
            ? ReadResult.Of(article)
            : ReadResult.Failed(new(name, "The page on the line holds no text.", Accepted));
    }

    private static string? Text(JsonElement page, string property) =>
        page.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    private static DateTimeOffset? Date(JsonElement page, string property, ImmutableArray<string>.Builder warnings)
    {
        if (!page.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var written = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        if (PublishedDate.TryParse(written, out var date))
        {
            return date;
        }

        warnings.Add($"The {property} date \"{written}\" could not be read.");
        return null;
    }
}
