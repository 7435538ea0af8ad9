using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Claims.Core.Articles.Html;

/// <summary>
/// Traits of elements by which main content is told from the rest: text and link density, and what classes and ids say.
/// The words and thresholds are those of Mozilla's Readability, which reader views of browsers have been tuned with for years.
/// </summary>
internal static partial class ContentTraits
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex("-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote", Options)]
    public static partial Regex Unlikely();

    [GeneratedRegex("and|article|body|column|content|main|mathjax|shadow", Options)]
    public static partial Regex Maybe();

    [GeneratedRegex("article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story", Options)]
    private static partial Regex Positive();

    [GeneratedRegex("-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget", Options)]
    private static partial Regex Negative();

    [GeneratedRegex("byline|author|dateline|writtenby|p-author", Options)]
    public static partial Regex Byline();

    [GeneratedRegex(@"(\b|_)(share|sharedaddy)(\b|_)", Options)]
    public static partial Regex Sharing();

    [GeneratedRegex(@"^(ad(vertising|vertisement)?|pub(licité)?|werb(ung)?|广告|Реклама|Anuncio)$", Options)]
    public static partial Regex Advertisement();

    [GeneratedRegex(@"^((loading|正在加载|Загрузка|chargement|cargando)(…|\.\.\.)?)$", Options)]
    public static partial Regex Loading();

    [GeneratedRegex(@"\.( |$)", RegexOptions.NonBacktracking)]
    public static partial Regex SentenceEnd();

    private static readonly HashSet<string> PhrasingNames = new(
        ["ABBR", "AUDIO", "B", "BDO", "BR", "BUTTON", "CITE", "CODE", "DATA", "DATALIST", "DFN", "EM", "EMBED", "I", "IMG", "INPUT", "KBD", "LABEL", "MARK", "MATH", "METER", "NOSCRIPT", "OBJECT", "OUTPUT", "PROGRESS", "Q", "RUBY", "SAMP", "SCRIPT", "SELECT", "SMALL", "SPAN", "STRONG", "SUB", "SUP", "TEXTAREA", "TIME", "VAR", "WBR"]);

    private static readonly HashSet<string> BlockNames = new(["BLOCKQUOTE", "DL", "DIV", "IMG", "OL", "P", "PRE", "TABLE", "UL"]);

    /// <summary>The words of an element with white space collapsed.</summary>
    public static string TextOf(INode node)
    {
        var text = new StringBuilder();
        Collect(node, text);
        return text.ToString().TrimEnd();
    }

    /// <summary>The share of an element's text that stands in links; links inside the page count three tenths.</summary>
    public static double LinkDensity(IElement element)
    {
        var length = TextOf(element).Length;
        if (length == 0)
        {
            return 0;
        }

        var linked = 0.0;
        foreach (var link in element.QuerySelectorAll("a"))
        {
            var isLocal = link.GetAttribute("href") is ['#', _, ..];
            linked += TextOf(link).Length * (isLocal ? 0.3 : 1);
        }

        return linked / length;
    }

    /// <summary>What class and id say of an element: 25 for each that sounds like content, less 25 for each that does not.</summary>
    public static int ClassWeight(IElement element)
    {
        var weight = 0;
        foreach (var name in (ReadOnlySpan<string?>)[element.ClassName, element.Id])
        {
            if (!string.IsNullOrEmpty(name))
            {
                weight -= Negative().IsMatch(name) ? 25 : 0;
                weight += Positive().IsMatch(name) ? 25 : 0;
            }
        }

        return weight;
    }

    public static string ClassAndId(IElement element) => $"{element.ClassName} {element.Id}";

    /// <summary>Shown to readers, as far as the markup alone says.</summary>
    public static bool IsVisible(IElement element)
    {
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal);
        return (style is null || (!style.Contains("display:none", StringComparison.OrdinalIgnoreCase) && !style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)))
            && !element.HasAttribute("hidden")
            && (element.GetAttribute("aria-hidden") != "true" || element.ClassName?.Contains("fallback-image", StringComparison.Ordinal) == true);
    }

    /// <summary>Part of a line of text rather than a block of its own.</summary>
    public static bool IsPhrasing(INode node) =>
        node.NodeType == NodeType.Text
        || (node is IElement element
            && (PhrasingNames.Contains(element.TagName) || (element.TagName is "A" or "DEL" or "INS" && element.ChildNodes.All(IsPhrasing))));

    public static bool IsWhitespace(INode node) =>
        (node.NodeType == NodeType.Text && string.IsNullOrWhiteSpace(node.TextContent)) || node is IElement { TagName: "BR" };

    public static bool HasBlockInside(IElement element) =>
        element.Children.Any(child => BlockNames.Contains(child.TagName) || HasBlockInside(child));

    /// <summary>No text and nothing but line breaks inside.</summary>
    public static bool IsEmpty(IElement element) =>
        string.IsNullOrWhiteSpace(element.TextContent)
        && (element.Children.Length == 0 || element.Children.Length == element.Children.Count(c => c.TagName is "BR" or "HR"));

    public static bool HasAncestor(INode node, string tag, int deepest = int.MaxValue)
    {
        var depth = 0;
        for (var parent = node.ParentElement; parent is not null && depth <= deepest; parent = parent.ParentElement, depth++)
        {
            if (parent.TagName == tag)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same element under another name, with children and the attributes that traits look at.</summary>
    public static IElement Rename(IElement element, string tag)
    {
        var renamed = element.Owner!.CreateElement(tag);
        while (element.FirstChild is { } child)
        {
            renamed.AppendChild(child);
        }

        foreach (var attribute in element.Attributes)
        {
            renamed.SetAttribute(attribute.Name, attribute.Value);
        }

        element.Parent?.ReplaceChild(renamed, element);
        return renamed;
    }

    private static void Collect(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.NodeType != NodeType.Text)
            {
                Collect(child, text);
                continue;
            }

            foreach (var c in child.TextContent)
            {
                if (!char.IsWhiteSpace(c))
                {
                    text.Append(c);
                }
                else if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
        }
    }
}
