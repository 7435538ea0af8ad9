using System.Net;
using System.Text;

namespace Claims.Core.Articles.Feeds;

/// <summary>
/// Mends what feeds in the wild get wrong and what keeps an XML parser from reading them: HTML's entities, bare ampersands,
/// forbidden characters, a declaration that is not at the start, prefixes that nobody declared. Document types go too, so
/// no entity of theirs is ever expanded.
/// </summary>
internal static class XmlRepair
{
    /// <summary>The longest name of an entity of HTML.</summary>
    private const int LongestEntity = 34;

    /// <summary>The mended text; <paramref name="prefixes"/> are all that it uses.</summary>
    public static string Mend(string xml, out HashSet<string> prefixes)
    {
        prefixes = [];
        var result = new StringBuilder(xml.Length + 64);
        for (var i = 0; i < xml.Length;)
        {
            var rest = xml.AsSpan(i);
            if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            {
                i = Copy(xml, i, End(xml, i, "]]>"), result);
            }
            else if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                i = End(xml, i, "-->");
            }
            else if (rest.StartsWith("<?", StringComparison.Ordinal))
            {
                i = End(xml, i, "?>");
            }
            else if (rest.StartsWith("<!", StringComparison.Ordinal))
            {
                i = EndOfDocumentType(xml, i);
            }
            else if (xml[i] == '&')
            {
                i = MendEntity(xml, i, result);
            }
            else
            {
                if (xml[i] == ':')
                {
                    AddPrefix(xml, i, prefixes);
                }

                i = AppendAllowed(xml, i, result);
            }
        }

        return result.ToString().TrimStart();
    }

    private static int Copy(string xml, int start, int end, StringBuilder result)
    {
        for (var i = start; i < end;)
        {
            i = AppendAllowed(xml, i, result);
        }

        return end;
    }

    private static int AppendAllowed(string xml, int at, StringBuilder result)
    {
        var c = xml[at];
        if (char.IsHighSurrogate(c) && at + 1 < xml.Length && char.IsLowSurrogate(xml[at + 1]))
        {
            result.Append(c).Append(xml[at + 1]);
            return at + 2;
        }

        if (c >= ' ' ? !char.IsSurrogate(c) && c < '\uFFFE' : c is '\t' or '\n' or '\r')
        {
            result.Append(c);
        }

        return at + 1;
    }

    private static int MendEntity(string xml, int at, StringBuilder result)
    {
        var window = xml.AsSpan(at, Math.Min(LongestEntity, xml.Length - at));
        var end = window.IndexOf(';');
        if (end < 2)
        {
            result.Append("&amp;");
            return at + 1;
        }

        var entity = window[..(end + 1)];
        if (entity is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
        {
            result.Append(entity);
            return at + entity.Length;
        }

        var decoded = WebUtility.HtmlDecode(entity.ToString());
        if (decoded.Length is 1 or 2 && decoded[0] != '&')
        {
            // Characters of markup stay escaped; forbidden ones go.
            result.Append(decoded switch
            {
                "<" => "&lt;",
                ">" => "&gt;",
                "\"" => "&quot;",
                _ => "",
            });
            if (decoded is not ("<" or ">" or "\""))
            {
                Copy(decoded, 0, decoded.Length, result);
            }

            return at + entity.Length;
        }

        result.Append(entity is "&#38;" or "&#x26;" or "&#X26;" ? "&amp;" : "&amp;" + entity[1..].ToString());
        return at + entity.Length;
    }

    /// <summary>The prefix of the name that the colon at <paramref name="at"/> stands in: of an element or an attribute.</summary>
    private static void AddPrefix(string xml, int at, HashSet<string> prefixes)
    {
        var start = at;
        while (start > 0 && at - start < LongestEntity && (char.IsLetterOrDigit(xml[start - 1]) || xml[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        if (start < at && start > 0 && (xml[start - 1] is '<' or '/' || char.IsWhiteSpace(xml[start - 1])) && (char.IsLetter(xml[start]) || xml[start] == '_'))
        {
            prefixes.Add(xml[start..at]);
        }
    }

    private static int End(string xml, int start, string mark)
    {
        var end = xml.IndexOf(mark, start, StringComparison.Ordinal);
        return end < 0 ? xml.Length : end + mark.Length;
    }

    private static int EndOfDocumentType(string xml, int start)
    {
        var inside = 0;
        var quote = '\0';
        for (var i = start; i < xml.Length; i++)
        {
            var c = xml[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '[')
            {
                inside++;
            }
            else if (c == ']')
            {
                inside--;
            }
            else if (c == '>' && inside <= 0)
            {
                return i + 1;
            }
        }

        return xml.Length;
    }
}
