namespace Claims.Core.Articles.Html;

/// <summary>
/// Finds the element that holds a page's main text: paragraphs give points to the elements around them, by length and
/// commas; links take points away; the best element wins, together with siblings that read like it. After Mozilla's
/// Readability (Arc90 before it), whose thresholds these are.
/// </summary>
internal sealed class ContentFinder(ContentNode body, string? title, ContentFinder.Strictness strictness)
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

    private readonly Dictionary<ContentNode, double> _scores = [];
    private bool _titleSeen;

    /// <summary>Byline that was met and taken out on the way, or null.</summary>
    public string? Byline { get; private set; }

    /// <summary>The main content as a detached element, uncleaned.</summary>
    public ContentNode Find()
    {
        Score(CollectParagraphs());
        var top = Best(out var isWholePage);
        return Assemble(top, isWholePage);
    }

    private bool UsesClasses => strictness < Strictness.IgnoreClasses;

    /// <summary>Takes out what is certainly no content and gives what text is scored by, in order.</summary>
    private List<ContentNode> CollectParagraphs()
    {
        var paragraphs = new List<ContentNode>();
        var node = (ContentNode?)body;
        while (node is not null)
        {
            if (node.IsText)
            {
                node = node.Beside(body);
                continue;
            }

            if (node != body && IsOut(node))
            {
                node = RemoveAndNext(node);
                continue;
            }

            if (node.Tag is "DIV" or "SECTION" or "HEADER" or "H1" or "H2" or "H3" or "H4" or "H5" or "H6" && node != body && ContentTraits.IsEmpty(node))
            {
                node = RemoveAndNext(node);
                continue;
            }

            if (ScoredTags.Contains(node.Tag))
            {
                paragraphs.Add(node);
            }

            if (node.Tag == "DIV")
            {
                node = LooseText.Wrap(node, paragraphs);
            }

            node = node.Following(body);
        }

        return paragraphs;
    }

    private bool IsOut(ContentNode node)
    {
        if (!ContentTraits.IsVisible(node) || (node.Attribute("aria-modal") == "true" && node.Attribute("role") == "dialog"))
        {
            return true;
        }

        var classAndId = ContentTraits.ClassAndId(node);
        if (Byline is null && IsByline(node, classAndId))
        {
            Byline = node.Words();
            return true;
        }

        if (!_titleSeen && node.Tag is "H1" or "H2" && IsTitle(node))
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
            && node.Tag is not ("BODY" or "A")
            && !node.IsInside("TABLE", 3) && !node.IsInside("CODE", 3);
        return isUnlikely || UnlikelyRoles.Contains(node.Attribute("role") ?? "");
    }

    private static bool IsByline(ContentNode node, string classAndId)
    {
        var isMarked = node.Attribute("rel") == "author" || node.Attribute("itemprop")?.Contains("author", StringComparison.Ordinal) == true || ContentTraits.Byline().IsMatch(classAndId);
        return isMarked && node.Counts.Length is > 0 and < 100;
    }

    private bool IsTitle(ContentNode heading)
    {
        return title is not null && TitleSimilarity.Of(title, heading.Words()) > 0.75;
    }

    private void Score(List<ContentNode> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Parent is null)
            {
                continue;
            }

            var counts = paragraph.Counts;
            if (counts.Length < 25)
            {
                continue;
            }

            var points = 1 + counts.Commas + 1 + Math.Min(counts.Length / 100, 3);
            var level = 0;
            for (var around = paragraph.Parent; around?.Parent is not null && level < 5; around = around.Parent, level++)
            {
                if (!_scores.ContainsKey(around))
                {
                    _scores[around] = StartScore(around);
                }

                _scores[around] += points / (level switch { 0 => 1.0, 1 => 2.0, _ => level * 3.0 });
            }
        }
    }

    private double StartScore(ContentNode element) => (UsesClasses ? ContentTraits.ClassWeight(element) : 0) + element.Tag switch
    {
        "DIV" => 5,
        "PRE" or "TD" or "BLOCKQUOTE" => 3,
        "ADDRESS" or "OL" or "UL" or "DL" or "DD" or "DT" or "LI" or "FORM" => -3,
        "H1" or "H2" or "H3" or "H4" or "H5" or "H6" or "TH" => -5,
        _ => 0,
    };

    private ContentNode Best(out bool isWholePage)
    {
        foreach (var candidate in _scores.Keys.ToList())
        {
            _scores[candidate] *= 1 - candidate.Counts.LinkDensity;
        }

        var order = _scores.OrderByDescending(s => s.Value).Take(Candidates).Select(s => s.Key).ToList();
        isWholePage = order.Count == 0 || order[0] == body;
        if (isWholePage)
        {
            var whole = ContentNode.Make("DIV");
            foreach (var child in body.Nodes())
            {
                whole.Append(child);
            }

            body.Append(whole);
            _scores.TryAdd(whole, StartScore(whole));
            return whole;
        }

        return Widen(order);
    }

    /// <summary>Goes up from the best element where its neighbours are nearly as good, or the elements around it get better.</summary>
    private ContentNode Widen(List<ContentNode> order)
    {
        var top = order[0];
        var nearlyAsGood = order.Skip(1).Where(c => _scores[c] / _scores[top] >= 0.75).Select(c => Ancestors(c).ToHashSet()).ToList();
        if (nearlyAsGood.Count >= 3)
        {
            for (var parent = top.Parent; parent is not null && parent != body; parent = parent.Parent)
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
        for (var parent = top.Parent; parent is not null && parent != body; parent = parent.Parent)
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

        while (top.Parent is { } around && around != body && around.Children().Take(2).Count() == 1)
        {
            top = around;
        }

        _scores.TryAdd(top, StartScore(top));
        return top;
    }

    /// <summary>The best element with those of its siblings that read like content.</summary>
    private ContentNode Assemble(ContentNode top, bool isWholePage)
    {
        var content = ContentNode.Make("DIV");
        var threshold = Math.Max(10, _scores[top] * 0.2);
        var siblings = isWholePage ? [top] : top.Parent!.Children().ToList();
        foreach (var sibling in siblings)
        {
            if (sibling != top && !IsContent(sibling, top, threshold))
            {
                continue;
            }

            if (!KeptSiblings.Contains(sibling.Tag) && sibling != top)
            {
                sibling.Rename("DIV");
            }

            content.Append(sibling);
        }

        return content;
    }

    private bool IsContent(ContentNode sibling, ContentNode top, double threshold)
    {
        var bonus = top.Class.Length > 0 && sibling.Class == top.Class ? _scores[top] * 0.2 : 0;
        if (_scores.TryGetValue(sibling, out var score) && score + bonus >= threshold)
        {
            return true;
        }

        if (sibling.Tag != "P")
        {
            return false;
        }

        var (density, length) = (sibling.Counts.LinkDensity, sibling.Counts.Length);
        return length > 80 ? density < 0.25 : length > 0 && density == 0 && ContentTraits.SentenceEnd().IsMatch(sibling.Words());
    }

    private static IEnumerable<ContentNode> Ancestors(ContentNode element)
    {
        for (var parent = element.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }

    private ContentNode? RemoveAndNext(ContentNode node)
    {
        var next = node.Beside(body);
        node.Remove();
        return next;
    }
}
