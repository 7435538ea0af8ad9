namespace Claims.Core.Naming;

/// <summary>Whether the letters of an acronym are the initials of a name, in order.</summary>
internal static class AcronymMatcher
{
    /// <summary>How the letters fit: which words gave none; null where they do not fit.</summary>
    /// <param name="Skipped">Function words that gave no letter, in order.</param>
    internal sealed record Fit(IReadOnlyList<string> Skipped);

    /// <summary>Aligns letters and words: each naming word gives its first letter, each function word may, and nothing is out of order.</summary>
    public static Fit? Align(string letters, NameForm name)
    {
        if (name.Words.Length < 2 || letters.Length < 2)
        {
            return null;
        }

        var skipped = new List<string>();
        var at = 0;
        foreach (var word in name.Words)
        {
            if (at < letters.Length && word[0] == letters[at])
            {
                at++;
            }
            else if (NameWords.IsFunctionWord(word))
            {
                skipped.Add(word);
            }
            else
            {
                return AlignWithout(letters, name);
            }
        }

        return at == letters.Length ? new(skipped) : AlignWithout(letters, name);
    }

    /// <summary>The initials by which a name is looked up: without function words, and with them.</summary>
    public static IEnumerable<string> InitialsOf(NameForm name)
    {
        if (name.Words.Length < 2)
        {
            yield break;
        }

        var all = string.Concat(name.Words.Select(word => word[0]));
        var naming = string.Concat(name.Words.Where(word => !NameWords.IsFunctionWord(word)).Select(word => word[0]));
        yield return all;
        if (naming.Length >= 2 && naming != all)
        {
            yield return naming;
        }
    }

    // A function word may have taken a letter that a naming word behind it needs.
    private static Fit? AlignWithout(string letters, NameForm name)
    {
        var naming = name.Words.Where(word => !NameWords.IsFunctionWord(word)).ToList();
        return naming.Count == letters.Length && naming.Select(word => word[0]).SequenceEqual(letters)
            ? new([.. name.Words.Where(NameWords.IsFunctionWord)])
            : null;
    }
}
