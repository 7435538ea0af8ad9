using System.Text;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>
/// The prose of a document as one string, without furniture and markup remnants, with the way back to the article:
/// grammar reads this text, claims point into the article's. Blocks are parted by a blank line.
/// </summary>
public sealed class ReadingText
{
    private readonly List<(int Reading, int Article, int Length)> pieces = [];

    private ReadingText(string articleText, IEnumerable<TextBlock> blocks)
    {
        var builder = new StringBuilder();
        foreach (var block in blocks)
        {
            if (builder.Length > 0)
            {
                builder.Append("\n\n");
            }

            var start = builder.Length;
            foreach (var visible in InlineMarkup.Visible(articleText, block.Span))
            {
                pieces.Add((builder.Length, visible.Start, visible.Length));
                builder.Append(articleText, visible.Start, visible.Length);
            }

            if (builder.Length > start)
            {
                Blocks.Add((TextSpan.FromBounds(start, builder.Length), block.Kind));
            }
        }

        Text = builder.ToString();
    }

    /// <summary>The prose.</summary>
    public string Text { get; }

    /// <summary>Its blocks, in order, in offsets of <see cref="Text"/>.</summary>
    public List<(TextSpan Span, BlockKind Kind)> Blocks { get; } = [];

    /// <summary>The prose of a document: its paragraphs, list items and standfirst.</summary>
    public static ReadingText Of(Article article, Document document)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(document);
        return new ReadingText(article.Text, document.Blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Standfirst));
    }

    /// <summary>A plain text read as it stands.</summary>
    public static ReadingText Of(string text) => new(text, [new TextBlock(new TextSpan(0, text.Length), BlockKind.Paragraph)]);

    /// <summary>The stretch of the article that a stretch of the reading text comes from, remnants inside it included.</summary>
    public TextSpan ToArticle(TextSpan span)
    {
        var start = ToArticle(span.Start);
        return span.Length == 0 ? new TextSpan(start, 0) : TextSpan.FromBounds(start, ToArticle(span.End - 1) + 1);
    }

    private int ToArticle(int offset)
    {
        if (pieces.Count == 0)
        {
            return 0;
        }

        int low = 0, high = pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].Reading <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        var (reading, article, length) = pieces[low];
        return article + Math.Clamp(offset - reading, 0, length);
    }
}
