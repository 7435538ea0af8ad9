using System.Collections.Immutable;
using Claims.Core.Articles.Splitting;

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
        var stories = PageLayout.Find(article.Text, article.Blocks, article.Title);
        if (stories.IsEmpty)
        {
            return [Make(article, 0, new TextSpan(0, article.Text.Length), article.Title, null, article.Published, [])];
        }

        var documents = ImmutableArray.CreateBuilder<Document>(stories.Length);
        foreach (var story in stories)
        {
            var ordinal = documents.Count;
            var source = story.SourceName is { } name && Source.IdOf(name) != article.Source.Id ? KnownOutlets.SourceNamed(name) : null;
            var published = ordinal == 0
                ? article.Published ?? story.Date?.At(CaptureOf(article))
                : story.Date?.At(article.Published ?? CaptureOf(article));
            documents.Add(Make(article, ordinal, story.Span, ordinal == 0 ? article.Title ?? story.Title : story.Title, source, published, story.Blocks));
        }

        return documents.ToImmutable();
    }

    /// <summary>
    /// What ages on the page ("2 hours ago") count back from: the time of capture where we captured it ourselves. A saved
    /// file may have been saved long before it was imported, so nothing is known.
    /// </summary>
    private static DateTimeOffset? CaptureOf(Article article) =>
        article.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? article.Fetched : null;

    private static Document Make(Article article, int ordinal, TextSpan span, string? title, Source? source, DateTimeOffset? published, ImmutableArray<TextBlock> blocks) => new()
    {
        Id = Document.IdOf(article.Id, ordinal),
        ArticleId = article.Id,
        Ordinal = ordinal,
        Span = span,
        Title = title,
        Source = source,
        Published = published,
        Blocks = blocks,
    };
}
