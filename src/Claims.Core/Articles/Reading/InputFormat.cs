namespace Claims.Core.Articles.Reading;

/// <summary>The formats that inputs can have.</summary>
public enum InputFormat
{
    /// <summary>Plain text: one page.</summary>
    PlainText,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>One JSON object a line, each a page: <c>url, title, source, published, text</c> or <c>html</c>.</summary>
    JsonLines,

    /// <summary>RSS 0.9x, 1.0, 2.0 or Atom: each entry a page.</summary>
    Feed,

    /// <summary>Not text at all.</summary>
    Binary,
}
