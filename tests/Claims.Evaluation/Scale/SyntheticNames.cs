using System.Globalization;

namespace Claims.Evaluation.Scale;

/// <summary>
/// Invented names. A few of them stand in very many stories and most in few, as in news (Zipf's law with exponent 1), since
/// what makes a candidate index slow are the names that everybody mentions.
/// </summary>
internal static class SyntheticNames
{
    private const int Places = 3_000, People = 20_000, Organisations = 2_000;

    private static readonly string[] Onsets = ["b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ou", "ia"];
    private static readonly string[] Codas = ["", "", "l", "n", "r", "s", "k", "m", "th", "nd"];
    private static readonly string[] Bodies = ["Front", "Union", "Brigade", "Council", "Movement", "Alliance", "Party", "Federation"];

    /// <summary>A town.</summary>
    public static string Place(Random random) => Word("place", Rank(random, Places), 2);

    /// <summary>Given name and surname.</summary>
    public static string Person(Random random)
    {
        var rank = Rank(random, People);
        return $"{Word("given", rank % 400, 1 + (rank % 2))} {Word("surname", rank, 2)}";
    }

    /// <summary>A party, union or armed group.</summary>
    public static string Organisation(Random random)
    {
        var rank = Rank(random, Organisations);
        return $"{Word("organisation", rank, 2)} {Bodies[rank % Bodies.Length]}";
    }

    /// <summary>A rank from 0 whose frequency falls as one over the rank.</summary>
    private static int Rank(Random random, int count) => (int)Math.Pow(count, random.NextDouble()) - 1;

    private static string Word(string kind, int rank, int syllables)
    {
        // The rank alone makes the name, by a multiplier that spreads neighbours.
        var state = unchecked((uint)(rank + (kind.Length * 7919)) * 2654435761u);
        var word = "";
        for (var i = 0; i < syllables; i++)
        {
            word += Onsets[Next(ref state, Onsets.Length)] + Vowels[Next(ref state, Vowels.Length)] + Codas[Next(ref state, Codas.Length)];
        }

        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
    }

    private static int Next(ref uint state, int below)
    {
        state = unchecked((state * 1664525u) + 1013904223u);
        return (int)((state >> 8) % (uint)below);
    }
}
