using System.Collections.Immutable;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Comparison;

/// <summary>Who does what a phrase says: the words before it in its clause, or behind "by".</summary>
/// <param name="Names">Names among those words.</param>
/// <param name="Nouns">Dictionary forms of the other nouns among them.</param>
internal sealed record Actor(ImmutableArray<ProfileName> Names, ImmutableArray<string> Nouns)
{
    /// <summary>How many words before a phrase its actor may stand.</summary>
    private const int Reach = 14;

    /// <summary>How many words behind a phrase "by" may stand.</summary>
    private const int AgentReach = 9;

    /// <summary>The actor of a phrase in a claim.</summary>
    public static Actor Of(ClaimProfile profile, PoleHit hit)
    {
        var tokens = profile.Tokens;
        var places = new List<(int First, int Last)>();
        for (var i = hit.Last + 1; i < Math.Min(tokens.Count, hit.Last + AgentReach) && !tokens[i].EndsClause; i++)
        {
            if (tokens[i].Lemmas.Word is "by" or "from" && i + 1 < tokens.Count)
            {
                places.Add((i + 1, Math.Min(tokens.Count - 1, i + 6)));
                break;
            }
        }

        // "was attacked by the league": the words before are the one that suffers.
        var isPassive = places.Count > 0 && hit.First > 0 && Enumerable.Range(Math.Max(0, hit.First - 3), Math.Min(3, hit.First)).Any(i => tokens[i].Lemmas.Verb == "be");
        if (!isPassive)
        {
            var start = hit.First;
            while (start > 0 && hit.First - start < Reach && !tokens[start - 1].EndsClause)
            {
                start--;
            }

            places.Add((start, hit.First - 1));
        }

        bool Inside(int i) => places.Any(p => p.First <= i && i <= p.Last);
        var names = profile.Names.Where(n => n.First >= 0 && Inside(n.First)).ToImmutableArray();
        var nouns = Enumerable.Range(0, tokens.Count)
            .Where(i => Inside(i) && tokens[i].Kind == TokenKind.Word && tokens[i].Lemmas.Noun is not null && !WordLists.Shared.IsStop(tokens[i].Lemmas.Word) && !ProfileReader.IsTimeWord(tokens[i].Lemmas.Word))
            .Select(i => tokens[i].Lemmas.Noun!)
            .Distinct()
            .ToImmutableArray();
        if (names.IsEmpty && !profile.Subject.IsEmpty)
        {
            names = profile.Subject.Names;
            nouns = profile.Subject.Head is { } head ? nouns.Add(head) : nouns;
        }

        // "We", "our men", "his movement": who speaks is who acts.
        if (names.IsEmpty && Enumerable.Range(0, tokens.Count).Any(i => Inside(i) && tokens[i].Lemmas.Word is "we" or "our" or "us" or "his" or "her" or "their" or "its" or "they" or "he" or "she" or "it"))
        {
            names = [.. profile.Claim.Attribution.Links.SelectMany(l => ProfileReader.NamesOf([l.Name], null))];
        }

        return new(names, nouns);
    }

    /// <summary>How two actors stand to each other.</summary>
    public SubjectRelation To(Actor other)
    {
        if (!Names.IsEmpty && !other.Names.IsEmpty)
        {
            return Names.Any(n => other.Names.Any(n.Matches)) ? SubjectRelation.Same : SubjectRelation.Different;
        }

        return Nouns.Any(n => other.Nouns.Any(m => Meet(n, m))) ? SubjectRelation.Same : SubjectRelation.Unknown;
    }

    /// <summary>One noun, two names of it, or two words for an armed group ("militias", "factions").</summary>
    private static bool Meet(string a, string b) =>
        a == b || (WordLists.Shared.IsArmedGroup(a) && WordLists.Shared.IsArmedGroup(b)) || WordNetTable.Embedded.AreSynonyms(a, b);
}
