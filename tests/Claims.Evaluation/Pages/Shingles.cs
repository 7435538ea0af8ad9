namespace Claims.Evaluation.Pages;

/// <summary>Compares texts by their runs of four words.</summary>
internal static class Shingles
{
    private const int Length = 4;

    /// <summary>F1 of the runs of four words of two texts, each counted as often as it stands; case and punctuation aside. 0 to 1.</summary>
    public static double F1(string found, string expected)
    {
        var (a, b) = (Of(found), Of(expected));
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == b.Count ? 1 : 0;
        }

        var shared = a.Sum(s => Math.Min(s.Value, b.GetValueOrDefault(s.Key)));
        return 2.0 * shared / (a.Values.Sum() + b.Values.Sum());
    }

    private static Dictionary<string, int> Of(string text)
    {
        var words = new string([.. text.ToLowerInvariant().Where(c => c is not ('\u00AD' or '\u200B')).Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var counts = new Dictionary<string, int>();

        // A text of less than four words is one run.
        for (var i = 0; i == 0 || i + Length <= words.Length; i++)
        {
            var run = string.Join(' ', words[i..Math.Min(i + Length, words.Length)]);
            if (run.Length > 0)
            {
                counts[run] = counts.GetValueOrDefault(run) + 1;
            }
        }

        return counts;
    }
}
