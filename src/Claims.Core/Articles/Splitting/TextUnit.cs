namespace Claims.Core.Articles.Splitting;

/// <summary>One line or marked-up block of a page on its way to being classified, with the traits that rules ask for.</summary>
internal sealed class TextUnit
{
    public TextUnit(string text, TextSpan span, BlockKind? hint)
    {
        Span = span;
        Raw = span.Of(text);
        var marks = HeadingMarks(Raw);
        Hint = marks > 0 ? BlockKind.Heading : hint == BlockKind.Paragraph ? null : hint;
        Visible = InlineMarkup.VisibleText(text, TextSpan.FromBounds(span.Start + marks, span.End)).Trim();
        Words = LineTraits.CountWords(Visible);
        Normal = LineTraits.Normalize(Visible);
        EndsSentence = LineTraits.EndsSentence(Visible);
        Date = Words <= LineTraits.LongestDateLine ? DateLine.Read(Visible) : null;
    }

    /// <summary>Length of the marks of a heading in Markdown ("## "), or 0.</summary>
    private static int HeadingMarks(string raw)
    {
        var marks = 0;
        while (marks < raw.Length && raw[marks] == '#')
        {
            marks++;
        }

        return marks is > 0 and <= 6 && marks < raw.Length && raw[marks] == ' ' ? marks + 1 : 0;
    }

    public TextSpan Span { get; }

    /// <summary>What markup says it is; null for plain text and for paragraphs, which markup uses for everything.</summary>
    public BlockKind? Hint { get; }

    public string Raw { get; }

    /// <summary>What a reader of the page sees, without link targets and emphasis marks.</summary>
    public string Visible { get; }

    /// <summary>Lower case, without punctuation at the ends, white space collapsed: for comparing with phrases and with other lines.</summary>
    public string Normal { get; }

    public int Words { get; }

    /// <summary>Ends as a sentence does, closing quotes and brackets aside.</summary>
    public bool EndsSentence { get; }

    /// <summary>The date or age that the line is about; null for any other line.</summary>
    public DateLine? Date { get; }

    /// <summary>What it was found to be; null while that is open.</summary>
    public BlockKind? Kind { get; set; }

    /// <summary>Which section it opens, for a heading such as "Related articles".</summary>
    public SectionKind Opens { get; set; }

    /// <summary>Where the words start after a list marker, or the start of the span.</summary>
    public int ContentStart { get; set; }

    public bool IsProse => Kind is BlockKind.Paragraph;
}

/// <summary>What a heading such as "Related articles" opens.</summary>
internal enum SectionKind
{
    None,

    /// <summary>Links to other pages.</summary>
    Links,

    /// <summary>Who the authors are.</summary>
    Author,

    /// <summary>Newsletters and the like, in the middle of a story or after it.</summary>
    End,

    /// <summary>Comments and notes: no story goes on after them.</summary>
    Tail,
}
