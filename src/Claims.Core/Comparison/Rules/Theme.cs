using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Comparison.Rules;

/// <summary>What a phrase is said of: the names and nouns around it.</summary>
/// <param name="Names">Names near the phrase.</param>
/// <param name="Nouns">Families of nouns near it, with how telling each is.</param>
internal sealed record Theme(IReadOnlyList<ProfileName> Names, IReadOnlyDictionary<string, double> Nouns)
{
    /// <summary>How many words to either side belong to the phrase.</summary>
    private const int Reach = 9;

    public static Theme Of(ClaimProfile profile, PoleHit hit) => Of(profile, hit.First, hit.Last);

    public static Theme Of(ClaimProfile profile, int firstOfPhrase, int lastOfPhrase)
    {
        var tokens = profile.Tokens;
        var first = Math.Max(0, firstOfPhrase - Reach);
        var last = Math.Min(tokens.Count - 1, lastOfPhrase + Reach);
        var nouns = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = first; i <= last; i++)
        {
            if ((i < firstOfPhrase || i > lastOfPhrase) && tokens[i].Lemmas.Noun is not null && profile.Content.TryGetValue(tokens[i].Lemmas.Family, out var weight))
            {
                nouns[tokens[i].Lemmas.Family] = weight;
            }
        }

        // The subject is what the whole clause is said of, however far it stands from the phrase.
        return new([.. profile.Names.Where(n => (n.First >= first && n.First <= last) || (n.First >= 0 && n.First < firstOfPhrase && profile.Subject.Names.Any(n.Matches)))], nouns);
    }

    /// <summary>How telling the names are that both have.</summary>
    public double SharedNames(Theme other) => Names.Where(n => other.Names.Any(n.Matches)).Sum(n => n.Weight);

    /// <summary>How telling what both have is.</summary>
    public double Shared(Theme other) =>
        Names.Where(n => other.Names.Any(n.Matches)).Sum(n => n.Weight)
        + Nouns.Where(p => other.Nouns.ContainsKey(p.Key) || other.Nouns.Keys.Any(o => WordNetTable.Embedded.AreSynonyms(p.Key, o))).Sum(p => p.Value);
}
