using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>
/// Claims that are the same but for one place, where they have words that exclude each other: opposites ("near", "far
/// from"), members of one list ("Norwegian", "Danish"), two numbers, a denial on one side.
/// </summary>
internal sealed class SubstitutionRule : IComparisonRule
{
    /// <summary>Words that must be the same before the rest is taken for a substitution.</summary>
    private const int LeastShared = 3;

    /// <summary>Longest differing stretch in words.</summary>
    private const int LongestDifference = 5;

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        var (a, b) = (Words(pair.A), Words(pair.B));
        var head = 0;
        while (head < a.Count && head < b.Count && Same(a[head].Token, b[head].Token))
        {
            head++;
        }

        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && Same(a[^(tail + 1)].Token, b[^(tail + 1)].Token))
        {
            tail++;
        }

        var (restA, restB) = (a[head..^tail], b[head..^tail]);
        if (head + tail < LeastShared || restA.Count > LongestDifference || restB.Count > LongestDifference || restA.Count + restB.Count == 0 || head + tail < Math.Max(restA.Count, restB.Count))
        {
            yield break;
        }

        if (pair.Time == TimeRelation.Disjoint && pair.A.Claim.Time!.Text != pair.B.Claim.Time!.Text && restA.Concat(restB).All(t => !IsTimeToken(t.Token)))
        {
            yield break;
        }

        if (Exclude(restA, restB) is not { } found)
        {
            yield break;
        }

        var (spanA, spanB) = (Span(pair.A, restA, head, a), Span(pair.B, restB, head, b));
        yield return new(
            Relation.Conflict,
            found.Kind,
            0.35,
            found.Confidence,
            [new($"substitution.{found.Rule}", $"The two say the same but for “{Text(restA)}” and “{Text(restB)}”, {found.Why}.", spanA, spanB, Text(restA), Text(restB))]);
    }

    private static List<(ProfileToken Token, int Index)> Words(ClaimProfile profile) =>
        [.. profile.Tokens.Select((t, i) => (t, i)).Where(p => p.t.Kind != TokenKind.Mark && p.t.Lemmas.Word is not "a" and not "an" and not "the")];

    private static bool Same(ProfileToken a, ProfileToken b) => a.Lemmas.Word == b.Lemmas.Word;

    private static bool IsTimeToken(ProfileToken token) => ProfileReader.IsTimeWord(token.Lemmas.Word);

    private static string Text(List<(ProfileToken Token, int Index)> words) => string.Join(' ', words.Select(w => w.Token.Text));

    private static Articles.TextSpan Span(ClaimProfile profile, List<(ProfileToken Token, int Index)> rest, int head, List<(ProfileToken Token, int Index)> all)
    {
        if (rest.Count > 0)
        {
            return profile.SpanOf(rest[0].Index, rest[^1].Index);
        }

        var at = all[Math.Clamp(head, 0, all.Count - 1)].Index;
        return profile.SpanOf(at, at);
    }

    private static (ConflictKind Kind, string Rule, string Why, double Confidence)? Exclude(List<(ProfileToken Token, int Index)> a, List<(ProfileToken Token, int Index)> b)
    {
        var (x, y) = (Words(a), Words(b));
        if (IsDenial(x) && y.Length == 0 || IsDenial(y) && x.Length == 0)
        {
            return (ConflictKind.Polarity, "denial", "a denial on one side", 0.9);
        }

        if (x.Length == 0 || y.Length == 0)
        {
            return null;
        }

        if (Numbers.Of(x) is { } number && Numbers.Of(y) is { } other && number.IsRank == other.IsRank)
        {
            return number.Value == other.Value ? null : (number.IsRank ? ConflictKind.Time : ConflictKind.Count, "number", "two different numbers", 0.85);
        }

        var table = WordNetTable.Embedded;
        var (p, q) = (string.Join(' ', x), string.Join(' ', y));
        if (table.AreSynonyms(p, q) || WordForms.Of(p).Family == WordForms.Of(q).Family)
        {
            return null;
        }

        if (Forms(p).Any(v => Forms(q).Any(w => table.ExcludeEachOther(v, w))))
        {
            return (ConflictKind.Description, "exclusive", "which exclude each other", 0.8);
        }

        if (Opposed(p, q))
        {
            return (ConflictKind.Polarity, "opposites", "which are opposites", 0.85);
        }

        // "a young", "an elderly": the differing word stands between words that go with it.
        if (x.Length == y.Length && x.Zip(y).Count(z => z.First != z.Second) == 1)
        {
            var (v, w) = x.Zip(y).First(z => z.First != z.Second);
            if (Opposed(v, w) || Forms(v).Any(f => Forms(w).Any(g => table.ExcludeEachOther(f, g))))
            {
                return (ConflictKind.Polarity, "opposites", "which are opposites", 0.8);
            }
        }

        return null;
    }

    private static bool Opposed(string p, string q) =>
        Forms(p).Any(v => Forms(q).Any(w => WordNetTable.Embedded.AreOpposites(v, w))) || WordLists.Shared.AreContrary(p, q);

    private static string[] Words(List<(ProfileToken Token, int Index)> words) => [.. words.Select(w => w.Token.Lemmas.Word)];

    private static bool IsDenial(string[] words) => words is ["not"] or ["n't"] or ["never"] or ["no"] or ["did", "not"] or ["do", "not"] or ["does", "not"] or ["not", "a"];

    /// <summary>The word and its dictionary forms.</summary>
    private static IEnumerable<string> Forms(string words)
    {
        yield return words;
        if (!words.Contains(' '))
        {
            var lemmas = WordForms.Of(words);
            foreach (var form in new[] { lemmas.Noun, lemmas.Verb }.Where(f => f is not null && f != words))
            {
                yield return form!;
            }
        }
        else if (words.LastIndexOf(' ') is var at && WordForms.Of(words[(at + 1)..]).Noun is { } noun && noun != words[(at + 1)..])
        {
            yield return $"{words[..at]} {noun}";
        }
    }
}
