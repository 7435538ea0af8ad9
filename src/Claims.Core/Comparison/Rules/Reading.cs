using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>How two figures for one thing stand to each other.</summary>
internal enum FigureRelation
{
    /// <summary>A reader takes them for the same figure.</summary>
    Same,

    /// <summary>One need not be the other, nor do they part clearly.</summary>
    Compatible,

    /// <summary>Both can hold by the letter ("more than 600", "more than 1,000"), yet a reader takes from them different sizes.</summary>
    Apart,

    /// <summary>They cannot both hold.</summary>
    Disjoint,
}

/// <summary>
/// A figure as a reader takes it. A hedge says less by the letter than it conveys: "more than 600" allows any number
/// above, but who knew of 1,000 would have said so (Grice's maxim of quantity; Horn's scalar implicature).
/// </summary>
internal readonly record struct Reading(double Lower, double Upper, double LetterLower, double LetterUpper, double Best, bool IsVague = false)
{
    /// <summary>How far above "more than x" the figure is taken to reach, and below "fewer than x".</summary>
    private const double BoundReach = 0.25;

    /// <summary>How far around "about x".</summary>
    private const double AboutReach = 0.15;

    /// <summary>Ratio of two pragmatic readings from which on they are told apart; below it both round to one size.</summary>
    private const double ClearRatio = 1.3;

    /// <summary>The reading of a figure, scaled by a factor that changes its unit.</summary>
    public static Reading Of(Quantity quantity, double factor = 1, bool isConverted = false)
    {
        var best = quantity.Best * factor;
        var rounding = isConverted ? Math.Max(0.06 * Math.Abs(best), Rounding(quantity.Best) * factor) : 0;
        return quantity.Hedge switch
        {
            Hedge.AtLeast => new(best, best * (1 + BoundReach), best, double.PositiveInfinity, best),
            Hedge.AtMost => new(best * (1 - BoundReach), best, 0, best, best),
            Hedge.About => new(best * (1 - AboutReach), best * (1 + AboutReach), best * (1 - AboutReach), best * (1 + AboutReach), best),
            Hedge.Range or Hedge.Vague => new(quantity.Lower * factor, quantity.Upper * factor, quantity.Lower * factor, quantity.Upper * factor, best, quantity.Hedge == Hedge.Vague),
            _ => new(best - rounding, best + rounding, best - rounding, best + rounding, best),
        };
    }

    /// <summary>A figure is never taken for rounded by more than this share of it.</summary>
    private const double MostRounding = 0.05;

    /// <summary>Half of the last digit of a round figure that its writer may have rounded: 500 for 14,000, nothing for 14.</summary>
    public static double Rounding(double value)
    {
        var unit = 1d;
        if (value < 1000 || value != Math.Floor(value))
        {
            return value != Math.Floor(value) ? 0.05 : 0;
        }

        while (value % (unit * 10) == 0 && unit < value)
        {
            unit *= 10;
        }

        return Math.Min(unit / 2, MostRounding * value);
    }

    /// <summary>How the two stand to each other.</summary>
    public FigureRelation To(Reading other)
    {
        var low = this.Best <= other.Best ? this : other;
        var high = this.Best <= other.Best ? other : this;
        if (high.LetterLower > low.LetterUpper)
        {
            var gap = high.LetterLower - low.LetterUpper;
            var rounding = IsVague || other.IsVague ? 0 : Math.Max(Rounding(low.Best), Rounding(high.Best));
            return gap <= rounding ? FigureRelation.Same : FigureRelation.Disjoint;
        }

        if (high.Lower > low.Upper)
        {
            return high.Best >= low.Best * ClearRatio ? FigureRelation.Apart : FigureRelation.Compatible;
        }

        return high.Best <= low.Best * 1.1 || (low.Lower <= high.Lower && high.Upper <= low.Upper) || (high.Lower <= low.Lower && low.Upper <= high.Upper)
            ? FigureRelation.Same
            : FigureRelation.Compatible;
    }
}
