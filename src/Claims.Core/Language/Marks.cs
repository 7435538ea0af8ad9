namespace Claims.Core.Language;

/// <summary>Tokens that are not words: marks and runs of them, emoji, emoticons, #tags and @names.</summary>
internal static class Marks
{
    /// <summary>The end of the mark at <paramref name="start"/>.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var c = text[start];
        var p = start + 1;
        if (char.IsHighSurrogate(c))
        {
            while (p < text.Length && (char.IsSurrogate(text[p]) || text[p] is '\uFE0F' or '\u200D') && !Characters.IsWordPart(text, p))
            {
                p++;
            }

            return p;
        }

        if (c is '#' or '@' && p < text.Length && char.IsLetter(text[p]))
        {
            while (p < text.Length && (Characters.IsWordPart(text, p) || text[p] == '_'))
            {
                p++;
            }

            return p;
        }

        if (c is ':' or ';' or '=' && EmoticonEnd(text, start) is var emoticon && emoticon > start)
        {
            return emoticon;
        }

        if (c is '.' or '!' or '?')
        {
            while (p < text.Length && text[p] is '.' or '!' or '?')
            {
                p++;
            }

            return p;
        }

        if (c is '-' or '*' or '=' or '_' or '~' or '+' or '\'' or '`' or '’' or '‘' or '<' or '>' or '—' or '…')
        {
            while (p < text.Length && text[p] == c)
            {
                p++;
            }

            return p;
        }

        return p;
    }

    /// <summary>The end of ":)", ";-)", ":D" and the like, else <paramref name="start"/>.</summary>
    private static int EmoticonEnd(ReadOnlySpan<char> text, int start)
    {
        var p = start + 1;
        if (p < text.Length && text[p] == '-')
        {
            p++;
        }

        var isFree = start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '.' or '!' or '?';
        return isFree && p < text.Length && text[p] is ')' or '(' or 'D' or 'P' && (p + 1 == text.Length || !char.IsLetterOrDigit(text[p + 1]))
            ? p + 1
            : start;
    }
}
