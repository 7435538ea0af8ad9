using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Claims.Core.Articles.Reading;

/// <summary>Reads a web page.</summary>
public sealed class HtmlReader : IPageReader
{
    /// <inheritdoc/>
    public ReadResult Read(InputItem item, ReadOptions options)
    {
        if (TextDecoder.Decode(item.Bytes.Span, item.ContentType, out var error) is not { } html)
        {
            return ReadResult.Failed(new(item.Name, error!, "A page in UTF-8, or whose charset is declared."));
        }

        var draft = Complete(new PageDraft { Url = PageUrl.Of(item), Text = "" }, html);
        return ArticleFactory.Make(draft, options) is { } article
            ? ReadResult.Of(article)
            : ReadResult.Failed(new(item.Name, "The page holds no text.", "A page with text in it."));
    }

    /// <summary>Fills what <paramref name="draft"/> does not say yet from the page's markup.</summary>
    internal static PageDraft Complete(PageDraft draft, string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var text = string.Join("\n\n", page.QuerySelectorAll("h1,h2,h3,p,li").Select(e => e.TextContent.Trim()));
        return draft with { Text = text, Title = draft.Title ?? page.Title };
    }
}
