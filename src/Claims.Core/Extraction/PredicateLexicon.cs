using System.Collections.Frozen;

namespace Claims.Core.Extraction;

/// <summary>How a verb bears on the predicate below it (models/extraction/predicates.tsv).</summary>
internal enum VerbSense
{
    None,

    /// <summary>What is below does not happen.</summary>
    Avoid,

    /// <summary>What is below happens.</summary>
    Through,

    /// <summary>What is below is to come.</summary>
    Plan,

    /// <summary>What is below may be.</summary>
    Doubt,
}

/// <summary>Implicative verbs, abstentions, idioms and the verbs of event nouns.</summary>
internal static class PredicateLexicon
{
    private static readonly FrozenDictionary<string, VerbSense> Senses = WordTable.Rows("predicates")
        .Where(row => row[0] is "avoid" or "through" or "plan" or "doubt")
        .ToFrozenDictionary(row => row[1], row => Enum.Parse<VerbSense>(row[0], ignoreCase: true));

    private static readonly FrozenDictionary<string, string> Abstentions = Table("abstain");
    private static readonly FrozenDictionary<string, string> Synonyms = Table("same");
    private static readonly FrozenDictionary<string, string> Idioms = Table("idiom");
    private static readonly FrozenDictionary<string, string> EventNouns = Table("noun");

    public static VerbSense SenseOf(string lemma) => Senses.GetValueOrDefault(lemma);

    /// <summary>"stay out" → "take part", which does not happen; null for other verbs.</summary>
    public static string? AbstainsFrom(string lemma) => Abstentions.GetValueOrDefault(lemma);

    /// <summary>The one name of verbs that say the same ("participate" → "take part"), else the lemma itself.</summary>
    public static string NameOf(string lemma) => Synonyms.GetValueOrDefault(lemma, lemma);

    /// <summary>The predicate that a verb and its object noun are together, or null.</summary>
    public static string? Idiom(string verb, string noun) => Idioms.GetValueOrDefault($"{verb} {noun}");

    /// <summary>The verb of a noun that names an event, or null.</summary>
    public static string? VerbOf(string noun) => EventNouns.GetValueOrDefault(noun);

    private static FrozenDictionary<string, string> Table(string kind) =>
        WordTable.Rows("predicates").Where(row => row[0] == kind).ToFrozenDictionary(row => row[1], row => row[2]);
}
