using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>Compares claims that stand at poles of one scale: axes of description, opposites, taking part.</summary>
internal sealed class OppositionRule : IComparisonRule
{
    /// <summary>Evidence that both are about one thing, the words of the scale not counted. Chosen on the pairs development set.</summary>
    private const double EnoughForTheme = 12;

    /// <summary>The same for two claims at one pole, where a mistake sends nobody to look.</summary>
    private const double EnoughToAgree = 8;

    /// <summary>What both must share where nothing near the two phrases is the same, and how alike their stories must be.</summary>
    private const double EnoughWithoutTheme = 16;

    private const double OneStory = 7;

    /// <summary>Evidence from which on two claims differ in little but their poles.</summary>
    private const double AllShared = 18;

    /// <summary>The same where the actor is one.</summary>
    private const double EnoughForActor = 4;

    /// <summary>From here on a change of state may lie between two reports.</summary>
    private static readonly TimeSpan NextDay = TimeSpan.FromHours(18);

    /// <summary>From here on it most likely does.</summary>
    private static readonly TimeSpan DaysLater = TimeSpan.FromDays(4);

    /// <summary>Scales of what happens to people, which figures settle better.</summary>
    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal) { "life", "harm", "liberty", "finding" };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "with", "for", "of", "from", "by", "past", "over", "under", "between", "among" };

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        foreach (var group in pair.A.Poles.Where(h => Counts(h, pair.A, pair.B)).GroupBy(h => h.Opposition))
        {
            var mine = group.ToList();
            var theirs = pair.B.Poles.Where(h => Counts(h, pair.B, pair.A) && h.Opposition == group.Key).ToList();
            if (theirs.Count == 0)
            {
                continue;
            }

            if (Find(pair, group.Key, mine, theirs) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>What is only intended or threatened puts a claim at no pole, but for taking part, which is mostly announced.</summary>
    private static bool Counts(PoleHit hit, ClaimProfile profile, ClaimProfile other) => !hit.IsUnreal && !IsModifier(hit, profile) && !IsSuffered(hit, profile) && (!profile.IsUnrealFromOutside || hit.Opposition.Kind == ConflictKind.Participation || (IsAnnounced(profile) && IsAnnounced(other)));

    /// <summary>"Will cut jobs", "no job will go": two announcements contradict each other as two reports do.</summary>
    private static bool IsAnnounced(ClaimProfile profile) => profile.Claim.Modality == Modality.Planned && !profile.IsUnrealBefore;

    /// <summary>"With rose petals", "for fallen commanders": behind a preposition and before a noun a single word is no verb of the claim.</summary>
    private static bool IsModifier(PoleHit hit, ClaimProfile profile)
    {
        var tokens = profile.Tokens;
        return hit.First == hit.Last && hit.Opposition.Match == OppositionMatch.Theme && hit.First > 0 && hit.Last + 1 < tokens.Count
            && Prepositions.Contains(tokens[hit.First - 1].Lemmas.Word)
            && tokens[hit.Last + 1] is { Kind: TokenKind.Word, Lemmas: { Noun: not null } next } && !WordLists.Shared.IsStop(next.Word);
    }

    /// <summary>"Afraid of getting bombed", "was attacked": on a scale of what actors do, who suffers it does not do it.</summary>
    private static bool IsSuffered(PoleHit hit, ClaimProfile profile)
    {
        var tokens = profile.Tokens;
        return hit.First == hit.Last && hit.Pole > 0 && hit.Opposition is { Kind: ConflictKind.Description, Match: OppositionMatch.Actor } && hit.First > 0
            && tokens[hit.First].Lemmas.Word.EndsWith("ed", StringComparison.Ordinal)
            && tokens[hit.First - 1].Lemmas.Verb is "be" or "get"
            && !Enumerable.Range(hit.Last + 1, Math.Min(6, tokens.Count - hit.Last - 1)).Any(i => tokens[i].Lemmas.Word == "by");
    }

    private static Finding? Find(Alignment pair, Opposition scale, List<PoleHit> mine, List<PoleHit> theirs)
    {
        if (pair.SetApart || pair.PlacesClash || pair.Time == TimeRelation.Disjoint || (scale.Match == OppositionMatch.Theme && SameEvent.Clash(pair)))
        {
            return null;
        }

        if (scale.Kind == ConflictKind.Participation && SameEvent.VotesClash(pair))
        {
            return null;
        }

        if (scale.Holder)
        {
            return HolderFinding(pair, scale, mine, theirs);
        }

        var opposed = mine.SelectMany(x => theirs.Where(x.Opposes).Select(y => (X: x, Y: y))).ToList();
        var agreed = mine.SelectMany(x => theirs.Where(x.Agrees).Select(y => (X: x, Y: y))).ToList();
        if (opposed.Count == 0 && agreed.Count == 0)
        {
            return null;
        }

        // "Stayed in their barracks as shells fell": of both poles the one that the claim's own verb stands in counts.
        if (opposed.Count > 0 && agreed.Count > 0)
        {
            var (opposedFirst, agreedFirst) = (OfPredicates(pair, opposed), OfPredicates(pair, agreed));

            // Where no main verb decides, what each claim says first is its news.
            (opposed, agreed) = opposedFirst.Count + agreedFirst.Count > 0
                ? (opposedFirst, agreedFirst)
                : ([.. opposed.Where(p => p.X == mine[0] && p.Y == theirs[0])], [.. agreed.Where(p => p.X == mine[0] && p.Y == theirs[0])]);
            if (opposed.Count == 0 && agreed.Count == 0)
            {
                return null;
            }
        }

        // A claim that has both poles ("stayed out after a brief intervention") is not told apart by this scale.
        if ((opposed.Count > 0 && agreed.Count > 0) || (opposed.Count > 0 && pair.IsOneVoice))
        {
            return null;
        }

        var (hitA, hitB) = opposed.Count > 0 ? opposed[0] : agreed[0];
        var evidence = Evidence(pair, mine.Concat(agreed.Select(p => p.X)), pair.A) + pair.ContextWeight + pair.TimeWeight + (pair.StoryWeight / 2);
        var isActor = scale.Match == OppositionMatch.Actor;
        var (actorA, actorB) = (Actor.Of(pair.A, hitA), Actor.Of(pair.B, hitB));
        var actors = IsOneSubject(pair) ? SubjectRelation.Same : actorA.To(actorB);
        var theme = Theme.Of(pair.A, hitA).Shared(Theme.Of(pair.B, hitB));
        if (isActor && actors == SubjectRelation.Unknown && theme >= AllShared && evidence >= AllShared && (actorA.Names.IsEmpty || actorB.Names.IsEmpty))
        {
            // Nearly every word but the poles is shared: who is meant is meant on both sides.
            actors = SubjectRelation.Same;
        }

        if (isActor ? actors != SubjectRelation.Same : opposed.Count > 0 && actors == SubjectRelation.Different && ((actorA.HasPerson && actorB.HasPerson) || (!actorA.Names.IsEmpty && !actorB.Names.IsEmpty)))
        {
            return null;
        }

        // Days apart, only a common time keeps two reports on one matter.
        if (opposed.Count > 0 && isActor && pair.Apart >= DaysLater && pair.Time != TimeRelation.Overlap)
        {
            return null;
        }

        // The one who acts is what an actor's scale is about, whoever is named elsewhere in the claims.
        if (isActor)
        {
            evidence += actorA.SharesName(actorB) ? actorA.Names.Where(n => actorB.Names.Any(n.Matches) && !pair.SharedNames.Any(n.Matches)).Sum(n => n.Weight) : pair.IdentityWeight;
        }

        if (isActor ? evidence < (actorA.SharesName(actorB) ? EnoughForActor : EnoughForTheme) : (theme == 0 && (evidence < EnoughWithoutTheme || pair.StoryWeight < OneStory)) || evidence < (opposed.Count > 0 ? EnoughForTheme : EnoughToAgree))
        {
            return null;
        }

        if (scale.Kind == ConflictKind.Participation && theme == 0 && pair is { IsOneStory: false, StoryWeight: 0 })
        {
            return null;
        }

        // A toll is counted, not opposed: "31 died" and "131 were rescued alive" are two groups.
        if (Groups.Contains(scale.Name) && (CountsPeople(pair.A) || CountsPeople(pair.B)))
        {
            return null;
        }

        var relation = opposed.Count == 0 ? Relation.Agreement : IsLaterState(pair, scale) ? Relation.Superseded : Relation.Conflict;
        var (says, saysOther) = (Say(hitA), Say(hitB));
        return new(
            relation,
            scale.Kind,
            relation == Relation.Conflict ? scale.Stake : 0,
            Math.Clamp(0.4 + (0.015 * evidence) + (pair.Time == TimeRelation.Overlap ? 0.08 : 0), 0, 0.95),
            [
                new(
                    $"{(scale.Kind == ConflictKind.Description ? "axis" : "opposites")}.{scale.Name}",
                    opposed.Count > 0
                        ? $"On {scale.About} the two are opposed: “{pair.A.WordsOf(hitA.First, hitA.Last)}” says that it {says}, “{pair.B.WordsOf(hitB.First, hitB.Last)}” that it {saysOther}."
                        : $"On {scale.About} both say the same: “{pair.A.WordsOf(hitA.First, hitA.Last)}” and “{pair.B.WordsOf(hitB.First, hitB.Last)}”.",
                    pair.A.SpanOf(hitA.First, hitA.Last),
                    pair.B.SpanOf(hitB.First, hitB.Last),
                    pair.A.WordsOf(hitA.First, hitA.Last),
                    pair.B.WordsOf(hitB.First, hitB.Last)),
            ],
            scale.Kind == ConflictKind.Description ? scale.Name : null);
    }

    /// <summary>
    /// Whether the later claim tells of a new state, not of another view: it says so ("no longer", "reopened"), or it was
    /// published days later and neither speaks of one time.
    /// </summary>
    private static bool IsLaterState(Alignment pair, Opposition scale)
    {
        if (pair.Apart is not { } apart || apart < NextDay || pair.Time == TimeRelation.Overlap)
        {
            return false;
        }

        var (earlier, later) = pair.A.Context.Published < pair.B.Context.Published ? (pair.A, pair.B) : (pair.B, pair.A);
        return later.IsReversal || earlier.IsProvisional || (scale.Match == OppositionMatch.Theme && apart >= DaysLater);
    }

    /// <summary>Who holds a place: two holders are a conflict, and what one lost another may hold.</summary>
    private static Finding? HolderFinding(Alignment pair, Opposition scale, List<PoleHit> mine, List<PoleHit> theirs)
    {
        if (pair.IsOneVoice || (pair.Apart >= DaysLater && pair.Time != TimeRelation.Overlap))
        {
            return null;
        }

        foreach (var x in mine)
        {
            foreach (var y in theirs)
            {
                if (Holder.Of(pair.A, x) is not { } a || Holder.Of(pair.B, y) is not { } b || Theme.Of(pair.A, x).SharedNames(Theme.Of(pair.B, y)) == 0)
                {
                    continue;
                }

                var (heldX, heldY) = (IsHeld(x), IsHeld(y));
                var isSame = a.IsSame(b);
                var conflict = heldX && heldY ? !isSame : heldX != heldY && isSame;
                var agreement = heldX == heldY ? isSame : !isSame;
                if (!conflict && !agreement)
                {
                    continue;
                }

                var (wordsX, wordsY) = (pair.A.WordsOf(x.First, x.Last), pair.B.WordsOf(y.First, y.Last));
                return new(
                    agreement ? Relation.Agreement : IsLaterState(pair, scale) ? Relation.Superseded : Relation.Conflict,
                    scale.Kind,
                    agreement ? 0 : scale.Stake,
                    Math.Clamp(0.5 + (0.01 * pair.Evidence), 0, 0.9),
                    [new($"axis.{scale.Name}", conflict ? $"On {scale.About} the two are opposed: “{wordsX}” ({a}) and “{wordsY}” ({b})." : $"On {scale.About} both say the same: “{wordsX}” and “{wordsY}”.", pair.A.SpanOf(x.First, x.Last), pair.B.SpanOf(y.First, y.Last), wordsX, wordsY)],
                    scale.Name);
            }
        }

        return null;

        static bool IsHeld(PoleHit hit) => (hit.Pole == 0) != hit.IsDenied;
    }

    /// <summary>The pairs in which both phrases hold their claim's main verb.</summary>
    private static List<(PoleHit X, PoleHit Y)> OfPredicates(Alignment pair, List<(PoleHit X, PoleHit Y)> found) =>
        [.. found.Where(p => IsPredicate(pair.A, p.X) && IsPredicate(pair.B, p.Y))];

    private static bool IsPredicate(ClaimProfile profile, PoleHit hit) =>
        profile.Claim.Predicate?.Split(' ')[0] is { } verb && Enumerable.Range(hit.First, hit.Last - hit.First + 1).Any(i => profile.Tokens[i].Lemmas.Verb == verb);

    /// <summary>Whether both have one subject: one name of several words, or one name and one head noun.</summary>
    private static bool IsOneSubject(Alignment pair) =>
        pair.Subject == SubjectRelation.Same && pair.A.Subject.Names.Any(n => pair.B.Subject.Names.Any(m => n.Matches(m) && ((n.Words.Length > 1 && m.Words.Length > 1) || pair.A.Subject.Head == pair.B.Subject.Head)));

    private static bool CountsPeople(ClaimProfile profile) => profile.Claim.Quantities.Any(q => q.Kind == QuantityKind.Count && q.Best > 0 && q.Role is not null);

    private static string Say(PoleHit hit) => hit.IsDenied ? $"did not: {hit.Opposition.Poles[hit.Pole].Says}" : hit.Opposition.Poles[hit.Pole].Says;

    /// <summary>Weight of shared names and words outside the phrases of the scale.</summary>
    private static double Evidence(Alignment pair, IEnumerable<PoleHit> hits, ClaimProfile profile)
    {
        var used = hits.SelectMany(h => Enumerable.Range(h.First, h.Last - h.First + 1)).Select(i => profile.Tokens[i].Lemmas.Family).ToHashSet(StringComparer.Ordinal);
        return pair.NameWeight + pair.SharedContent.Where(w => !used.Contains(w)).Sum(w => pair.A.Content[w]);
    }
}
