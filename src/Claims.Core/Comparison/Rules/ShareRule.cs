using System.Globalization;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>A part of a whole in a claim, as one number.</summary>
/// <param name="Value">The share, 0 to 1.</param>
/// <param name="Noun">What is shared out, or null.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="IsWorkedOut">Whether it is worked out from two figures ("300 of its 1,200 jobs") rather than said ("a quarter").</param>
internal sealed record Share(double Value, string? Noun, int First, int Last, bool IsWorkedOut);

/// <summary>"300 of its 1,200 jobs" and "one in four jobs" are one share: what is said in figures on one side and as a share on the other agrees or does not.</summary>
internal sealed class ShareRule : IComparisonRule
{
    /// <summary>Evidence that both tell of one thing. Chosen on one half of the pairs development set.</summary>
    private const double Enough = 14;

    /// <summary>Shares closer than this are one, since who says "a third" rounds.</summary>
    private const double MostRounding = 0.02;

    /// <summary>Shares apart by this ratio are two.</summary>
    private const double ClearRatio = 1.2;

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        if (pair.IsOneVoice || pair.SetApart || pair.NameWeight + pair.ContentWeight + (pair.StoryWeight / 2) < Enough || SameEvent.Clash(pair) || pair.Time == TimeRelation.Disjoint)
        {
            yield break;
        }

        foreach (var x in pair.A.Shares)
        {
            foreach (var y in pair.B.Shares.Where(y => (x.IsWorkedOut || y.IsWorkedOut) && IsOfOneThing(x, y)))
            {
                var isSame = Math.Abs(x.Value - y.Value) <= MostRounding;
                if (!isSame && Math.Max(x.Value, y.Value) < Math.Min(x.Value, y.Value) * ClearRatio)
                {
                    continue;
                }

                var (wordsX, wordsY) = (pair.A.WordsOf(x.First, x.Last), pair.B.WordsOf(y.First, y.Last));
                yield return new(
                    isSame ? Relation.Agreement : Relation.Conflict,
                    ConflictKind.Count,
                    isSame ? 0 : 0.4,
                    Math.Clamp(0.4 + (0.012 * (pair.NameWeight + pair.ContentWeight)), 0, 0.9),
                    [
                        new(
                            isSame ? "share.same" : "share.apart",
                            string.Create(CultureInfo.InvariantCulture, $"“{wordsX}” is {x.Value:0.#%}, “{wordsY}” is {y.Value:0.#%}{(isSame ? ": one share" : " of one whole")}."),
                            pair.A.SpanOf(x.First, x.Last),
                            pair.B.SpanOf(y.First, y.Last),
                            wordsX,
                            wordsY),
                    ]);
                yield break;
            }
        }
    }

    /// <summary>The shares in a claim.</summary>
    public static IReadOnlyList<Share> Read(ClaimProfile profile)
    {
        var result = new List<Share>();
        var tokens = profile.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Value(tokens, i) is { } part && PartOf(tokens, i, part) is { } share)
            {
                result.Add(share);
                i = share.Last;
            }
        }

        foreach (var quantity in profile.Claim.Quantities.Where(q => q is { Kind: QuantityKind.Percent, Best: > 0 and < 100, Hedge: not Hedge.Vague }))
        {
            var at = profile.OffsetOf(quantity.Text);
            var (first, last) = at < 0 ? (-1, -1) : (profile.TokenAt(at), profile.TokenAt(at + quantity.Text.Length - 1));
            if (first >= 0 && !result.Any(s => s.First <= last && first <= s.Last))
            {
                result.Add(new(quantity.Best / 100, quantity.Counted is { } noun ? WordForms.Of(noun).Noun ?? noun : null, first, last, false));
            }
        }

        return result;
    }

    /// <summary>"40 of the 120 seats", "9 out of 20 berths", "one seat in three".</summary>
    private static Share? PartOf(IReadOnlyList<ProfileToken> tokens, int i, double part)
    {
        var at = i + 1;
        string? noun = null;
        if (at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Word && tokens[at].Lemmas.Noun is { } between && tokens[at + 1].Lemmas.Word == "in")
        {
            noun = between;
            at++;
        }

        if (at >= tokens.Count || tokens[at].Lemmas.Word is not ("of" or "in" or "out"))
        {
            return null;
        }

        var isIn = tokens[at].Lemmas.Word == "in";
        if (isIn && noun is null)
        {
            return null;
        }

        at++;
        while (at < tokens.Count && tokens[at].Lemmas.Word is "of" or "the" or "its" or "his" or "her" or "their" or "our" or "all" or "every" or "a" or "some" or "about")
        {
            at++;
        }

        if (at >= tokens.Count || Value(tokens, at) is not { } whole || whole <= part || part <= 0 || (isIn && whole > 20))
        {
            return null;
        }

        // "Aid workers": the head is the last of the nouns in a row.
        noun ??= Enumerable.Range(at + 1, Math.Min(3, tokens.Count - at - 1)).TakeWhile(k => tokens[k] is { Kind: TokenKind.Word, Lemmas.Noun: not null } && !WordLists.Shared.IsStop(tokens[k].Lemmas.Word)).Select(k => tokens[k].Lemmas.Noun).LastOrDefault();
        return noun is null ? null : new(part / whole, noun, i, at, !isIn);
    }

    private static double? Value(IReadOnlyList<ProfileToken> tokens, int i) =>
        tokens[i].Kind == TokenKind.Mark ? null
        : Numbers.Of([tokens[i].Lemmas.Word]) is { IsRank: false } number ? number.Value
        : null;

    private static bool IsOfOneThing(Share x, Share y) =>
        x.Noun is not null && y.Noun is not null
        && (x.Noun == y.Noun || WordNetTable.Embedded.AreSynonyms(x.Noun, y.Noun) || (IsWork(x.Noun) && IsWork(y.Noun)));

    /// <summary>Jobs and those who have them are counted alike.</summary>
    private static bool IsWork(string noun) => noun is "job" or "post" or "position" or "employee" or "worker" or "staff" or "workforce" or "staffer";
}
