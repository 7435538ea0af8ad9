using Claims.Core.Comparison;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Grouping;

/// <summary>What the same-event score looks at in two stories and in two texts of them. Symmetric.</summary>
internal static class SameEventFeatures
{
    /// <summary>How many of a story's most telling names say whom it is about.</summary>
    private const int MainNames = 4;

    /// <summary>Features of two stories.</summary>
    public static IReadOnlyList<string> OfStories { get; } =
    [
        "cosine", "names cosine", "words cosine", "happenings cosine", "lead cosine", "names share", "names weight", "main names least", "main names most",
        "dates share", "dates differ", "numbers", "length least", "length most",
    ];

    /// <summary>Features of two texts, each in its story.</summary>
    public static IReadOnlyList<string> OfTexts { get; } =
    [
        "shared weight", "word n-grams", "character n-grams", "encoder", "alignment least", "alignment most", "happenings shared", "happenings alignment",
        "predicate", "predicate likeness", "names", "numbers shared", "numbers differ", "shared in stories", "in other story least", "in other story most",
        "in own story least", "in own story most", "length least", "length most",
    ];

    /// <summary>The features named in <see cref="OfStories"/>.</summary>
    public static double[] Of(Story a, Story b)
    {
        var shared = a.Names.Overlap(b.Names);
        var (main, otherMain) = (MainNamesIn(a, b), MainNamesIn(b, a));
        var dates = a.Dates.Count(b.Dates.Contains);
        return
        [
            a.All.Cosine(b.All),
            a.Names.Cosine(b.Names),
            a.Words.Cosine(b.Words),
            a.Happenings.Cosine(b.Happenings),
            a.Lead.Cosine(b.Lead),
            shared / Math.Max(1, a.Names.Total + b.Names.Total - shared),
            Math.Log(1 + shared),
            Math.Min(main, otherMain),
            Math.Max(main, otherMain),
            dates / (1.0 + a.Dates.Count + b.Dates.Count - dates),
            a.Dates.Count > 0 && b.Dates.Count > 0 && dates == 0 ? 1 : 0,
            Math.Log(1 + a.Numbers.Count(b.Numbers.Contains)),
            Math.Log(1 + Math.Min(a.Length, b.Length)),
            Math.Log(1 + Math.Max(a.Length, b.Length)),
        ];
    }

    /// <summary>The features named in <see cref="OfTexts"/>.</summary>
    public static double[] Of(EventText a, Story storyOfA, EventText b, Story storyOfB)
    {
        double shared = 0, sharedInStories = 0;
        foreach (var (key, weight) in a.Bag)
        {
            if (b.Bag.TryGetValue(key, out var other))
            {
                shared += Math.Min(weight, other);
                sharedInStories += storyOfA.All[key] * storyOfB.All[key];
            }
        }

        var (characters, words) = a.NgramCosines(b);
        var (there, back) = (SoftAlignment.Of(a, b), SoftAlignment.Of(b, a));
        var numbers = a.Numbers.Count(b.Numbers.Contains);
        var (inOther, otherInOwn) = (a.Bag.Keys.Sum(k => storyOfB.All[k]), b.Bag.Keys.Sum(k => storyOfA.All[k]));
        var (own, otherOwn) = (storyOfA.All.Cosine(a.Bag), storyOfB.All.Cosine(b.Bag));
        return
        [
            Math.Log(1 + shared),
            words,
            characters,
            a.EncoderCosine(b),
            Math.Min(there.Whole, back.Whole),
            Math.Max(there.Whole, back.Whole),
            Math.Log(1 + a.Words.Where(w => w.IsHappening && b.Bag.ContainsKey(w.Key)).Sum(w => w.Weight) + b.Words.Where(w => w.IsHappening && a.Bag.ContainsKey(w.Key)).Sum(w => w.Weight)),
            (there.Happenings + back.Happenings) / 2,
            Math.Max(there.Predicate, back.Predicate),
            Math.Max(there.PredicateLikeness, back.PredicateLikeness),
            Math.Log(1 + SharedNames(a, b)),
            numbers,
            a.Numbers.Length > 0 && b.Numbers.Length > 0 ? Math.Min(a.Numbers.Length, b.Numbers.Length) - numbers : 0,
            Math.Log(1 + Math.Sqrt(sharedInStories)),
            Math.Log(1 + Math.Min(inOther, otherInOwn)),
            Math.Log(1 + Math.Max(inOther, otherInOwn)),
            Math.Min(own, otherOwn),
            Math.Max(own, otherOwn),
            Math.Log(1 + Math.Min(a.Weight, b.Weight)),
            Math.Log(1 + Math.Max(a.Weight, b.Weight)),
        ];
    }

    /// <summary>Share of the weight of a story's main names that the other story has, in this or another spelling.</summary>
    private static double MainNamesIn(Story story, Story other)
    {
        double found = 0, all = 0;
        foreach (var name in story.Terms.Where(t => t.Traits.HasFlag(StoryTraits.Name) && !t.Traits.HasFlag(StoryTraits.Date)).Take(MainNames))
        {
            all += name.Weight;
            found += other.All[name.Key] > 0 || other.Terms.Any(t => t.Traits.HasFlag(StoryTraits.Name) && ProfileName.SameWord(t.Key, name.Key)) ? name.Weight : 0;
        }

        return all == 0 ? 0 : found / all;
    }

    private static double SharedNames(EventText a, EventText b)
    {
        double there = 0, back = 0;
        foreach (var name in a.Names)
        {
            there += Array.Exists(b.Names, n => ProfileName.SameWord(n.Word, name.Word)) ? name.Weight : 0;
        }

        foreach (var name in b.Names)
        {
            back += Array.Exists(a.Names, n => ProfileName.SameWord(n.Word, name.Word)) ? name.Weight : 0;
        }

        return Math.Min(there, back);
    }
}
