namespace Claims.Core.Articles.Html;

/// <summary>What is counted of an element and everything inside it, put together from what is counted of its parts.</summary>
internal sealed class NodeCounts
{
    private static readonly HashSet<string> Textual = new(["SPAN", "LI", "TD", "BLOCKQUOTE", "DL", "DIV", "IMG", "OL", "P", "PRE", "TABLE", "UL"]);

    private bool _startsWithSpace;
    private bool _endsWithSpace;
    private int _length;

    /// <summary>Characters of its words with white space collapsed.</summary>
    public int Length => _length == 0 ? 0 : Math.Max(0, _length - (_startsWithSpace ? 1 : 0) - (_endsWithSpace && _length > 1 ? 1 : 0));

    public int Commas { get; private set; }

    /// <summary>Characters in links; those inside the page count three tenths.</summary>
    public double Linked { get; private set; }

    public int Paragraphs { get; private set; }

    public int Pictures { get; private set; }

    public int Items { get; private set; }

    public int Inputs { get; private set; }

    public int Tables { get; private set; }

    /// <summary>Elements that only tables of data have: captions, headed columns.</summary>
    public int TableMarks { get; private set; }

    /// <summary>Characters in headings.</summary>
    public int Headings { get; private set; }

    /// <summary>Characters in elements that hold text; those inside one another count each.</summary>
    public long InTextual { get; private set; }

    /// <summary>Characters in lists.</summary>
    public int InLists { get; private set; }

    /// <summary>Whether there is an element inside that stands as a block of its own.</summary>
    public bool HasBlock { get; private set; }

    /// <summary>The share of the text that stands in links, 0 to 1.</summary>
    public double LinkDensity => Length == 0 ? 0 : Linked / Length;

    public static NodeCounts Of(ContentNode node)
    {
        var counts = new NodeCounts();
        if (node.Text is { } text)
        {
            counts.AddText(text);
            return counts;
        }

        for (var child = node.First; child is not null; child = child.Next)
        {
            counts.Add(child);
        }

        return counts;
    }

    private void AddText(string text)
    {
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                _startsWithSpace |= _length == 0;
                _length += space ? 0 : 1;
                space = true;
                continue;
            }

            Commas += ContentTraits.IsComma(c) ? 1 : 0;
            _length++;
            space = false;
        }

        _endsWithSpace = space;
    }

    private void Add(ContentNode child)
    {
        var inside = child.Counts;
        if (inside._length > 0)
        {
            _startsWithSpace = _length == 0 ? inside._startsWithSpace : _startsWithSpace;
            _length += inside._length - (_length > 0 && _endsWithSpace && inside._startsWithSpace ? 1 : 0);
            _endsWithSpace = inside._endsWithSpace;
        }

        Commas += inside.Commas;
        Linked += inside.Linked;
        Paragraphs += inside.Paragraphs;
        Pictures += inside.Pictures;
        Items += inside.Items;
        Inputs += inside.Inputs;
        Tables += inside.Tables;
        TableMarks += inside.TableMarks;
        Headings += inside.Headings;
        InTextual += inside.InTextual;
        InLists += inside.InLists;
        HasBlock |= inside.HasBlock;
        if (child.IsText)
        {
            return;
        }

        Linked += child.Tag == "A" ? inside.Length * (child.Attribute("href") is ['#', _, ..] ? 0.3 : 1) : 0;
        Paragraphs += child.Tag == "P" ? 1 : 0;
        Pictures += child.Tag == "IMG" ? 1 : 0;
        Items += child.Tag == "LI" ? 1 : 0;
        Inputs += child.Tag == "INPUT" ? 1 : 0;
        Tables += child.Tag == "TABLE" ? 1 : 0;
        TableMarks += child.Tag is "COL" or "COLGROUP" or "TFOOT" or "THEAD" or "TH" || (child.Tag == "CAPTION" && child.First is not null) ? 1 : 0;
        Headings += child.Tag is "H1" or "H2" or "H3" or "H4" or "H5" or "H6" ? inside.Length : 0;
        InTextual += Textual.Contains(child.Tag) ? inside.Length : 0;
        InLists += child.Tag is "UL" or "OL" ? inside.Length : 0;
        HasBlock |= ContentTraits.IsBlock(child.Tag);
    }
}
