using Claims.Core.Articles;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>
/// Compares when, where and by whom one thing happened. It must be one and the same thing: something that happens once
/// (an arrest, a trial's opening), told in words that have much in common.
/// </summary>
internal sealed class EventRule : IComparisonRule
{
    /// <summary>Evidence in the claims' own words that both tell of one thing. Higher than for figures, because nothing else but the words ties the two. Chosen on the pairs development set.</summary>
    private const double Enough = 18;

    /// <summary>The same for places and doers, where the words that part must not count against it.</summary>
    private const double EnoughForDoer = 14;

    /// <summary>What both acts must have in common in what they aim at.</summary>
    private const double EnoughForTarget = 9;

    /// <summary>How many words behind a happening its place may stand.</summary>
    private const int PlaceReach = 10;

    /// <summary>Share of words that two claims without a common name must share to be compared by kinds of place.</summary>
    private const double EnoughWithoutName = 0.5;

    /// <summary>What two words without a name must weigh to say that the acts aim at one thing.</summary>
    private const double EnoughForTwoWords = 11;

    /// <summary>Share of words that both claims must have in common to tell of one thing at two times or places.</summary>
    private const double LeastCoverage = 0.3;

    /// <summary>What the words around a happening must share where the claims as a whole have little in common: a name and a noun.</summary>
    private const double EnoughAround = 14;

    /// <summary>Times further apart than this are two events, not two views of one.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1200);

    private static readonly TimeSpan NextDay = TimeSpan.FromHours(18);

    private static readonly TimeSpan TwoDays = TimeSpan.FromHours(36);

    public IEnumerable<Finding> Apply(Alignment pair)
    {
        if (pair.IsOneVoice || pair.SetApart)
        {
            yield break;
        }

        var own = pair.NameWeight + pair.ContentWeight;
        if (Time(pair, own) is { } time)
        {
            yield return time;
        }

        if (Place(pair, own) is { } place)
        {
            yield return place;
        }

        else if (PlaceKind(pair, own) is { } kind)
        {
            yield return kind;
        }

        if (Doer(pair, own) is { } doer)
        {
            yield return doer;
        }
    }

    private static Finding? Time(Alignment pair, double own)
    {
        if (pair.A.Claim.Time is not { Explicit: true } x || pair.B.Claim.Time is not { Explicit: true } y || pair.Time != TimeRelation.Disjoint
            || own + (pair.StoryWeight / 2) < Enough || pair.SharedNames.IsEmpty || pair.PlacesClash || IsOfTwoDays(pair, x, y) || (pair is { IsOneStory: false, StoryWeight: 0 }) || Alignment.Gap(x, y) > Longest || IsOpen(x) || IsOpen(y)
            || (pair.A.Claim.Modality == Modality.Planned) != (pair.B.Claim.Modality == Modality.Planned)
            || Same(pair) is not { } happening || (pair.Coverage < LeastCoverage && Around(pair, happening) < EnoughAround))
        {
            return null;
        }

        var later = pair.A.Context.Published < pair.B.Context.Published ? pair.B : pair.A;
        var superseded = pair.Apart >= NextDay && (later.IsReversal || later.IsCorrection);
        return new(
            superseded ? Relation.Superseded : Relation.Conflict,
            ConflictKind.Time,
            superseded ? 0.15 : 0.4,
            Math.Clamp(0.4 + (0.01 * own), 0, 0.85),
            [new("time.apart", $"Both tell of the same {happening}, the one “{x.Text}”, the other “{y.Text}”.", Spot(x, pair.A), Spot(y, pair.B), x.Text, y.Text)]);
    }

    private static Finding? Place(Alignment pair, double own)
    {
        var (a, b) = (pair.OnlyA.Where(n => n.IsPlace).ToList(), pair.OnlyB.Where(n => n.IsPlace).ToList());
        if (a.Count == 0 || b.Count == 0 || own < Enough || pair.Coverage < LeastCoverage || pair.SharedNames.IsEmpty || pair.Time == TimeRelation.Disjoint || Same(pair) is not { } happening
            || !IsAt(pair.A, a[0], happening) || !IsAt(pair.B, b[0], happening) || CountsDiffer(pair))
        {
            return null;
        }

        return new(
            Relation.Conflict,
            ConflictKind.Place,
            0.4,
            Math.Clamp(0.35 + (0.01 * own), 0, 0.8),
            [new("place.apart", $"Both tell of the same {happening}, the one at “{a[0].Text}”, the other at “{b[0].Text}”.", SpanOf(pair.A, a[0]), SpanOf(pair.B, b[0]), a[0].Text, b[0].Text)]);
    }

    /// <summary>Whether one role is counted on both sides and not alike: 20 arrested in one town and 31 in another are two events.</summary>
    private static bool CountsDiffer(Alignment pair)
    {
        var both = pair.A.Claim.Quantities.SelectMany(x => pair.B.Claim.Quantities.Where(y => y.Kind == x.Kind && y.Role is not null && y.Role == x.Role).Select(y => (x, y))).ToList();
        return both.Count > 0 && !both.Exists(p => p.x.Lower <= p.y.Upper && p.y.Lower <= p.x.Upper);
    }

