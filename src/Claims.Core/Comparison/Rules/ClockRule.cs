using Claims.Core.Articles;

namespace Claims.Core.Comparison.Rules;

/// <summary>Compares the time of day at which one thing happened, across time zones.</summary>
internal sealed class ClockRule : IComparisonRule
{
    /// <summary>Minutes from which on two times of day are two.</summary>
    private const int LeastApart = 40;

    /// <summary>Minutes up to which they are one.</summary>
    private const int MostTogether = 10;

    /// <summary>Evidence that both tell of one thing. Chosen on one half of the pairs development set.</summary>
    private const double Enough = 14;

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        if (pair.IsOneVoice || pair.SetApart || pair.A.Clocks is not [var x] || pair.B.Clocks is not [var y] || pair.Time == TimeRelation.Disjoint || pair.PlacesClash
            || pair.NameWeight == 0 || pair.NameWeight + pair.ContentWeight + (pair.StoryWeight / 2) < Enough || !IsOneThing(pair))
        {
            yield break;
        }

        var apart = ClockReader.Apart(x, y);
        var slack = x.Slack + y.Slack;
        if (x.IsUniversal != y.IsUniversal)
        {
            // A local time is a whole or half number of hours from universal time, so only the minute can agree or not.
            if (apart % 30 is 0 && apart > 0 && x.Minute % 30 != 0)
            {
                yield return Make(pair, x, y, Relation.Agreement, "clock.zone", $"“{x.Text}” and “{y.Text}” are one time in two time zones.");
            }

            yield break;
        }

        if (apart <= MostTogether)
        {
            yield return Make(pair, x, y, Relation.Agreement, "clock.same", $"Both give the same time of day: “{x.Text}” and “{y.Text}”.");
        }
        else if (apart - slack >= LeastApart)
        {
            yield return Make(pair, x, y, Relation.Conflict, "clock.apart", $"Both tell of one thing, the one at “{x.Text}”, the other at “{y.Text}”.");
        }
    }

    private static bool IsOneThing(Alignment pair) =>
        pair.A.Happenings.Any(a => pair.B.Happenings.Any(b => a.What == b.What)) || pair.A.Verbs.Any(v => v.IsPredicate && pair.B.Verbs.Any(w => w.IsPredicate && v.Verb == w.Verb));

    private static Finding Make(Alignment pair, ClockTime x, ClockTime y, Relation relation, string rule, string sentence) => new(
        relation,
        ConflictKind.Time,
        relation == Relation.Conflict ? 0.35 : 0,
        Math.Clamp(0.4 + (0.012 * (pair.NameWeight + pair.ContentWeight)), 0, 0.85),
        [new(rule, sentence, SpanOf(pair.A, x), SpanOf(pair.B, y), x.Text, y.Text)]);

    private static TextSpan SpanOf(ClaimProfile profile, ClockTime time)
    {
        var at = profile.Claim.Quote.IndexOf(time.Text, StringComparison.Ordinal);
        return at < 0 ? profile.Claim.Span : new(profile.Claim.Span.Start + at, time.Length);
    }
}
