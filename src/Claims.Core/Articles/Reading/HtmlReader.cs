using Claims.Core.Articles.Html;

namespace Claims.Core.Articles.Reading;

/// <summary>Reads a web page: its main content, and what it says of itself.</summary>
public sealed class HtmlReader : IPageReader
{
    private const string Accepted = "A web page with an article on it.";

    /// <inheritdoc/>
    public ReadResult Read(InputItem item, ReadOptions options)
    {
        if (TextDecoder.Decode(item.Bytes.Span, item.ContentType, out var error) is not { } html)
        {
            return ReadResult.Failed(new(item.Name, error!, "A page in UTF-8, or whose charset is declared."));
        }

        var draft = Complete(new PageDraft { Url = PageUrl.Of(item), Text = "" }, html, out var problem);

        // A saved page knows where it was published; a fetched one keeps the address that it was fetched from.
        if (item.Url is null || item.Url.StartsWith("file:", StringComparison.Ordinal))
        {
            draft = draft with { Url = PageUrl.Published(draft.CanonicalUrl) ?? draft.Url };
        }

        return ArticleFactory.Make(draft, options) is { } article
            ? ReadResult.Of(article)
            : ReadResult.Failed(new(item.Name, problem ?? "The page holds no text.", Accepted));
    }

    /// <summary>Fills what <paramref name="draft"/> does not say yet from the page's markup.</summary>
    internal static PageDraft Complete(PageDraft draft, string html, out string? problem)
    {
        if (MainContent.Read(html, out problem) is not { } content)
        {
            return draft;
        }

        var (text, blocks) = (content with { Title = draft.Title ?? content.Title }).WithTitle();
        return (draft with
        {
            Text = text,
            Blocks = blocks,
            Title = draft.Title ?? content.Title,
            SourceName = draft.SourceName ?? content.Source,
            Byline = draft.Byline ?? content.Byline,
            Published = draft.Published ?? content.Published,
            Modified = draft.Modified ?? content.Modified,
            Language = draft.Language ?? content.Language,
            CanonicalUrl = content.Url,
        }).WithLayout();
    }
}
