using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>One figure in the words around it.</summary>
internal sealed class Figure
{
    /// <summary>How many words before and behind a figure say what it measures.</summary>
    private const int Reach = 7;

    /// <summary>How far an intention before a figure reaches ("means to hire 700 drivers").</summary>
    private const int UnrealReach = 7;

    /// <summary>How many words behind a figure an order to those it counts may stand.</summary>
    private const int OrderReach = 5;

    /// <summary>A word around a figure must be so rare to say what it measures.</summary>
    private const double LeastTelling = 4.5;

    public Figure(ClaimProfile profile, Quantity quantity)
    {
        Quantity = AsMagnitude(profile, AsCount(quantity));
        IsLookingBack = LooksBack(profile.Claim, quantity);
        var at = profile.OffsetOf(quantity.Text);
        var first = at < 0 ? -1 : profile.TokenAt(at);
        var last = at < 0 ? -1 : profile.TokenAt(at + quantity.Text.Length - 1);
        if (first < 0)
        {
            return;
        }

        var tokens = profile.Tokens;
        var near = Enumerable.Range(Math.Max(0, first - Reach), Math.Min(tokens.Count, last + Reach + 1) - Math.Max(0, first - Reach))
            .Where(i => (i < first || i > last) && tokens[i].Kind == TokenKind.Word)
            .Select(i => tokens[i].Lemmas)
            .ToList();
        Near = [.. near.Where(l => WordLists.Shared.FlowOf(l.Verb ?? l.Noun ?? l.Word) == 0).Select(l => l.Family).Where(w => profile.Content.GetValueOrDefault(w) >= LeastTelling)];
        NearNames = [.. profile.Names.Where(n => n.First >= first - Reach - 2 && n.First <= last + Reach)];
        Rate = quantity.Kind == QuantityKind.Percent ? RateLibrary.Near(tokens, first, last) : null;
        IsShare = quantity.Kind != QuantityKind.Percent && profile.Shares.Any(s => s.First <= last && first <= s.Last && (!s.IsWorkedOut || s.First < first));
        IsPrevious = first > 1 && tokens[first - 1].Lemmas.Word is "from" or "the" && Enumerable.Range(Math.Max(0, first - 3), Math.Min(3, first)).Any(i => tokens[i].Lemmas.Word == "from" && i > 0 && tokens[i - 1].Lemmas.Word is "up" or "down");
        Flow = near.Select(l => WordLists.Shared.FlowOf(l.Verb ?? l.Noun ?? l.Word)).FirstOrDefault(f => f != 0);
        // "Thirty lodgers were ordered to move": the order stands behind those it is given to.
        IsUnreal = profile.UnrealAt.Any(u => u > last && u - last <= OrderReach && tokens[u].Lemmas.Word == "to" && tokens[u - 1].Lemmas.Verb is "tell" or "order" or "ask" or "urge" or "expect" or "instruct" or "warn")
            || profile.IsUnrealBefore || profile.UnrealAt.Any(u => u < first && first - u <= UnrealReach)
            || Enumerable.Range(Math.Max(0, first - UnrealReach), first - Math.Max(0, first - UnrealReach)).Any(i => tokens[i].Lemmas.Word is "will" or "'ll");
        IsEmbedded = quantity.Kind != QuantityKind.Percent && first > 1 && tokens[first - 1].Lemmas.Word is "for" or "of" && first > 1 && tokens[first - 2].Lemmas.Noun is { } noun && !WordLists.Shared.IsToll(noun) && tokens[first - 2].Kind == TokenKind.Word && tokens[first - 2].Lemmas.Verb is not "speak";
        IsOne = quantity.Best == 1 && (tokens[first].Lemmas.Word is "a" or "an" || (last + 1 < tokens.Count && tokens[last + 1].Lemmas.Word == "of"));
        IsRestricted = last + 1 < tokens.Count && tokens[last + 1].Lemmas.Word is "in" or "among" or "of" or "on" or "at" or "aboard" or "inside" or "from";
        IsRemainder = quantity.Kind == QuantityKind.Count && ((last + 1 < tokens.Count && (tokens[last + 1].Lemmas.Word is "others" or "other" || (tokens[last + 1].Lemmas.Word == "more" && !(last + 2 < tokens.Count && tokens[last + 2].Lemmas.Word == "than"))))
            || (first > 0 && tokens[first - 1].Lemmas.Word is "another" or "other"));
        IsPartitive = last + 2 < tokens.Count && tokens[last + 1].Lemmas.Word == "of" && tokens[last + 2].Lemmas.Word is "the" or "them" or "those" or "these" or "its" or "his" or "whom";
        IsElapsed = last + 1 < tokens.Count && tokens[last + 1].Lemmas.Word is "ago" or "later" or "earlier" or "before" or "after" or "old" or "from" or "away";
    }

