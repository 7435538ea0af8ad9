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

    /// <summary>
    /// As <see cref="ToArticle(TextSpan)"/>; but where a link's target stands inside, only the stretch beside it that holds
    /// <paramref name="keep"/>, so that no quote shows an address that readers of the page did not see.
    /// </summary>
    /// <param name="span">The stretch of the reading text.</param>
    /// <param name="keep">An offset of the reading text in the stretch that says most: the predicate.</param>
    /// <param name="articleText">The article's text.</param>
    public TextSpan ToArticleWithoutTargets(TextSpan span, int keep, string articleText)
    {
        var whole = ToArticle(span);
        if (pieces.Count <= Blocks.Count || articleText.AsSpan(whole.Start, whole.Length).IndexOf("://", StringComparison.Ordinal) < 0)
        {
            return whole;
        }

        var (start, end) = (span.Start, span.End);
        for (var i = Math.Max(1, PieceAt(span.Start)); i < pieces.Count && pieces[i].Reading < span.End; i++)
        {
            var border = pieces[i].Reading;
            var gapStart = pieces[i - 1].Article + pieces[i - 1].Length;
            if (border <= span.Start || border >= span.End || articleText.AsSpan(gapStart, Math.Max(0, pieces[i].Article - gapStart)).IndexOf("://", StringComparison.Ordinal) < 0)
            {
                continue;
            }

            if (border <= keep)
            {
                start = Math.Max(start, border);
            }
            else
            {
                end = Math.Min(end, border);
            }
        }

        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        return ToArticle(TextSpan.FromBounds(start, end));
    }

    private int ToArticle(int offset)
    {
        if (pieces.Count == 0)
        {
            return 0;
        }

        var (reading, article, length) = pieces[PieceAt(offset)];
        return article + Math.Clamp(offset - reading, 0, length);
    }

    private int PieceAt(int offset)
    {
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

        return low;
    }
}
