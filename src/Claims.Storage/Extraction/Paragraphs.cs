using Claims.Core.Articles;

namespace Claims.Storage.Extraction;

/// <summary>Finds the paragraph that a claim stands in.</summary>
internal static class Paragraphs
{
    /// <summary>The block that holds a span; where no block does, the lines that the span stands in.</summary>
    public static TextSpan Around(TextSpan span, IEnumerable<TextBlock> blocks, string text)
    {
        foreach (var block in blocks)
        {
            if (block.Span.Contains(span) && block.Span.End <= text.Length)
            {
                return block.Span;
            }
        }

        var start = Math.Min(span.Start, text.Length);
        while (start > 0 && text[start - 1] != '\n')
        {
            start--;
        }

        var end = text.IndexOf('\n', Math.Min(span.End, text.Length));
        return TextSpan.FromBounds(start, end < 0 ? text.Length : end);
    }
}
