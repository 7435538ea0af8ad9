namespace Claims.Core.Articles.Html;

/// <summary>Finds the paragraphs of pages that use no paragraph tags.</summary>
internal static class LooseText
{
    /// <summary>Text that stands in a DIV without a paragraph gets one; a DIV that is no more than a paragraph becomes one.</summary>
    public static ContentNode Wrap(ContentNode div, List<ContentNode> paragraphs)
    {
        ContentNode? paragraph = null;
        foreach (var child in div.Nodes())
        {
            if (ContentTraits.IsPhrasing(child))
            {
                if (paragraph is not null)
                {
                    paragraph.Append(child);
                }
                else if (!ContentTraits.IsWhitespace(child))
                {
                    paragraph = ContentNode.Make("P");
                    child.ReplaceBy(paragraph);
                    paragraph.Append(child);
                }
            }
            else if (paragraph is not null)
            {
                while (paragraph.Last is { } last && ContentTraits.IsWhitespace(last))
                {
                    last.Remove();
                }

                paragraph = null;
            }
        }

        if (div.Parent is null)
        {
            return div;
        }

        var children = div.Children().Take(2).ToList();
        if (children is [{ Tag: "P" } only] && !div.Nodes().Any(n => n.IsText && !string.IsNullOrWhiteSpace(n.Text)) && div.Counts.LinkDensity < 0.25)
        {
            div.ReplaceBy(only);
            paragraphs.Add(only);
            return only;
        }

        if (!div.Counts.HasBlock)
        {
            div.Rename("P");
            paragraphs.Add(div);
        }

        return div;
    }
}
