using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Claims.Core.Naming;

/// <summary>Writes names in the letters of English.</summary>
internal static class Diacritics
{
    // A table, since decomposition needs ICU, which small images lack.
    private static readonly FrozenDictionary<char, string> Marked = MarkedLetters();

    /// <summary>Letters without accents, and letters of their own as English spells them. Surrogates go: no name of ours has any.</summary>
    public static string Remove(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Marked.TryGetValue(c, out var plain))
            {
                result.Append(plain);
            }
            else if (!char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static FrozenDictionary<char, string> MarkedLetters()
    {
        var letters = new Dictionary<char, string> { ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['þ'] = "th", ['đ'] = "d", ['ð'] = "d", ['ı'] = "i", ['İ'] = "i", ['Æ'] = "ae", ['Œ'] = "oe", ['Þ'] = "th", ['Đ'] = "d", ['Ð'] = "d" };
        foreach (var (plain, marked) in new[]
        {
            ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďḍ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģǧ"), ("h", "ĥħḥḫ"), ("i", "ìíîïĩīĭįǐỉị"), ("j", "ĵ"), ("k", "ķḳ"),
            ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőǒọỏốồổỗộớờởỡợơ"), ("r", "ŕŗř"), ("s", "śŝşšșṣ"), ("t", "ţťŧțṭ"), ("u", "ùúûüũūŭůűųǔụủứừửữựư"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżžẓ"),
        })
        {
            foreach (var c in marked)
            {
                letters[c] = plain;
                letters[char.ToUpperInvariant(c)] = plain;
            }
        }

        return letters.ToFrozenDictionary();
    }
}
