using System.Collections.Frozen;
using System.Reflection;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Forms of English verbs, for writing a participle as a predicate ("…, leaving nine homeless" → "left nine homeless").</summary>
internal static class VerbForms
{
    private static readonly FrozenDictionary<string, string[]> Irregular = LoadIrregular();

    // Of the first past forms only those that are nothing else: no "saw", "found", "felt", "left", "cut".
    private static readonly FrozenDictionary<string, string> PastForms = Irregular
        .Where(pair => pair.Value[0].EndsWith("ck", StringComparison.Ordinal) || pair.Value[0].EndsWith("ght", StringComparison.Ordinal) || pair.Value[0] is "shook" or "swept" or "tore" or "broke" or "drove" or "threw" or "stole" or "killed" or "took" or "blew" or "sank" or "chose" or "wrote" or "began" or "became")
        .GroupBy(pair => pair.Value[0], pair => pair.Key).ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    // Verbs whose past is their base form.
    private static readonly FrozenSet<string> Unchanged = FrozenSet.Create(
        StringComparer.Ordinal, "put", "cut", "hit", "set", "hurt", "let", "shut", "split", "spread", "cost", "beat", "cast", "bet", "burst", "quit", "rid", "upset", "shed", "thrust", "broadcast", "forecast", "offset");

    // Verbs that take no object, so that "was hurt and died" is never read as one passive.
    private static readonly FrozenSet<string> Intransitive = FrozenSet.Create(
        StringComparer.Ordinal, "die", "fall", "go", "come", "arrive", "return", "live", "work", "stay", "remain", "begin", "continue", "appear", "survive", "walk", "speak", "vote", "succeed", "happen", "occur", "emerge",
        "serve", "retire", "resign", "escape", "flee", "collapse", "crash", "graduate", "become", "disappear", "vanish", "travel", "rise", "vow", "agree", "refuse", "decline", "fail", "manage");

    /// <summary>Whether the verb's participle can be passive.</summary>
    public static bool CanBePassive(string lemma) => !Intransitive.Contains(lemma);

    /// <summary>The past tense for a form in "-ing" and its lemma, or null where no rule makes it.</summary>
    public static string? Past(string ing, string lemma)
    {
        if (Unchanged.Contains(lemma))
        {
            return lemma;
        }

        if (Irregular.TryGetValue(lemma, out var forms))
        {
            return Array.Find(forms, form => !form.EndsWith("ing", StringComparison.Ordinal) && !form.EndsWith('s'));
        }

        // The stem of the "-ing" form has its consonant doubled where the past has it too ("stopping", "stopped").
        if (ing.Length < 5 || !ing.EndsWith("ing", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var stem = ing[..^3].ToLowerInvariant();
        return stem.EndsWith('y') && stem.Length > 1 && !"aeiou".Contains(stem[^2], StringComparison.Ordinal) ? stem[..^1] + "ied" : stem + "ed";
    }

    /// <summary>The verb whose irregular past a word is, where it is no other word ("struck"); null for all others.</summary>
    public static string? BaseOfPast(string word) => PastForms.GetValueOrDefault(word);

    /// <summary>The present tense of a third person.</summary>
    public static string Present(string lemma)
    {
        if (lemma.EndsWith('y') && lemma.Length > 1 && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal))
        {
            return lemma[..^1] + "ies";
        }

        return lemma switch
        {
            "be" => "is",
            "have" => "has",
            "do" or "go" => lemma + "es",
            _ => lemma[^1] is 's' or 'x' or 'z' || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal) ? lemma + "es" : lemma + "s",
        };
    }

    /// <summary>Whether a word can be the past participle of a verb.</summary>
    public static bool IsParticiple(string word, string lemma) =>
        word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || Unchanged.Contains(lemma)
        || (Irregular.TryGetValue(lemma, out var forms) && forms[^1].Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a verb stands in the present tense of a third person.</summary>
    public static bool IsPresent(string word, string lemma) => word.Equals(Present(lemma), StringComparison.OrdinalIgnoreCase);

    private static FrozenDictionary<string, string[]> LoadIrregular()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Claims.Core.Language.irregular.tsv")
            ?? throw new InvalidOperationException("The list of irregular verbs is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var verbs = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var lemma, var forms])
            {
                verbs[lemma] = forms.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return verbs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
