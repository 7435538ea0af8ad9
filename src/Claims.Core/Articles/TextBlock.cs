namespace Claims.Core.Articles;

/// <summary>What a block of a page is.</summary>
public enum BlockKind
{
    /// <summary>Running prose: the only kind that holds claims, with <see cref="ListItem"/>s that are sentences.</summary>
    Paragraph,

    /// <summary>The headline of a story.</summary>
    Title,

    /// <summary>A heading inside a story.</summary>
    Heading,

    /// <summary>A standfirst under the headline.</summary>
    Standfirst,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A table or one row of it.</summary>
    Table,

    /// <summary>A picture's or figure's caption or credit.</summary>
    Caption,

    /// <summary>Who wrote it, author boxes, dates of publication.</summary>
    Byline,

    /// <summary>A pull quote that repeats the text.</summary>
    PullQuote,

    /// <summary>Menus, link lists, recommendations, subscription calls, comments and all else that is not the story.</summary>
    Furniture,
}

/// <summary>One block of a page's text and what it is.</summary>
/// <param name="Span">Where it stands in <see cref="Article.Text"/>, without surrounding white space.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct TextBlock(TextSpan Span, BlockKind Kind);
