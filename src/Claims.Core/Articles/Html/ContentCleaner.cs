namespace Claims.Core.Articles.Html;

/// <summary>Cleans the main content of what is no text of it: forms, footers, share buttons, lists and boxes of links. Thresholds as in <see cref="ContentFinder"/>.</summary>
internal static class ContentCleaner
{
    /// <summary>Share boxes and the like are short; a long element with such a class is the story.</summary>
    private const int ShortText = 500;

    /// <summary>Lists of so many items more than paragraphs are lists of links.</summary>
    private const int ItemsOfProse = 100;

    public static void Clean(ContentNode content, bool usesClasses, bool cutsBoxes)
    {
        var dataTables = content.Inside("TABLE").Where(IsDataTable).ToHashSet();
        if (cutsBoxes)
        {
            CutBoxes(content, "FORM", usesClasses, dataTables);
            CutBoxes(content, "FIELDSET", usesClasses, dataTables);
        }

        Remove(content.Inside("FOOTER", "ASIDE"));
        Remove(content.Children().SelectMany(c => c.Inside())
            .Where(e => ContentTraits.Sharing().IsMatch(ContentTraits.ClassAndId(e)) && e.Counts.Length < ShortText).ToList());
        Remove(content.Inside("INPUT", "BUTTON"));
        if (usesClasses)
        {
            Remove(content.Inside("H1", "H2").Where(h => ContentTraits.ClassWeight(h) < 0).ToList());
        }

        if (cutsBoxes)
        {
            CutBoxes(content, "TABLE", usesClasses, dataTables);
            CutBoxes(content, "UL", usesClasses, dataTables);
            CutBoxes(content, "DIV", usesClasses, dataTables);
        }
    }

    private static void Remove(List<ContentNode> nodes) => nodes.ForEach(n => n.Remove());

    private static void CutBoxes(ContentNode content, string tag, bool usesClasses, HashSet<ContentNode> dataTables)
    {
        // Elements inside data tables, and those around them, stay.
        var kept = new HashSet<ContentNode>(dataTables);
        var inside = new HashSet<ContentNode>();
        foreach (var table in dataTables)
        {
            for (var around = table.Parent; around is not null && kept.Add(around); around = around.Parent)
            {
            }

            // Of tables of data inside tables of data the outermost, which comes first, speaks for all.
            if (inside.Add(table))
            {
                inside.UnionWith(table.Inside());
            }
        }

        // From the last to the first, so that what is inside is judged before what holds it.
        var boxes = content.Inside(tag);
        boxes.Reverse();
        Remove(boxes.Where(b => !kept.Contains(b) && !inside.Contains(b) && !b.IsInside("CODE") && IsBox(b, tag, usesClasses)));
    }

    private static void Remove(IEnumerable<ContentNode> nodes)
    {
        foreach (var node in nodes)
        {
            node.Remove();
        }
    }

    private static bool IsBox(ContentNode element, string tag, bool usesClasses)
    {
        var counts = element.Counts;
        var isList = tag == "UL" || (counts.Length > 0 && counts.InLists / (double)counts.Length > 0.9);
        var weight = usesClasses ? ContentTraits.ClassWeight(element) : 0;
        if (weight < 0)
        {
            return true;
        }

        if (counts.Commas >= 10)
        {
            return false;
        }

        if (counts.Length is > 0 and < 30 && element.Words() is var words && (ContentTraits.Advertisement().IsMatch(words) || ContentTraits.Loading().IsMatch(words)))
        {
            return true;
        }

        var headings = counts.Length == 0 ? 0 : counts.Headings / (double)counts.Length;
        var links = counts.LinkDensity;
        var isInFigure = element.IsInside("FIGURE");
        var isBox = (!isInFigure && counts.Pictures > 1 && (double)counts.Paragraphs / counts.Pictures < 0.5)
            || (!isList && counts.Items - ItemsOfProse > counts.Paragraphs)
            || counts.Inputs > counts.Paragraphs / 3
            || (!isList && !isInFigure && headings < 0.9 && counts.Length < 25 && counts.Pictures is 0 or > 2 && links > 0)
            || (!isList && weight < 25 && links > 0.2)
            || (weight >= 25 && links > 0.5)
            || (counts.Pictures == 0 && (counts.InTextual == 0 || counts.Length == 0));

        // A list of pictures, each item with one, stays; so does text that was indented by the tag of a list.
        return isBox && !(isList && counts.Pictures == counts.Items && element.Children().All(c => c.Children().Take(2).Count() <= 1));
    }

    /// <summary>A table that shows data rather than laying a page out.</summary>
    internal static bool IsDataTable(ContentNode table)
    {
        if (table.Attribute("role") == "presentation" || table.Attribute("datatable") == "0")
        {
            return false;
        }

        if (table.Attribute("summary") is not null || table.Counts.TableMarks > 0)
        {
            return true;
        }

        if (table.Counts.Tables > 0)
        {
            return false;
        }

        var rows = table.Inside("TR");
        var columns = rows.Count == 0 ? 0 : rows.Max(r => r.Children().Where(c => c.Tag == "TD").Sum(c => int.TryParse(c.Attribute("colspan"), out var span) ? Math.Clamp(span, 1, 1000) : 1));
        return columns != 1 && rows.Count != 1 && (rows.Count >= 10 || columns > 4 || rows.Count * columns > 10);
    }
}
