namespace Claims.Core.Extraction.Quantities;

/// <summary>
/// Sizes without a figure. The bounds are the widest that a reader would accept (two to just under ten of the unit);
/// the best value is their geometric mean, because such words are chosen by order of size.
/// </summary>
internal static class VagueNumber
{
    public static bool TryRead(WordList words, int start, out NumberMatch number, out int next)
    {
        number = default;
        next = start;
        if (!words.IsLetters(start))
        {
            return false;
        }

        var (lower, upper, at) = Factor(words, start);
        if (at > start)
        {
            // "several hundred", "a few dozen", "a couple of thousand"
            if (words.Is(at, "hundred") || words.Is(at, "hundreds"))
            {
                return Found(words, start, at + 1, lower * 100, upper * 100, out number, out next);
            }

            if (NumberWords.IsDozen(words.Of(at)))
            {
                return Found(words, start, at + 1, lower * 12, upper * 12, out number, out next);
            }

            if (NumberWords.IsScale(words.Of(at), out var scale) || (NumberWords.IsPluralScale(words.Of(at), out scale) && scale >= 100))
            {
                return Found(words, start, at + 1, lower * scale, upper * scale, out number, out next);
            }

            // "a few" before a noun; "few" alone is a quantifier of smallness, not a size.
            return Found(words, start, at, lower, upper, out number, out next);
        }

        if (NumberWords.IsPluralScale(words.Of(start), out var plural))
        {
            if (words.Is(start, "scores") && !words.IsAny(start + 1, "of", "more") && !words.IsAny(start - 1, "killed", "killing", "kill", "injured", "injuring", "wounded", "wounding", "left", "arrested", "with"))
            {
                return false;
            }

            if (words.Is(start, "tens") && !words.Is(start + 1, "of"))
            {
                return false;
            }

            var end = start + 1;
            var product = plural;

            // "tens of thousands", "hundreds of millions"
            while (words.Is(end, "of") && NumberWords.IsPluralScale(words.Of(end + 1), out var inner))
            {
                product *= inner;
                end += 2;
            }

            return Found(words, start, end, 2 * product, plural == 12 && product == 12 ? 99 : plural == 20 && product == 20 ? 199 : (10 * product) - 1, out number, out next);
        }

        return false;
    }

    private static (double Lower, double Upper, int Next) Factor(WordList words, int start)
    {
        if (words.Is(start, "several"))
        {
            return (3, 9, start + 1);
        }

        if (words.Is(start, "a") && words.Is(start + 1, "few"))
        {
            return (2, 6, start + 2);
        }

        if (words.Is(start, "a") && words.Is(start + 1, "couple") && words.Is(start + 2, "of"))
        {
            return (2, 3, start + 3);
        }

        if (words.Is(start, "a") && words.Is(start + 1, "handful") && words.Is(start + 2, "of"))
        {
            return (3, 8, start + 3);
        }

        if (words.IsAny(start, "many", "some") && NumberWords.IsPluralScale(words.Of(start + 1), out var scale) && scale >= 100)
        {
            return (2, 9.99, start + 1);
        }

        return (0, 0, start);
    }

    private static bool Found(WordList words, int start, int end, double lower, double upper, out NumberMatch number, out int next)
    {
        number = new NumberMatch(words.Range(start, end - 1), Math.Round(Math.Sqrt(lower * upper)), NumberForm.Vague, lower, upper);
        next = end;
        return true;
    }
}
