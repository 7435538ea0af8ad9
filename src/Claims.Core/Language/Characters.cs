using System.Globalization;

namespace Claims.Core.Language;

/// <summary>Which characters words are made of.</summary>
internal static class Characters
{
    /// <summary>Letters, digits, combining marks and invisible format characters; both halves of a surrogate pair answer for the whole character.</summary>
    public static bool IsWordPart(ReadOnlySpan<char> text, int index)
    {
        var c = text[index];
        if (char.IsAsciiLetterOrDigit(c))
        {
            return true;
        }

        if (c < 0x80)
        {
            return false;
        }

        if (char.IsSurrogate(c))
        {
            // Both halves answer alike, so a pair never falls apart.
            var category = char.IsHighSurrogate(c)
                ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
                    ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[index + 1]))
                    : UnicodeCategory.Surrogate
                : index > 0 && char.IsHighSurrogate(text[index - 1])
                    ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[index - 1], c))
                    : UnicodeCategory.Surrogate;
            return IsWordCategory(category);
        }

        return IsWordCategory(char.GetUnicodeCategory(c));
    }

    private static bool IsWordCategory(UnicodeCategory category) =>
        category is <= UnicodeCategory.OtherNumber or UnicodeCategory.Format;
}
