using System.Collections.Immutable;
using Claims.Core.Naming;

namespace Claims.Core.Comparison;

/// <summary>A name in a claim, ready to be matched with its other spellings.</summary>
/// <param name="Text">As written.</param>
/// <param name="Words">Its words in lower case without marks, titles and articles left out.</param>
/// <param name="First">Index of its first token, or -1 for a name that only the context gives.</param>
/// <param name="Weight">How telling it is: the inverse document frequency of its rarest word.</param>
internal sealed record ProfileName(string Text, ImmutableArray<string> Words, int First, double Weight)
{
    /// <summary>Whether it stands behind a preposition of place ("in Lorrick", "at the Dorn crossing").</summary>
    public bool IsPlace { get; init; }

    /// <summary>What is known of names across documents.</summary>
    public INameAliases Aliases { get; init; } = NameAliasSet.None;

    /// <summary>The key that names go by across documents.</summary>
    public string Key { get; } = NameForm.KeyOf(Text);

    /// <summary>What is known of the two across documents that counts, or null.</summary>
    public NameAlias? AliasOf(ProfileName other) => Aliases.IsEmpty ? null : Aliases.Between(Key, other.Key);

    /// <summary>Whether the two may name the same: so it was decided or is sure enough, or one has all words of the other, or is its initials.</summary>
    public bool Matches(ProfileName other)
    {
        if (AliasOf(other) is { } alias)
        {
            return alias.IsSame;
        }

        var (longer, shorter) = Words.Length >= other.Words.Length ? (this, other) : (other, this);
        return shorter.Words.All(w => longer.Words.Any(v => SameWord(v, w))) || IsInitials(shorter, longer);
    }

    /// <summary>Whether two words of names are spellings of one ("Yusuf", "Youssef"; "Karsova", "Karsovan").</summary>
    public static bool SameWord(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        if (shorter.Length >= 4 && IsDemonym(longer, shorter))
        {
            return true;
        }

        return shorter.Length >= 4 && longer.Length - shorter.Length <= 3 && Fold(a[0]) == Fold(b[0]) && Skeleton(a) is { Length: >= 3 } x && x == Skeleton(b) && Vowels(a) - Vowels(b) is >= -1 and <= 1 && Differences(a, b) <= (shorter.Length + longer.Length > 10 ? 4 : 3);
    }

    /// <summary>"Iraq" → "Iraqi", "Karsova" → "Karsovan", "Velmar" → "Velmari", "Castella" → "Castellan".</summary>
    private static bool IsDemonym(string longer, string shorter)
    {
        var shared = longer.AsSpan().CommonPrefixLength(shorter);
        if (shared < shorter.Length - 1)
        {
            return false;
        }

        return longer[shared..] is "n" or "i" or "an" or "ian" or "ish" or "ese" or "s" or "ans" or "is" or "ns" or "ians" or "er" or "ers" or "ic" or "ean" && (shared == shorter.Length || shorter[^1] is 'a' or 'e' or 'o' or 'y' or 'i');
    }

    private static bool IsInitials(ProfileName initials, ProfileName full)
    {
        if (initials.Words.Length != 1 || full.Words.Length < 2 || initials.Words[0].Length != full.Words.Length)
        {
            return false;
        }

        for (var i = 0; i < full.Words.Length; i++)
        {
            if (full.Words[i][0] != initials.Words[0][i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One key for the spellings of a word of a name, for lookup: its first letter and its consonants without endings of demonyms.</summary>
    public static string KeyOf(string word)
    {
        var stem = word.Length > 5 && word.EndsWith("ans", StringComparison.Ordinal) ? word[..^3] : word.Length > 4 && (word.EndsWith("an", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal)) ? word[..^2]
            : word.Length > 4 && (word[^1] is 'i' or 'n' or 's' or 'a' or 'e' or 'o') ? word[..^1] : word;
        return Skeleton(stem) is { Length: >= 3 } skeleton ? skeleton : stem;
    }

    /// <summary>The consonants, with those that transliterations swap made one.</summary>
    private static string Skeleton(string word)
    {
        var result = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
        {
            var folded = Fold(c);
            if (folded is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or '\'' or '-' && result.Length > 0)
            {
                continue;
            }

            if (result.Length == 0 || result[^1] != folded)
            {
                result.Append(folded);
            }
        }

        return result.ToString();
    }

    /// <summary>Letters that transliterations swap, made one.</summary>
    private static char Fold(char c) => c switch { 'q' => 'k', 'c' => 'k', 'z' => 's', 'w' => 'v', _ => c };

    private static int Vowels(string word) => word.Count(c => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y');

    /// <summary>How many letters at least one of the two has more than the other.</summary>
    private static int Differences(string a, string b)
    {
        Span<int> counts = stackalloc int[26];
        counts.Clear();
        foreach (var c in a)
        {
            if (c is >= 'a' and <= 'z')
            {
                counts[c - 'a']++;
            }
        }

        foreach (var c in b)
        {
            if (c is >= 'a' and <= 'z')
            {
                counts[c - 'a']--;
            }
        }

        var sum = 0;
        foreach (var count in counts)
        {
            sum += Math.Abs(count);
        }

        return sum;
    }
}
