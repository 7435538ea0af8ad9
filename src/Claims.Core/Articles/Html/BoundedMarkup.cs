using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Claims.Core.Articles.Html;

/// <summary>
/// Cuts a page down to what reading it needs, in one pass, before a parser builds a tree of it: no scripts (but JSON-LD),
/// styles, drawings, formatting tags or attributes that nobody asks for; nesting, number of elements and of attributes
/// bounded. Parsers walk their stack of open elements for every tag, so a page nested 100,000 deep would keep one busy for
/// hours, and trees that deep overflow the stack of whoever walks them.
/// </summary>
internal static class BoundedMarkup
{
    /// <summary>Browsers stop at 512 too (Blink's limit); real pages stay under 100.</summary>
    public const int DeepestNesting = 512;

    /// <summary>The largest pages of the measuring set have under 20,000 elements.</summary>
    public const int MostElements = 300_000;

    /// <summary>Pages with a few tags that nobody closed are read without those that are too deep; more of them are made to harm.</summary>
    private const int MostLeftOut = 5_000;

    private const int MostAttributes = 24;

    /// <summary>Longer values are data inside the page (pictures, state of scripts).</summary>
    private const int LongestValue = 4096;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n\f");

    /// <summary>Elements whose content is not text of the page; their whole content goes.</summary>
    private static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(
        ["style", "svg", "noscript", "template", "iframe", "noembed", "noframes", "xmp", "textarea", "object", "audio", "video", "canvas", "select", "datalist", "map"]);

    /// <summary>Tags that shape letters only. Unclosed, parsers open them again in every paragraph after.</summary>
    private static readonly FrozenSet<string> Unwrapped = FrozenSet.ToFrozenSet(
        ["b", "i", "em", "strong", "u", "s", "strike", "small", "big", "tt", "font", "nobr", "plaintext", "wbr", "marquee", "blink", "basefont", "param", "source", "track", "frame", "frameset", "embed", "image", "area"]);

    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(["br", "hr", "img", "input", "link", "meta", "base", "col"]);

