using System.Buffers;
using System.Text;
using Claims.Core.Naming;

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
        var safe = Diacritics.Remove(name);
        var buffer = ArrayPool<char>.Shared.Rent(safe.Length + 1);
        var count = 0;
        var word = 0;
        foreach (var c in safe)
        {
            if (char.IsLetterOrDigit(c))
            {
                buffer[count++] = char.ToLowerInvariant(c);
            }
            else if (char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011' or '\u2013')
            {
                EndWord(buffer, ref word, ref count);
            }
        }

        EndWord(buffer, ref word, ref count);
        var key = new string(buffer, 0, Math.Max(0, count - 1));
        ArrayPool<char>.Shared.Return(buffer);
        return key;
    }

    // An article is taken back, another word gets the space that follows it.
    private static void EndWord(char[] buffer, ref int word, ref int count)
    {
        if (count > word && buffer.AsSpan(word, count - word) is not ("the" or "al" or "el"))
        {
            buffer[count++] = ' ';
            word = count;
        }

        count = word;
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
}
