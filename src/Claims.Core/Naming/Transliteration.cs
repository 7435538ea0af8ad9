using System.Text;

namespace Claims.Core.Naming;

/// <summary>
/// Spellings of one foreign word in English letters. Rules are those by which the tables in use differ: for Arabic ALA-LC,
/// BGN/PCGN and the French ones (kh/h, q/k, ou/u, dj/j, dh/d), for Cyrillic BGN/PCGN, GOST and the old ones (-ov/-off, y/i, kh/h).
/// </summary>
internal static class Transliteration
{
    // The longest first: "tch" before "ch".
    private static readonly (string From, string To)[] Pairs =
    [
        ("tch", "$"), ("sch", "$"), ("dzh", "j"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("sh", "$"), ("ch", "$"), ("zh", "j"), ("dj", "j"), ("ck", "k"), ("cq", "k"),
        ("ou", "u"), ("oo", "u"), ("ee", "i"), ("aye", "e"), ("aee", "e"), ("ai", "e"), ("ay", "e"), ("ae", "e"), ("ei", "e"), ("ey", "e"), ("ie", "i"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("x", "ks"),
    ];

    /// <summary>One spelling for a word in lower case: digraphs made one letter, doubled letters single, "-off" as "-ov". "$" is the sound of "sh" and "ch".</summary>
    public static string Fold(string word)
    {
        var source = word.Length > 4 && (word.EndsWith("off", StringComparison.Ordinal) || word.EndsWith("eff", StringComparison.Ordinal)) ? $"{word[..^2]}v" : word;
        var result = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length;)
        {
            var pair = Array.Find(Pairs, p => string.CompareOrdinal(source, i, p.From, 0, p.From.Length) == 0);
            if (pair.From is not null)
            {
                Append(result, pair.To);
                i += pair.From.Length;
                continue;
            }

            Append(result, source[i] switch
            {
                'q' => "k",
                'c' => i + 1 < source.Length && source[i + 1] is 'e' or 'i' or 'y' ? "s" : "k",
                'w' => "v",

                // At the start and between vowels a consonant, else a vowel.
                'y' => i == 0 ? "y" : "i",
                var c => c.ToString(),
            });
            i++;
        }

        return result.ToString();
    }

    /// <summary>The consonants by class, for lookup: what tables write in two ways is one class, "h" and vowels are left out but for one at the start.</summary>
    public static string Skeleton(string word)
    {
        var folded = Fold(word);
        var result = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i] switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' => i == 0 ? 'a' : '\0',
                'y' => i == 0 ? 'j' : '\0',
                'h' => i == 0 ? 'h' : '\0',
                'g' => 'k',
                'z' or '$' => 's',
                'f' => 'v',
                var other => other,
            };
            if (c != '\0' && (result.Length == 0 || result[^1] != c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, string letters)
    {
        foreach (var c in letters)
        {
            if (result.Length == 0 || result[^1] != c || char.IsDigit(c))
            {
                result.Append(c);
            }
        }
    }
}
