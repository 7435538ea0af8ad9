using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Claims.Core.Articles.Html;

/// <summary>
/// Finds the element that holds a page's main text: paragraphs give points to the elements around them, by length and
/// commas; links take points away; the best element wins, together with siblings that read like it. After Mozilla's
/// Readability (Arc90 before it), whose thresholds these are.
/// </summary>
internal sealed class ContentFinder(IHtmlDocument page, string? title, ContentFinder.Strictness strictness)
{
    /// <summary>How much is taken away on the way; each step down is tried when the one before left too little text.</summary>
    internal enum Strictness
    {
        /// <summary>Elements whose class says "sidebar" and the like are out from the start.</summary>
        Full,

        /// <summary>They are judged like any other.</summary>
        KeepUnlikely,

        /// <summary>Nor do classes count.</summary>
        IgnoreClasses,

        /// <summary>Nor are lists and tables of links inside the text cut out.</summary>
        KeepAll,
    }

    private const int Candidates = 5;

    private static readonly HashSet<string> ScoredTags = new(["SECTION", "H2", "H3", "H4", "H5", "H6", "P", "TD", "PRE"]);
    private static readonly HashSet<string> KeptSiblings = new(["DIV", "ARTICLE", "SECTION", "P", "OL", "UL"]);
    private static readonly HashSet<string> UnlikelyRoles = new(["menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"]);

    private readonly Dictionary<IElement, double> _scores = [];
    private bool _titleSeen;

    /// <summary>Byline that was met and taken out on the way, or null.</summary>
    public string? Byline { get; private set; }

    /// <summary>The main content as a detached element, uncleaned.</summary>
    public IElement? Find()
    {
        var body = page.Body;
        if (body is null)
        {
            return null;
        }

        Score(CollectParagraphs(body));
        var top = Best(body, out var isWholePage);
        return Assemble(top, isWholePage);
    }

    private bool UsesClasses => strictness < Strictness.IgnoreClasses;

    /// <summary>Takes out what is certainly no content and gives what text is scored by, in order.</summary>
    private List<IElement> CollectParagraphs(IElement body)
    {
        var paragraphs = new List<IElement>();
        var node = (IElement?)body;
        while (node is not null)
        {
            if (node != body && IsOut(node))
            {
                node = RemoveAndNext(node, body);
                continue;
            }

            if (node.TagName is "DIV" or "SECTION" or "HEADER" or "H1" or "H2" or "H3" or "H4" or "H5" or "H6" && node != body && ContentTraits.IsEmpty(node))
            {
                node = RemoveAndNext(node, body);
                continue;
            }

            if (ScoredTags.Contains(node.TagName))
            {
                paragraphs.Add(node);
            }

            if (node.TagName == "DIV")
            {
                node = Paragraphs(node, paragraphs);
            }

            node = Next(node, body);
        }

        return paragraphs;
    }

    private bool IsOut(IElement node)
    {
        if (!ContentTraits.IsVisible(node) || (node.GetAttribute("aria-modal") == "true" && node.GetAttribute("role") == "dialog"))
        {
            return true;
        }

        var classAndId = ContentTraits.ClassAndId(node);
        if (Byline is null && IsByline(node, classAndId))
        {
            Byline = ContentTraits.TextOf(node);
            return true;
        }

        if (!_titleSeen && node.TagName is "H1" or "H2" && IsTitle(node))
        {
            _titleSeen = true;
            return true;
        }

        if (strictness > Strictness.Full)
        {
            return false;
        }

        var isUnlikely = ContentTraits.Unlikely().IsMatch(classAndId)
            && !ContentTraits.Maybe().IsMatch(classAndId)
            && node.TagName is not ("BODY" or "A")
            && !ContentTraits.HasAncestor(node, "TABLE", 3) && !ContentTraits.HasAncestor(node, "CODE", 3);
        return isUnlikely || UnlikelyRoles.Contains(node.GetAttribute("role") ?? "");
    }

