using System.Collections.Concurrent;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>
/// The dictionary forms that a word may have ("left": "leave", "left"; "wounded": "wound", "wounded"), without a look at
/// the sentence: rules of lexicon entries are matched when any form fits. Irregular forms come from <c>forms.json</c>.
/// </summary>
internal static class WordForms
{
    private static readonly Lazy<FormsFile> Irregular = new(() => EmbeddedJson.Read<FormsFile>("models/lexicon/forms.json"));
    private static readonly ConcurrentDictionary<string, WordLemmas> Known = new(StringComparer.Ordinal);

    /// <summary>The forms of a word in lower case.</summary>
    public static WordLemmas Of(string word) => Known.Count < 200_000 ? Known.GetOrAdd(word, Find) : Find(word);

    private static WordLemmas Find(string word)
    {
        var table = WordNetTable.Embedded;
        var verb = Irregular.Value.Verbs.GetValueOrDefault(word) ?? Regular(word, table.IsVerb, verb: true);
        var noun = Irregular.Value.Nouns.GetValueOrDefault(word) ?? Regular(word, table.IsNoun, verb: false);
        if (noun is null && !table.IsAdjective(word) && verb is null && word.Length > 4 && word[^1] == 's' && word[^2] is not 's' and not 'u' and not 'i')
        {
            noun = word[..^1];
        }

        var key = verb is not null && noun is null ? verb : noun ?? verb ?? word;
        var behind = noun is null ? null : table.VerbBehind(noun);
        return new(word, verb, noun, behind ?? (verb is not null && !table.IsNoun(word) ? verb : key));
    }

    private static string? Regular(string word, Func<string, bool> exists, bool verb)
    {
        if (exists(word))
        {
            return word;
        }

        foreach (var candidate in Candidates(word, verb))
        {
            if (candidate.Length > 1 && exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static IEnumerable<string> Candidates(string word, bool verb)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }

        if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
        {
            yield return word[..^1];
            if (word.EndsWith("es", StringComparison.Ordinal))
            {
                yield return word[..^2];
            }
        }

        if (!verb)
        {
            yield break;
        }

        var ending = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ed", StringComparison.Ordinal) ? 2 : 0;
        if (ending == 0 || word.Length < ending + 2)
        {
            yield break;
        }

        var stem = word[..^ending];
        if (ending == 2 && stem.EndsWith('i'))
        {
            yield return stem[..^1] + "y";
        }

        // "killed" keeps both letters, "stopped" loses one, "raised" gets its e back.
        yield return stem + "e";
        yield return stem;
        if (stem.Length > 2 && stem[^1] == stem[^2])
        {
            yield return stem[..^1];
        }
    }

    private sealed record FormsFile(Dictionary<string, string> Verbs, Dictionary<string, string> Nouns);
}

/// <summary>The dictionary forms of one word.</summary>
/// <param name="Word">The word in lower case.</param>
/// <param name="Verb">As a verb, or null.</param>
/// <param name="Noun">As a noun, or null.</param>
/// <param name="Family">One form for words formed from each other: "shelled", "shelling" and "shell" share it.</param>
internal sealed record WordLemmas(string Word, string? Verb, string? Noun, string Family)
{
    /// <summary>Whether the word may be a form of that dictionary form.</summary>
    public bool Is(string lemma) => Word == lemma || Verb == lemma || Noun == lemma;
}
