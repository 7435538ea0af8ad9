using System.Globalization;

namespace Claims.Core.Comparison.Rules;

/// <summary>Small numbers and ranks in words or digits, for texts that differ in nothing else.</summary>
internal static class Numbers
{
    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, int> Ranks = BuildRanks();

    /// <summary>The number or rank that the words are as a whole, or null.</summary>
    public static (double Value, bool IsRank)? Of(string[] words)
    {
        if (words.Length == 1)
        {
            var word = words[0];
            if (double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            {
                return (value, false);
            }

            if (Ranks.TryGetValue(word, out var rank))
            {
                return (rank, true);
            }

            if (word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out rank))
            {
                return (rank, true);
            }

            return Small(word) is { } small ? (small, false) : null;
        }

        return words.Length == 2 && words[1] is "hundred" or "thousand" && Small(words[0]) is { } factor ? (factor * (words[1] == "hundred" ? 100 : 1000), false) : null;
    }

    private static int? Small(string word)
    {
        var dash = word.IndexOf('-');
        if (dash > 0 && Array.IndexOf(Tens, word[..dash]) is > 1 and var ten && Array.IndexOf(Units, word[(dash + 1)..]) is > 0 and < 10 and var unit)
        {
            return (10 * ten) + unit;
        }

        var index = Array.IndexOf(Units, word);
        return index >= 0 ? index : Array.IndexOf(Tens, word) is > 1 and var tens ? 10 * tens : null;
    }

    private static Dictionary<string, int> BuildRanks()
    {
        string[] irregular = ["", "first", "second", "third", "", "fifth", "", "", "eighth", "ninth", "", "", "twelfth"];
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        string Rank(int n) => n < irregular.Length && irregular[n].Length > 0 ? irregular[n] : Units[n] + "th";
        for (var n = 1; n < 20; n++)
        {
            ranks[Rank(n)] = n;
        }

        for (var t = 2; t < 10; t++)
        {
            ranks[Tens[t][..^1] + "ieth"] = 10 * t;
            for (var n = 1; n < 10; n++)
            {
                ranks[$"{Tens[t]}-{Rank(n)}"] = (10 * t) + n;
            }
        }

        ranks["hundredth"] = 100;
        return ranks;
    }
}