    private static bool IsByline(IElement node, string classAndId)
    {
        var isMarked = node.GetAttribute("rel") == "author" || node.GetAttribute("itemprop")?.Contains("author", StringComparison.Ordinal) == true || ContentTraits.Byline().IsMatch(classAndId);
        return isMarked && ContentTraits.TextOf(node).Length is > 0 and < 100;
    }

    private bool IsTitle(IElement heading)
    {
        return title is not null && TextSimilarity(title, ContentTraits.TextOf(heading)) > 0.75;
    }

    /// <summary>The share of the second text's letters that stand in words of the first.</summary>
    internal static double TextSimilarity(string first, string second)
    {
        var known = Words(first).ToHashSet();
        var words = Words(second);
        if (known.Count == 0 || words.Length == 0)
        {
            return 0;
        }

        var unknown = words.Where(w => !known.Contains(w)).Sum(w => w.Length + 1);
        return 1 - ((double)unknown / words.Sum(w => w.Length + 1));
    }

    private static string[] Words(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Text that stands in a DIV without a paragraph gets one; a DIV that is no more than a paragraph becomes one.</summary>
    private IElement Paragraphs(IElement div, List<IElement> paragraphs)
    {
        IElement? paragraph = null;
        var child = div.FirstChild;
        while (child is not null)
        {
            var next = child.NextSibling;
            if (ContentTraits.IsPhrasing(child))
            {
                if (paragraph is not null)
                {
                    paragraph.AppendChild(child);
                }
                else if (!ContentTraits.IsWhitespace(child))
                {
                    paragraph = page.CreateElement("p");
                    div.ReplaceChild(paragraph, child);
                    paragraph.AppendChild(child);
                }
            }
            else if (paragraph is not null)
            {
                while (paragraph.LastChild is { } last && ContentTraits.IsWhitespace(last))
                {
                    last.Parent!.RemoveChild(last);
                }

                paragraph = null;
            }

            child = next;
        }

        if (div.Children is [{ TagName: "P" } only] && !div.ChildNodes.Any(n => n.NodeType == NodeType.Text && !string.IsNullOrWhiteSpace(n.TextContent))
            && ContentTraits.LinkDensity(div) < 0.25 && div.Parent is not null)
        {
            div.Parent.ReplaceChild(only, div);
            paragraphs.Add(only);
            return only;
        }

        if (div.Parent is not null && !ContentTraits.HasBlockInside(div))
        {
            var renamed = ContentTraits.Rename(div, "p");
            paragraphs.Add(renamed);
            return renamed;
        }

        return div;
    }

    private void Score(List<IElement> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.ParentElement is null)
            {
                continue;
            }

            var text = ContentTraits.TextOf(paragraph);
            if (text.Length < 25)
            {
                continue;
            }

            var points = 1 + text.AsSpan().CountAny(",،﹐︐︑⹁⸴⸲，") + 1 + Math.Min(text.Length / 100, 3);
            var level = 0;
            for (var around = paragraph.ParentElement; around?.ParentElement is not null && level < 5; around = around.ParentElement, level++)
            {
                if (!_scores.ContainsKey(around))
                {
                    _scores[around] = StartScore(around);
                }

                _scores[around] += points / (level switch { 0 => 1.0, 1 => 2.0, _ => level * 3.0 });
            }
        }
    }

    private double StartScore(IElement element) => (UsesClasses ? ContentTraits.ClassWeight(element) : 0) + element.TagName switch
    {
        "DIV" => 5,
        "PRE" or "TD" or "BLOCKQUOTE" => 3,
        "ADDRESS" or "OL" or "UL" or "DL" or "DD" or "DT" or "LI" or "FORM" => -3,
        "H1" or "H2" or "H3" or "H4" or "H5" or "H6" or "TH" => -5,
        _ => 0,
    };

    private IElement Best(IElement body, out bool isWholePage)
    {
        foreach (var candidate in _scores.Keys.ToList())
        {
            _scores[candidate] *= 1 - ContentTraits.LinkDensity(candidate);
        }

        var order = _scores.OrderByDescending(s => s.Value).Take(Candidates).Select(s => s.Key).ToList();
        isWholePage = order.Count == 0 || order[0] == body;
        if (isWholePage)
        {
            var whole = page.CreateElement("div");
            while (body.FirstChild is { } child)
            {
                whole.AppendChild(child);
            }

            body.AppendChild(whole);
            _scores.TryAdd(whole, StartScore(whole));
            return whole;
        }

        return Widen(order, body);
    }

    /// <summary>Goes up from the best element where its neighbours are nearly as good, or the elements around it get better.</summary>
    private IElement Widen(List<IElement> order, IElement body)
    {
        var top = order[0];
        var nearlyAsGood = order.Skip(1).Where(c => _scores[c] / _scores[top] >= 0.75).Select(c => Ancestors(c).ToHashSet()).ToList();
        if (nearlyAsGood.Count >= 3)
        {
            for (var parent = top.ParentElement; parent is not null && parent != body; parent = parent.ParentElement)
            {
                if (nearlyAsGood.Count(a => a.Contains(parent)) >= 3)
                {
                    top = parent;
                    break;
                }
            }
        }

        _scores.TryAdd(top, StartScore(top));
        var last = _scores[top];
        var least = last / 3;
        for (var parent = top.ParentElement; parent is not null && parent != body; parent = parent.ParentElement)
        {
            if (!_scores.TryGetValue(parent, out var score))
            {
                continue;
            }

            if (score < least)
            {
                break;
            }

            if (score > last)
            {
                top = parent;
                break;
            }

            last = score;
        }

        while (top.ParentElement is { } around && around != body && around.Children.Length == 1)
        {
            top = around;
        }

        _scores.TryAdd(top, StartScore(top));
        return top;
    }

    /// <summary>The best element with those of its siblings that read like content.</summary>
    private IElement Assemble(IElement top, bool isWholePage)
    {
        var content = page.CreateElement("div");
        var threshold = Math.Max(10, _scores[top] * 0.2);
        var siblings = isWholePage ? [top] : top.ParentElement!.Children.ToList();
        foreach (var sibling in siblings)
        {
            if (sibling != top && !IsContent(sibling, top, threshold))
            {
                continue;
            }

            content.AppendChild(KeptSiblings.Contains(sibling.TagName) || sibling == top ? sibling : ContentTraits.Rename(sibling, "div"));
        }

        return content;
    }

    private bool IsContent(IElement sibling, IElement top, double threshold)
    {
        var bonus = sibling.ClassName == top.ClassName && !string.IsNullOrEmpty(top.ClassName) ? _scores[top] * 0.2 : 0;
        if (_scores.TryGetValue(sibling, out var score) && score + bonus >= threshold)
        {
            return true;
        }

        if (sibling.TagName != "P")
        {
            return false;
        }

        var density = ContentTraits.LinkDensity(sibling);
        var text = ContentTraits.TextOf(sibling);
        return text.Length > 80 ? density < 0.25 : text.Length > 0 && density == 0 && ContentTraits.SentenceEnd().IsMatch(text);
    }

    private static IEnumerable<IElement> Ancestors(IElement element)
    {
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            yield return parent;
        }
    }

    private static IElement? RemoveAndNext(IElement node, IElement root)
    {
        var next = NextBeside(node, root);
        node.Remove();
        return next;
    }

    private static IElement? Next(IElement node, IElement root) => node.FirstElementChild ?? NextBeside(node, root);

    private static IElement? NextBeside(IElement node, IElement root)
    {
        for (var current = node; current is not null && current != root; current = current.ParentElement)
        {
            if (current.NextElementSibling is { } next)
            {
                return next;
            }
        }

        return null;
    }
}
