using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>Whether two claims are about one event, so far that their figures or outcomes may be held against each other.</summary>
internal static class SameEvent
{
    /// <summary>Evidence in the claims' own words and context from which on they are about one event. Inverse document frequencies, so about two telling words or a rare name and a word. Chosen on pairs and events development sets.</summary>
    public const double Enough = 12;

    /// <summary>Likeness of contexts from which on two reports are of one story, so that their figures in one role need little else in common.</summary>
    public const double OneStory = 0.3;

    /// <summary>What they need then.</summary>
    public const double OwnInOneStory = 2;

    /// <summary>The same for two voices of one story, which is about its event as a whole.</summary>
    public const double EnoughInOneStory = 7;

    /// <summary>Share of the evidence that must come from the claims' own words.</summary>
    public const double Own = 5;

    /// <summary>Stories so alike are of one event, where figures in one role ("killed") need no more words in common.</summary>
    public const double OneEvent = 4.5;

    /// <summary>The same for figures in one role in two reports of one event.</summary>
    public const double EnoughInOneEvent = 8;

    /// <summary>Probability of one story from which on reports of the same days are taken for reports of it: what two documents of different events hardly reach (see models/grouping/README.md).</summary>
    private const double LikelyStory = 0.3;

    /// <summary>The same for reports whose days lie apart or are not known.</summary>
    private const double SureStory = 0.8;

    /// <summary>Reports so close in time that speak of one rate speak of the news of the day.</summary>
    private static readonly TimeSpan FewDays = TimeSpan.FromDays(3);

    /// <summary>Words that say what is voted on, by the kind of vote.</summary>
    private static readonly Dictionary<string, string> Votes = new(StringComparer.Ordinal)
    {
        ["parliament"] = "parliament", ["parliamentary"] = "parliament", ["assembly"] = "parliament", ["legislature"] = "parliament", ["legislative"] = "parliament", ["congress"] = "parliament", ["general"] = "parliament",
        ["council"] = "local", ["municipal"] = "local", ["provincial"] = "local", ["mayor"] = "local", ["mayoral"] = "local", ["by-election"] = "local", ["byelection"] = "local", ["local"] = "local",
        ["senate"] = "senate", ["presidential"] = "president", ["runoff"] = "president", ["presidency"] = "president", ["referendum"] = "referendum", ["plebiscite"] = "referendum",
    };

    /// <summary>For figures: what the role itself says ("killed") is no evidence of the event.</summary>
    public static bool Of(Alignment pair, Quantity x, Quantity y)
    {
        if (Clash(pair) || ((x.Role ?? y.Role) == QuantityRoles.Won && VotesClash(pair)))
        {
            return false;
        }

        var generic = new[] { x, y }
            .SelectMany(q => new[] { q.Role, IsPeople(q.Counted) ? q.Counted : null })
            .Where(w => w is not null)
            .Select(w => WordForms.Of(w!).Family)
            .ToHashSet(StringComparer.Ordinal);
        var own = pair.NameWeight + pair.SharedContent.Where(w => !generic.Contains(w)).Sum(w => pair.A.Content[w]) + pair.TimeWeight;
        var isOneEvent = CountedThing.IsOneRole(x, y) && HasStory(pair.A) && HasStory(pair.B) && (pair.StoryWeight >= OneEvent || IsOneReport(pair));
        var isTold = isOneEvent || own + pair.ContextWeight >= (pair.StorySimilarity >= OneStory ? OwnInOneStory : Own);
        return isTold && own + pair.ContextWeight + pair.StoryWeight >= (pair.IsOneStory ? EnoughInOneStory : isOneEvent ? EnoughInOneEvent : Enough);
    }

    /// <summary>For two percentages of one named rate, which says itself what they measure.</summary>
    public static bool OfRate(Alignment pair) =>
        !Clash(pair) && !VotesClash(pair) && pair.Evidence >= Enough && (pair.NameWeight > 0 || pair.StoryWeight >= OneEvent || pair.IsOneStory || (pair.StoryWeight > 0 && pair.Apart <= FewDays));

    /// <summary>
    /// Whether both say what was voted on, and it is not the same: seats of a parliament and of a council, an election and a
    /// referendum.
    /// </summary>
    public static bool VotesClash(Alignment pair)
    {
        var (a, b) = (VotesOf(pair.A), VotesOf(pair.B));
        return a.Count > 0 && b.Count > 0 && !a.Overlaps(b);
    }

    /// <summary>Whether the two documents report one story: likely by their words when they are of the same days, nearly sure when their days are not known.</summary>
    public static bool IsOneReport(Alignment pair) => pair.StoryProbability >= (pair.Apart is { } apart ? apart <= FewDays ? LikelyStory : SureStory : SureStory);

    /// <summary>Whether more is known of the story than the claim itself: two lone sentences are alike without being of one event.</summary>
    private static bool HasStory(ClaimProfile profile) => profile.ContextContent.Keys.Any(word => !profile.Content.ContainsKey(word));

    private static HashSet<string> VotesOf(ClaimProfile profile) =>
        [.. profile.Tokens.Select(t => Votes.GetValueOrDefault(t.Lemmas.Noun ?? t.Lemmas.Word) ?? Votes.GetValueOrDefault(t.Lemmas.Word)).Where(v => v is not null).Select(v => v!)];

    private static bool IsPeople(string? noun) => noun is not null && WordLists.Shared.IsGenericPerson(noun);

    /// <summary>Whether names say that these are two: both have places or people that the other lacks, and none in common.</summary>
    public static bool Clash(Alignment pair) => pair.SetApart || pair.PlacesClash || (pair.NamesClash && pair.SharedNames.IsEmpty) || (pair.StoryWeight > 0 && pair.ForeignNames && pair.NameWeight == 0);
}
