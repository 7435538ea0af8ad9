using AngleSharp.Dom;

namespace Claims.Core.Articles.Html;

/// <summary>Cleans the main content of what is no text of it: forms, footers, share buttons, lists and boxes of links. Thresholds as in <see cref="ContentFinder"/>.</summary>
internal static class ContentCleaner
{
    /// <summary>Share boxes and the like are short; a long element with such a class is the story.</summary>
    private const int ShortText = 500;

    public static void Clean(IElement content, bool usesClasses, bool cutsBoxes)
    {
        var dataTables = content.QuerySelectorAll("table").Where(IsDataTable).ToHashSet();
        if (cutsBoxes)
        {
            CutBoxes(content, "form", usesClasses, dataTables);
            CutBoxes(content, "fieldset", usesClasses, dataTables);
        }

        Remove(content, "footer, link, aside, object, embed");
        foreach (var element in content.Children.SelectMany(c => c.QuerySelectorAll("*")).ToList())
        {
            if (ContentTraits.Sharing().IsMatch(ContentTraits.ClassAndId(element)) && element.TextContent.Length < ShortText)
            {
                element.Remove();
            }
        }

        Remove(content, "input, textarea, select, button, iframe");
        foreach (var heading in content.QuerySelectorAll("h1, h2").ToList())
        {
            if (usesClasses && ContentTraits.ClassWeight(heading) < 0)
            {
                heading.Remove();
            }
        }

        if (cutsBoxes)
        {
            CutBoxes(content, "table", usesClasses, dataTables);
            CutBoxes(content, "ul", usesClasses, dataTables);
            CutBoxes(content, "div", usesClasses, dataTables);
        }
    }

    private static void Remove(IElement content, string selector)
    {
        foreach (var element in content.QuerySelectorAll(selector).ToList())
        {
            element.Remove();
        }
    }

    private static void CutBoxes(IElement content, string tag, bool usesClasses, HashSet<IElement> dataTables)
    {
        // From the last to the first, so that what is inside is judged before what holds it.
        foreach (var element in content.QuerySelectorAll(tag).Reverse().ToList())
        {
            if (IsBox(element, tag, usesClasses, dataTables))
            {
                element.Remove();
            }
        }
    }

    private static bool IsBox(IElement element, string tag, bool usesClasses, HashSet<IElement> dataTables)
    {
        var text = ContentTraits.TextOf(element);
        var isList = tag is "ul" or "ol" || (text.Length > 0 && element.QuerySelectorAll("ul, ol").Sum(l => ContentTraits.TextOf(l).Length) / (double)text.Length > 0.9);
        if (tag == "table" && dataTables.Contains(element)
            || dataTables.Any(t => t != element && t.Contains(element))
            || ContentTraits.HasAncestor(element, "CODE")
            || element.QuerySelectorAll("table").Any(dataTables.Contains))
        {
            return false;
        }

        var weight = usesClasses ? ContentTraits.ClassWeight(element) : 0;
        if (weight < 0)
        {
            return true;
        }

        if (text.AsSpan().Count(',') >= 10)
        {
            return false;
        }

        var paragraphs = element.QuerySelectorAll("p").Length;
        var pictures = element.QuerySelectorAll("img").Length;
        var items = element.QuerySelectorAll("li").Length - 100;
        var inputs = element.QuerySelectorAll("input").Length;
        if (ContentTraits.Advertisement().IsMatch(text) || ContentTraits.Loading().IsMatch(text))
        {
            return true;
        }

        var length = text.Length;
        var headings = Density(element, "h1, h2, h3, h4, h5, h6", length);
        var links = ContentTraits.LinkDensity(element);
        var textual = Density(element, "span, li, td, blockquote, dl, div, img, ol, p, pre, table, ul", length);
        var isInFigure = ContentTraits.HasAncestor(element, "FIGURE");
        var isBox = (!isInFigure && pictures > 1 && (double)paragraphs / pictures < 0.5)
            || (!isList && items > paragraphs)
            || inputs > paragraphs / 3
            || (!isList && !isInFigure && headings < 0.9 && length < 25 && pictures is 0 or > 2 && links > 0)
            || (!isList && weight < 25 && links > 0.2)
            || (weight >= 25 && links > 0.5)
            || (pictures == 0 && textual == 0);

        // A list of pictures, each item with one, stays.
        return isBox && !(isList && element.Children.All(c => c.Children.Length <= 1) && pictures == element.QuerySelectorAll("li").Length && pictures > 0);
    }

    private static double Density(IElement element, string selector, int length) =>
        length == 0 ? 0 : element.QuerySelectorAll(selector).Sum(e => ContentTraits.TextOf(e).Length) / (double)length;

    /// <summary>A table that shows data rather than laying a page out.</summary>
    internal static bool IsDataTable(IElement table)
    {
        if (table.GetAttribute("role") == "presentation" || table.GetAttribute("datatable") == "0")
        {
            return false;
        }

        if (table.HasAttribute("summary") || table.QuerySelector("caption") is { ChildNodes.Length: > 0 } || table.QuerySelector("col, colgroup, tfoot, thead, th") is not null)
        {
            return true;
        }

        if (table.QuerySelector("table") is not null)
        {
            return false;
        }

        var rows = table.QuerySelectorAll("tr").ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(r => r.QuerySelectorAll("td").Sum(c => int.TryParse(c.GetAttribute("colspan"), out var span) ? Math.Clamp(span, 1, 1000) : 1));
        return columns != 1 && rows.Count != 1 && (rows.Count >= 10 || columns > 4 || rows.Count * columns > 10);
    }
}
