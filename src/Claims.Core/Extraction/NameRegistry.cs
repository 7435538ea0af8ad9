namespace Claims.Core.Extraction;

/// <summary>
/// The names of one document and which of them are one: acronyms in brackets or by initials, surnames, short forms,
/// spellings. A short form that fits two names stays as it is.
/// </summary>
internal sealed class NameRegistry
{
    // Skeletons shorter than this ("rn" for Iran) bring different names together.
    private const int ShortestSkeleton = 4;

    private readonly Dictionary<string, Entry> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> byLastWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> byInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> bySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fullest = new(StringComparer.Ordinal);

    private sealed record Entry(string Text, string Key, string[] Words, int Order)
    {
        public NameKind Kind { get; set; }
    }

    /// <summary>Adds a mention; call for every name of the document before asking for forms.</summary>
    public void Add(NameMention mention)
    {
        var key = NameKey.Normalized(mention.Text);
        if (key.Length == 0)
        {
            return;
        }

        if (!byKey.TryGetValue(key, out var entry))
        {
            entry = new Entry(mention.Text, key, key.Split(' '), byKey.Count);
            byKey.Add(key, entry);
            ListOf(byLastWord, entry.Words[^1]).Add(entry);
            if (entry.Words.Length > 1)
            {
                ListOf(byInitials, string.Concat(entry.Words.Where(word => word is not ("of" or "and" or "for")).Select(word => word[0]))).Add(entry);
            }

            var skeleton = NameKey.Skeleton(mention.Text);
            if (skeleton.Length >= ShortestSkeleton)
            {
                bySkeleton.TryAdd(skeleton, entry);
            }
        }

        if (entry.Kind == NameKind.Unknown || (mention.Kind == NameKind.Organisation && entry.Kind == NameKind.Person))
        {
            entry.Kind = mention.Kind;
        }
    }

    /// <summary>"the Coordination Framework (CF)": a short form that the text itself explains.</summary>
    public void AddAlias(string full, string alias)
    {
        if (NameKey.Normalized(alias) is { Length: > 0 } key && NameKey.Normalized(full) is { Length: > 0 } whole && key != whole)
        {
            fullest[key] = full;
        }
    }

    /// <summary>The fullest form of a name in this document; the name itself where none is surely fuller.</summary>
    public string FullestOf(string name)
    {
        var key = NameKey.Normalized(name);
        if (key.Length == 0)
        {
            return name;
        }

        if (!fullest.TryGetValue(key, out var full))
        {
            full = Find(name, key);
            fullest[key] = full;
        }

        return full;
    }

    /// <summary>The kind of a name, by any of its mentions.</summary>
    public NameKind KindOf(string name)
    {
        var key = NameKey.Normalized(name);
        var kind = byKey.GetValueOrDefault(key)?.Kind ?? NameKind.Unknown;
        return kind != NameKind.Unknown ? kind : byKey.GetValueOrDefault(NameKey.Normalized(FullestOf(name)))?.Kind ?? kind;
    }

    private string Find(string name, string key)
    {
        var words = key.Split(' ');
        var candidates = words.Length == 1 && NameFinder.IsAcronym(name) ? byInitials.GetValueOrDefault(words[0]) : byLastWord.GetValueOrDefault(words[^1]);
        Entry? found = null;
        foreach (var entry in candidates ?? [])
        {
            if (entry.Words.Length <= words.Length || (!NameFinder.IsAcronym(name) && !(EndsWith(entry.Words, words) && IsSurelyShortened(key, entry))))
            {
                continue;
            }

            if (found is null || entry.Key.Contains(found.Key, StringComparison.Ordinal))
            {
                found = entry;
            }
            else if (!found.Key.Contains(entry.Key, StringComparison.Ordinal))
            {
                // "Khazali" for both "Qais al-Khazali" and "Laith al-Khazali": abstain.
                found = null;
                break;
            }
        }

        return found?.Text ?? Spelling(name, key);
    }

    // "Kata'ib Hezbollah" and "Ktaeb Hezbollah": the spelling met first stands for both.
    private string Spelling(string name, string key)
    {
        var own = byKey.GetValueOrDefault(key)?.Text ?? name;
        var skeleton = NameKey.Skeleton(name);
        return skeleton.Length >= ShortestSkeleton && bySkeleton.TryGetValue(skeleton, out var entry) && entry.Key[0] == key[0] && Math.Abs(entry.Key.Length - key.Length) <= 3
            ? entry.Text
            : own;
    }

    // "Khazali" shortens "Qais al-Khazali"; "Hezbollah" does not shorten "Kataib Hezbollah", nor "Iraq" "Iran-Iraq". Only people are
    // called by their last word alone, and only once their full name was given.
    private bool IsSurelyShortened(string key, Entry entry)
    {
        if (!byKey.TryGetValue(key, out var own))
        {
            return entry.Kind == NameKind.Person;
        }

        return own.Kind is NameKind.Person or NameKind.Unknown && own.Order > entry.Order && !entry.Text.Contains('-', StringComparison.Ordinal) | entry.Text.Contains("al-", StringComparison.OrdinalIgnoreCase)
            && (entry.Kind == NameKind.Person || (entry.Kind == NameKind.Unknown && own.Kind == NameKind.Person));
    }

    // A surname, or the last words: "Khazali", "Framework". First words alone ("New", "Prime") prove nothing.
    private static bool EndsWith(string[] whole, string[] end)
    {
        for (var i = 0; i < end.Length; i++)
        {
            if (whole[whole.Length - end.Length + i] != end[i])
            {
                return false;
            }
        }

        return true;
    }

    private static List<Entry> ListOf(Dictionary<string, List<Entry>> index, string key)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        return list;
    }
}
