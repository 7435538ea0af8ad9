namespace Claims.Core.Articles.Reading;

/// <summary>The way in: bytes of any accepted format become articles and problems.</summary>
public static class ArticleReader
{
    private const string Accepted = "Plain text, HTML, JSON Lines, RSS or Atom.";

    /// <summary>
    /// Reads every page of an input. Pure: the same bytes and options give the same articles, with the same keys. Never
    /// throws for what the bytes hold: what cannot be read is reported as a problem.
    /// </summary>
    public static ReadResult Read(InputItem item, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(options);

        if (item.Length == 0)
        {
            return ReadResult.Failed(new(item.Name, "It is empty.", Accepted));
        }

        if (item.Length > options.MaximumBytes)
        {
            return ReadResult.Failed(new(
                item.Name,
                $"It is too large: {Megabytes(item.Length)}, the limit is {Megabytes(options.MaximumBytes)}.",
                "A smaller file, or a higher limit in the settings."));
        }

        return FormatDetector.Detect(item) switch
        {
            InputFormat.Binary => ReadResult.Failed(new(item.Name, $"It is {FormatDetector.BinaryKind(item.Bytes.Span)}, not text.", Accepted)),
            InputFormat.Html => new HtmlReader().Read(item, options),
            InputFormat.JsonLines => new JsonLinesReader().Read(item, options),
            InputFormat.Feed => new FeedReader().Read(item, options),
            _ => new PlainTextReader().Read(item, options),
        };
    }

    private static string Megabytes(long bytes) =>
        bytes < 100_000 ? $"{bytes} bytes" : $"{bytes / (1024.0 * 1024.0):0.#} MB";
}
