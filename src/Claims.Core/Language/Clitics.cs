using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>Parts words that are written together but are two words of grammar: "don't", "Iraq's", "cannot", "gonna".</summary>
internal static class Clitics
{
    /// <summary>Appends the one or more tokens of the word from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static void Split(ReadOnlySpan<char> text, int start, int end, List<TextSpan> tokens)
    {
        var cut = Cut(text[start..end]);
        if (cut <= 0)
        {
            tokens.Add(TextSpan.FromBounds(start, end));
            return;
        }

        // "wouldn't've": the first part may be two words again.
        Split(text, start, start + cut, tokens);
        tokens.Add(TextSpan.FromBounds(start + cut, end));
    }

    private static int Cut(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 64)
        {
            return word.Length > 64 && IsApostrophe(word[^2]) && word[^1] is 's' or 'S' ? word.Length - 2 : UnitCut(word);
        }

        if (Whole.Contains(word))
        {
            return word.Length == 6 ? 3 : word.Length - 2;
        }

        if (IsApostrophe(word[^2]))
        {
            return word[^1] switch
            {
                't' or 'T' => word[^3] is 'n' or 'N' && word.Length > 3 ? word.Length - 3 : 0,
                's' or 'S' or 'm' or 'M' or 'd' or 'D' => word.Length - 2,
                _ => 0,
            };
        }

        if (word.Length > 3 && IsApostrophe(word[^3]))
        {
            return word[^2..] is "re" or "ve" or "ll" or "RE" or "VE" or "LL" ? word.Length - 3 : 0;
        }

        return UnitCut(word);
    }

    /// <summary>"5pm", "12km": the unit is a word of its own; "1990s", "5th" and "3D" are one.</summary>
    private static int UnitCut(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 16 || !char.IsAsciiDigit(word[0]))
        {
            return 0;
        }

        var digits = 1;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is '.' or ',' or ':'))
        {
            digits++;
        }

        while (digits > 1 && !char.IsAsciiDigit(word[digits - 1]))
        {
            digits--;
        }

        return digits < word.Length && Units.Contains(word[digits..]) ? digits : 0;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '`';

    private static readonly WordSet Whole = new("cannot gonna wanna gotta");

    private static readonly WordSet Units = new("am pm a.m. p.m. a.m p.m km kg mph kph ft lb lbs cm mm ml mg gb mb tb mw kw bn mn");
}
