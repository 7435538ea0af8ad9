using System.Globalization;
using Claims.Core.Articles;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>Compares figures of two claims that count the same thing of the same event.</summary>
internal sealed class CountRule : IComparisonRule
{
    /// <summary>Roles that happen to what is counted, so that the claims' subjects need not be one.</summary>
    private static readonly HashSet<string> Suffered = new(CountOrder.Growing, StringComparer.Ordinal) { QuantityRoles.Attended };

    /// <summary>What is at stake, by role: people's lives before property, property before seats.</summary>
    private static readonly Dictionary<string, double> Stakes = new(StringComparer.Ordinal)
    {
        [QuantityRoles.Killed] = 1, [QuantityRoles.Casualties] = 0.95, [QuantityRoles.Missing] = 0.9, [QuantityRoles.Injured] = 0.85, [QuantityRoles.Abducted] = 0.85,
        [QuantityRoles.Infected] = 0.8, [QuantityRoles.Displaced] = 0.75, [QuantityRoles.Detained] = 0.7, [QuantityRoles.Released] = 0.65, [QuantityRoles.Rescued] = 0.65,
        [QuantityRoles.Launched] = 0.65, [QuantityRoles.Intercepted] = 0.6, [QuantityRoles.Damaged] = 0.6, [QuantityRoles.Dismissed] = 0.55, [QuantityRoles.Attended] = 0.45, [QuantityRoles.Won] = 0.4,
    };

    private const double OtherStake = 0.45;

    /// <summary>Evidence from which on two reports of one thing differ in words rather than in actors.</summary>
    private const double MuchShared = 25;

    /// <summary>The unit of earthquakes, of which one story has one.</summary>
    private const string Magnitude = "magnitude";

    /// <summary>Evidence from which on two sums beside one name are one sum, whatever else is said around them.</summary>
    private const double OneDeal = 16;

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        var mine = pair.A.Figures.RemoveAll(f => f.IsShare);
        var theirs = pair.B.Figures.RemoveAll(f => f.IsShare);
        if (mine.Length == 0 || theirs.Length == 0)
        {
            return [];
        }

        // A figure that the other claim has too is settled; only what is left over can be in conflict.
        var settledA = mine.Where(x => theirs.Any(y => IsSame(x.Quantity, y.Quantity)) || IsArithmetic(x.Quantity, pair.B.Claim)).ToHashSet();
        var settledB = theirs.Where(y => mine.Any(x => IsSame(x.Quantity, y.Quantity)) || IsArithmetic(y.Quantity, pair.A.Claim)).ToHashSet();
        Finding? best = null;
        foreach (var x in mine)
        {
            foreach (var y in theirs)
            {
                if (settledA.Contains(x) == settledB.Contains(y) && Compare(pair, x, y) is { } finding
                    && (finding.Relation != Relation.Conflict || !settledA.Contains(x)) && (best is null || Rank(finding) > Rank(best)))
                {
                    best = finding;
                }
            }
        }

