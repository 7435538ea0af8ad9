using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>Tells an earlier and a later figure of one count from two that contradict each other, by date and by wording.</summary>
internal static class CountOrder
{
    /// <summary>Counts that only grow while news comes in: a higher figure later is no contradiction.</summary>
    public static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        QuantityRoles.Killed, QuantityRoles.Injured, QuantityRoles.Casualties, QuantityRoles.Detained, QuantityRoles.Displaced, QuantityRoles.Rescued,
        QuantityRoles.Infected, QuantityRoles.Damaged, QuantityRoles.Released, QuantityRoles.Abducted, QuantityRoles.Missing,
    };

    /// <summary>Claims published at least so far apart are an earlier and a later state of a growing count.</summary>
    private static readonly TimeSpan LaterState = TimeSpan.FromHours(12);

    /// <summary>A later figure that says it has risen may come so soon after the one it overtakes.</summary>
    private static readonly TimeSpan SoonAfter = TimeSpan.FromHours(1);

    /// <summary>So long after, a higher figure of a growing count needs no word of growth.</summary>
    private static readonly TimeSpan LongAfter = TimeSpan.FromHours(36);

    /// <summary>Without dates a growing count so many times another reads as a later state rather than another view.</summary>
    private const double LikelyLater = 6;

    /// <summary>Share of common words from which on a later text of one source is the earlier one put right.</summary>
    private const double SameText = 0.8;

    /// <summary>A later figure of the same count, by date or by wording ("rose to", "revised").</summary>
    public static Finding? Superseded(Alignment pair, Figure figureX, Figure figureY, string? role, Rate? rate)
    {
        var (x, y) = (figureX.Quantity, figureY.Quantity);
        var rises = role != QuantityRoles.Missing;
        var order = Order(pair);
        var (later, earlier, laterProfile) = order >= 0 ? (y, x, pair.B) : (x, y, pair.A);
        var apart = pair.Apart;
        if (order != 0 && pair.A.Context.Source.Id == pair.B.Context.Source.Id && (pair.Coverage >= SameText || IsGrowing(role, x, rate)))
        {
            return Make(Relation.Superseded, 0.75);
        }

        if (order != 0)
        {
            var earlierProfile = order > 0 ? pair.A : pair.B;
            var growing = IsGrowing(role, x, rate);
            var grew = growing && (rises ? later.Best > earlier.Best : later.Best < earlier.Best);
            var growth = laterProfile.Grows || earlierProfile.Grows || earlierProfile.IsProvisional || earlier.Hedge == Hedge.AtLeast;
            // Where both say that the count is moving, or the earlier that it is not whole, hours are enough.
            var soon = laterProfile.Grows || (rate is not null && earlierProfile.IsProvisional);
            var put = laterProfile.IsCorrection || earlierProfile.IsProvisional || (!growing && laterProfile.IsProvisional);
            var isLater = apart >= LaterState || pair.Time == TimeRelation.Disjoint;
            var superseded = grew
                ? pair.Time == TimeRelation.Disjoint || apart >= LongAfter || (growth && apart >= (soon ? SoonAfter : LaterState))
                : put && isLater;
            return superseded ? Make(Relation.Superseded, 0.7) : null;
        }

        // Without dates, or with days of which nobody knows the hour, a lower bound that is overtaken reads as an earlier state.
        if ((apart is null || IsOfDays(pair)) && pair.A.Claim.ArticleId != pair.B.Claim.ArticleId && IsGrowing(role, x, rate))
        {
            var low = x.Best <= y.Best ? x : y;
            var high = x.Best <= y.Best ? y : x;
            if (low.Hedge == Hedge.AtLeast || high.Best >= LikelyLater * low.Best || pair.A.Grows || pair.B.Grows || pair.A.IsProvisional || pair.B.IsProvisional)
            {
                return Make(Relation.Superseded, 0.5);
            }
        }

        return null;

        Finding Make(Relation relation, double confidence) => new(
            relation,
            ConflictKind.Count,
            LaterSeverity,
            confidence,

            [
                CountRule.Reason(
                    "count.later",
                    order != 0 ? $"{CountRule.Say(later)} is a later figure of the count that stood at {CountRule.Say(earlier)}." : $"{CountRule.Say(x)} and {CountRule.Say(y)} read as an earlier and a later figure of one growing count.",
                    x,
                    y),
            ]);
    }

    /// <summary>1 when the second claim is later, -1 when the first is, 0 when nothing says so.</summary>
    private static int Order(Alignment pair)
    {
        if (pair.A.Context.Published is { } x && pair.B.Context.Published is { } y && x != y && !IsOfDays(pair))
        {
            return x < y ? 1 : -1;
        }

        return 0;
    }

    /// <summary>Whether both were published on one day and of one nothing but the day is known: then neither is known to be the later.</summary>
    private static bool IsOfDays(Alignment pair) =>
        pair.A.Context.Published is { } a && pair.B.Context.Published is { } b && a.UtcDateTime.Date == b.UtcDateTime.Date && (a.UtcDateTime.TimeOfDay == TimeSpan.Zero || b.UtcDateTime.TimeOfDay == TimeSpan.Zero);

    /// <summary>Counts of people and damage, and areas that burn or flood.</summary>
    public static bool IsGrowing(string? role, Quantity quantity, Rate? rate) => rate is { Grows: true } || (role is not null && Growing.Contains(role)) || quantity.Unit is "hectare" or "acre" or "km²";

    /// <summary>A claim that says what the count was before ("up from 17"): the figure that the other claim gives is the one it has moved on from.</summary>
    public static Finding? MovedOn(Alignment pair, Figure x, Figure y)
    {
        var (previous, told, mover) = x.IsPrevious ? (x, y, pair.A) : (y, x, pair.B);
        var relation = Reading.Of(previous.Quantity).To(Reading.Of(told.Quantity));
        var now = mover.Figures.FirstOrDefault(f => !f.IsPrevious && f.Quantity.Kind == previous.Quantity.Kind && CountedThing.Compare(f.Quantity, told.Quantity) == ThingRelation.Same);
        return relation != FigureRelation.Same || now is null
            ? null
            : new(
                Relation.Superseded,
                ConflictKind.Count,
                LaterSeverity,
                0.8,
                [CountRule.Reason("count.moved-on", $"{CountRule.Say(now.Quantity)} is said to be up or down from {CountRule.Say(told.Quantity)}.", x.Quantity, y.Quantity)]);
    }

    /// <summary>What an overtaken figure is at stake for: little, but a reader may still have the old one.</summary>
    private const double LaterSeverity = 0.2;
}
