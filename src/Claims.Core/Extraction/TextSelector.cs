namespace Claims.Core.Extraction;

/// <summary>The text beside a quote by which it is found again (W3C Web Annotation TextQuoteSelector).</summary>
internal static class TextSelector
{
    // W3C Web Annotation TextQuoteSelector: enough before and after to find the quote again.
    private const int SelectorContext = 32;

    // Never half a surrogate pair: the selector must stay valid UTF-16.
    public static string Before(string text, int start)
    {
        var from = Math.Max(0, start - SelectorContext);
        if (from > 0 && from < start && char.IsLowSurrogate(text[from]))
        {
            from++;
        }

        return text[from..start];
    }

    public static string Behind(string text, int end)
    {
        var to = Math.Min(text.Length, end + SelectorContext);
        if (to < text.Length && to > end && char.IsHighSurrogate(text[to - 1]))
        {
            to--;
        }

        return text[end..to];
    }
}
