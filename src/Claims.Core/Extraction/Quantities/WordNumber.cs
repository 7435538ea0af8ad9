namespace Claims.Core.Extraction.Quantities;

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
        var state = new NumberAccumulator();
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

    /// <summary>What may follow a figure in digits: "million", "hundred and 21", "and a half million".</summary>
    public static int Continue(WordList words, int at, ref double value)
    {
        if (!IsScaleWord(words, at) && !(words.Is(at, "and") && (words.Is(at + 1, "a") || WordFraction.IsFractionAhead(words, at + 1))))
        {
            return at;
        }

        var state = new NumberAccumulator();
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

    public static bool IsScaleWord(WordList words, int at) =>
        words.Is(at, "hundred") || NumberWords.IsScale(words.Of(at), out _) || NumberWords.IsDozen(words.Of(at)) || (words.Is(at, "score") && words.Is(at + 1, "of"));

    private static bool IsDozen(WordList words, int at, out double value)
    {
        value = 12;
        return NumberWords.IsDozen(words.Of(at));
    }

    /// <summary>Reads the longest run of number words from a word on; returns the index behind it.</summary>
    public static int Run(WordList words, int at, ref NumberAccumulator state, out bool isOrdinal, bool isNested = false)
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

                // "7 hundred and 4 hundred" are two numbers, "two hundred and two thousand" is one;
                // "five billion and three quarters" ends in a fraction, which the tail adds.
                if ((state.LastScale == 1 && IsHundredsAhead(words, j)) || (isNested ? WordFraction.IsPlainFractionAhead(words, j) : WordFraction.IsFractionAhead(words, j)))
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

        if (words.Is(at, "and") && WordFraction.TryRead(words, at + 1, out var part, out var next) && part < 1)
        {
            if (NumberWords.IsScale(words.Of(next), out var scale))
            {
                // "five and a half million" scales the whole, "two billion and a quarter million" only the part.
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
}
