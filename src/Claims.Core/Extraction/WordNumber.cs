namespace Claims.Core.Extraction;

/// <summary>Numbers in words and what may follow a figure: scales, "and a half", "point five".</summary>
internal static class WordNumber
{
    /// <summary>A cardinal or ordinal in words at <paramref name="start"/>.</summary>
    public static bool TryRead(WordList words, int start, out double value, out NumberForm form, out int next)
    {
        form = NumberForm.Words;
        value = 0;
        next = start;
        if (!words.IsLetters(start))
        {
            return false;
        }

        // "a hundred", "a dozen", "a million"; "an" before no scale.
        var i = start;
        var state = new Accumulator();
        if (words.Is(start, "a") && IsScaleWord(words, start + 1))
        {
            state.AddUnit(1);
            i = start + 1;
        }
        else if (words.IsAny(start, "half", "quarter") && NumberWords.IsScale(words.Of(start + 1), out var scaled))
        {
            value = scaled / (words.Is(start, "half") ? 2 : 4);
            next = start + 2;
            return true;
        }
        else if (words.Is(start, "half") && words.IsAny(start + 1, "a", "-") && (NumberWords.IsScale(words.Of(start + 2), out scaled) || IsDozen(words, start + 2, out scaled)))
        {
            value = scaled / 2;
            next = start + 3;
            return true;
        }

        i = Run(words, i, ref state, out var isOrdinal);
        if (!state.Seen)
        {
            return false;
        }

        value = state.Value;
        if (isOrdinal)
        {
            form = NumberForm.Ordinal;
            next = i;
            return true;
        }

        // The pronoun: "the one you mentioned", "that one", "no one", "one of them" stays a number.
        if (i == start + 1 && words.Is(start, "one") && IsPronounOne(words, start))
        {
            return false;
        }

        next = Tail(words, i, ref value, state.LastScale);
        return true;
    }

