namespace Claims.Core.Articles.Reading;

/// <summary>Reads a saved page's text: one page, whose blocks and title the <see cref="DocumentSplitter"/> finds.</summary>
public sealed class PlainTextReader : IPageReader
{
    /// <inheritdoc/>
    public ReadResult Read(InputItem item, ReadOptions options)
    {
        if (TextDecoder.Decode(item.Bytes.Span, item.ContentType, out var error) is not { } text)
        {
            return ReadResult.Failed(new(item.Name, error!, "Text in UTF-8, or with a byte order mark, or whose charset is declared."));
        }

        var draft = new PageDraft { Url = PageUrl.Of(item), Text = text };
        return ArticleFactory.Make(draft, options) is { } article
            ? ReadResult.Of(article)
            : ReadResult.Failed(new(item.Name, "It holds white space only.", "A page with text in it."));
    }
}