        best ??= Sum(pair, mine, theirs, false) ?? Sum(pair, theirs, mine, true);
        return best is null ? [] : [best];
    }

    /// <summary>Whether two figures are one size, whatever they count.</summary>
    private static bool IsSame(Quantity x, Quantity y) =>
        x.Kind == y.Kind && Units.Common(x.Unit, y.Unit) is { } f && Reading.Of(x, f.A, f != (1d, 1d)).To(Reading.Of(y, f.B, f != (1d, 1d))) == FigureRelation.Same;

    /// <summary>Whether two act. Where the claims share much, two nouns for people ("drivers", "crews") need not be two actors; two names are.</summary>
    private static bool ActorsDiffer(Alignment pair, Quantity x, Quantity y)
    {
        var (a, b) = (Actor.Of(pair.A, x), Actor.Of(pair.B, y));
        return a.To(b) == SubjectRelation.Different && (pair.Evidence < MuchShared || (!a.Names.IsEmpty && !b.Names.IsEmpty));
    }

    /// <summary>Whether a figure is the sum, the difference or the product of two figures of the other claim that count the same; nine dead are not the difference of 31 hurt and 22 missing.</summary>
    private static bool IsArithmetic(Quantity x, Claim other)
    {
        var figures = other.Quantities.Where(q => q.Kind is not QuantityKind.Ordinal and not QuantityKind.Age && q.Hedge != Hedge.Vague && (q.Role is null || x.Role is null || q.Role == x.Role)).ToList();
        for (var i = 0; i < figures.Count; i++)
        {
            for (var j = i + 1; j < figures.Count; j++)
            {
                // Four passengers of two trains are not six: what is added up counts what the sum counts.
                var (p, q) = (figures[i].Best, figures[j].Best);
                var (isP, isQ) = (IsAlike(figures[i]), IsAlike(figures[j]));
                if ((isP && isQ && Near(p + q)) || ((isP || isQ) && x.Best > 1 && Near(Math.Abs(p - q))) || (x.Best > 100 && p > 1 && q > 1 && Near(p * q)))
                {
                    return true;
                }
            }
        }

        return false;

        bool IsAlike(Quantity part) => part.Kind == x.Kind && (x.Kind != QuantityKind.Count || part.Counted is null || x.Counted is null || CountedThing.Compare(x with { Role = null }, part with { Role = null }) != ThingRelation.Different);

        bool Near(double value) => Math.Abs(value - x.Best) <= 1e-9 * Math.Abs(x.Best);
    }

    /// <summary>"Six sailors and three divers", "nine crew": two figures of one role on one side are the one of the other.</summary>
    private static Finding? Sum(Alignment pair, IReadOnlyList<Figure> parts, IReadOnlyList<Figure> wholes, bool isWholeFirst)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            for (var j = i + 1; j < parts.Count; j++)
            {
                var (x, y) = (parts[i].Quantity, parts[j].Quantity);
                foreach (var z in wholes.Select(w => w.Quantity).Where(z => z.Kind == x.Kind && x.Kind == y.Kind && z.Unit == x.Unit && x.Unit == y.Unit && x.Role == z.Role && y.Role == z.Role && !x.IsPart && !y.IsPart))
                {
                    if (z.Hedge != Hedge.Vague && x.Best > 0 && y.Best > 0 && x.Best + y.Best == z.Best && (z.Role is not null || z.Counted == x.Counted) && SameEvent.Of(pair, x, z))
                    {
                        var (first, second) = isWholeFirst ? (z, x) : (x, z);
                        return new(Relation.Agreement, ConflictKind.Count, 0, Confidence(pair, x, z), [Reason("count.sum", $"{Say(x)} and {Say(y)} make {Say(z)}.", first, second)]);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Agreement on any figure of the pair is weaker news than a conflict on another.</summary>
    private static double Rank(Finding finding) => finding.Confidence + finding.Relation switch
    {
        Relation.Conflict => 3,
        Relation.Superseded => 2,
        Relation.Agreement => 1,
        _ => 0,
    };

    private static Finding? Compare(Alignment pair, Figure figureX, Figure figureY)
    {
        var (x, y) = (figureX.Quantity, figureY.Quantity);
        if (x.Kind is QuantityKind.Ordinal or QuantityKind.Age || x.Kind != y.Kind || Units.Common(x.Unit, y.Unit) is not { } factors)
        {
            return null;
        }

        // Two percentages of one named rate ("turnout") need no counted noun and no role to be held against each other.
        var rate = figureX.Rate is { } name && name == figureY.Rate ? name : null;
        var thing = rate is null ? CountedThing.Compare(x, y) : ThingRelation.Same;
        if (thing == ThingRelation.Different || figureX.IsLookingBack != figureY.IsLookingBack || !(rate is null ? SameEvent.Of(pair, x, y) : SameEvent.OfRate(pair)))
        {
            return null;
        }

        if (figureX.IsPrevious != figureY.IsPrevious)
        {
            return CountOrder.MovedOn(pair, figureX, figureY);
        }

        var converted = factors != (1d, 1d);
        var relation = Reading.Of(x, factors.A, converted).To(Reading.Of(y, factors.B, converted));
        var role = x.Role ?? y.Role;
        if (rate is null && role is null && x.Kind == QuantityKind.Count && !figureX.SharesWord(figureY) && figureX.SharedNames(figureY) < 2
            && !(figureX.IsNear(figureY) && pair.A.Claim.Predicate is not null && pair.A.Claim.Predicate == pair.B.Claim.Predicate))
        {
            return null;
        }

        // A measure whose words say what it measures ("a depth of") needs no more in common than the story.
        var isNamedMeasure = x.Kind == QuantityKind.Measure && x.Role is not null && x.Role == y.Role && (pair.StoryWeight > 0 || pair.IsOneStory || SameEvent.IsOneReport(pair));
        if (figureX.IsOne || figureY.IsOne || (rate is null && figureX.Flow * figureY.Flow < 0) || (rate is null && x.Kind != QuantityKind.Count && !isNamedMeasure && (figureX.IsElapsed || figureY.IsElapsed || !(figureX.SharesWord(figureY) || (x.Kind == QuantityKind.Money && figureX.IsNear(figureY) && pair.NameWeight + pair.ContentWeight >= OneDeal)) || (x.Kind == QuantityKind.Measure && pair.SharedNames.IsEmpty && !(x.Unit == Magnitude && pair.StoryWeight > 0)))))
        {
            return null;
        }

        if (relation != FigureRelation.Same && (figureX.IsUnreal != figureY.IsUnreal))
        {
            return Scope(pair, x, y, "count.planned", $"One of {Say(x)} and {Say(y)} is planned, expected or allowed, the other counted.");
        }

        if (relation != FigureRelation.Same && pair.A.IsPerUnit != pair.B.IsPerUnit)
        {
            return Scope(pair, x, y, "count.unit", $"One of {Say(x)} and {Say(y)} is for each of something, the other for all.");
        }

        if (relation != FigureRelation.Same && (figureX.IsEmbedded != figureY.IsEmbedded || (Suffered.Contains(role ?? "") && figureX.IsPartitive != figureY.IsPartitive)))
        {
            return Scope(pair, x, y, "count.embedded", $"One of {Say(x)} and {Say(y)} counts only those that another event is about.");
        }

        if (relation != FigureRelation.Same && (figureX.IsRemainder != figureY.IsRemainder || (figureX.IsRemainder && role is null)) && x.Best > 0 && y.Best > 0 && role != QuantityRoles.Missing)
        {
            return Scope(pair, x, y, "count.remainder", $"One of {Say(x)} and {Say(y)} counts those beside others.");
        }

        if (rate is null && (Suffered.Contains(role ?? "")
            ? role is QuantityRoles.Killed or QuantityRoles.Injured or QuantityRoles.Casualties && Agents.Differ(pair.A, x, pair.B, y)
            : ActorsDiffer(pair, x, y)))
        {
            return null;
        }

        // "No passenger was scratched" says nothing of three firefighters.
        if ((x.Best == 0) != (y.Best == 0) && (x.Best == 0 ? figureX : figureY) is { IsRestricted: true } none && !(none.IsPartitive && (x.Best == 0 ? figureY : figureX).IsPartitive))
        {
            return null;
        }

        if (x.OutOf is { } wholeX && y.OutOf is { } wholeY && wholeX != wholeY)
        {
            return Scope(pair, x, y, "count.whole", $"{Say(x)} is out of {wholeX:0.##}, {Say(y)} out of {wholeY:0.##}.");
        }

        if (thing == ThingRelation.PartOfIt && !PartExceedsWhole(x, y))
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

        if (pair.IsOneVoice)
        {
            return Scope(pair, x, y, "count.voice", $"{Say(x)} and {Say(y)} stand in one story on one word: its writer tells them apart.");
        }

        if (pair.Time == TimeRelation.Disjoint)
        {
            return CountOrder.IsGrowing(role, x, rate) && CountOrder.Superseded(pair, figureX, figureY, role, rate) is { } later
                ? later
                : Scope(pair, x, y, "count.time", $"{Say(x)} and {Say(y)} stand for different times.");
        }

        if (WindowsDiffer(pair.A, pair.B) || WindowsDiffer(pair.B, pair.A))
        {
            return Scope(pair, x, y, "count.window", $"{Say(x)} and {Say(y)} are counted over windows of different length.");
        }

        if (pair.A.IsWide != pair.B.IsWide && !pair.NamesClash && (pair.A.IsWide ? pair.B : pair.A).Parts.Length + (pair.A.IsWide ? pair.B : pair.A).Names.Length > 0 && WideExceeds(pair, x, y))
        {
            return Scope(pair, x, y, "count.place", $"{Say(x)} and {Say(y)} cover a place and a larger area.");
        }

        if (role == QuantityRoles.Damaged && Destroys(pair.A) != Destroys(pair.B))
        {
            return Scope(pair, x, y, "count.damage", $"{Say(x)} and {Say(y)} count what was destroyed and what was damaged.");
        }

        if (CountOrder.Superseded(pair, figureX, figureY, role, rate) is { } superseded)
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

    /// <summary>Whether one speaks of a short window and the other of a long stretch ("in March alone", "since the war began").</summary>
    private static bool WindowsDiffer(ClaimProfile narrow, ClaimProfile cumulative) => narrow.IsNarrow && !narrow.IsCumulative && cumulative.IsCumulative && !cumulative.IsNarrow;

    /// <summary>Whether the larger figure is the one of the larger area, as it should be.</summary>
    private static bool WideExceeds(Alignment pair, Quantity x, Quantity y) => pair.A.IsWide ? x.Best > y.Best : y.Best > x.Best;

    private static bool Destroys(ClaimProfile profile) => profile.Tokens.Any(t => t.Lemmas.Verb is "destroy" or "level" or "wreck" or "flatten" or "demolish" or "raze" or "gut");

    /// <summary>Whether a group counts more than all ("31 soldiers killed", "22 dead in all").</summary>
    private static bool PartExceedsWhole(Quantity x, Quantity y)
    {
        var (part, whole) = x.IsPart || (!y.IsPart && CountedThing.Group(x) is not null) ? (x, y) : (y, x);
        return !part.IsPart && whole.Best > 0 && Reading.Of(part).LetterLower > Reading.Of(whole).LetterUpper;
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

    public static Reason Reason(string rule, string sentence, Quantity x, Quantity y) => new(rule, sentence, x.Span, y.Span, Words(x), Words(y));

    private static string Words(Quantity quantity) => quantity.CountedText is { } counted && !quantity.Text.Contains(counted, StringComparison.Ordinal) ? $"{quantity.Text} {counted}" : quantity.Text;

    public static string Say(Quantity quantity) => $"“{Words(quantity)}”";
}
