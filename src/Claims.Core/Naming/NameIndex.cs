namespace Claims.Core.Naming;

/// <summary>
/// The keys by which a name finds those that it could be one with (blocking; Christen 2012, "Data Matching", ch. 4). Two names
/// are held against each other only if they share a key or a document declares them one.
/// </summary>
public static class NameIndex
{
    /// <summary>A key that more names share than this is passed over: what it finds are surnames that half a country bears.</summary>
    public const int MostNames = 200;

    private const int ShortestSkeleton = 2;

    /// <summary>The keys of a name, without order, each once.</summary>
    public static IReadOnlyCollection<string> KeysOf(NameForm name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (name.IsAcronym)
        {
            keys.Add($"initials:{name.Key}");
            return keys;
        }

        if (name.Spread is { } spread)
        {
            keys.UnionWith(KeysOf(spread));
        }

        foreach (var initials in AcronymMatcher.InitialsOf(name))
        {
            keys.Add($"initials:{initials}");
        }

        var words = name.Skeletons;
        var naming = Enumerable.Range(0, words.Length).Where(i => !NameWords.IsBodyWord(name.Core[i])).Select(i => words[i]).ToList();
        Add(keys, "words", string.Join(' ', words.Order(StringComparer.Ordinal)));
        Add(keys, "letters", Transliteration.Skeleton(string.Concat(name.Core)));
        if (naming.Count < words.Length)
        {
            Add(keys, "words", string.Join(' ', naming.Order(StringComparer.Ordinal)));
        }

        if (words.Length > 1)
        {
            Add(keys, "ends", $"{words[0]} {words[^1]}");
            Add(keys, "initial", $"{name.Folded[0][0]} {words[^1]}");
        }

        if (words.Length <= 4)
        {
            Add(keys, "last", words[^1]);
        }

        return keys;
    }

    private static void Add(HashSet<string> keys, string kind, string value)
    {
        if (value.Length >= ShortestSkeleton)
        {
            keys.Add($"{kind}:{value}");
        }
    }
}
