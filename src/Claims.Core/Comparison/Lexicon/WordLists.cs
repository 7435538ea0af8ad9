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
    private readonly FrozenDictionary<string, string[]> parts;
    private readonly FrozenDictionary<string, string> branches;
    private readonly FrozenSet<string> policeWords;
    private readonly FrozenSet<string> comparison;
    private readonly FrozenSet<string> made;
    private readonly FrozenSet<string> bodies;
    private readonly FrozenSet<string> placeNouns;
    private readonly FrozenDictionary<string, string> placeKinds;
    private readonly FrozenSet<string> vagueAgents;
    private readonly FrozenSet<string> tollNouns;
    private readonly FrozenSet<(string, string)> contrary;
    private readonly FrozenSet<string> inflow;
    private readonly FrozenSet<string> outflow;
    private readonly FrozenSet<string> genericForces;
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
        Correction = new(data.Correction.Select(p => (p, p)));
        Provisional = new(data.Provisional.Select(p => (p, p)));
        Reversal = new(data.Reversal.Select(p => (p, p)));
        Narrow = new(data.Narrow.Select(p => (p, p)));
        Cumulative = new(data.Cumulative.Select(p => (p, p)));
        Wide = new(data.Wide.Select(p => (p, p)));
        Other = new(data.Other.Select(p => (p, p)));
        Once = new(data.Once.SelectMany(p => p.Value.Select(phrase => (phrase, p.Key))));
        Acts = new(data.Acts.Select(p => (p, p)));
        vagueAgents = Set(data.VagueAgents);
        PerUnit = new(data.PerUnit.Select(p => (p, p)));
        parts = data.Parts
            .SelectMany(axis => axis.Value.SelectMany((side, index) => side.Split('|').Select(word => (Word: word, Part: $"{axis.Key}:{index}"))))
            .GroupBy(p => p.Word, p => p.Part, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        branches = data.Branches.SelectMany(branch => branch.Value.Select(noun => (noun, branch.Key))).ToFrozenDictionary(p => p.noun, p => p.Key, StringComparer.Ordinal);
        policeWords = Set(data.PoliceWords);
        comparison = Set(data.Comparison);
        made = Set(data.Made);
        bodies = Set(data.Bodies);
        placeNouns = Set(data.PlaceNouns);
        placeKinds = data.PlaceKinds.SelectMany(kind => kind.Value.Select(noun => (noun, kind.Key))).ToFrozenDictionary(p => p.noun, p => p.Key, StringComparer.Ordinal);
        tollNouns = Set(data.TollNouns);
        contrary = data.Contrary
            .SelectMany(sides => from a in sides[0].Split('|') from b in sides[1].Split('|') select new[] { (a, b), (b, a) })
            .SelectMany(p => p)
            .ToFrozenSet();
        inflow = Set(data.Inflow);
        outflow = Set(data.Outflow);
        genericForces = Set(data.GenericForces);
    }

    public static WordLists Shared => LazyShared.Value;

    /// <summary>Phrases that make what follows not so ("fail to", "stop short of").</summary>
    public PhraseSet<string> Denying { get; }

    /// <summary>Phrases that leave open whether what follows is so ("threaten to", "would").</summary>
    public PhraseSet<string> Unreal { get; }

    /// <summary>Wording of counts that grow ("rise to").</summary>
    public PhraseSet<string> Growth { get; }

    /// <summary>Wording of figures that are put right ("revise").</summary>
    public PhraseSet<string> Correction { get; }

    /// <summary>Wording of figures that are not or no longer provisional ("initially", "final").</summary>
    public PhraseSet<string> Provisional { get; }

    /// <summary>Wording of decisions taken back ("no longer", "rescind").</summary>
    public PhraseSet<string> Reversal { get; }

    /// <summary>Wording of a short window ("in a single hour", "alone").</summary>
    public PhraseSet<string> Narrow { get; }

    /// <summary>Wording of a count over a long stretch ("since", "so far").</summary>
    public PhraseSet<string> Cumulative { get; }

    /// <summary>Wording of a whole country or region.</summary>
    public PhraseSet<string> Wide { get; }

    /// <summary>Wording that sets an event off from the one at hand ("a separate", "the week before").</summary>
    public PhraseSet<string> Other { get; }

    /// <summary>Things that happen once to one and the same ("arrest", "release"), by what they are.</summary>
    public PhraseSet<string> Once { get; }

    /// <summary>Acts that someone is behind.</summary>
    public PhraseSet<string> Acts { get; }

    /// <summary>Whether the noun names anyone who might have done it ("attackers"), or nobody at all.</summary>
    public bool IsVagueAgent(string noun) => vagueAgents.Contains(noun);

    /// <summary>Wording of a figure for each of something ("a day", "per share").</summary>
    public PhraseSet<string> PerUnit { get; }

    /// <summary>Whether "… of" or "… for" behind the noun leads to a whole count ("the deaths of 40 people"), not to a part of one ("a funeral for 40 people").</summary>
    public bool IsToll(string noun) => tollNouns.Contains(noun);

    /// <summary>Whether two phrases stand on the two sides of a line of the list of contraries ("near", "far from").</summary>
    public bool AreContrary(string a, string b) => contrary.Contains((a, b));

    /// <summary>1 for words of money that comes in, -1 for money that goes out, 0 for others.</summary>
    public int FlowOf(string lemma) => inflow.Contains(lemma) ? 1 : outflow.Contains(lemma) ? -1 : 0;

    public bool IsStop(string word) => stop.Contains(word);

    public bool IsAttribution(string lemma) => attribution.Contains(lemma);

    public bool IsNegator(string word) => negators.Contains(word);

    /// <summary>Whether the noun counts people of any kind ("person", "victim").</summary>
    public bool IsGenericPerson(string lemma) => genericPeople.Contains(lemma);

    public bool IsArmedGroup(string lemma) => armedGroups.Contains(lemma);

    /// <summary>The parts that the word names ("eastern": "compass:2"), each on one scale of which a thing has one place; none for other words.</summary>
    public IReadOnlyList<string> PartsOf(string word) => parts.TryGetValue(word, out var found) ? found : [];

    /// <summary>The branch of a state's forces that the noun names ("warship": "sea"), so that two branches are two actors; null for others.</summary>
    public string? BranchOf(string noun) => branches.GetValueOrDefault(noun);

    /// <summary>Whether the noun names police, by whatever word.</summary>
    public bool IsPolice(string noun) => policeWords.Contains(noun);

    /// <summary>Whether the word sets what follows beside the news ("than", "since"), so that it is no news itself.</summary>
    public bool IsComparison(string word) => comparison.Contains(word);

    /// <summary>Whether the noun names a body of whatever kind ("union", "company"), which another word must tell from others.</summary>
    public bool IsBody(string noun) => bodies.Contains(noun);

    /// <summary>Whether "of" and a name behind the noun name a place ("the island of").</summary>
    public bool IsPlaceNoun(string noun) => placeNouns.Contains(noun);

    /// <summary>What kind of place the noun names ("hut": "house"), so that one thing cannot happen at two kinds; null for others.</summary>
    public string? PlaceKindOf(string noun) => placeKinds.GetValueOrDefault(noun);

    /// <summary>Whether the verb says when a thing came to be ("built", "founded").</summary>
    public bool IsMaking(string verb) => made.Contains(verb);

    /// <summary>Whether the noun stands for a state's forces as a whole ("army", "troops").</summary>
    public bool IsGenericForce(string lemma) => genericForces.Contains(lemma);

    /// <summary>The group of people that a noun names ("pupil": "child"), or null.</summary>
    public string? DemographicOf(string lemma) => demographics.GetValueOrDefault(lemma);

    private static FrozenSet<string> Set(string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    private sealed record Data(
        string[] Stop, string[] Attribution, string[] Negators, string[] GenericPeople, string[] ArmedGroups, string[] Unreal, string[] Growth, string[] Correction, string[] Provisional, string[] Reversal,
        string[] Narrow, string[] Cumulative, string[] Wide, string[] Other, Dictionary<string, string[]> Parts, string[] GenericForces, Dictionary<string, string[]> Branches, string[] PoliceWords, string[] Comparison, string[] Made, string[] Bodies, string[] PlaceNouns, Dictionary<string, string[]> PlaceKinds,
        string[] PerUnit, string[] TollNouns, string[] Inflow, string[] Outflow, string[][] Contrary, Dictionary<string, string[]> Once, string[] Acts, string[] VagueAgents, Dictionary<string, string[]> Demographics);

    private sealed record Implicatives(string[] Negative, string[] Positive);
}
