using System.Collections.Immutable;
using System.Globalization;
using Claims.Core.Grouping;

namespace Claims.Core.Comparison;

/// <summary>One thing that a comparison made again gives otherwise than the stored one.</summary>
/// <param name="What">What differs ("relation", "confidence", "reason 1").</param>
/// <param name="Stored">What is stored.</param>
/// <param name="Now">What comes out now.</param>
public sealed record ReplayDifference(string What, string Stored, string Now);

/// <summary>What the two claims share: the evidence that the rules weigh.</summary>
/// <param name="SameEvent">The same-event score, 0 to 1.</param>
/// <param name="IsCompared">Whether the grouper lets the two be compared.</param>
/// <param name="Names">Names that both have.</param>
/// <param name="Words">Telling words that both have.</param>
/// <param name="Time">How their times stand to each other.</param>
/// <param name="Weights">What names, words, contexts, times and stories weigh (inverse document frequencies).</param>
public sealed record ReplayEvidence(double SameEvent, bool IsCompared, ImmutableArray<string> Names, ImmutableArray<string> Words, string Time, ImmutableDictionary<string, double> Weights);

/// <summary>A stored comparison made again from the stored claims.</summary>
/// <param name="StoredVersion">Versions of grouper and comparer that made the stored one.</param>
/// <param name="Version">Versions that made it again.</param>
/// <param name="Now">What they give, or null where they find nothing of that kind.</param>
/// <param name="Differences">What differs; empty where the answer is the same.</param>
/// <param name="Evidence">What both claims share.</param>
public sealed record ComparisonReplay(string StoredVersion, string Version, ClaimComparison? Now, ImmutableArray<ReplayDifference> Differences, ReplayEvidence Evidence)
{
    /// <summary>Figures closer than this are one: a stored figure went through text.</summary>
    private const double Same = 1e-9;

    /// <summary>Makes a stored comparison again.</summary>
    public static ComparisonReplay Of(ClaimInContext a, ClaimInContext b, ClaimComparison stored, string storedVersion, IClaimGrouper grouper, IClaimComparer comparer)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(grouper);
        ArgumentNullException.ThrowIfNull(comparer);
        var affinity = grouper.Score(a, [b])[0];
        var pair = Alignment.Of(ClaimProfile.Of(a), ClaimProfile.Of(b));
        var now = comparer.Compare(a, b).FirstOrDefault(c => c.Kind == stored.Kind);
        return new(
            storedVersion,
            $"{grouper.Version}+{comparer.Version}",
            now,
            now is null ? [new("relation", stored.Relation.ToString(), "none found")] : [.. Differing(stored, now)],
            new(
                affinity.Score,
                affinity.Suggests || affinity.Joins,
                [.. pair.SharedNames.Select(n => n.Text)],
                pair.SharedContent,
                pair.Time.ToString(),
                ImmutableDictionary.CreateRange(new Dictionary<string, double>
                {
                    ["names"] = pair.NameWeight, ["words"] = pair.ContentWeight, ["context"] = pair.ContextWeight, ["time"] = pair.TimeWeight, ["story"] = pair.StoryWeight,
                })));
    }

    private static IEnumerable<ReplayDifference> Differing(ClaimComparison stored, ClaimComparison now)
    {
        if (stored.Relation != now.Relation)
        {
            yield return new("relation", stored.Relation.ToString(), now.Relation.ToString());
        }

        if (stored.Axis != now.Axis)
        {
            yield return new("axis", stored.Axis ?? "none", now.Axis ?? "none");
        }

        if (Math.Abs(stored.Severity - now.Severity) > Same)
        {
            yield return new("severity", Say(stored.Severity), Say(now.Severity));
        }

        if (Math.Abs(stored.Confidence - now.Confidence) > Same)
        {
            yield return new("confidence", Say(stored.Confidence), Say(now.Confidence));
        }

        for (var i = 0; i < Math.Max(stored.Reasons.Length, now.Reasons.Length); i++)
        {
            var (before, after) = (stored.Reasons.ElementAtOrDefault(i), now.Reasons.ElementAtOrDefault(i));
            if (before != after)
            {
                yield return new(string.Create(CultureInfo.InvariantCulture, $"reason {i + 1}"), Say(before), Say(after));
            }
        }
    }

    private static string Say(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Say(Reason? reason) => reason is null ? "none" : $"{reason.Sentence} [{reason.Rule}]";
}
