using System.Globalization;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>How far something rose or fell, as a ratio of after to before.</summary>
/// <param name="Ratio">After divided by before.</param>
/// <param name="First">Index of the first token that says so.</param>
/// <param name="Last">Index of the last.</param>
/// <param name="IsWord">Whether a word says it ("halved").</param>
internal sealed record Change(double Ratio, int First, int Last, bool IsWord);

/// <summary>"Fell to 40 million from 80 million" and "halved" are one change.</summary>
internal sealed class ChangeRule : IComparisonRule
{
    /// <summary>Evidence that both tell of one thing. Chosen on one half of the pairs development set.</summary>
    private const double Enough = 18;

    /// <summary>Ratios closer than this are one: who says "doubled" rounds.</summary>
    private const double MostRounding = 0.08;

    /// <summary>Ratios apart by this are two.</summary>
    private const double Clear = 1.3;

    private static readonly Dictionary<string, double> Words = new(StringComparer.Ordinal)
    {
        ["halve"] = 0.5, ["double"] = 2, ["redouble"] = 2, ["triple"] = 3, ["treble"] = 3, ["quadruple"] = 4,
    };

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        if (pair.IsOneVoice || pair.NameWeight + pair.ContentWeight + (pair.StoryWeight / 2) < Enough || SameEvent.Clash(pair) || pair.Time == TimeRelation.Disjoint
            || pair.A.Changes is not [var x] || pair.B.Changes is not [var y] || (!x.IsWord && !y.IsWord))
        {
            yield break;
        }

        var apart = Math.Exp(Math.Abs(Math.Log(x.Ratio / y.Ratio)));
        var isSame = apart <= 1 + MostRounding;
        if (!isSame && apart < Clear)
        {
            yield break;
        }

        var (wordsX, wordsY) = (pair.A.WordsOf(x.First, x.Last), pair.B.WordsOf(y.First, y.Last));
        yield return new(
            isSame ? Relation.Agreement : Relation.Conflict,
            ConflictKind.Count,
            isSame ? 0 : 0.4,
            Math.Clamp(0.4 + (0.012 * (pair.NameWeight + pair.ContentWeight)), 0, 0.9),
            [
                new(
                    isSame ? "change.same" : "change.apart",
                    string.Create(CultureInfo.InvariantCulture, $"“{wordsX}” is {x.Ratio:0.##} times what was before, “{wordsY}” {y.Ratio:0.##} times."),
                    pair.A.SpanOf(x.First, x.Last),
                    pair.B.SpanOf(y.First, y.Last),
                    wordsX,
                    wordsY),
            ]);
    }

    /// <summary>The changes that a claim tells of.</summary>
    public static IReadOnlyList<Change> Read(ClaimProfile profile)
    {
        var result = new List<Change>();
        var tokens = profile.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == Lexicon.TokenKind.Word && tokens[i].Lemmas.Verb is { } verb && Words.TryGetValue(verb, out var ratio)
                && (tokens[i].Lemmas.Word != verb || verb is "halve") && profile.Negations[i] % 2 == 0)
            {
                result.Add(new(ratio, i, i, true));
            }
        }

        var figures = profile.Claim.Quantities.Where(q => q is { Hedge: not Hedge.Vague, Best: > 0, Kind: QuantityKind.Count or QuantityKind.Money or QuantityKind.Measure })
            .Select(q => (Quantity: q, At: profile.OffsetOf(q.Text)))
            .Where(f => f.At > 0)
            .Select(f => (f.Quantity, First: profile.TokenAt(f.At), Last: profile.TokenAt(f.At + f.Quantity.Text.Length - 1)))
            .ToList();
        for (var i = 0; i < figures.Count; i++)
        {
            for (var j = 0; j < figures.Count; j++)
            {
                var (after, before) = (figures[i], figures[j]);
                if (i != j && Word(after.First) == "to" && Word(before.First) == "from" && Math.Abs(after.First - before.First) <= 9)
                {
                    result.Add(new(after.Quantity.Best / before.Quantity.Best, Math.Min(after.First, before.First), Math.Max(after.Last, before.Last), false));
                }
            }
        }

        return result;

        string Word(int token) => token > 0 ? tokens[token - 1].Lemmas.Word : "";
    }
}
