using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>
/// One verb affirmed on one side and denied on the other ("dissolved the senate", "stopped short of dissolving
/// it"), whatever the verb: what no scale of opposites knows.
/// </summary>
internal sealed class DenialRule : IComparisonRule
{
    /// <summary>Evidence that both are about one thing, the verb not counted. Chosen on one half of the pairs development set.</summary>
    private const double Enough = 14;

    /// <summary>What the words around both verbs must share.</summary>
    private const double EnoughAround = 7;

    /// <summary>The same for two claims that say the same: they are to tell of one act, not of one person.</summary>
    private const double EnoughToAgree = 18;

    /// <summary>Share of words that two claims must have in common to say the same.</summary>
    private const double LeastCoverage = 0.45;

    /// <summary>Likeness of stories from which on "nobody was arrested" is about the arrest of the other claim.</summary>
    private const double OneEvent = 4.5;

    /// <summary>How far an unreal phrase reaches.</summary>
    private const int UnrealReach = 6;

    /// <summary>From here on what was not yet so may have come about.</summary>
    private static readonly TimeSpan NextDay = TimeSpan.FromHours(18);

    /// <summary>Verbs that say too little for their denial to deny something.</summary>
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "be", "have", "do", "make", "take", "get", "go", "come", "give", "put", "keep", "let", "become", "seem", "appear", "remain", "begin", "start", "continue", "use", "see", "know", "think", "want",
        "need", "try", "expect", "plan", "hope", "like", "look", "feel", "mean", "ask", "call", "follow", "include", "accord", "base", "will", "can", "may", "must", "might", "cause", "lead", "stop", "fail", "refuse",
    };

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        if (pair.IsOneVoice || pair.SetApart || pair.PlacesClash || pair.Time == TimeRelation.Disjoint || SameEvent.Clash(pair))
        {
            yield break;
        }

        if (Find(pair) is { } finding)
        {
            yield return finding;
        }
    }

    private static Finding? Find(Alignment pair)
    {
        Finding? agreement = null;
        foreach (var x in pair.A.Verbs)
        {
            foreach (var y in pair.B.Verbs)
            {
                if (!IsOneVerb(pair, x, y))
                {
                    continue;
                }

                if (x.IsDenied != y.IsDenied)
                {
                    if (Opposed(pair, x, y) is { } found)
                    {
                        return found;
                    }
                }
                else
                {
                    agreement ??= Agreed(pair, x, y);
                }
            }
        }

        return agreement;
    }

    /// <summary>The verbs of a claim that its denial or affirmation is about: its predicate, and what is denied.</summary>
    public static IEnumerable<VerbHit> VerbsOf(ClaimProfile profile)
    {
        if (profile.IsUnrealBefore)
        {
            yield break;
        }

        var predicate = profile.Claim.Predicate?.Split(' ')[0];
        for (var i = 0; i < profile.Tokens.Count; i++)
        {
            var token = profile.Tokens[i];
            if (token is not { Kind: TokenKind.Word, Lemmas.Verb: { } verb } || Light.Contains(verb) || WordLists.Shared.IsAttribution(verb) || WordLists.Shared.IsStop(token.Lemmas.Word) || IsNoun(profile.Tokens, i))
            {
                continue;
            }

            var isPredicate = verb == predicate;
            var isDenied = profile.Negations[i] % 2 == 1 || (isPredicate && !profile.Claim.IsAffirmative);
            var unreal = profile.UnrealAt.Where(u => u < i && i - u <= UnrealReach).ToList();
            if ((isPredicate || isDenied) && unreal.All(u => profile.Negations[u] % 2 == 1))
            {
                yield return new(verb, token.Lemmas.Family, i, isPredicate, isDenied);
            }
        }
    }

    private static bool IsOneVerb(Alignment pair, VerbHit x, VerbHit y) =>
        x.Verb == y.Verb || x.Family == y.Family
        || (x.IsPredicate && y.IsPredicate && WordNetTable.Embedded.AreSynonyms(x.Verb, y.Verb) && pair.SharedContent.Length > 2);

    private static Finding? Opposed(Alignment pair, VerbHit x, VerbHit y)
    {
        var (denied, deniedProfile) = x.IsDenied ? (x, pair.A) : (y, pair.B);
        var evidence = Evidence(pair, x, y);
        var (actorA, actorB) = (Actor.Of(pair.A, new Happening(x.Verb, x.Index, x.Index)), Actor.Of(pair.B, new Happening(y.Verb, y.Index, y.Index)));
        var isOfAll = IsOfAll(deniedProfile, denied) && pair.StoryWeight >= OneEvent && pair.StorySimilarity >= SameEvent.OneStory / 1.5;
        if (!isOfAll && (actorA.To(actorB) == SubjectRelation.Different || Around(pair, x, y) < EnoughAround || evidence < Enough))
        {
            return null;
        }

        var (affirmed, affirmedProfile) = x.IsDenied ? (y, pair.B) : (x, pair.A);
        if (Counts(pair) && !isOfAll)
        {
            // A figure beside the verb may be all that is denied ("not 40 but 60 were hurt").
            return null;
        }

        var later = pair.A.Context.Published < pair.B.Context.Published ? pair.B : pair.A;
        var superseded = pair.Apart >= NextDay && pair.Time != TimeRelation.Overlap && (ReferenceEquals(later, affirmedProfile) || later.IsReversal || later.IsCorrection);
        return new(
            superseded ? Relation.Superseded : Relation.Conflict,
            ConflictKind.Polarity,
            superseded ? 0.2 : 0.55,
            Math.Clamp(0.4 + (0.012 * evidence) + (pair.Time == TimeRelation.Overlap ? 0.08 : 0), 0, 0.92),
            [
                new(
                    "denial.predicate",
                    $"“{Say(affirmedProfile, affirmed)}” is said on one side and denied on the other (“{Say(deniedProfile, denied)}”).",
                    pair.A.SpanOf(x.Index, x.Index),
                    pair.B.SpanOf(y.Index, y.Index),
                    Say(pair.A, x),
                    Say(pair.B, y)),
            ]);
    }

    private static Finding? Agreed(Alignment pair, VerbHit x, VerbHit y)
    {
        var evidence = Evidence(pair, x, y);
        if (Counts(pair) || !x.IsPredicate || !y.IsPredicate || evidence < EnoughToAgree || pair.Coverage < LeastCoverage || pair.NamesClash || Around(pair, x, y) < EnoughAround)
        {
            return null;
        }

        return new(
            Relation.Agreement,
            ConflictKind.Polarity,
            0,
            Math.Clamp(0.35 + (0.012 * evidence), 0, 0.9),
            [new("denial.agreed", $"Both say it: “{Say(pair.A, x)}” and “{Say(pair.B, y)}”.", pair.A.SpanOf(x.Index, x.Index), pair.B.SpanOf(y.Index, y.Index), Say(pair.A, x), Say(pair.B, y))]);
    }

    /// <summary>Whether a claim counts those to whom something happened: then the figures settle it.</summary>
    private static bool Counts(Alignment pair) =>
        pair.A.Claim.Quantities.Concat(pair.B.Claim.Quantities).Any(q => q.Kind != QuantityKind.Ordinal && q.Best > 0 && q.Role is not null);

    private static double Evidence(Alignment pair, VerbHit x, VerbHit y) =>
        pair.NameWeight + pair.SharedContent.Where(w => w != x.Family && w != y.Family).Sum(w => pair.A.Content[w]) + pair.ContextWeight + pair.TimeWeight + (pair.StoryWeight / 2);

    /// <summary>What the words near both verbs have in common, the verb left out.</summary>
    private static double Around(Alignment pair, VerbHit x, VerbHit y) =>
        Theme.Of(pair.A, x.Index, x.Index).Shared(Theme.Of(pair.B, y.Index, y.Index));

    /// <summary>"Nobody was arrested", "no worker will lose a job": the denial is of everyone.</summary>
    private static bool IsOfAll(ClaimProfile profile, VerbHit verb) =>
        !profile.Tokens.Take(verb.Index).Skip(1).Take(3).Any(t => t.Lemmas.Word is "in" or "of" or "on" or "among" or "aboard" or "at" or "from" or "inside" or "else") && profile.Tokens.Take(verb.Index).Take(2).ToList() is { Count: > 0 } start
        && (start[0].Lemmas.Word is "nobody" or "none" or "no-one"
            || (start[0].Lemmas.Word == "no" && start.Count > 1 && (start[1].Lemmas.Word == "one" || WordLists.Shared.IsGenericPerson(start[1].Lemmas.Noun ?? "") || WordNetTable.Embedded.IsPerson(start[1].Lemmas.Noun ?? ""))));

    /// <summary>"The strike", "its plan": behind a determiner the word is a noun.</summary>
    private static bool IsNoun(IReadOnlyList<ProfileToken> tokens, int i) =>
        i > 0 && tokens[i].Lemmas.Noun is not null && !tokens[i].Lemmas.Word.EndsWith("ing", StringComparison.Ordinal) && (tokens[i - 1].Kind == TokenKind.Name || tokens[i - 1].Lemmas.Word is "the" or "a" or "an" or "its" or "his" or "her" or "their" or "our" or "any" or "this" or "that" or "of" or "in" or "for" or "'s");

    private static string Say(ClaimProfile profile, VerbHit verb)
    {
        var first = verb.Index;
        while (first > 0 && verb.Index - first < 4 && profile.Negations[verb.Index] > 0 && !WordLists.Shared.IsNegator(profile.Tokens[first].Lemmas.Word) && !profile.Tokens[first - 1].EndsClause)
        {
            first--;
        }

        return profile.WordsOf(first, verb.Index);
    }
}
