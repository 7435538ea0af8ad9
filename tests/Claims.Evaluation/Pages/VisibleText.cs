using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Claims.Evaluation.Pages;

/// <summary>The text of a page as a plain walk over its tree gives it: apart from the product's own reading, so that a fault there does not hide itself.</summary>
internal static class VisibleText
{
    private static readonly HashSet<string> Inline = new(["A", "ABBR", "B", "CITE", "CODE", "EM", "FONT", "I", "KBD", "LABEL", "MARK", "Q", "S", "SMALL", "SPAN", "STRONG", "SUB", "SUP", "TIME", "U", "VAR"]);

    /// <summary>The text of the page, blocks set apart by spaces.</summary>
    public static string Of(IHtmlDocument page)
    {
        var text = new StringBuilder();
        if (page.Body is { } body)
        {
            Walk(body, text);
        }

        return text.ToString();
    }

    private static void Walk(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.NodeType == NodeType.Text)
            {
                text.Append(child.TextContent);
            }
            else if (child is IElement element && element.TagName is not ("SCRIPT" or "STYLE"))
            {
                var edge = Inline.Contains(element.TagName) ? "" : " ";
                text.Append(edge);
                Walk(element, text);
                text.Append(edge);
            }
        }
    }
}
