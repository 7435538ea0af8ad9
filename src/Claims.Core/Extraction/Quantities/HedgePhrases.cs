namespace Claims.Core.Extraction.Quantities;

/// <summary>What a hedge does to a figure.</summary>
internal enum HedgeSense
{
    /// <summary>Nothing ("a total of", "only"): it belongs to the figure's words but leaves its value.</summary>
    None,
    About,
    Nearly,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// <summary>The words before and behind a figure that say how exact it is.</summary>
internal static class HedgePhrases
{
    // Longest first among those that share their last word; read backwards from the figure.
    private static readonly (string[] Words, HedgeSense Sense)[] Before = Parse("""
        AtLeast: at least; at the very least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum of; as few as; as little as; greater than or equal to; more than or equal to; bigger or equal than; equal to or more than; equal to or greater than
        MoreThan: more than; well more than; far more than; slightly more than; a little more than; over; well over; just over; slightly over; a little over; far over; above; well above; just above; upwards of; upward of; exceeding; exceeds; exceed; exceeded; in excess of; greater than; higher than; larger than; bigger than; north of; beyond; surpassing; topping; upwards from
        AtMost: up to; as many as; as much as; as high as; at most; at the most; no more than; not more than; no greater than; a maximum of; maximum of; less than or equal to; fewer than or equal to; equal to or less than; smaller than or equal to
        LessThan: fewer than; less than; far fewer than; well under; under; just under; below; just below; well below; lower than; smaller than; slightly less than; slightly fewer than; a little less than; south of; short of; just short of
        Nearly: nearly; almost; close to; approaching; not quite; nearing; virtually; practically
        About: about; around; roughly; approximately; approx; some; an estimated; estimated; circa; near; or so; something like; in the region of; in the neighbourhood of; in the neighborhood of; on the order of; in the order of; in the vicinity of; somewhere around; perhaps; possibly; maybe; give or take
        None: only; just; merely; a mere; mere; exactly; precisely; a total of; total of; a combined; a record; all; another; an additional; additional; a further; further; the; fully; a full; as; equal to; equals to
        """);

    private static readonly (string[] Words, HedgeSense Sense)[] Behind = Parse("""
        AtLeast: or more; or above; or higher; or over; or greater; and more; and above; and up; at least; plus; - plus
        MoreThan: - odd; odd
        AtMost: or less; or fewer; or below; or under; at most; at the most; or lower
        About: or so; or thereabouts
        """);

    /// <summary>The hedge that ends just before word <paramref name="at"/>; <paramref name="first"/> is its first word.</summary>
    public static HedgeSense FindBefore(WordList words, int at, out int first)
    {
        first = at;
        var sense = HedgeSense.None;

        // "about another 30", "at least the 12": a word without sense may stand between hedge and figure.
        for (var round = 0; round < 3; round++)
        {
            var (length, found) = Longest(words, first);
            if (length == 0 || (found != HedgeSense.None && sense != HedgeSense.None && !(found is HedgeSense.About && sense is HedgeSense.None)))
            {
                break;
            }

            // "over" a place or a time is no bound: "over the past 12 months", "under Article 7".
            if (words.Is(first - 1, "the") && length == 1)
            {
                if (!HasBoundBefore(words, first - 1))
                {
                    break;
                }
            }

            first -= length;
            if (found != HedgeSense.None)
            {
                sense = found;
            }
        }

        if (sense == HedgeSense.None)
        {
            first = at;
        }

        return sense;
    }

    /// <summary>The hedge that begins at word <paramref name="at"/>; <paramref name="next"/> is the word behind it.</summary>
    public static HedgeSense FindBehind(WordList words, int at, out int next)
    {
        next = at;
        if (words.IsSymbol(at, '+') && words.Touches(at - 1))
        {
            next = at + 1;
            return HedgeSense.AtLeast;
        }

        foreach (var (phrase, sense) in Behind)
        {
            if (Matches(words, at, phrase))
            {
                // "equal to 5,000 or less than 6,000" bounds the second figure.
                if (phrase[0] is "or" or "and" && words.Is(at + phrase.Length, "than"))
                {
                    continue;
                }

                // "20 odd" needs its hyphen unless a noun follows; "5 plus 3" is a sum.
                if (phrase is ["odd"] or ["plus"] && !words.IsLetters(at + 1))
                {
                    continue;
                }

                next = at + phrase.Length;
                return sense;
            }
        }

        return HedgeSense.None;
    }

    private static bool HasBoundBefore(WordList words, int at) => Longest(words, at).Sense != HedgeSense.None;

    private static (int Length, HedgeSense Sense) Longest(WordList words, int end)
    {
        var best = (Length: 0, Sense: HedgeSense.None);
        foreach (var (phrase, sense) in Before)
        {
            if (phrase.Length > best.Length && end >= phrase.Length && words.Is(end - 1, phrase[^1]) && Matches(words, end - phrase.Length, phrase))
            {
                best = (phrase.Length, sense);
            }
        }

        return best;
    }

    private static bool Matches(WordList words, int start, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!words.Is(start + i, phrase[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static (string[] Words, HedgeSense Sense)[] Parse(string table)
    {
        var phrases = new List<(string[], HedgeSense)>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':');
            var sense = Enum.Parse<HedgeSense>(line[..colon]);
            foreach (var phrase in line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries))
            {
                phrases.Add((phrase.Split(' '), sense));
            }
        }

        return [.. phrases.OrderByDescending(phrase => phrase.Item1.Length)];
    }
}
