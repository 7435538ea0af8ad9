using System.Collections.Immutable;
using System.Text;

namespace Claims.Core.Articles.Html;

/// <summary>Writes an element's text as blocks one below the other, and remembers what each of them is.</summary>
internal sealed class BlockWriter
{
    private static readonly HashSet<string> Blocks = new(
        ["ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "BODY", "DD", "DETAILS", "DIALOG", "DIV", "DL", "DT", "FIELDSET", "FIGCAPTION", "FIGURE", "FOOTER", "FORM", "H1", "H2", "H3", "H4", "H5", "H6", "HEADER", "HR", "LI", "MAIN", "NAV", "OL", "P", "PRE", "SECTION", "SUMMARY", "TABLE", "TBODY", "THEAD", "TFOOT", "TR", "TD", "TH", "CAPTION", "UL"]);

    /// <summary>Captions and pull quotes are shorter; a longer element with such a class holds the story.</summary>
    private const int LongestNote = 600;

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<TextBlock>.Builder _blocks = ImmutableArray.CreateBuilder<TextBlock>();
    private readonly StringBuilder _line = new();

    /// <summary>What was written.</summary>
    public string Text => _text.ToString();

    /// <summary>What each part of it is.</summary>
    public ImmutableArray<TextBlock> Found => _blocks.ToImmutable();

    /// <summary>Writes a block of its own.</summary>
    public void Add(string text, BlockKind kind)
    {
        _line.Append(text);
        End(kind);
    }

    /// <summary>Writes everything inside <paramref name="element"/>.</summary>
    public void Write(ContentNode element)
    {
        Walk(element, BlockKind.Paragraph);
        End(BlockKind.Paragraph);
    }

    private void WalkInside(ContentNode node, BlockKind kind)
    {
        for (var child = node.First; child is not null; child = child.Next)
        {
            if (child.Text is { } text)
            {
                AppendText(text);
            }
            else
            {
                Walk(child, kind);
            }
        }
    }

    private void Walk(ContentNode element, BlockKind kind)
    {
        var name = element.Tag;
        if (name is "HEAD" or "BUTTON" or "INPUT")
        {
            return;
        }

        if (name == "BR")
        {
            // Two breaks in a row are a paragraph's end.
            if (_line.Length > 0 && _line[^1] == '\n')
            {
                End(kind);
            }
            else if (_line.Length > 0)
            {
                TrimLine();
                _line.Append('\n');
            }

            return;
        }

        if (!Blocks.Contains(name))
        {
            WalkInside(element, kind);
            return;
        }

        End(kind);
        if (name == "TABLE" && ContentCleaner.IsDataTable(element))
        {
            WriteTable(element);
            return;
        }

        var inside = name switch
        {
            "H1" or "H2" or "H3" or "H4" or "H5" or "H6" => BlockKind.Heading,
            "LI" or "DT" or "DD" when kind != BlockKind.Caption => BlockKind.ListItem,
            "FIGCAPTION" or "CAPTION" => BlockKind.Caption,

            // Whatever words stand with a picture are its caption, lists of captions too.
            "FIGURE" when element.Counts.Length < LongestNote => BlockKind.Caption,
            _ when kind == BlockKind.Caption => BlockKind.Caption,
            "NAV" => BlockKind.Furniture,
            _ => IsCaption(element) ? BlockKind.Caption : IsPullQuote(element) ? BlockKind.PullQuote : kind,
        };
        WalkInside(element, inside);
        End(inside);
    }

    /// <summary>The row of a table is one block, its cells set apart by tabs, as tables are pasted.</summary>
    private void WriteTable(ContentNode table)
    {
        foreach (var part in table.Children())
        {
            if (part.Tag is "THEAD" or "TBODY" or "TFOOT")
            {
                WriteTable(part);
                continue;
            }

            if (part.Tag is not ("CAPTION" or "TR"))
            {
                continue;
            }

            if (part.Tag == "CAPTION")
            {
                Add(part.Words(), BlockKind.Caption);
                continue;
            }

            Add(string.Join('\t', part.Children().Where(c => c.Tag is "TD" or "TH").Select(c => c.Words())), BlockKind.Table);
        }
    }

    private static bool IsCaption(ContentNode element) =>
        (element.Class.Contains("caption", StringComparison.OrdinalIgnoreCase) || element.Class.Contains("photo-credit", StringComparison.OrdinalIgnoreCase) || element.Class.Contains("image-credit", StringComparison.OrdinalIgnoreCase))
        && element.Counts.Length < LongestNote;

    private static bool IsPullQuote(ContentNode element) =>
        (element.Class.Contains("pullquote", StringComparison.OrdinalIgnoreCase) || element.Class.Contains("pull-quote", StringComparison.OrdinalIgnoreCase))
        && element.Counts.Length < LongestNote;

    private void AppendText(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                // Soft hyphens and zero-width spaces show where a line may break; readers never see them.
                if (c is not ('\u00AD' or '\u200B' or '\0' or '\uFEFF'))
                {
                    _line.Append(c);
                }
            }
            else if (_line.Length > 0 && _line[^1] is not (' ' or '\n'))
            {
                _line.Append(' ');
            }
        }
    }

    private void TrimLine()
    {
        while (_line.Length > 0 && char.IsWhiteSpace(_line[^1]))
        {
            _line.Length--;
        }
    }

    private void End(BlockKind kind)
    {
        TrimLine();
        if (_line.Length > 0)
        {
            if (_text.Length > 0)
            {
                _text.Append(kind == BlockKind.Table && _blocks.Count > 0 && _blocks[^1].Kind == BlockKind.Table ? "\n" : "\n\n");
            }

            var text = Reading.TextNormalizer.Normalize(_line.ToString()).Trim();
            if (text.Length > 0)
            {
                _blocks.Add(new TextBlock(new TextSpan(_text.Length, text.Length), kind));
                _text.Append(text);
            }
        }

        _line.Clear();
    }
}
