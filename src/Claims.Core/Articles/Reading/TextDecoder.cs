using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Claims.Core.Articles.Reading;

/// <summary>Turns bytes into text: by byte order mark, else by the charset that is declared, else as UTF-8; never by guessing.</summary>
public static class TextDecoder
{
    /// <summary>How far into a page a charset declaration is looked for; the HTML standard says 1024 bytes, pages in the wild put it later.</summary>
    private const int DeclarationWindow = 4096;

    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(" \t\r\n\"';>,?/");

    /// <summary>Decodes <paramref name="bytes"/>; <paramref name="error"/> says what is wrong and where, else null.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? contentType, out string? error)
    {
        error = null;
        if (FromMark(bytes, out var skip) is { } marked)
        {
            return Strict(bytes[skip..], marked, skip, out error);
        }

        if (WideEncodingOf(bytes) is { } wide)
        {
            return Strict(bytes, wide, 0, out error);
        }

        var declared = CharsetOf(contentType) ?? DeclaredIn(bytes);
        var encoding = declared is null ? Encoding.UTF8 : EncodingNamed(declared);
        if (encoding is null)
        {
            error = $"The declared charset \"{declared}\" is not known.";
            return null;
        }

        // A page that says UTF-16 in ASCII letters cannot be UTF-16 (HTML standard, 13.2.3.2 step on "utf-16").
        return Strict(bytes, encoding is UnicodeEncoding or UTF32Encoding ? Encoding.UTF8 : encoding, 0, out error);
    }

    /// <summary>UTF-16 or UTF-32 by byte order mark, or by the zero bytes of "&lt;?" at the start (XML 1.0, appendix F); else null.</summary>
    internal static Encoding? WideEncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, _, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'<', 0, _, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Decodes whatever the bytes are, with U+FFFD for what does not belong: for feeds, which declare charsets wrongly.</summary>
    public static string DecodeLeniently(ReadOnlySpan<byte> bytes, string? contentType, out bool isExact)
    {
        isExact = true;
        if (Decode(bytes, contentType, out _) is { } text)
        {
            return text;
        }

        isExact = false;
        var declared = EncodingNamed(DeclaredIn(bytes) ?? "utf-8") ?? Encoding.UTF8;
        return Decode(bytes, null, out _) ?? (Utf8.IsValid(bytes) ? Encoding.UTF8 : declared).GetString(bytes);
    }

    /// <summary>The charset parameter of a content type, or null.</summary>
    public static string? CharsetOf(string? contentType)
    {
        if (contentType is null)
        {
            return null;
        }

        var at = contentType.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : Value(contentType.AsSpan(at + "charset".Length));
    }

    /// <summary>The encoding with a name of the IANA register or a label of the Encoding Standard; null when not known.</summary>
    public static Encoding? EncodingNamed(string name)
    {
        // The Encoding Standard reads both labels as windows-1252, as every browser does.
        var label = name.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" => "windows-1252",
            "utf8" => "utf-8",
            var other => other,
        };
        if (label == "utf-8")
        {
            return Encoding.UTF8;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? FromMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (var encoding, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => ((Encoding?)null, 0),
        };
        return encoding;
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWindow)]);
        var lead = head.AsSpan().TrimStart();
        if (lead.StartsWith("<?xml", StringComparison.Ordinal))
        {
            var end = lead.IndexOf("?>", StringComparison.Ordinal);
            var declaration = end < 0 ? lead : lead[..end];
            var at = declaration.IndexOf("encoding", StringComparison.Ordinal);
            return at < 0 ? null : Value(declaration[(at + "encoding".Length)..]);
        }

        // Only markup declares a charset: "charset=" in plain prose is prose.
        if (!lead.StartsWith("<", StringComparison.Ordinal))
        {
            return null;
        }

        for (var at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf("<meta", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var end = head.IndexOf('>', at);
            var tag = end < 0 ? head.AsSpan(at) : head.AsSpan(at, end - at);
            var charset = tag.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
            if (charset >= 0 && Value(tag[(charset + "charset".Length)..]) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string? Value(ReadOnlySpan<char> afterName)
    {
        var rest = afterName.TrimStart();
        if (rest is not ['=', ..])
        {
            return null;
        }

        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(ValueEnd);
        var value = end < 0 ? rest : rest[..end];
        return value.IsEmpty ? null : value.ToString();
    }

    private static string? Strict(ReadOnlySpan<byte> bytes, Encoding encoding, int offset, out string? error)
    {
        error = null;
        if (encoding is UTF8Encoding)
        {
            var characters = new char[bytes.Length];
            if (Utf8.ToUtf16(bytes, characters, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
            {
                return new string(characters, 0, written);
            }

            error = $"It is not valid UTF-8: byte {offset + read} (0x{bytes[read]:X2}) does not belong there, and no other charset is declared.";
            return null;
        }

        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            error = $"It is not valid {encoding.WebName}: the bytes at {offset + Math.Max(0, e.Index)} do not belong there.";
            return null;
        }
    }
}
