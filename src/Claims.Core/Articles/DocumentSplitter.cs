using System.Collections.Immutable;

namespace Claims.Core.Articles;

/// <summary>Finds the stories inside a page and what each block of them is. Pure: the same article always gives the same documents.</summary>
public static class DocumentSplitter
{
    /// <summary>
    /// The documents of <paramref name="article"/>, in order of the text, at least one. Blocks are in order, do not overlap,
    /// and cover everything but white space; a document's span covers its blocks. Only <see cref="BlockKind.Paragraph"/>s
    /// and <see cref="BlockKind.ListItem"/>s hold claims.
    /// </summary>
    public static ImmutableArray<Document> Split(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var blocks = article.Blocks.IsEmpty ? Lines(article.Text) : article.Blocks;
        return
        [
            new Document
            {
                Id = Document.IdOf(article.Id, 0),
                ArticleId = article.Id,
                Ordinal = 0,
                Span = blocks.IsEmpty ? new TextSpan(0, article.Text.Length) : TextSpan.FromBounds(blocks[0].Span.Start, blocks[^1].Span.End),
                Title = article.Title,
                Published = article.Published,
                Blocks = blocks,
            },
        ];
    }

    private static ImmutableArray<TextBlock> Lines(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty)
            {
                var lead = line.Length - line.TrimStart().Length;
                blocks.Add(new TextBlock(new TextSpan(start + lead, trimmed.Length), BlockKind.Paragraph));
            }

            start = end + 1;
        }

        return blocks.ToImmutable();
    }
}