    /// <summary>One thing that happens once, "in a hut" on one side and "beneath a glacier" on the other.</summary>
    private static Finding? PlaceKind(Alignment pair, double own)
    {
        if (pair.Time == TimeRelation.Disjoint || pair.PlacesClash || own + (pair.StoryWeight / 2) < Enough || (pair.SharedNames.IsEmpty && pair.Coverage < EnoughWithoutName) || Same(pair) is not { } happening
            || KindOf(pair.A, happening) is not { } x || KindOf(pair.B, happening) is not { } y || x.Kind == y.Kind || pair.A.Parts.Length + pair.B.Parts.Length > 2)
        {
            return null;
        }

        var (wordsX, wordsY) = (pair.A.WordsOf(x.First, x.Last), pair.B.WordsOf(y.First, y.Last));
        return new(
            Relation.Conflict,
            ConflictKind.Place,
            0.35,
            Math.Clamp(0.3 + (0.01 * own), 0, 0.75),
            [new("place.kind", $"Both tell of the same {happening}, the one “{wordsX}”, the other “{wordsY}”.", pair.A.SpanOf(x.First, x.Last), pair.B.SpanOf(y.First, y.Last), wordsX, wordsY)]);
    }

    /// <summary>The nearest words of place behind the happening that name a kind of place.</summary>
    private static (string Kind, int First, int Last)? KindOf(ClaimProfile profile, string what)
    {
        var tokens = profile.Tokens;
        foreach (var happening in profile.Happenings.Where(h => h.What == what))
        {
            for (var i = happening.Last; i < Math.Min(tokens.Count, happening.Last + PlaceReach) && !tokens[i].EndsClause && tokens[i].Lemmas.Word is not "after" and not "from" and not "before"; i++)
            {
                if (tokens[i].Lemmas.Word is not ("in" or "at" or "on" or "inside" or "aboard" or "into"))
                {
                    continue;
                }

                // The head is the last noun before the next mark or preposition, or behind "of" ("beneath the ridge of a glacier").
                for (var k = i + 1; k < Math.Min(tokens.Count, i + PlaceReach) && tokens[k].Kind != TokenKind.Mark; k++)
                {
                    if (WordLists.Shared.PlaceKindOf(tokens[k].Lemmas.Noun ?? "") is { } kind && (k + 1 == tokens.Count || tokens[k + 1] is not { Kind: TokenKind.Word, Lemmas.Noun: not null } next || WordLists.Shared.IsStop(next.Lemmas.Word)))
                    {
                        return (kind, i, k);
                    }

                    if (tokens[k].Lemmas.Word is "in" or "at" or "on" or "off" or "near" or "for" or "with" or "after" or "by")
                    {
                        break;
                    }
                }
            }
        }

        return null;
    }

    private static Finding? Doer(Alignment pair, double own)
    {
        if (pair.Time == TimeRelation.Disjoint || pair.PlacesClash || own < EnoughForDoer)
        {
            return null;
        }

        Finding? agreement = null;
        foreach (var x in pair.A.Acts)
        {
            foreach (var y in pair.B.Acts)
            {
                var (a, b) = (Actor.Of(pair.A, x), Actor.Of(pair.B, y));
                if (!IsDone(pair.A, x) || !IsDone(pair.B, y) || !Identifies(a) || !Identifies(b) || !Target(pair, x, y, a, b))
                {
                    continue;
                }

                var (wordsA, wordsB) = (Name(a), Name(b));
                if (!Parts(a, b))
                {
                    if (x.What == y.What || a.SharesName(b))
                    {
                        agreement ??= new(Relation.Agreement, ConflictKind.Perpetrator, 0, Math.Clamp(0.4 + (0.01 * own), 0, 0.85), [new("doer.same", $"For one act both name “{wordsA}” and “{wordsB}”.", pair.A.SpanOf(x.First, x.Last), pair.B.SpanOf(y.First, y.Last), wordsA, wordsB)]);
                    }

                    continue;
                }

                return new(
                    pair.Apart >= NextDay && (pair.A.IsReversal || pair.B.IsReversal || pair.A.IsProvisional || pair.B.IsProvisional) ? Relation.Superseded : Relation.Conflict,
                    ConflictKind.Perpetrator,
                    0.7,
                    Math.Clamp(0.4 + (0.01 * own), 0, 0.85),
                    [new("doer.apart", $"For one act the one names “{wordsA}”, the other “{wordsB}”.", pair.A.SpanOf(x.First, x.Last), pair.B.SpanOf(y.First, y.Last), wordsA, wordsB)]);
            }
        }

        return agreement;
    }

    /// <summary>Whether each tells the news of its own day and the days are apart: a strike that began on Thursday, a strike that ended on Saturday.</summary>
    private static bool IsOfTwoDays(Alignment pair, TimeReference x, TimeReference y) =>
        pair.Apart >= TwoDays && IsNews(x, pair.A.Context.Published) && IsNews(y, pair.B.Context.Published);

