namespace Claims.Core.Extraction.Quantities;

/// <summary>Parts of one in words: "two thirds", "a fifth", "three-quarters", "half".</summary>
internal static class WordFraction
{
    /// <summary>"two thirds", "a fifth", "three-quarters", "half": a part of one. "Half" needs no article.</summary>
    public static bool TryRead(WordList words, int start, out double value, out int next)
    {
        value = 0;
        next = start;
        if (words.Is(start, "half") && !words.IsDash(start + 1) && !NumberWords.IsScale(words.Of(start + 1), out _)
            && !(words.Is(start + 1, "a") && WordNumber.IsScaleWord(words, start + 2)) && !IsRankBefore(words, start)
            && words.Of(start + 1) is not ("time" or "way" or "hour"))
        {
            value = 0.5;
            next = start + 1;
            return true;
        }

        var i = start;
        double numerator;
        if (words.IsAny(start, "a", "an") || words.Is(start, "one"))
        {
            numerator = 1;
            i++;
        }
        else
        {
            var state = new NumberAccumulator();
            i = WordNumber.Run(words, start, ref state, out var isOrdinal, isNested: true);
            if (!state.Seen || isOrdinal)
            {
                return false;
            }

            numerator = state.Value;
        }

        if (words.IsDash(i) && words.Touches(i))
        {
            i++;
        }

        if (!TryReadDenominator(words, i, out var denominator, out var after))
        {
            return false;
        }

        // "a third man", "one quarter-final": a rank, unless "of" or the end of the phrase follows.
        var word = words.Of(after - 1);
        var isPlural = word.Length > 0 && word[^1] is 's' or 'S';
        if (!isPlural && !words.Is(after - 1, "half") && words.IsLetters(after)
            && !words.IsAny(after, "of", "in", "to", "and", "or", "are", "is", "was", "were", "have", "had", "said", "came", "as", "by", "from", "on", "at", "who", "that", "more", "less", "since"))
        {
            return false;
        }

        if (words.IsDash(after) && words.Touches(after))
        {
            return false;
        }

        value = numerator / denominator;
        next = after;

        // "half of a million litres"
        if (words.Is(after, "of") && words.Is(after + 1, "a") && NumberWords.IsScale(words.Of(after + 2), out var scale))
        {
            value *= scale;
            next = after + 3;
        }

        return true;
    }

    public static bool IsFractionAhead(WordList words, int at) => TryRead(words, at, out _, out _);

    // "three quarters", "a half" behind "and", seen without reading on.
    public static bool IsPlainFractionAhead(WordList words, int at)
    {
        var next = words.IsDash(at + 1) ? at + 2 : at + 1;
        return (words.IsAny(at, "a", "an") || NumberWords.IsUnit(words.Of(at), out _)) && NumberWords.IsDenominator(words.Of(next), out _);
    }

    private static bool TryReadDenominator(WordList words, int at, out double denominator, out int next)
    {
        next = at + 1;

        // "twenty-fifths", "one hundred and fifth"
        if (NumberWords.IsTens(words.Of(at), out var tens))
        {
            var i = words.IsDash(at + 1) ? at + 2 : at + 1;
            if (NumberWords.IsDenominator(words.Of(i), out var ones) && ones < 10)
            {
                denominator = tens + ones;
                next = i + 1;
                return true;
            }

            if (words.IsAny(i, "first", "firsts"))
            {
                denominator = tens + 1;
                next = i + 1;
                return true;
            }
        }

        return NumberWords.IsDenominator(words.Of(at), out denominator);
    }

    private static bool IsRankBefore(WordList words, int at) =>
        (words.IsDash(at - 1) && words.IsAny(at - 2, "first", "second")) || words.IsAny(at - 1, "first", "second", "latter", "other", "better", "final", "opening", "last", "this", "each", "northern", "southern", "eastern", "western");
}
