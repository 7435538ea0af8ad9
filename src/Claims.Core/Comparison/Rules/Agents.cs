using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>Who killed or hurt those that a figure counts.</summary>
internal static class Agents
{
    /// <summary>How many words lie between "in" or "by" and the attack that it names ("in the Israeli attacks").</summary>
    private const int Reach = 5;

    /// <summary>Whether both claims name who did it, and name two.</summary>
    public static bool Differ(ClaimProfile a, Quantity x, ClaimProfile b, Quantity y)
    {
        var (first, second) = (Of(a, x), Of(b, y));
        return first.Count > 0 && second.Count > 0 && !first.Any(n => second.Any(n.Matches));
    }

    private static List<ProfileName> Of(ClaimProfile profile, Quantity quantity)
    {
        var result = new List<ProfileName>();
        var at = profile.Claim.Text.IndexOf(quantity.Text, StringComparison.Ordinal);
        var token = at < 0 ? -1 : profile.TokenAt(at);
        if (token < 0)
        {
            return result;
        }

        // "Iran killed 28 people": the subject of the verb right before the figure.
        if (token > 0 && profile.Tokens[token - 1].Lemmas.Verb is "kill" or "injure" or "wound" or "shoot" or "hurt")
        {
            result.AddRange(profile.Names.Where(n => n.First >= 0 && n.First < token && token - n.First <= Reach));
        }

        // "drowned in the Orrin floods", "by Velmari shelling".
        for (var i = token; i < profile.Tokens.Count; i++)
        {
            if (profile.Tokens[i].Lemmas.Word is "in" or "by" or "from")
            {
                var last = Math.Min(profile.Tokens.Count - 1, i + Reach);
                if (Enumerable.Range(i, last - i + 1).Any(j => IsAttack(profile.Tokens[j].Lemmas.Family)))
                {
                    result.AddRange(profile.Names.Where(n => n.First > i && n.First <= last && !n.IsPlace));
                }
            }
        }

        return result;
    }

    private static bool IsAttack(string family) => family is "attack" or "strike" or "raid" or "bomb" or "shell" or "offensive" or "assault" or "missile" or "rocket" or "drone" or "airstrike" or "fire" or "force" or "army";
}
