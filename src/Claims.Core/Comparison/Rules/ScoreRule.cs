using System.Globalization;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Comparison.Rules;

/// <summary>Two numbers that say how a match or a vote ended ("3-1", "70 votes to 52").</summary>
/// <param name="High">The winner's.</param>
/// <param name="Low">The loser's.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token.</param>
internal sealed record Score(int High, int Low, int First, int Last);

/// <summary>Compares how one match or vote ended.</summary>
internal sealed class ScoreRule : IComparisonRule
{
    /// <summary>Evidence that both tell of one match or vote. Chosen on one half of the pairs development set.</summary>
    private const double Enough = 14;

    /// <summary>Results are smaller than this; larger pairs of numbers are years or ranges.</summary>
    private const int Most = 999;

    private static readonly HashSet<string> Contest = new(StringComparer.Ordinal)
    {
        "win", "beat", "defeat", "lose", "draw", "match", "game", "victory", "goal", "score", "play", "final", "replay", "derby", "cup", "vote", "approve", "pass", "reject", "bill", "motion", "lawmaker", "parliament", "senate", "carry", "adopt", "ballot", "trounce", "edge", "thrash",
    };

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        if (pair.IsOneVoice || pair.SetApart || pair.A.Scores is not [var x] || pair.B.Scores is not [var y] || pair.Time == TimeRelation.Disjoint
            || pair.SharedNames.IsEmpty || pair.NamesClash || pair.NameWeight + pair.ContentWeight + pair.TimeWeight + (pair.StoryWeight / 2) < Enough || SameEvent.Clash(pair) || SameEvent.VotesClash(pair))
        {
            yield break;
        }

        var isSame = x.High == y.High && x.Low == y.Low;
        var (wordsX, wordsY) = (pair.A.WordsOf(x.First, x.Last), pair.B.WordsOf(y.First, y.Last));
        yield return new(
            isSame ? Relation.Agreement : Relation.Conflict,
            ConflictKind.Count,
            isSame ? 0 : 0.35,
            Math.Clamp(0.5 + (0.01 * (pair.NameWeight + pair.ContentWeight)), 0, 0.92),
            [
                new(
                    isSame ? "score.same" : "score.apart",
                    isSame ? $"Both give the same result: “{wordsX}” and “{wordsY}”." : $"One match or vote cannot have ended both “{wordsX}” and “{wordsY}”.",
                    pair.A.SpanOf(x.First, x.Last),
                    pair.B.SpanOf(y.First, y.Last),
                    wordsX,
                    wordsY),
            ]);
    }

    /// <summary>The results in a claim that speaks of a match or a vote.</summary>
    public static IReadOnlyList<Score> Read(IReadOnlyList<ProfileToken> tokens)
    {
        var result = new List<Score>();
        // "Led 1-0 at half-time", "won the first leg 2-0": a state on the way is no result.
        if (tokens.Any(t => t.Lemmas.Word is "leg" or "half-time" or "halftime" or "interval" or "ahead" or "leading" or "led" or "aggregate" or "set") || !tokens.Any(t => Contest.Contains(t.Lemmas.Verb ?? "") || Contest.Contains(t.Lemmas.Noun ?? "")))
        {
            return result;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Number)
            {
                continue;
            }

            var parts = tokens[i].Text.Split('-', '–');
            if (parts.Length == 2 && Number(parts[0]) is { } a && Number(parts[1]) is { } b)
            {
                result.Add(new(Math.Max(a, b), Math.Min(a, b), i, i));
            }
            else if (Number(tokens[i].Text) is { } first && SecondOf(tokens, i) is { } last && Number(tokens[last].Text) is { } second)
            {
                result.Add(new(Math.Max(first, second), Math.Min(first, second), i, last));
                i = last;
            }
        }

        return result;
    }

    /// <summary>Index of the second number in "3 – 1", "66 to 64", "70 votes to 52", "61 against 40"; not in "from 66 to 64".</summary>
    private static int? SecondOf(IReadOnlyList<ProfileToken> tokens, int i)
    {
        if (i > 0 && tokens[i - 1].Lemmas.Word is "from" or "between")
        {
            return null;
        }

        var at = i + 1;
        if (at < tokens.Count && tokens[at].Lemmas.Noun is "vote" or "seat" or "goal" or "point" or "lawmaker")
        {
            at++;
        }

        return at + 1 < tokens.Count && tokens[at].Lemmas.Word is "to" or "-" or "–" or "against" && tokens[at + 1].Kind == TokenKind.Number ? at + 1 : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= Most ? value : null;
}
