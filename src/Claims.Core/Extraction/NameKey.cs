using System.Globalization;
using System.Text;

namespace Claims.Core.Extraction;

/// <summary>
/// Brings spellings of one name together: case, accents, apostrophes and hyphens do not count, nor do the vowels inside a
/// word, which transliterations write differently ("Ktaeb", "Kataib", "Kata'ib").
/// </summary>
public static class NameKey
{
    /// <summary>Lower-case letters of the name without accents, apostrophes, hyphens, titles and leading article; words parted by a space.</summary>
    public static string Normalized(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var builder = new StringBuilder(name.Length);
        foreach (var c in Safe(name))
        {
            if (char.IsLetterOrDigit(c))
            {
                builder.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011' or '\u2013')
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                {
                    builder.Append(' ');
                }
            }
        }

        var words = builder.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("the" or "al" or "el")).ToArray();
        return string.Join(' ', words);
    }

    /// <summary>The normalised name with the inner vowels of every longer word left out and doubled letters made one: a key to find candidates by, not proof.</summary>
    public static string Skeleton(string name)
    {
        var builder = new StringBuilder();
        foreach (var word in Normalized(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (builder.Length > 0)
            {
                builder.Append(' ');
            }

            var previous = '\0';
            for (var i = 0; i < word.Length; i++)
            {
                var c = word[i] == 'q' ? 'k' : word[i];
                if (c == previous || (i > 0 && word.Length > 3 && c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y'))
                {
                    continue;
                }

                builder.Append(c);
                previous = c;
            }
        }

        return builder.ToString();
    }

    // Decomposition throws on lone surrogates, which any text may hold.
    private static IEnumerable<char> Safe(string name)
    {
        var plain = true;
        foreach (var c in name)
        {
            plain &= c < 128;
        }

        if (plain)
        {
            return name;
        }

        var clean = new string([.. name.Where(c => !char.IsSurrogate(c))]);
        return clean.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
    }
}
