using Claims.Core.Comparison;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Grouping;

/// <summary>
/// How alike two sentences are in meaning: an untrained sum of three likenesses, and a learned score over features of words,
/// names and numbers (<c>models/grouping/similarity.json</c>).
/// </summary>
public static class TextSimilarity
{
    /// <summary>Features that also count in twos: where both of two likenesses are high says more than their sum.</summary>
    private const int InTwos = 8;

    private static readonly string[] Single =
    [
        "word n-grams", "character n-grams", "encoder", "alignment least", "alignment most", "happenings alignment", "shared share", "length ratio",
        "happenings alignment least", "predicate", "predicate likeness", "numbers shared", "numbers differ", "denied once", "foreign weight", "names shared", "names differ", "length", "most telling foreign word",
    ];

    private static readonly Lazy<LogisticModel> Embedded = new(() => EmbeddedJson.Read<LogisticModel>("models/grouping/similarity.json"));

    /// <summary>Names of the features of the learned score.</summary>
    public static IReadOnlyList<string> FeatureNames { get; } =
        [.. Single, .. Enumerable.Range(0, InTwos).SelectMany(i => Enumerable.Range(i, InTwos - i).Select(j => $"{Single[i]} × {Single[j]}"))];

    /// <summary>Sum of the encoder's cosine, the cosine of runs of characters and the mean of both alignments; about 0 to 3.</summary>
    public static double Untrained(string a, string b)
    {
        var features = Features(a, b);
        return features[2] + features[1] + ((features[3] + features[4]) / 2);
    }

    /// <summary>Learned likeness, 0 (nothing in common) to 1 (the same).</summary>
    public static double Learned(string a, string b) => Embedded.Value.Probability(Features(a, b));

    /// <summary>The features named in <see cref="FeatureNames"/>; the same whichever text comes first.</summary>
    public static double[] Features(string a, string b) =>
        string.CompareOrdinal(a, b) <= 0 ? Features(Read(a), Read(b)) : Features(Read(b), Read(a));

    private static EventText Read(string text) => new(text, ProfileTokenizer.Tokenize(text));

    private static double[] Features(EventText a, EventText b)
    {
        var (characters, words) = a.NgramCosines(b);
        var (there, back) = (SoftAlignment.Of(a, b), SoftAlignment.Of(b, a));
        var numbers = a.Numbers.Count(b.Numbers.Contains);
        var shared = a.Bag.Where(p => b.Bag.ContainsKey(p.Key)).Sum(p => Math.Min(p.Value, b.Bag[p.Key]));
        var foreign = a.Bag.Values.Sum() + b.Bag.Values.Sum() - (2 * shared);
        var names = Math.Min(a.Names.Count(n => Array.Exists(b.Names, m => ProfileName.SameWord(n.Word, m.Word))), b.Names.Count(n => Array.Exists(a.Names, m => ProfileName.SameWord(n.Word, m.Word))));
        double[] single =
        [
            words,
            characters,
            a.EncoderCosine(b),
            Math.Min(there.Whole, back.Whole),
            Math.Max(there.Whole, back.Whole),
            (there.Happenings + back.Happenings) / 2,
            shared / Math.Max(1e-9, shared + foreign),
            Math.Min(a.Weight, b.Weight) / Math.Max(1e-9, Math.Max(a.Weight, b.Weight)),
            Math.Min(there.Happenings, back.Happenings),
            Math.Max(there.Predicate, back.Predicate),
            Math.Max(there.PredicateLikeness, back.PredicateLikeness),
            numbers,
            Math.Max(a.Numbers.Length, b.Numbers.Length) - numbers,
            Math.Abs(Denials(a) - Denials(b)) % 2,
            Math.Log(1 + foreign),
            names,
            a.Names.Length + b.Names.Length - (2 * names),
            Math.Log(1 + Math.Min(a.Words.Length, b.Words.Length)),
            Math.Max(Foreign(a, b), Foreign(b, a)),
        ];
        return [.. single, .. Enumerable.Range(0, InTwos).SelectMany(i => Enumerable.Range(i, InTwos - i).Select(j => single[i] * single[j]))];
    }

    private static int Denials(EventText text) => text.Words.Count(w => WordLists.Shared.IsNegator(w.Word));

    /// <summary>Weight of the most telling word that the other lacks.</summary>
    private static double Foreign(EventText text, EventText other) => text.Words.Where(w => !other.Bag.ContainsKey(w.Key)).Select(w => w.Weight).DefaultIfEmpty().Max();
}
