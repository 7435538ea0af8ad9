using System.Runtime.InteropServices;

namespace Claims.Core.Grouping;

/// <summary>What a dictionary keeps of what was seen.</summary>
/// <param name="KeepPunctuation">Whether punctuation is part of words and runs.</param>
/// <param name="MinimumCharacterTexts">A run of characters is kept when at least so many texts hold it.</param>
/// <param name="MinimumWordTexts">A single word is kept when at least so many texts hold it.</param>
/// <param name="MinimumPairTexts">Two words in a row are kept when at least so many texts hold them.</param>
public sealed record NgramTrainerOptions(
    bool KeepPunctuation = false,
    int MinimumCharacterTexts = 4,
    int MinimumWordTexts = 2,
    int MinimumPairTexts = 2)
{
    /// <summary>Everything seen is kept, as ML.NET does below its limits.</summary>
    public static NgramTrainerOptions Everything { get; } = new(MinimumCharacterTexts: 1, MinimumWordTexts: 1, MinimumPairTexts: 1);
}

/// <summary>Learns an <see cref="NgramDictionary"/> from texts.</summary>
public static class NgramTrainer
{
    /// <summary>Counts in how many of the texts each n-gram stands and keeps those that are frequent enough.</summary>
    /// <exception cref="ArgumentException">There is no text.</exception>
    public static NgramDictionary Train(IEnumerable<string> texts, NgramTrainerOptions? options = null)
    {
        options ??= new();
        var characters = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var documents = 0;
        foreach (var text in texts)
        {
            documents++;
            var normalized = NgramText.Normalize(text, options.KeepPunctuation);
            Count(normalized, NgramText.Characters, characters, seen);
            Count(normalized, NgramText.Words, words, seen);
        }

        if (documents == 0)
        {
            throw new ArgumentException("There is no text to learn from.", nameof(texts));
        }

        return new(
            documents,
            options.KeepPunctuation,
            characters.Where(p => p.Value >= options.MinimumCharacterTexts),
            words.Where(p => p.Value >= (p.Key.Contains(' ') ? options.MinimumPairTexts : options.MinimumWordTexts)));
    }

    private static void Count(string normalized, Action<string, Action<ReadOnlySpan<char>>> ngrams, Dictionary<string, int> counts, HashSet<string> seen)
    {
        seen.Clear();
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        ngrams(normalized, ngram => lookup.Add(ngram));
        foreach (var ngram in seen)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, ngram, out _)++;
        }
    }
}
