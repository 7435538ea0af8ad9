using System.Text.RegularExpressions;

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

    public static bool IsBlock(string tag) => BlockNames.Contains(tag);

    public static bool IsComma(char c) => c is ',' or '،' or '﹐' or '︐' or '︑' or '⹁' or '⸴' or '⸲' or '，';

    /// <summary>What class and id say of an element: 25 for each that sounds like content, less 25 for each that does not.</summary>
    public static int ClassWeight(ContentNode node)
    {
        var weight = 0;
        foreach (var name in (ReadOnlySpan<string>)[node.Class, node.Id])
        {
            if (name.Length > 0)
            {
                weight -= Negative().IsMatch(name) ? 25 : 0;
                weight += Positive().IsMatch(name) ? 25 : 0;
            }
        }

        return weight;
    }

    public static string ClassAndId(ContentNode node) => node.Class.Length + node.Id.Length == 0 ? "" : $"{node.Class} {node.Id}";

    /// <summary>Shown to readers, as far as the markup alone says.</summary>
    public static bool IsVisible(ContentNode node)
    {
        var style = node.Attribute("style")?.Replace(" ", "", StringComparison.Ordinal);
        return (style is null || (!style.Contains("display:none", StringComparison.OrdinalIgnoreCase) && !style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)))
            && node.Attribute("hidden") is null
            && (node.Attribute("aria-hidden") != "true" || node.Class.Contains("fallback-image", StringComparison.Ordinal));
    }

    /// <summary>Part of a line of text rather than a block of its own.</summary>
    public static bool IsPhrasing(ContentNode node) =>
        node.IsText || PhrasingNames.Contains(node.Tag) || (node.Tag is "A" or "DEL" or "INS" && node.Nodes().All(IsPhrasing));

    public static bool IsWhitespace(ContentNode node) => node.IsText ? string.IsNullOrWhiteSpace(node.Text) : node.Tag == "BR";

    /// <summary>No text and nothing but line breaks inside.</summary>
    public static bool IsEmpty(ContentNode node) => node.Counts.Length == 0 && node.Children().All(c => c.Tag is "BR" or "HR");
}
