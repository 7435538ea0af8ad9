using System.Collections.Frozen;

namespace Claims.Core.Language;

/// <summary>A closed list of words, asked without regard to case and without allocating.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _longest;

    /// <param name="words">The words, parted by spaces.</param>
    public WordSet(string words)
    {
        var set = words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _longest = set.Max(word => word.Length);
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether the word is in the list, in any case.</summary>
    public bool Contains(ReadOnlySpan<char> word) => word.Length <= _longest && _words.Contains(word);
}
