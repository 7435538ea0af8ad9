using System.Globalization;
using Claims.Core.Articles;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>Compares figures of two claims that count the same thing of the same event.</summary>
internal sealed class CountRule : IComparisonRule
{
    /// <summary>Counts that only grow while news comes in: a higher figure later is no contradiction.</summary>
    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        QuantityRoles.Killed, QuantityRoles.Injured, QuantityRoles.Casualties, QuantityRoles.Detained, QuantityRoles.Displaced, QuantityRoles.Rescued,
        QuantityRoles.Infected, QuantityRoles.Damaged, QuantityRoles.Released, QuantityRoles.Abducted, QuantityRoles.Missing,
    };

    /// <summary>Roles that happen to what is counted, so that the claims' subjects need not be one.</summary>
    private static readonly HashSet<string> Suffered = new(Growing, StringComparer.Ordinal) { QuantityRoles.Attended };

    /// <summary>What is at stake, by role: people's lives before property, property before seats.</summary>
    private static readonly Dictionary<string, double> Stakes = new(StringComparer.Ordinal)
    {
        [QuantityRoles.Killed] = 1, [QuantityRoles.Casualties] = 0.95, [QuantityRoles.Missing] = 0.9, [QuantityRoles.Injured] = 0.85, [QuantityRoles.Abducted] = 0.85,
        [QuantityRoles.Infected] = 0.8, [QuantityRoles.Displaced] = 0.75, [QuantityRoles.Detained] = 0.7, [QuantityRoles.Released] = 0.65, [QuantityRoles.Rescued] = 0.65,
        [QuantityRoles.Launched] = 0.65, [QuantityRoles.Intercepted] = 0.6, [QuantityRoles.Damaged] = 0.6, [QuantityRoles.Dismissed] = 0.55, [QuantityRoles.Attended] = 0.45, [QuantityRoles.Won] = 0.4,
    };

    private const double OtherStake = 0.45;

    /// <summary>Claims published at least so far apart are an earlier and a later state of a growing count.</summary>
    private static readonly TimeSpan LaterState = TimeSpan.FromHours(12);

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        var (a, b) = (pair.A.Claim, pair.B.Claim);
        Finding? best = null;
        foreach (var x in a.Quantities)
        {
            foreach (var y in b.Quantities)
            {
                if (Compare(pair, x, y) is { } finding && (best is null || Rank(finding) > Rank(best)))
                {
                    best = finding;
                }
            }
        }

        return best is null ? [] : [best];
    }

    /// <summary>Agreement on any figure of the pair is weaker news than a conflict on another.</summary>
    private static double Rank(Finding finding) => finding.Confidence + finding.Relation switch
    {
        Relation.Conflict => 3,
        Relation.Superseded => 2,
        Relation.Agreement => 1,
        _ => 0,
    };

    private static Finding? Compare(Alignment pair, Quantity x, Quantity y)
    {
        if (x.Kind is QuantityKind.Ordinal or QuantityKind.Age || x.Kind != y.Kind || Units.Common(x.Unit, y.Unit) is not { } factors)
        {
            return null;
        }

        var thing = CountedThing.Compare(x, y);
        if (thing == ThingRelation.Different || !SameEvent.Of(pair, x, y))
        {
            return null;
        }

        var converted = factors != (1d, 1d);
        var relation = Reading.Of(x, factors.A, converted).To(Reading.Of(y, factors.B, converted));
        var role = x.Role ?? y.Role;
        if (thing == ThingRelation.PartOfIt)
        {
            return relation is FigureRelation.Same ? null : Scope(pair, x, y, "count.part", $"{Say(x)} is a part or a group of what {Say(y)} counts, or the other way round.");
        }

        if (relation == FigureRelation.Same)
        {
            return new(Relation.Agreement, ConflictKind.Count, 0, Confidence(pair, x, y), [Reason("count.same", $"Both give the same figure: {Say(x)} and {Say(y)}.", x, y)]);
        }

        if (relation == FigureRelation.Compatible)
        {
            return null;
        }

        if (pair.Time == TimeRelation.Disjoint || WindowsDiffer(pair))
        {
            return IsGrowing(role) && pair.Time == TimeRelation.Disjoint && Superseded(pair, x, y, role) is { } later
                ? later
                : Scope(pair, x, y, "count.time", $"{Say(x)} and {Say(y)} stand for different times.");
        }

        if (Superseded(pair, x, y, role) is { } superseded)
        {
            return superseded;
        }

        var ratio = Math.Max(x.Best * factors.A, y.Best * factors.B) / Math.Max(1e-9, Math.Min(x.Best * factors.A, y.Best * factors.B));
        var soft = relation == FigureRelation.Apart;
        var severity = Math.Clamp(Stakes.GetValueOrDefault(role ?? "", OtherStake) * Math.Min(1, 0.5 + (Math.Log10(Math.Max(1, ratio)) / 2)) * (soft ? 0.6 : 1), 0.05, 1);
        return new(
            Relation.Conflict,
            ConflictKind.Count,
            severity,
            Confidence(pair, x, y) - (soft ? 0.15 : 0),
            [
                Reason(
                    soft ? "count.apart" : "count.disjoint",
                    soft
                        ? $"Both could hold by the letter, but a reader takes {Say(x)} and {Say(y)} for different sizes."
                        : $"{Say(x)} and {Say(y)} cannot both hold for the same count.",
                    x,
                    y),
            ]);
    }

    /// <summary>A later figure of the same count, by date or by wording ("rose to", "revised").</summary>
    private static Finding? Superseded(Alignment pair, Quantity x, Quantity y, string? role)
    {
        var rises = role != QuantityRoles.Missing;
        var order = Order(pair);
        var (later, earlier, laterProfile) = order >= 0 ? (y, x, pair.B) : (x, y, pair.A);
        var apart = pair.Apart;
        if (order != 0)
        {
            var grew = rises ? later.Best > earlier.Best : later.Best < earlier.Best;
            var moved = laterProfile.Growth.Length > 0 || (order > 0 ? pair.A : pair.B).Growth.Length > 0;
            var isLater = apart >= LaterState || pair.Time == TimeRelation.Disjoint;
            if ((IsGrowing(role) && grew && (isLater || (laterProfile.Growth.Length > 0 && apart >= TimeSpan.FromHours(1)))) || (moved && isLater))
            {
                return Make(Relation.Superseded, 0.7);
            }

            return null;
        }

        // Without dates a lower bound that is overtaken reads as an earlier state.
        if (apart is null && pair.A.Claim.ArticleId != pair.B.Claim.ArticleId && IsGrowing(role))
        {
            var low = x.Best <= y.Best ? x : y;
            if (low.Hedge == Hedge.AtLeast || pair.A.Growth.Length + pair.B.Growth.Length > 0)
            {
                return Make(Relation.Superseded, 0.5);
            }
        }

        return null;

        Finding Make(Relation relation, double confidence) => new(
            relation,
            ConflictKind.Count,
            0.2,
            confidence,
            [Reason("count.later", $"{Say(later)} is a later figure of the count that stood at {Say(earlier)}.", x, y)]);
    }

    /// <summary>1 when the second claim is later, -1 when the first is, 0 when nothing says so.</summary>
    private static int Order(Alignment pair)
    {
        if (pair.A.Context.Published is { } x && pair.B.Context.Published is { } y && x != y)
        {
            return x < y ? 1 : -1;
        }

        return 0;
    }

    private static bool IsGrowing(string? role) => role is not null && Growing.Contains(role);

    /// <summary>Whether one time is a moment and the other a long stretch ("in a single hour", "since the war began").</summary>
    private static bool WindowsDiffer(Alignment pair)
    {
        if (pair.A.Claim.Time is not { Explicit: true } x || pair.B.Claim.Time is not { Explicit: true } y)
        {
            return false;
        }

        var (p, q) = (Length(x), Length(y));
        var (shorter, longer) = p < q ? (p, q) : (q, p);
        return longer > TimeSpan.FromDays(10) && shorter <= TimeSpan.FromDays(31) && longer.Ticks > 4 * Math.Max(1, shorter.Ticks);

        static TimeSpan Length(TimeReference time) => time.End - time.Start;
    }

    private static Finding Scope(Alignment pair, Quantity x, Quantity y, string rule, string sentence) =>
        new(Relation.DifferentScope, ConflictKind.Count, 0, Confidence(pair, x, y) - 0.1, [Reason(rule, sentence, x, y)]);

    private static double Confidence(Alignment pair, Quantity x, Quantity y) => Math.Clamp(
        0.45
        + (0.012 * Math.Min(20, pair.NameWeight + pair.ContentWeight))
        + (x.Role is not null && x.Role == y.Role ? 0.12 : 0)
        + (x.Counted is not null && x.Counted == y.Counted ? 0.06 : 0)
        + (pair.Time == TimeRelation.Overlap ? 0.08 : 0),
        0.05,
        0.97);

    private static Reason Reason(string rule, string sentence, Quantity x, Quantity y) => new(rule, sentence, x.Span, y.Span, Words(x), Words(y));

    private static string Words(Quantity quantity) => quantity.CountedText is { } counted && !quantity.Text.Contains(counted, StringComparison.Ordinal) ? $"{quantity.Text} {counted}" : quantity.Text;

    private static string Say(Quantity quantity) => $"“{Words(quantity)}”";
}
