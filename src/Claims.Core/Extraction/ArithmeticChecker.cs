using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>
/// Whether the figures of a sentence add up: a share of a whole, the size of a change, a sum. Two sides agree when their intervals
/// meet. A figure's interval is what its hedge allows, widened by half of its last place; a share in words ("a third") by 2.5 points;
/// and a share may be cut off instead of rounded (66.7% as "66%"), so it may lie a whole place under the exact value.
/// </summary>
internal static class ArithmeticChecker
{
    // "a third" is said of 31 to 36 percent.
    private const double SpokenShare = 2.5;

    // From here on figures are read as rounded to their last place that is not zero.
    private const double LeastRounded = 1000;

    // A total this far from the sum of what stands before it is a total of something else.
    private const double FarthestSum = 2;

    private static readonly string[] ChangeWords = ["drop", "fall", "decline", "decrease", "rise", "increase", "gain", "jump", "cut", "growth", "up", "down", "or", "by"];
    private static readonly string[] RisingOrFalling = ["rose", "rise", "risen", "rising", "fell", "fall", "fallen", "falling", "dropped", "drop", "climbed", "grew", "grown", "shrank", "declined", "increased", "decreased", "jumped", "went", "cut", "raised"];

    /// <summary>The checks that the figures of one sentence allow, in the order of the figures that were checked.</summary>
    /// <param name="text">The text that the figures' spans point into.</param>
    /// <param name="figures">The figures of the sentence in order.</param>
    public static IReadOnlyList<ArithmeticCheck> Check(string text, IReadOnlyList<Quantity> figures)
    {
        var found = new List<ArithmeticCheck>();
        for (var i = 0; i < figures.Count; i++)
        {
            if ((figures[i].Kind == QuantityKind.Percent ? (Share(text, figures, i) ?? Change(text, figures, i)) : Sum(text, figures, i)) is { } check)
            {
                found.Add(check);
            }
        }

        return found;
    }

    // The part may name its whole ("12 of the 40 (30%)"), or the share does ("50 seats, 15% of 329").
    private static ArithmeticCheck? Share(string text, IReadOnlyList<Quantity> figures, int at)
    {
        var share = figures[at];
        for (var i = Math.Max(0, at - 1); i <= Math.Min(figures.Count - 1, at + 1); i++)
        {
            var part = figures[i];
            if (i == at || part.Kind != QuantityKind.Count || part.Hedge == Hedge.Vague || !IsBeside(text, part.Span, share.Span, isOwn: part.OutOf is not null))
            {
                continue;
            }

            if ((part.OutOf ?? share.OutOf) is not { } whole || whole <= 0 || part.Best > whole || (share.OutOf is { } other && other != whole))
            {
                continue;
            }

            var (low, high) = Interval(part);
            var expected = 100 * part.Best / whole;
            return Made(ArithmeticRule.ShareOfWhole, [part, share], expected, share.Best, Meets(100 * low / whole, 100 * high / whole, share));
        }

        return null;
    }

    // "fell from 80 to 60, a drop of 25%", "rose from 60 to 80, or 33 percent"
    private static ArithmeticCheck? Change(string text, IReadOnlyList<Quantity> figures, int at)
    {
        var size = figures[at];
        Quantity from, to;
        double start, end;
        if (at >= 1 && figures[at - 1].Hedge == Hedge.Range && StartsWith(figures[at - 1].Text, "from") && EndsWithAny(text, figures[at - 1].Span.Start, RisingOrFalling))
        {
            // A rise reads as a range.
            from = to = figures[at - 1];
            (start, end) = (from.Lower, from.Upper);
        }
        else if (at >= 2 && EndsWithAny(text, figures[at - 2].Span.Start, ["from"]) && Between(text, figures[at - 2].Span, figures[at - 1].Span) is var joint
            && joint.TrimEnd().EndsWith("to", StringComparison.OrdinalIgnoreCase) && joint.Length < 30)
        {
            (from, to) = (figures[at - 2], figures[at - 1]);
            (start, end) = (from.Best, to.Best);
        }
        else
        {
            return null;
        }

        var words = Between(text, to.Span, size.Span);
        if (from.Kind != to.Kind || from.Unit != to.Unit || from.Kind is QuantityKind.Ordinal or QuantityKind.Age or QuantityKind.Percent || start <= 0 || words.Length > 40 || !HasAny(words, ChangeWords))
        {
            return null;
        }

        var expected = 100 * Math.Abs(end - start) / start;
        var half = Rounding(start) / 2;
        var halfEnd = Rounding(end) / 2;
        var low = 100 * Math.Max(0, Math.Abs(end - start) - half - halfEnd) / (start + half);
        var high = 100 * (Math.Abs(end - start) + half + halfEnd) / Math.Max(double.Epsilon, start - half);
        return Made(ArithmeticRule.Change, from == to ? [from, size] : [from, to, size], expected, size.Best, Meets(low, high, size));
    }

