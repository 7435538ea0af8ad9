namespace Claims.Core.Articles.Html;

/// <summary>How alike two headlines are.</summary>
internal static class TitleSimilarity
{
    /// <summary>The share of the second text's letters that stand in words of the first.</summary>
    public static double Of(string first, string second)
    {
        var known = Words(first).ToHashSet();
        var words = Words(second);
        if (known.Count == 0 || words.Length == 0)
        {
            return 0;
        }

        var unknown = words.Where(w => !known.Contains(w)).Sum(w => w.Length + 1);
        return 1 - ((double)unknown / words.Sum(w => w.Length + 1));
    }

    private static string[] Words(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