    private static bool IsNews(TimeReference time, DateTimeOffset? published) => published is { } day && time.Start <= day && day - NextDay < time.End;

    /// <summary>What both tell of, or null when it is not one thing.</summary>
    private static string? Same(Alignment pair) =>
        pair.A.Happenings.Select(h => h.What).FirstOrDefault(what => pair.B.Happenings.Any(h => h.What == what));

    /// <summary>What stands around the happening on both sides: its names and nouns tell what was opened or signed.</summary>
    private static double Around(Alignment pair, string what) =>
        (from x in pair.A.Happenings where x.What == what from y in pair.B.Happenings where y.What == what select Theme.Of(pair.A, x.First, x.Last).Shared(Theme.Of(pair.B, y.First, y.Last))).DefaultIfEmpty().Max();

    private static bool IsOpen(TimeReference time) => time.End - time.Start > TimeSpan.FromDays(400) || time.Text.StartsWith("since", StringComparison.OrdinalIgnoreCase) || time.Text.StartsWith("until", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the place stands near the happening in its claim.</summary>
    private static bool IsAt(ClaimProfile profile, ProfileName place, string happening) =>
        place.First >= 0 && profile.Happenings.Any(h => h.What == happening && Math.Abs(h.Last - place.First) <= 10);

    private static bool Identifies(Actor actor) => !actor.Names.IsEmpty || actor.Nouns.Any(IsDoer);

    private static bool IsDoer(string noun) =>
        !WordLists.Shared.IsVagueAgent(noun) && !WordLists.Shared.IsGenericPerson(noun) && !WordLists.Shared.IsAttribution(noun) && (WordNetTable.Embedded.IsPerson(noun) || WordLists.Shared.IsArmedGroup(noun));

    /// <summary>Whether the two doers have neither a name nor a noun in common.</summary>
    private static bool Parts(Actor a, Actor b) =>
        !a.SharesName(b) && !a.Nouns.Any(n => b.Nouns.Any(m => n == m || WordNetTable.Embedded.AreSynonyms(n, m))) && (!a.Names.IsEmpty || !b.Names.IsEmpty || (a.Nouns.Any(IsDoer) && b.Nouns.Any(IsDoer)));

    /// <summary>Whether the words say who did it: an active verb, or a passive with "by"; "men lost at sea" says nothing of it.</summary>
    private static bool IsDone(ClaimProfile profile, Happening act)
    {
        var tokens = profile.Tokens;
        if (act.What is "work of" or "be behind" or "behind")
        {
            return true;
        }

        if (act.First > 0 && tokens[act.First - 1].Lemmas.Word is "the" or "a" or "an" or "of" or "in" or "this" or "that" or "any" or "its" or "his" or "their")
        {
            return false;
        }

        var by = Enumerable.Range(act.Last + 1, Math.Min(6, tokens.Count - act.Last - 1)).Any(i => tokens[i].Lemmas.Word == "by");
        var be = Enumerable.Range(Math.Max(0, act.First - 3), Math.Min(3, act.First)).Any(i => tokens[i].Lemmas.Verb == "be");
        var next = act.Last + 1 < tokens.Count ? tokens[act.Last + 1] : null;
        return by || (!be && next is not null && next.Kind != TokenKind.Mark && next.Lemmas.Word is not ("in" or "on" or "at" or "during" or "when" or "after" or "as" or "and" or "while"));
    }

    /// <summary>Whether the acts aim at one thing: near both stand one name that is no doer, or two words.</summary>
    private static bool Target(Alignment pair, Happening x, Happening y, Actor a, Actor b)
    {
        var (mine, theirs) = (Theme.Of(pair.A, x.First, x.Last), Theme.Of(pair.B, y.First, y.Last));
        var names = mine.Names.Where(n => !a.Names.Any(n.Matches) && !b.Names.Any(n.Matches) && theirs.Names.Any(n.Matches)).Sum(n => n.Weight);
        var words = mine.Nouns.Where(p => !a.Nouns.Contains(p.Key) && !b.Nouns.Contains(p.Key) && (theirs.Nouns.ContainsKey(p.Key) || theirs.Nouns.Keys.Any(o => WordNetTable.Embedded.AreSynonyms(p.Key, o)))).ToList();
        return (names > 0 && names + words.Sum(p => p.Value) >= EnoughForTarget) || words.Count >= 3 || (words.Count == 2 && words.Sum(p => p.Value) >= EnoughForTwoWords);
    }

    private static string Name(Actor actor) => actor.Names.IsEmpty ? string.Join(' ', actor.Nouns) : actor.Names[0].Text;

    private static TextSpan Spot(TimeReference time, ClaimProfile profile) => time.Span.Length > 0 ? time.Span : profile.Claim.Span;

    private static TextSpan SpanOf(ClaimProfile profile, ProfileName name) =>
        name.First < 0 ? profile.Claim.Span : profile.SpanOf(name.First, Math.Min(profile.Tokens.Count - 1, name.First + Math.Max(0, name.Text.Split(' ').Length - 1)));
}