    /// <summary>Elements that close themselves when the next of their kind opens, so that their tags do not add up to depth.</summary>
    private static readonly FrozenSet<string> SelfClosing = FrozenSet.ToFrozenSet(["a", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp", "html", "head", "body"]);

    private static readonly FrozenSet<string> KeptAttributes = FrozenSet.ToFrozenSet(
        ["class", "id", "href", "src", "alt", "name", "property", "content", "itemprop", "itemtype", "itemscope", "datetime", "type", "lang", "xml:lang", "rel", "hidden", "style", "role", "aria-hidden", "aria-modal", "http-equiv", "title", "summary", "dir", "datatable", "border", "colspan", "pubdate", "data-testid", "data-component"]);

    /// <summary>The page cut down, or null with the reason where it has more elements than any page.</summary>
    public static string? Reduce(string html, out string? problem)
    {
        problem = null;
        var result = new StringBuilder(Math.Min(html.Length, 1 << 20));
        var state = new NestingGuard();
        for (var i = 0; i < html.Length;)
        {
            var open = html.IndexOf('<', i);
            if (open < 0)
            {
                result.Append(html, i, html.Length - i);
                break;
            }

            result.Append(html, i, open - i);
            i = Tag(html, open, result, state);
            if (state.Elements > MostElements)
            {
                problem = $"It has more than {MostElements} elements.";
                return null;
            }

            if (state.LeftOut > MostLeftOut)
            {
                problem = $"It is nested more than {DeepestNesting} elements deep.";
                return null;
            }
        }

        return result.ToString();
    }

    /// <summary>Takes the tag that opens at <paramref name="open"/> and gives where reading goes on.</summary>
    private static int Tag(string html, int open, StringBuilder result, NestingGuard state)
    {
        if (open + 1 >= html.Length)
        {
            result.Append("&lt;");
            return open + 1;
        }

        var next = html[open + 1];
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", open + 2, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        if (next is '!' or '?')
        {
            var end = html.IndexOf('>', open);
            return end < 0 ? html.Length : end + 1;
        }

        if (next == '/' ? open + 2 >= html.Length || !char.IsAsciiLetter(html[open + 2]) : !char.IsAsciiLetter(next))
        {
            result.Append("&lt;");
            return open + 1;
        }

        var isEnd = next == '/';
        var nameStart = open + (isEnd ? 2 : 1);
        var nameLength = html.AsSpan(nameStart).IndexOfAny(NameEnd);
        nameLength = nameLength < 0 ? html.Length - nameStart : nameLength;
        var name = nameLength > 40 ? "div" : html.AsSpan(nameStart, nameLength).ToString().ToLowerInvariant();
        name = name == "center" ? "div" : name;
        var attributes = isEnd ? null : new StringBuilder();
        var after = Attributes(html, nameStart + nameLength, attributes, out var selfClosed, out var type);
        if (isEnd)
        {
            if (!Unwrapped.Contains(name) && !Dropped.Contains(name) && state.Close(name))
            {
                result.Append("</").Append(name).Append('>');
            }

            return after;
        }

        if (name == "script")
        {
            return Script(html, after, type, result);
        }

        if (Dropped.Contains(name))
        {
            return selfClosed && name == "svg" ? after : AfterEnd(html, after, name);
        }

        if (Unwrapped.Contains(name) || !state.Open(name, Void.Contains(name), SelfClosing.Contains(name)))
        {
            return after;
        }

        result.Append('<').Append(name).Append(attributes).Append('>');
        return after;
    }

    /// <summary>Keeps JSON-LD, drops every other script.</summary>
    private static int Script(string html, int after, string? type, StringBuilder result)
    {
        var end = AfterEnd(html, after, "script");
        if (type is not null && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            var close = html.LastIndexOf('<', end - 1, end - after);
            result.Append("<script type=\"application/ld+json\">").Append(html, after, Math.Max(0, close - after)).Append("</script>");
        }

        return end;
    }

    /// <summary>Past the end tag of an element whose content is skipped; a nested one of the same name (svg) does not matter to text.</summary>
    private static int AfterEnd(string html, int from, string name)
    {
        for (var at = from; at < html.Length;)
        {
            var close = html.IndexOf("</", at, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            var rest = html.AsSpan(close + 2);
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || NameEnd.Contains(rest[name.Length])))
            {
                var end = html.IndexOf('>', close);
                return end < 0 ? html.Length : end + 1;
            }

            at = close + 2;
        }

        return html.Length;
    }

    /// <summary>Reads attributes up to the tag's end; those that are asked for go to <paramref name="kept"/>.</summary>
    private static int Attributes(string html, int at, StringBuilder? kept, out bool selfClosed, out string? type)
    {
        selfClosed = false;
        type = null;
        var count = 0;
        while (at < html.Length)
        {
            while (at < html.Length && (Space.Contains(html[at]) || html[at] == '/'))
            {
                selfClosed = html[at] == '/';
                at++;
            }

            if (at >= html.Length)
            {
                return at;
            }

            if (html[at] == '>')
            {
                return at + 1;
            }

            var nameStart = at;
            while (at < html.Length && !Space.Contains(html[at]) && (html[at] is not ('/' or '>' or '=') || at == nameStart && html[at] == '='))
            {
                at++;
            }

            var name = html.AsSpan(nameStart, at - nameStart);
            var valueAt = SkipSpace(html, at);
            ReadOnlySpan<char> value = default;
            if (valueAt < html.Length && html[valueAt] == '=')
            {
                at = Value(html, SkipSpace(html, valueAt + 1), out value);
            }

            if (kept is not null && name.Length <= 20 && count < MostAttributes && value.Length <= LongestValue && KeptAttributes.Contains(name.ToString().ToLowerInvariant()))
            {
                count++;
                type = name.Equals("type", StringComparison.OrdinalIgnoreCase) ? value.ToString() : type;
                kept.Append(' ').Append(name).Append("=\"").Append(value).Replace("\"", "&quot;", kept.Length - value.Length, value.Length).Append('"');
            }
        }

        return at;
    }

    private static int Value(string html, int at, out ReadOnlySpan<char> value)
    {
        value = default;
        if (at >= html.Length)
        {
            return at;
        }

        if (html[at] is '"' or '\'')
        {
            var end = html.IndexOf(html[at], at + 1);
            end = end < 0 ? html.Length : end;
            value = html.AsSpan(at + 1, end - at - 1);
            return Math.Min(end + 1, html.Length);
        }

        var start = at;
        while (at < html.Length && !Space.Contains(html[at]) && html[at] != '>')
        {
            at++;
        }

        value = html.AsSpan(start, at - start);
        return at;
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && Space.Contains(html[at]))
        {
            at++;
        }

        return at;
    }
}
