using System.Globalization;
using Claims.Core.Comparison;
using Claims.Core.Extraction;

namespace Claims.Core.Grouping;

/// <summary>Finds which claims are about the same thing: keys for the candidate index, and a score for each candidate.</summary>
public sealed class ClaimGrouper : IClaimGrouper
{
    /// <summary>Words with content of a claim that become keys; the most telling ones.</summary>
    private const int MostWordKeys = 10;

    /// <summary>A word must be at least so rare (inverse document frequency) to be a key: in fewer than one text in about 150.</summary>
    private const double LeastWeight = 5;

    /// <summary>A cosine below this is that of texts with only common endings and little words in common.</summary>
    private const double Unlike = 0.03;

    /// <summary>From this cosine on two claims are looked at whatever their stories: they say nearly the same.</summary>
    private const double Alike = 0.5;

    /// <summary>What a key of the context counts for beside one of the claim itself.</summary>
    private const double ContextShare = 0.5;

    /// <inheritdoc/>
    public string Version => "grouping-5";

    /// <inheritdoc/>
    public IReadOnlyList<IndexKey> KeysOf(ClaimInContext claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var profile = ClaimProfile.Of(claim);
        var keys = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string key, double weight) => keys[key] = Math.Max(weight, keys.GetValueOrDefault(key));

        // One key a word of a name: "Hezbollah" finds "Kataib Hezbollah"; spellings meet in their consonants.
        foreach (var (names, share) in new[] { (profile.Names, 1d), (profile.ContextNames, ContextShare) })
        {
            foreach (var name in names)
            {
                // What counts as the same name is looked up too: "Qadhafi" finds what was stored under "Gaddafi".
                foreach (var word in name.Words.Concat(name.Aliases.SameAs(name.Key).SelectMany(alias => alias.Split(' '))).Where(w => w.Length > 2))
                {
                    Add($"name:{ProfileName.KeyOf(word)}", share * NgramDictionary.Embedded.IdfOfWord(word));
                }
            }
        }

        foreach (var (content, share) in new[] { (profile.Content, 1d), (profile.ContextContent, ContextShare) })
        {
            foreach (var (word, weight) in content.Where(p => p.Value >= LeastWeight).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(MostWordKeys))
            {
                Add($"lemma:{word}", share * weight);
            }
        }

        foreach (var quantity in claim.Claim.Quantities.Where(q => q.Kind is not QuantityKind.Ordinal and not QuantityKind.Age && (q.Counted ?? q.Role ?? q.Unit) is not null))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"count:{quantity.Best:G6} {quantity.Counted ?? quantity.Role ?? quantity.Unit}"), LeastWeight);
        }

        return [.. keys.Select(p => new IndexKey(p.Key, p.Value)).OrderByDescending(k => k.Weight).ThenBy(k => k.Key, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Affinity> Score(ClaimInContext claim, IReadOnlyList<ClaimInContext> candidates)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(candidates);
        var profile = ClaimProfile.Of(claim);
        var result = new Affinity[candidates.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var other = ClaimProfile.Of(candidates[i]);
            var cosine = profile.EventText.Ngrams.Dot(other.EventText.Ngrams);
            if (cosine < Unlike && !profile.Story.Keys.Any(other.Story.ContainsKey))
            {
                // Nothing in common: no need to align the two.
                result[i] = new(cosine / 100, false, false);
                continue;
            }

            if (cosine < Alike && SameEventModel.IsOtherStory(profile, other))
            {
                // Two stories, told in words of their own: aligning the two would cost much and find nothing.
                result[i] = new(cosine / 100, false, false);
                continue;
            }

            var pair = Alignment.Of(profile, other);
            var score = SameEventModel.Score(profile, other);
            result[i] = new(score, score >= SameEventModel.Join && pair.Time != TimeRelation.Disjoint, score >= SameEventModel.Suggest || pair.Evidence >= SameEventModel.EnoughEvidence || (pair.IsOneStory && !pair.IsOneVoice));
        }

        return result;
    }
}
