namespace Claims.Core.Articles.Reading;

/// <summary>Reads a saved page's text: one page; title, byline and date are found in its layout.</summary>
public sealed class PlainTextReader : IPageReader
{
    /// <inheritdoc/>
    public ReadResult Read(InputItem item, ReadOptions options)
    {
        if (TextDecoder.Decode(item.Bytes.Span, item.ContentType, out var error) is not { } text)
        {
            return ReadResult.Failed(new(item.Name, error!, "Text in UTF-8, or with a byte order mark, or whose charset is declared."));
        }

        var draft = PageDraft.OfText(PageUrl.Of(item), text);
        return ArticleFactory.Make(draft, options) is { } article
            ? ReadResult.Of(article)
            : ReadResult.Failed(new(item.Name, "It holds white space only.", "A page with text in it."));
    }
}
