using System.Collections.Frozen;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>The reviewed lists of <c>models/lexicon</c>: words without content, denial, unreal events, groups of people.</summary>
internal sealed class WordLists
{
    private static readonly Lazy<WordLists> LazyShared = new(() => new());

    private readonly FrozenSet<string> stop;
    private readonly FrozenSet<string> attribution;
    private readonly FrozenSet<string> negators;
    private readonly FrozenSet<string> genericPeople;
    private readonly FrozenSet<string> armedGroups;
    private readonly FrozenDictionary<string, string> demographics;

    private WordLists()
    {
        var data = EmbeddedJson.Read<Data>("models/lexicon/words.json");
        var implicatives = EmbeddedJson.Read<Implicatives>("models/lexicon/implicatives.json");
        stop = Set(data.Stop);
        attribution = Set(data.Attribution);
        negators = Set(data.Negators);
        genericPeople = Set(data.GenericPeople);
        armedGroups = Set(data.ArmedGroups);
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, words) in data.Demographics)
        {
            foreach (var word in words)
            {
                classes.TryAdd(word, name);
            }
        }

        demographics = classes.ToFrozenDictionary(StringComparer.Ordinal);
        Denying = new(implicatives.Negative.Select(p => (p, p)));
        Unreal = new(data.Unreal.Select(p => (p, p)));
        Growth = new(data.Growth.Select(p => (p, p)));
        Reversal = new(data.Reversal.Select(p => (p, p)));
    }

    public static WordLists Shared => LazyShared.Value;

    /// <summary>Phrases that make what follows not so ("fail to", "stop short of").</summary>
    public PhraseSet<string> Denying { get; }

    /// <summary>Phrases that leave open whether what follows is so ("threaten to", "would").</summary>
    public PhraseSet<string> Unreal { get; }

    /// <summary>Wording of counts that move ("rise to", "initially").</summary>
    public PhraseSet<string> Growth { get; }

    /// <summary>Wording of decisions taken back ("no longer", "rescind").</summary>
    public PhraseSet<string> Reversal { get; }

    public bool IsStop(string word) => stop.Contains(word);

    public bool IsAttribution(string lemma) => attribution.Contains(lemma);

    public bool IsNegator(string word) => negators.Contains(word);

    /// <summary>Whether the noun counts people of any kind ("person", "victim").</summary>
    public bool IsGenericPerson(string lemma) => genericPeople.Contains(lemma);

    public bool IsArmedGroup(string lemma) => armedGroups.Contains(lemma);

    /// <summary>The group of people that a noun names ("pupil": "child"), or null.</summary>
    public string? DemographicOf(string lemma) => demographics.GetValueOrDefault(lemma);

    private static FrozenSet<string> Set(string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    private sealed record Data(
        string[] Stop, string[] Attribution, string[] Negators, string[] GenericPeople, string[] ArmedGroups, string[] Unreal, string[] Growth, string[] Reversal, Dictionary<string, string[]> Demographics);

    private sealed record Implicatives(string[] Negative, string[] Positive);
}
