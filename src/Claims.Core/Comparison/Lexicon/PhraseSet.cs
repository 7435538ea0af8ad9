using System.Collections.Frozen;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>Where a phrase stands in a list of words.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Value">What the phrase stands for.</param>
/// <param name="Words">How many words it names, gaps not counted.</param>
internal readonly record struct PhraseHit<T>(int First, int Last, T Value, int Words);

/// <summary>Finds phrases given in dictionary forms, with gaps, in lists of words.</summary>
internal sealed class PhraseSet<T>
{
    private const string Gap = "*";
    private const int LongestGap = 3;

    private readonly FrozenDictionary<string, (string[][] Parts, T Value)[]> byFirst;

    public PhraseSet(IEnumerable<(string Phrase, T Value)> phrases)
    {
        byFirst = phrases
            .Select(p => (Parts: p.Phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('/')).ToArray(), p.Value))
            .SelectMany(p => p.Parts[0].Select(first => (first, p)))
            .GroupBy(p => p.first, p => p.p, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Every phrase, from left to right; gaps do not reach over a mark that ends a clause.</summary>
    public IEnumerable<PhraseHit<T>> Find(IReadOnlyList<ProfileToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var lemmas = tokens[i].Lemmas;
            foreach (var form in Forms(lemmas))
            {
                if (!byFirst.TryGetValue(form, out var phrases))
                {
                    continue;
                }

                foreach (var (parts, value) in phrases)
                {
                    if (Match(tokens, i + 1, parts, 1) is { } last)
                    {
                        yield return new(i, last, value, parts.Count(p => p[0] != Gap));
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Forms(WordLemmas lemmas)
    {
        yield return lemmas.Word;
        if (lemmas.Verb is { } verb && verb != lemmas.Word)
        {
            yield return verb;
        }

        if (lemmas.Noun is { } noun && noun != lemmas.Word && noun != lemmas.Verb)
        {
            yield return noun;
        }
    }

    private static int? Match(IReadOnlyList<ProfileToken> tokens, int at, string[][] parts, int part)
    {
        if (part == parts.Length)
        {
            return at - 1;
        }

        if (parts[part][0] == Gap)
        {
            for (var skip = 0; skip <= LongestGap && at + skip < tokens.Count; skip++)
            {
                if (Match(tokens, at + skip, parts, part + 1) is { } last)
                {
                    return last;
                }

                if (tokens[at + skip].EndsClause)
                {
                    return null;
                }
            }

            return null;
        }

        return at < tokens.Count && parts[part].Any(tokens[at].Lemmas.Is) ? Match(tokens, at + 1, parts, part + 1) : null;
    }
}