    // "17 casualties in all", "a total of 17": the sum of the counts that stand before it.
    private static ArithmeticCheck? Sum(string text, IReadOnlyList<Quantity> figures, int at)
    {
        var total = figures[at];
        if (at < 2 || total.Kind != QuantityKind.Count || total.Hedge == Hedge.Vague || !IsTotal(text, total.Span))
        {
            return null;
        }

        var parts = figures.Take(at).Where(part => part.Kind == QuantityKind.Count && !part.IsPart && part.OutOf is null).ToList();
        if (parts.Count < 2 || parts.Count != at || parts.Any(part => part.Hedge == Hedge.Vague || (part.Counted is null && part.Role is null)))
        {
            return null;
        }

        var expected = parts.Sum(part => part.Best);
        if (expected <= 0 || total.Best > expected * FarthestSum || total.Best * FarthestSum < expected)
        {
            return null;
        }

        var (low, high) = Interval(total);
        var intervals = parts.Select(Interval).ToList();
        return Made(ArithmeticRule.Sum, [.. parts, total], expected, total.Best, intervals.Sum(interval => interval.Low) <= high && low <= intervals.Sum(interval => interval.High));
    }

    private static bool IsTotal(string text, TextSpan figure)
    {
        if (StartsWith(figure.Of(text), "a total of") || EndsWithAny(text, figure.Start, ["total of", "total", "altogether"]) || EndsWithAny(text, figure.Start, ["in all", "in total"]))
        {
            return true;
        }

        // "17 casualties in all", "17 in total"
        var behind = text.AsSpan(figure.End, Math.Min(40, text.Length - figure.End));
        var stop = behind.IndexOfAny(",;.(");
        behind = (stop < 0 ? behind : behind[..stop]).TrimEnd();
        return behind.EndsWith(" in all", StringComparison.OrdinalIgnoreCase) || behind.EndsWith(" in total", StringComparison.OrdinalIgnoreCase) || behind.EndsWith(" altogether", StringComparison.OrdinalIgnoreCase);
    }

    private static ArithmeticCheck Made(ArithmeticRule rule, IReadOnlyList<Quantity> figures, double expected, double stated, bool holds) =>
        new(rule, [.. figures.Select(figure => figure.Span)], [.. figures.Select(figure => figure.Text)], Math.Round(expected, 4), stated, holds);

    private static bool Meets(double low, double high, Quantity share)
    {
        var isSpoken = !share.Text.Any(char.IsAsciiDigit) && !share.Text.Contains("cent", StringComparison.OrdinalIgnoreCase);
        var place = isSpoken ? 2 * SpokenShare : Place(share.Text);
        return low <= share.Upper + (isSpoken ? SpokenShare : place) + 1e-9 && share.Lower - (place / 2) - 1e-9 <= high;
    }

    // The value of the last place of a figure in digits: 1 for "15%", 0.1 for "15.2%".
    private static double Place(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var places = 0;
        for (var i = point + 1; point >= 0 && i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            places++;
        }

        return Math.Pow(10, -places);
    }

    private static (double Low, double High) Interval(Quantity figure)
    {
        var half = Rounding(figure.Best) / 2;
        return (figure.Lower - half, figure.Upper + half);
    }

    private static double Rounding(double value)
    {
        if (value < LeastRounded || value > 1e15 || value != Math.Floor(value))
        {
            return 0;
        }

        var place = 1.0;
        while (value % (place * 10) == 0 && place * 100 <= value)
        {
            place *= 10;
        }

        return place > 1 ? place : 0;
    }

    // A whole of its own lets the share stand farther off; else only a comma, a bracket or "or" part the two.
    private static bool IsBeside(string text, TextSpan a, TextSpan b, bool isOwn)
    {
        var between = a.Start < b.Start ? Between(text, a, b) : Between(text, b, a);
        return between.Length <= (isOwn ? 60 : 40) && between.IndexOfAny(";.") < 0 && (between.IndexOfAny(",(") >= 0 || HasAny(between, ["or", "that", "is", "about"]));
    }

    private static ReadOnlySpan<char> Between(string text, TextSpan a, TextSpan b) => b.Start > a.End ? text.AsSpan(a.End, b.Start - a.End) : default;

    private static bool StartsWith(string text, string words) => text.StartsWith(words, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWithAny(string text, int end, string[] words)
    {
        var before = text.AsSpan(Math.Max(0, end - 40), Math.Min(40, end)).TrimEnd(" ,$£€");
        foreach (var word in words)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !char.IsLetter(before[before.Length - word.Length - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(ReadOnlySpan<char> between, string[] words)
    {
        foreach (var range in between.SplitAny(" ,()\u2013-"))
        {
            foreach (var word in words)
            {
                if (between[range].Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
