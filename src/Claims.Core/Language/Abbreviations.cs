using System.Collections.Frozen;
using System.Reflection;

namespace Claims.Core.Language;

/// <summary>What a period after a word means.</summary>
internal enum AbbreviationKind
{
    /// <summary>Not an abbreviation: the period is a mark of its own.</summary>
    None,

    /// <summary>A title before a name ("Mr."): the sentence goes on.</summary>
    Title,

    /// <summary>An abbreviation only before a digit ("No. 5", "p. 12").</summary>
    Number,

    /// <summary>Any other; it may also end a sentence ("Inc.", "Oct.").</summary>
    Other,
}

/// <summary>The abbreviations of <c>models/language/abbreviations.tsv</c>.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, AbbreviationKind> Kinds = Load();
    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a word written without its final period, in any case.</summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 8)
        {
            return AbbreviationKind.None;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Lookup.TryGetValue(lower, out var kind) ? kind : AbbreviationKind.None;
    }

    private static FrozenDictionary<string, AbbreviationKind> Load()
    {
        var kinds = new Dictionary<string, AbbreviationKind>();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Claims.Core.Language.abbreviations.tsv")
            ?? throw new InvalidOperationException("The list of abbreviations is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var name, var words])
            {
                continue;
            }

            var kind = name switch
            {
                "title" => AbbreviationKind.Title,
                "number" => AbbreviationKind.Number,
                _ => AbbreviationKind.Other,
            };
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                kinds.TryAdd(word, kind);
            }
        }

        return kinds.ToFrozenDictionary();
    }
}
