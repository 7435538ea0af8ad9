namespace Claims.Core.Extraction.Quantities;

/// <summary>Two figures that bound one: "between 200 and 250", "20-30", "from 5 to 7 million".</summary>
internal static class NumberRange
{
    internal readonly record struct Match(double Lower, double Upper, int First, int Last);

    public static bool TryRead(WordList words, NumberMatch a, NumberMatch b, int aFirst, int aLast, out Match range)
    {
        range = default;
        var bFirst = words.IndexAt(b.Span.Start);
        var bLast = words.IndexAt(b.Span.End) - 1;
        var gap = aLast + 1;

        // A unit may stand between them: "between 20% and 30%", "from 5 km to 7 km", "$20 to $30".
        while (gap < bFirst && (words.IsSymbol(gap, '%') || words.IsAny(gap, "percent", "per", "cent", "km") || UnitTable.IsMeasure(words.Of(gap), out _)))
        {
            gap++;
        }

        var behind = bFirst - 1;
        while (behind > gap && (words.Is(behind, "the") || IsMoneySign(words, behind) || IsHedge(words, behind) || (words.Is(behind, "than") && words.IsAny(behind - 1, "more", "less"))))
        {
            behind--;
        }

        if (behind != gap)
        {
            return TryReadBounds(words, a, b, aFirst, gap, bFirst, bLast, out range);
        }

        var first = aFirst;
        if (first > 0 && IsMoneySign(words, first - 1))
        {
            first--;
        }

        var isBetween = words.Is(first - 1, "between") || (words.Is(first - 2, "between") && (words.Is(first - 1, "the") || IsHedge(words, first - 1)));
        var isFrom = words.Is(first - 1, "from");
        bool joined;
        if (words.Is(gap, "and"))
        {
            joined = isBetween;
        }
        else if (words.IsDash(gap) && words.Touches(gap - 1) && words.Touches(gap))
        {
            // "1-0" is a score and "2-1" too; "50-50" a split; a range climbs.
            joined = a.Form == b.Form && b.Value > a.Value && !words.IsDash(bLast + 1) && !(a.Value < 10 && b.Value < 10 && IsScore(words, first));
        }
        else
        {
            joined = words.IsAny(gap, "to", "through", "till", "until") || (words.Is(gap, "or") && b.Value == a.Value + 1);
        }

        // "a quarter to a third" is a range of shares; "2 and a half" is none.
        var areShares = a.Form == NumberForm.Fraction && b.Form == NumberForm.Fraction;
        if (!joined || b.Form == NumberForm.Ratio || (b.Form == NumberForm.Fraction && !areShares))
        {
            return false;
        }

        // "five to seven million": the scale belongs to both.
        var lower = a.Value;
        if (lower < 1000 && b.Value >= 1000 && b.Value % 1000 == 0 && words.IsLetters(bLast) && NumberWords.IsScale(words.Of(bLast), out var scale) && lower < b.Value / scale)
        {
            lower *= scale;
        }
        else if (words.Is(bLast, "hundred") && lower < 10)
        {
            lower *= 100;
        }

        if (lower >= b.Value || (words.Is(gap, "to") && !isFrom && !isBetween && IsChange(words, first)))
        {
            return false;
        }

        // "from the tenth to the fifteenth": the span takes the words that make it a range.
        var start = isBetween || isFrom ? Before(words, first, isBetween ? "between" : "from") : first;
        range = new Match(lower, b.Upper > b.Value ? b.Upper : b.Value, start, bLast);
        return true;
    }

    // "at least 20 and at most 100", "more than 30 but fewer than 40"
    private static bool TryReadBounds(WordList words, NumberMatch a, NumberMatch b, int aFirst, int gap, int bFirst, int bLast, out Match range)
    {
        range = default;
        var hedgeA = HedgePhrases.FindBefore(words, aFirst, out var first);
        var hedgeB = HedgePhrases.FindBefore(words, bFirst, out var firstB);
        if (!words.IsAny(gap, "and", "but") || firstB != gap + 1)
        {
            return false;
        }

        var isLowerA = hedgeA is HedgeSense.AtLeast or HedgeSense.MoreThan;
        var isUpperA = hedgeA is HedgeSense.AtMost or HedgeSense.LessThan;
        if (isLowerA && hedgeB is HedgeSense.AtMost or HedgeSense.LessThan && a.Value < b.Value)
        {
            range = new Match(a.Value, b.Value, first, bLast);
            return true;
        }

        if (isUpperA && hedgeB is HedgeSense.AtLeast or HedgeSense.MoreThan && b.Value < a.Value)
        {
            range = new Match(b.Value, a.Value, first, bLast);
            return true;
        }

        return false;
    }

    private static int Before(WordList words, int first, string word)
    {
        var i = first - 1;
        while (i > 0 && !words.Is(i, word))
        {
            i--;
        }

        return i;
    }

    private static bool IsMoneySign(WordList words, int at) =>
        at >= 0 && words[at].Kind == WordKind.Symbol && UnitTable.IsCurrencySymbol(words.Text[words[at].Start]);

    private static bool IsHedge(WordList words, int at) => words.IsAny(at, "about", "around", "some", "roughly", "nearly", "almost", "approximately");

    // "beat Rovers 1-3", "a 0-2 defeat"
    private static bool IsScore(WordList words, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 8; i--)
        {
            if (words.IsAny(i, "beat", "beats", "won", "lost", "drew", "defeat", "defeated", "win", "victory", "score", "finished", "led", "trailed", "loss", "draw", "down", "voted", "vote", "ruled"))
            {
                return true;
            }
        }

        return false;
    }

    // "rose to 30", "raised the toll from": a change is no range; "from 20 to 30" after a verb of change is not one either.
    private static bool IsChange(WordList words, int first) => words.IsAny(first - 1, "by", "rose", "fell", "climbed", "dropped");
}
