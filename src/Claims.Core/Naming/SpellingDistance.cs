namespace Claims.Core.Naming;

/// <summary>
/// How alike two folded words sound. Weighted edit distance (Wagner and Fischer 1974, "The string-to-string correction
/// problem") with costs by classes of sounds, after Kondrak 2000 ("A new algorithm for the alignment of phonetic
/// sequences"); the costs were set by hand for what transliterations swap.
/// </summary>
internal static class SpellingDistance
{
    private const int Longest = 64;

    /// <summary>Short vowels between consonants come and go ("Ktaeb", "Kataib").</summary>
    private const double InnerVowel = 0.3;

    /// <summary>Beside another vowel one more is a syllable more ("Mara", "Maria").</summary>
    private const double VowelBesideVowel = 0.6;

    /// <summary>A vowel at the end makes another name ("Karim", "Karima"; "-ov", "-ova").</summary>
    private const double LastVowel = 1.3;

    private const double FirstVowel = 0.6;

    /// <summary>A written "h" is often silent.</summary>
    private const double SilentH = 0.25;

    /// <summary>What another first sound counts for beside one inside.</summary>
    private const double FirstSound = 1.5;

    /// <summary>Words of so few letters must be alike to the letter.</summary>
    private const int Short = 3;

    private const double ShortPenalty = 0.15;

    /// <summary>Similarity of two folded words, 0 to 1: 1 less the cost of turning one into the other for each letter.</summary>
    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b))
        {
            return 1;
        }

        if (a.Length > Longest || b.Length > Longest || a.IsEmpty || b.IsEmpty)
        {
            return 0;
        }

        Span<double> previous = stackalloc double[b.Length + 1];
        Span<double> current = stackalloc double[b.Length + 1];
        previous[0] = 0;
        for (var j = 1; j <= b.Length; j++)
        {
            previous[j] = previous[j - 1] + Drop(b, j - 1);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = previous[0] + Drop(a, i - 1);
            for (var j = 1; j <= b.Length; j++)
            {
                var swap = Swap(a[i - 1], b[j - 1]) * (i == 1 && j == 1 && !IsVowel(a[0]) ? FirstSound : 1);
                current[j] = Math.Min(previous[j - 1] + swap, Math.Min(previous[j] + Drop(a, i - 1), current[j - 1] + Drop(b, j - 1)));
            }

            var row = previous;
            previous = current;
            current = row;
        }

        var similarity = 1 - (previous[b.Length] * 2 / (a.Length + b.Length)) - (Math.Min(a.Length, b.Length) <= Short ? ShortPenalty : 0);
        return Math.Max(0, similarity);
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static double Drop(ReadOnlySpan<char> word, int at) => word[at] switch
    {
        'h' => SilentH,
        var c when IsVowel(c) => at == 0 ? FirstVowel : at == word.Length - 1 ? LastVowel : IsVowel(word[at - 1]) || IsVowel(word[at + 1]) ? VowelBesideVowel : InnerVowel,
        _ => 1,
    };

    private static double Swap(char a, char b) => a == b ? 0 : (a < b ? (a, b) : (b, a)) switch
    {
        ('o', 'u') or ('e', 'i') => 0.15,
        ('a', 'e') => 0.2,
        ('i', 'y') => 0.2,
        ('s', 'z') => 0.15,
        ('g', 'k') => 0.3,
        ('$', 's') or ('f', 'v') or ('d', 'z') => 0.3,
        ('e', 'u') => 0.4,
        ('a', 'o') => 0.45,
        ('g', 'j') or ('j', 'y') => 0.4,
        ('s', 't') => 0.6,
        ('b', 'p') => 0.7,
        ('e', 'o') or ('i', 'u') => 0.6,
        ('a', 'u') or ('a', 'i') or ('i', 'o') => 0.75,
        _ => 1,
    };
}