    // "The worst since 2014, when a freighter sank and 52 sailors died": what stands behind "when" happened then, though
    // the claim's own time goes on from there.
    private static bool LooksBack(Claim claim, Quantity quantity)
    {
        if (claim.Time is not { Explicit: true } time || time.End != DateTimeOffset.MaxValue || quantity.Span.Start < time.Span.End)
        {
            return false;
        }

        var behind = time.Span.End - claim.Span.Start;
        return behind > 0 && behind < claim.Quote.Length
            && claim.Quote.AsSpan(behind).TrimStart(", ").StartsWith("when ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"The quake was revised to 5.9": a small number with a decimal that counts nothing, said of a quake, is its magnitude.</summary>
    private static Quantity AsMagnitude(ClaimProfile profile, Quantity quantity) =>
        quantity is { Kind: QuantityKind.Count, Counted: null, Unit: null, Best: > 2 and < 10 } && quantity.Best != Math.Floor(quantity.Best)
        && profile.Tokens.Any(t => t.Lemmas.Noun is "earthquake" or "quake" or "tremor" or "temblor" or "aftershock")
            ? quantity with { Kind = QuantityKind.Measure, Unit = "magnitude", Role = null }
            : quantity;

    /// <summary>"One in ten of the 3,000 berths" is a count of 300.</summary>
    private static Quantity AsCount(Quantity quantity)
    {
        if (quantity is not { Kind: QuantityKind.Percent, OutOf: >= LeastWhole and var whole })
        {
            return quantity;
        }

        var factor = whole / 100;
        return quantity with { Kind = QuantityKind.Count, Unit = null, Lower = quantity.Lower * factor, Best = quantity.Best * factor, Upper = quantity.Upper * factor, OutOf = null };
    }

    /// <summary>A whole of so many is a number of things, not the "four" of "one in four".</summary>
    private const double LeastWhole = 50;

    public Quantity Quantity { get; }

    /// <summary>Whether it belongs to an earlier event that the claim only looks back to.</summary>
    public bool IsLookingBack { get; }

    /// <summary>Families of the words with content around it.</summary>
    public HashSet<string> Near { get; } = [];

    /// <summary>Names around it.</summary>
    public IReadOnlyList<ProfileName> NearNames { get; } = [];

    /// <summary>Money that comes in (1) or goes out (-1).</summary>
    public int Flow { get; }

    /// <summary>Whether it is intended, expected or allowed, not counted.</summary>
    public bool IsUnreal { get; }

    /// <summary>Whether it hangs on another noun ("a funeral for 60 people killed"): a part of the whole count.</summary>
    public bool IsEmbedded { get; }

    /// <summary>Whether it is no count but one of several ("a commander", "one of the drivers").</summary>
    public bool IsOne { get; }

    /// <summary>Whether it speaks of some place or group only ("nobody in the audience").</summary>
    public bool IsRestricted { get; }

    /// <summary>Whether it counts those beside others already told of ("300 others", "another 19", "six more").</summary>
    public bool IsRemainder { get; }

    /// <summary>Whether it takes a part out of a group ("five of the wounded").</summary>
    public bool IsPartitive { get; }

    /// <summary>What it is a percentage of, or null.</summary>
    public Rate? Rate { get; }

    /// <summary>Whether it is the whole or the "one" of a share ("one seat in three", "of the 1,200 jobs") and counts nothing by itself.</summary>
    public bool IsShare { get; }

    /// <summary>Whether the claim gives it as what the count was before ("up from the 12 known").</summary>
    public bool IsPrevious { get; }

    /// <summary>Whether it says how long ago or how far away.</summary>
    public bool IsElapsed { get; }

    /// <summary>Whether the words around two figures have one in common.</summary>
    public bool SharesWord(Figure other) => Near.Overlaps(other.Near) || Near.Any(w => other.Near.Any(v => WordNetTable.Embedded.AreSynonyms(w, v) || WordNetTable.Embedded.IsKindOf(w, v, 1) || WordNetTable.Embedded.IsKindOf(v, w, 1)));

    /// <summary>How many names stand around both.</summary>
    public int SharedNames(Figure other) => NearNames.Count(n => other.NearNames.Any(n.Matches));

    /// <summary>The same, names counted too.</summary>
    public bool IsNear(Figure other) => SharesWord(other) || NearNames.Any(n => other.NearNames.Any(n.Matches));
}
