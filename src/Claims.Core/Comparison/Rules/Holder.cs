using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Comparison.Rules;

/// <summary>Who holds or lost a place: a named body, the state, or an armed group.</summary>
/// <param name="Name">The name, or null.</param>
/// <param name="IsState">Whether it is the state or its forces; null where the words do not say.</param>
internal sealed record Holder(ProfileName? Name, bool? IsState)
{
    private const int Reach = 5;

    /// <summary>The holder of a phrase: inside it ("in rebel hands"), behind it ("in the hands of the rebels"), or before it.</summary>
    public static Holder? Of(ClaimProfile profile, PoleHit hit)
    {
        var tokens = profile.Tokens;
        foreach (var (from, to) in new[] { (hit.First, hit.Last), (hit.Last + 1, tokens[hit.Last].Lemmas.Word is "of" or "by" || (hit.Last + 1 < tokens.Count && tokens[hit.Last + 1].Lemmas.Word is "of" or "by") ? hit.Last + Reach : hit.Last), (Math.Max(0, hit.First - Reach - 1), hit.First - 1) })
        {
            for (var i = Math.Min(to, tokens.Count - 1); i >= from; i--)
            {
                if (StateOf(tokens[i].Lemmas.Noun ?? tokens[i].Lemmas.Word) is { } isState)
                {
                    var name = profile.Names.FirstOrDefault(n => n.First >= from && n.First <= to && Math.Abs(n.First - i) <= 3 && !n.IsPlace);
                    return new(name, isState);
                }
            }
        }

        return null;
    }

    /// <summary>Whether the two are one side, as far as the words say.</summary>
    public bool IsSame(Holder other) => Name is not null && other.Name is not null ? Name.Matches(other.Name) : IsState == other.IsState;

    /// <inheritdoc/>
    public override string ToString() => Name?.Text ?? (IsState == true ? "the state" : "an armed group");

    private static bool? StateOf(string noun) =>
        noun is "government" or "army" or "navy" or "police" or "customs" or "service" or "state" or "ministry" or "troop" or "regime" or "official" or "authority" or "military" ? true
        : WordLists.Shared.IsArmedGroup(noun) && !WordLists.Shared.IsGenericForce(noun) ? false
        : null;
}
