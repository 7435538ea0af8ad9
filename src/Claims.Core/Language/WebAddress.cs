namespace Claims.Core.Language;

/// <summary>Addresses of the web and of mail, which are one token.</summary>
internal static class WebAddress
{
    /// <summary>How far a token's beginning is searched for the "@" of a mail address.</summary>
    private const int MaxMailName = 64;

    /// <summary>The end of the address at <paramref name="start"/>, without the marks of the sentence around it; <paramref name="start"/> when there is none.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '”' or '“' or '|'))
            {
                end++;
            }

            while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’')
            {
                end--;
            }

            return end;
        }

        var p = start;
        while (p < text.Length && p - start < MaxMailName && (char.IsAsciiLetterOrDigit(text[p]) || text[p] is '.' or '_' or '%' or '+' or '-'))
        {
            p++;
        }

        if (p == start || p + 1 >= text.Length || text[p] != '@' || !char.IsAsciiLetterOrDigit(text[p + 1]) || !char.IsAsciiLetterOrDigit(text[start]))
        {
            return start;
        }

        p++;
        while (p < text.Length && (char.IsAsciiLetterOrDigit(text[p]) || (text[p] is '.' or '-' or '_' && p + 1 < text.Length && char.IsAsciiLetterOrDigit(text[p + 1]))))
        {
            p++;
        }

        return p;
    }
}
