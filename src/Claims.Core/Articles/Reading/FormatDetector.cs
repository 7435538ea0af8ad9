using System.Buffers;
using System.Text;

namespace Claims.Core.Articles.Reading;

/// <summary>Finds the format of an input by its content first, because names and servers lie, then by content type and name.</summary>
public static class FormatDetector
{
    /// <summary>How much of an input is looked at.</summary>
    private const int Window = 8192;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>");

    /// <summary>Beginnings of files that are no text, with the name of their kind.</summary>
    private static readonly (byte[] Start, string Kind)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF"),
        ("PK\x03\x04"u8.ToArray(), "a ZIP archive or an office document"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x89, .. "PNG"u8], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ("RIFF"u8.ToArray(), "a RIFF sound, video or picture"),
        ([0x7F, .. "ELF"u8], "a program"),
        ("SQLite format 3"u8.ToArray(), "a SQLite database"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive"),
    ];

    /// <summary>The format of <paramref name="item"/>.</summary>
    public static InputFormat Detect(InputItem item)
    {
        var bytes = item.Bytes.Span;
        if (BinaryKind(bytes) is not null)
        {
            return InputFormat.Binary;
        }

        var head = Head(bytes);
        return FromContent(head) ?? FromContentType(item.ContentType) ?? FromName(item.Name) ?? InputFormat.PlainText;
    }

    /// <summary>What kind of binary the bytes are ("a PDF"), or null where they are text.</summary>
    public static string? BinaryKind(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, kind) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                return kind;
            }
        }

        // A byte order mark of UTF-16 or UTF-32 explains zero bytes.
        if (TextDecoder.WideEncodingOf(bytes) is not null)
        {
            return null;
        }

        var window = bytes[..Math.Min(bytes.Length, Window)];
        var controls = 0;
        foreach (var b in window)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
            {
                controls++;
            }
        }

        // Text has a stray control character at most; compressed or compiled data has one in eight.
        return controls > 0 && controls * 50 > window.Length ? "binary data" : null;
    }

    private static string Head(ReadOnlySpan<byte> bytes)
    {
        var window = bytes[..Math.Min(bytes.Length, Window)];
        return (TextDecoder.WideEncodingOf(window) ?? Encoding.UTF8).GetString(window).TrimStart('\uFEFF').TrimStart();
    }

    private static InputFormat? FromContent(string head)
    {
        if (head.StartsWith('{'))
        {
            return InputFormat.JsonLines;
        }

        if (!head.StartsWith('<'))
        {
            return null;
        }

        var root = RootElement(head);
        return root switch
        {
            "rss" or "feed" or "rdf" or "channel" => InputFormat.Feed,
            "html" or "head" or "body" or "div" or "article" or "main" or "section" or "p" or "h1" or "meta" or "title" or "table" or "!doctype" or "script" or "link" or "header" => InputFormat.Html,
            _ => null,
        };
    }

    /// <summary>Local name of the first element, in lower case; "!doctype" for an HTML doctype.</summary>
    private static string RootElement(string head)
    {
        var at = 0;
        while (at < head.Length)
        {
            var open = head.IndexOf('<', at);
            if (open < 0 || open + 1 >= head.Length)
            {
                return "";
            }

            var rest = head.AsSpan(open);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = head.IndexOf("-->", open, StringComparison.Ordinal);
                at = end < 0 ? head.Length : end + 3;
            }
            else if (rest.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            {
                return "!doctype";
            }
            else if (rest[1] is '?' or '!')
            {
                var end = head.IndexOf('>', open);
                at = end < 0 ? head.Length : end + 1;
            }
            else
            {
                var length = rest[1..].IndexOfAny(NameEnd);
                var name = length < 0 ? rest[1..] : rest.Slice(1, length);
                var colon = name.LastIndexOf(':');
                return name[(colon + 1)..].ToString().ToLowerInvariant();
            }
        }

        return "";
    }

    private static InputFormat? FromContentType(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        return type switch
        {
            null or "" => null,
            "text/html" or "application/xhtml+xml" => InputFormat.Html,
            "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/xml" or "text/xml" => InputFormat.Feed,
            "application/x-ndjson" or "application/jsonl" or "application/json" or "application/jsonlines" => InputFormat.JsonLines,
            "text/plain" => InputFormat.PlainText,
            _ => null,
        };
    }

    private static InputFormat? FromName(string name)
    {
        var path = Uri.TryCreate(name, UriKind.Absolute, out var uri) ? uri.AbsolutePath : name;
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" => InputFormat.Html,
            ".jsonl" or ".ndjson" or ".json" => InputFormat.JsonLines,
            ".rss" or ".atom" or ".rdf" or ".xml" => InputFormat.Feed,
            ".txt" or ".text" or ".md" => InputFormat.PlainText,
            _ => null,
        };
    }
}
