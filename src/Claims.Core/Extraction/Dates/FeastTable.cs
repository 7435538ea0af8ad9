using System.Collections.Frozen;

namespace Claims.Core.Extraction.Dates;

/// <summary>The feast days of models/extraction/feasts.tsv, found by their first word.</summary>
internal static class FeastTable
{
    private sealed record Name(string[] Words, Feast Feast);

    private static readonly FrozenDictionary<string, Name[]>.AlternateLookup<ReadOnlySpan<char>> Names = WordTable.Rows("feasts")
        .SelectMany(row => row[0].Split(';').Select(name => new Name(name.Split(' '), new Feast(FeastRule.Parse(row[1]), int.Parse(row[2])))))
        .GroupBy(name => name.Words[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(name => name.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first words of their names.</summary>
    public static IEnumerable<string> FirstWords => Names.Dictionary.Keys;

    /// <summary>The feast whose name begins at a word; the longest name wins.</summary>
    public static bool TryRead(WordList words, int i, out Feast feast, out int next)
    {
        if (Names.TryGetValue(words.Of(i), out var names))
        {
            foreach (var name in names)
            {
                if (Matches(words, i, name.Words, out next))
                {
                    feast = name.Feast;
                    return true;
                }
            }
        }

        feast = null!;
        next = i;
        return false;
    }

    // Marks inside a name do not matter: "St. Patrick's Day", "Presidents' Day", "Eid al-Fitr".
    private static bool Matches(WordList words, int i, string[] name, out int next)
    {
        next = i + 1;
        foreach (var word in name.AsSpan(1))
        {
            while (words.IsSymbol(next, '\'') || words.IsSymbol(next, '\u2019') || words.IsSymbol(next, '.') || words.IsDash(next))
            {
                next++;
            }

            if (!words.Is(next, word))
            {
                return false;
            }

            next++;
        }

        return true;
    }
}
