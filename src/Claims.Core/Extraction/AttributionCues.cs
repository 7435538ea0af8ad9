using System.Collections.Frozen;

namespace Claims.Core.Extraction;

/// <summary>What an attributing verb does with what is said.</summary>
internal enum CueSense
{
    /// <summary>No cue.</summary>
    None,
    State,
    Think,
    Ask,
    Deny,
    Name,
    Quote,
}

/// <summary>The verbs that attribute (models/extraction/cues.tsv).</summary>
internal static class AttributionCues
{
    private static readonly FrozenDictionary<string, CueSense> Verbs = WordTable.Rows("cues")
        .DistinctBy(row => row[1])
        .ToFrozenDictionary(row => row[1], row => Enum.Parse<CueSense>(row[0], ignoreCase: true));

    /// <summary>What the verb does, by its lemma.</summary>
    public static CueSense SenseOf(string lemma) => Verbs.GetValueOrDefault(lemma);

    /// <summary>Whether who uses the verb puts what follows forward as so: not for wishes, perceptions and names.</summary>
    public static bool IsAssertion(string lemma) => SenseOf(lemma) switch
    {
        CueSense.State => lemma is not ("learn" or "hear" or "read" or "begin" or "continue" or "go on" or "decide" or "agree" or "call for" or "demand" or "urge" or "signal" or "post"),
        CueSense.Think => lemma is "believe" or "think" or "suspect" or "estimate" or "assume",
        CueSense.Ask or CueSense.Deny or CueSense.Quote => true,
        _ => false,
    };

    /// <summary>Whether the verb's object is who hears it, before what is said ("told reporters that").</summary>
    public static bool TakesHearer(string lemma) =>
        lemma is "tell" or "inform" or "warn" or "remind" or "ask" or "assure" or "advise" or "urge" or "notify" or "promise" or "caution" or "show";
}
