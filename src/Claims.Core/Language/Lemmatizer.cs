using System.Collections.Frozen;
using System.Reflection;

namespace Claims.Core.Language;

/// <summary>
/// Dictionary forms in lower case: irregular forms from <c>models/language/irregular.tsv</c> and from the treebanks,
/// then the rules of English inflection, which ask the known base forms where a rule leaves a choice ("used" → use).
/// </summary>
internal sealed class Lemmatizer
{
    private static readonly FrozenDictionary<string, string> Irregular = LoadIrregular();
    private readonly Dictionary<(string Form, PartOfSpeech Tag), string> _exceptions;
    private readonly HashSet<string> _known;

    /// <param name="known">Base forms of verbs and adjectives.</param>
    /// <param name="exceptions">Lemmas that the rules get wrong, by lower-case form and tag.</param>
    public Lemmatizer(IEnumerable<string> known, IEnumerable<(string Form, PartOfSpeech Tag, string Lemma)> exceptions)
    {
        _known = [.. known, .. Irregular.Values];
        _exceptions = exceptions.ToDictionary(e => (e.Form, e.Tag), e => e.Lemma);
    }

    /// <summary>The lemma of a word with its tag.</summary>
    public string Lemma(string word, PartOfSpeech tag)
    {
        var lower = word.Length <= 64 ? word.ToLowerInvariant().Replace('’', '\'') : word;
        if (word.Length > 64 || _exceptions.TryGetValue((lower, tag), out var lemma) is false)
        {
            return word.Length > 64 ? word.ToLowerInvariant() : ByRule(lower, tag);
        }

        return lemma!;
    }

    private string ByRule(string word, PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.Verb or PartOfSpeech.Aux => Irregular.TryGetValue(word, out var verb) ? verb : Verb(word),
        PartOfSpeech.Noun => Noun(word),
        PartOfSpeech.Adj or PartOfSpeech.Adv => Comparative(word),
        _ => word,
    };

    private string Verb(string word)
    {
        if (word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal))
        {
            return Stem(word[..^3]);
        }

        if (word.Length > 4 && word.EndsWith("ied", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }

        if (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && !_known.Contains(word))
        {
            return Stem(word[..^2]);
        }

        return word.EndsWith('s') ? Singular(word) : word;
    }

    /// <summary>The base form of what is left when "-ing" or "-ed" is cut: "mak" → make, "stopp" → stop, "need" → need.</summary>
    private string Stem(string stem)
    {
        if (stem.Length < 2)
        {
            return stem;
        }

        var doubled = stem.Length > 2 && stem[^1] == stem[^2] && !IsVowel(stem[^1]);
        if (_known.Contains(stem + "e") && !_known.Contains(stem))
        {
            return stem + "e";
        }

        if (_known.Contains(stem))
        {
            return stem;
        }

        if (doubled)
        {
            return stem[^1] is 'l' or 's' or 'f' or 'z' && !_known.Contains(stem[..^1]) ? stem : stem[..^1];
        }

        // "-e" after c, g, s, v, z, u and single consonant after one vowel in short stems ("hope"), and the endings -at-, -iz-.
        var e = stem[^1] is 'c' or 'v' or 'z' or 'u'
            || (stem[^1] is 'g' or 's' && stem[^2] is not 'n' and not 's' || stem.EndsWith("ang", StringComparison.Ordinal))
            || stem.EndsWith("at", StringComparison.Ordinal) && stem.Length > 3 && !IsVowel(stem[^3])
            || stem.EndsWith("bl", StringComparison.Ordinal) || stem.EndsWith("tl", StringComparison.Ordinal)
            || stem.EndsWith("ir", StringComparison.Ordinal) && !IsVowel(stem[^3])
            || (stem.Length == 3 && !IsVowel(stem[2]) && IsVowel(stem[1]) && !IsVowel(stem[0]) && stem[2] is not ('w' or 'x' or 'y'));
        return e ? stem + "e" : stem;
    }

    private static string Noun(string word)
    {
        if (word.Length > 4 && word.EndsWith("men", StringComparison.Ordinal) && word != "specimen" && word != "regimen")
        {
            return word[..^2] + "an";
        }

        return word.EndsWith('s') ? Singular(word) : word;
    }

    private static string Singular(string word)
    {
        if (word.Length < 4 || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal))
        {
            return word;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        return word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("zzes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("oes", StringComparison.Ordinal)
            ? word[..^2]
            : word[..^1];
    }

    private string Comparative(string word)
    {
        var cut = word.Length > 5 && word.EndsWith("est", StringComparison.Ordinal) ? 3 : word.Length > 4 && word.EndsWith("er", StringComparison.Ordinal) ? 2 : 0;
        if (cut == 0 || _known.Contains(word))
        {
            return word;
        }

        var stem = word[..^cut];
        return stem[^1] == 'i' && _known.Contains(stem[..^1] + "y") ? stem[..^1] + "y"
            : _known.Contains(stem + "e") ? stem + "e"
            : _known.Contains(stem) ? stem
            : stem[^1] == stem[^2] && _known.Contains(stem[..^1]) ? stem[..^1]
            : word;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenDictionary<string, string> LoadIrregular()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Claims.Core.Language.irregular.tsv")
            ?? throw new InvalidOperationException("The list of irregular verbs is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var forms = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var verb, var past])
            {
                foreach (var form in past.Split(' '))
                {
                    forms.TryAdd(form, verb);
                }
            }
        }

        return forms.ToFrozenDictionary();
    }
}