    /// <summary>"two thirds", "a fifth", "three-quarters", "half": a part of one. "Half" needs no article.</summary>
    public static bool TryReadFraction(WordList words, int start, out double value, out int next)
    {
        value = 0;
        next = start;
        if (words.Is(start, "half") && !words.IsDash(start + 1) && !NumberWords.IsScale(words.Of(start + 1), out _)
            && !(words.Is(start + 1, "a") && IsScaleWord(words, start + 2)) && !IsRankBefore(words, start)
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
            var state = new Accumulator();
            i = Run(words, start, ref state, out var isOrdinal, isNested: true);
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

    /// <summary>What may follow a figure in digits: "million", "hundred and 21", "and a half million".</summary>
    public static int Continue(WordList words, int at, ref double value)
    {
        if (!IsScaleWord(words, at) && !(words.Is(at, "and") && (words.Is(at + 1, "a") || IsFractionAhead(words, at + 1))))
        {
            return at;
        }

        var state = new Accumulator();
        state.AddDigits(value);
        var end = Run(words, at, ref state, out var isOrdinal);
        if (isOrdinal)
        {
            return at;
        }

        value = state.Value;
        return Tail(words, end, ref value, state.LastScale);
    }

    private static bool IsPronounOne(WordList words, int at) =>
        words.IsAny(at - 1, "either", "neither", "the", "that", "this", "which", "no", "every", "each", "any", "some", "another", "last", "first", "next", "only", "previous", "current", "good", "new", "old", "big", "same", "right", "wrong")
        || words.IsAny(at + 1, "another", "day", "thing", "way")
        || (words.IsLetters(at + 1) && words.IsAny(at + 1, "can", "could", "should", "must", "might", "wonders", "needs"))
        || (words.IsDash(at + 1) && words.IsAny(at + 2, "time", "off", "sided", "on"));

    private static bool IsRankBefore(WordList words, int at) =>
        (words.IsDash(at - 1) && words.IsAny(at - 2, "first", "second")) || words.IsAny(at - 1, "first", "second", "latter", "other", "better", "final", "opening", "last", "this", "each", "northern", "southern", "eastern", "western");

    private static bool IsScaleWord(WordList words, int at) =>
        words.Is(at, "hundred") || NumberWords.IsScale(words.Of(at), out _) || NumberWords.IsDozen(words.Of(at)) || (words.Is(at, "score") && words.Is(at + 1, "of"));

    private static bool IsDozen(WordList words, int at, out double value)
    {
        value = 12;
        return NumberWords.IsDozen(words.Of(at));
    }

    private static bool IsFractionAhead(WordList words, int at) => TryReadFraction(words, at, out _, out _);

    // "three quarters", "a half" behind "and", seen without reading on.
    private static bool IsPlainFractionAhead(WordList words, int at)
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

    // Reads the longest run of number words from `at`; returns the index behind it.
    private static int Run(WordList words, int at, ref Accumulator state, out bool isOrdinal, bool isNested = false)
    {
        isOrdinal = false;
        var i = at;
        while (i < words.Count)
        {
            var j = i;
            if (state.Seen && words.IsDash(j))
            {
                j++;
            }
            else if (state.Seen && words.Is(j, "and") && state.LastIsMultiplier)
            {
                j++;

                // "3 hundred and 2 hundred" are two numbers, "two hundred and two thousand" is one;
                // "five billion and three quarters" ends in a fraction, which the tail adds.
                if ((state.LastScale == 1 && IsHundredsAhead(words, j)) || (isNested ? IsPlainFractionAhead(words, j) : IsFractionAhead(words, j)))
                {
                    break;
                }
            }

            var word = words.Of(j);
            if (words.IsDigits(j))
            {
                if (!state.Seen || !state.LastIsMultiplier || !NumberScanner.TryParseDigits(word, out var digits) || digits == 0 || !state.AddDigits(digits))
                {
                    break;
                }
            }
            else if (NumberWords.IsUnit(word, out var unit))
            {
                if (!state.AddUnit(unit))
                {
                    break;
                }
            }
            else if (NumberWords.IsTens(word, out var tens))
            {
                if (!state.AddTens(tens))
                {
                    break;
                }
            }
            else if (state.Seen && words.Is(j, "hundred") && state.AddHundred())
            {
            }
            else if (state.Seen && NumberWords.IsDozen(word) && state.AddDozen())
            {
            }
            else if (state.Seen && NumberWords.IsScale(word, out var scale) && state.AddScale(scale))
            {
            }
            else if (NumberWords.IsOrdinal(word, out var ordinal) && j >= i && state.AddOrdinal(ordinal))
            {
                isOrdinal = true;
                return j + 1;
            }
            else
            {
                break;
            }

            i = j + 1;
        }

        return i;
    }

    private static bool IsHundredsAhead(WordList words, int at)
    {
        var i = at + 1;
        if (words.IsSymbol(i, '.') && words.IsDigits(i + 1))
        {
            i += 2;
        }

        return (words.IsDigits(at) || NumberWords.IsUnit(words.Of(at), out _)) && words.Is(i, "hundred");
    }

    // "and a half (million)", "point zero three"
    private static int Tail(WordList words, int at, ref double value, double lastScale)
    {
        if (words.Is(at, "point") && (NumberWords.IsUnit(words.Of(at + 1), out _) || NumberWords.IsTens(words.Of(at + 1), out _)))
        {
            var i = at + 1;
            var place = 0.1;
            while (NumberWords.IsUnit(words.Of(i), out var digit) || NumberWords.IsTens(words.Of(i), out digit))
            {
                if (digit < 10)
                {
                    value += digit * place;
                    place /= 10;
                }
                else
                {
                    value += digit * place / 10;
                    if (words.IsDash(i + 1) && NumberWords.IsUnit(words.Of(i + 2), out var ones) && ones < 10)
                    {
                        value += ones * place / 10;
                        i += 2;
                    }

                    place /= 100;
                }

                i++;
            }

            value = Math.Round(value, 12);
            return NumberWords.IsScale(words.Of(i), out var behind) ? Scale(ref value, behind, i + 1) : i;
        }

        if (words.Is(at, "and") && TryReadFraction(words, at + 1, out var part, out var next) && part < 1)
        {
            if (NumberWords.IsScale(words.Of(next), out var scale))
            {
                // "five and a half million" scales the whole, "one billion and three quarters million" only the part.
                value = value < 1000 ? (value + part) * scale : value + (part * scale);
                return next + 1;
            }

            value += part * Math.Max(1, lastScale);
            return next;
        }

        return at;
    }

    private static int Scale(ref double value, double scale, int next)
    {
        value *= scale;
        return next;
    }

    // Adds up number words as they come; every Add says whether the word still belongs to the number.
    private struct Accumulator
    {
        private double total;
        private double group;
        private double lastScale;
        private double lastSmall;

        public bool Seen { get; private set; }

        /// <summary>Whether the last word was "hundred" or a scale, after which "and" continues the number.</summary>
        public bool LastIsMultiplier { get; private set; }

        /// <summary>The last word's scale, 1 when the last word was no scale.</summary>
        public double LastScale { get; private set; } = 1;

        public Accumulator()
        {
            lastScale = double.PositiveInfinity;
            lastSmall = 0;
        }

        public readonly double Value => total + group;

        public bool AddUnit(double value) => Add(value, Seen && ((group % 10 != 0 || group % 100 is > 0 and < 20) || (lastSmall == 0 && !LastIsMultiplier)), value);

        public bool AddTens(double value) => Add(value, Seen && (group % 100 != 0 || !LastIsMultiplier), value);

        public bool AddDigits(double value) => Add(value, Seen && group != 0 && value >= 100, value);

        public bool AddHundred()
        {
            if (group is 0 or >= 1000 || lastSmall == 100)
            {
                return false;
            }

            group *= 100;
            return Multiplied(100, 1);
        }

        public bool AddDozen()
        {
            var small = group % 100;
            if (small is 0 or >= 100 && group == 0)
            {
                return false;
            }

            group = group - small + (small * 12);
            return Multiplied(12, 1);
        }

        public bool AddScale(double scale)
        {
            if (group == 0 && total > 0 && LastIsMultiplier)
            {
                // "hundred thousand million"
                total *= scale;
                return Multiplied(0, scale);
            }

            if (group == 0 || scale >= lastScale)
            {
                return false;
            }

            total += Product(group, scale);
            group = 0;
            lastScale = scale;
            return Multiplied(0, scale);
        }

        public bool AddOrdinal(double ordinal)
        {
            if (ordinal >= 100)
            {
                if (!Seen)
                {
                    return false;
                }

                total = (total + group) * ordinal;
                group = 0;
                return true;
            }

            if (Seen && (group % 100 != 0 && !(group % 10 == 0 && ordinal < 10 && group % 100 >= 20)))
            {
                return false;
            }

            // "one second", "two third": a count and a rank, not one word.
            if (Seen && !LastIsMultiplier && lastSmall < 20)
            {
                return false;
            }

            group += ordinal;
            Seen = true;
            return true;
        }

        // 4.1 million is 4,100,000 and not a hair less: decimal arithmetic where it fits.
        private static double Product(double a, double b) => Math.Abs(a * b) < 1e15 ? (double)((decimal)a * (decimal)b) : a * b;

        private bool Add(double value, bool refuse, double small)
        {
            if (refuse)
            {
                return false;
            }

            group += value;
            lastSmall = small;
            Seen = true;
            LastIsMultiplier = false;
            LastScale = 1;
            return true;
        }

        private bool Multiplied(double small, double scale)
        {
            lastSmall = small;
            LastIsMultiplier = true;
            LastScale = scale;
            return true;
        }
    }
}
