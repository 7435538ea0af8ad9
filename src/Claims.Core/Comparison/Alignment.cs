using System.Collections.Immutable;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;
using Claims.Core.Grouping;

namespace Claims.Core.Comparison;

/// <summary>How the times of two claims stand to each other.</summary>
internal enum TimeRelation
{
    /// <summary>At least one has no time that its text gives.</summary>
    Unknown,

    /// <summary>They share an instant, or lie within the tolerance.</summary>
    Overlap,

    /// <summary>They are apart.</summary>
    Disjoint,
}

/// <summary>How the subjects of two claims stand to each other.</summary>
internal enum SubjectRelation
{
    /// <summary>At least one is missing or a pronoun.</summary>
    Unknown,

    /// <summary>The same actor by name, or by head noun where neither bears a name.</summary>
    Same,

    /// <summary>Two actors.</summary>
    Different,
}

/// <summary>What two claims share and where they part, worked out once for all rules. Symmetric up to the names of the sides.</summary>
internal sealed class Alignment
{
    /// <summary>Times closer than this are one time: "Thursday night" and "Friday morning", a date line in another zone.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(12);

    /// <summary>So long before its publication a time is another event than the news of the day.</summary>
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(60);

    /// <summary>Reports closer than this mean one day by one weekday.</summary>
    private static readonly TimeSpan SameWeek = TimeSpan.FromDays(4);

    /// <summary>The most that shared names of the contexts add for actors without a name of their own.</summary>
    private const double MostOfIdentity = 6;

    /// <summary>What a match with the other side's context, not its own words, counts for.</summary>
    private const double ContextShare = 0.5;

    /// <summary>How many words before its time a former value may begin.</summary>
    private const int FormerReach = 7;

    /// <summary>What one named rate says: as much as a telling word.</summary>
    private const double OfOneRate = 6;

    /// <summary>Likeness of contexts from which on two claims stand in one story. Chosen on the sample newsroom and the event topics.</summary>
    private const double SameStory = 0.12;

    /// <summary>The most that contexts count for: half of what makes one event.</summary>
    private const double MostOfStory = 8;

    private readonly Lazy<double> storyProbability;

    private Alignment(ClaimProfile a, ClaimProfile b)
    {
        (A, B) = (a, b);
        SharedNames = [.. a.Names.Where(n => b.Names.Any(n.Matches))];
        OnlyA = [.. a.Names.Where(n => !b.Names.Any(n.Matches) && !b.ContextNames.Any(n.Matches))];
        OnlyB = [.. b.Names.Where(n => !a.Names.Any(n.Matches) && !a.ContextNames.Any(n.Matches))];
        var contextNames = a.Names.Where(n => !b.Names.Any(n.Matches) && b.ContextNames.Any(n.Matches)).Sum(n => n.Weight)
            + b.Names.Where(n => !a.Names.Any(n.Matches) && a.ContextNames.Any(n.Matches)).Sum(n => n.Weight);
        NameWeight = SharedNames.Sum(n => n.Weight) + (ContextShare * contextNames);
        var shared = new List<string>();
        double weight = 0, contextWeight = 0;
        foreach (var (word, w) in a.Content)
        {
            if (b.Content.ContainsKey(word) || Array.Exists(a.Meanings[word], b.AllMeanings.Contains))
            {
                shared.Add(word);
                weight += w;
            }
            else if (b.ContextContent.ContainsKey(word))
            {
                contextWeight += w;
            }
        }

        foreach (var (word, w) in b.Content)
        {
            if (!a.Content.ContainsKey(word) && a.ContextContent.ContainsKey(word))
            {
                contextWeight += w;
            }
        }

        SharedContent = [.. shared];
        ContentWeight = weight;
        ContextWeight = ContextShare * contextWeight;
        StorySimilarity = IsOneStory ? 0 : Cosine(a, b);
        if (IsOneStory || StorySimilarity < SameStory)
        {
            // Without a common story a shared context says nothing: within one story it is always shared.
            ContextWeight = 0;
            NameWeight = SharedNames.Sum(n => n.Weight);
        }
        else
        {
            StoryWeight = Math.Min(MostOfStory, 20 * StorySimilarity);
        }

        RateWeight = a.Figures.Any(x => x.Rate is { } rate && b.Figures.Any(y => y.Rate == rate)) ? OfOneRate : 0;
        Coverage = weight / Math.Max(1e-9, Math.Min(a.Content.Values.Sum(), b.Content.Values.Sum()));
        Time = TimesOf(a, b);
        Subject = SubjectsOf(a, b);
        UndergoersClash = UndergoersDiffer(a, b);
        storyProbability = new(() => IsOneStory ? 1 : SameEventModel.StoryProbability(a, b));
    }

    public ClaimProfile A { get; }

    public ClaimProfile B { get; }

    /// <summary>Aligns two claims; the one with the smaller key is always the first, so that the order of the two does not matter.</summary>
    public static Alignment Of(ClaimProfile a, ClaimProfile b) =>
        string.CompareOrdinal(a.Claim.Id.Value, b.Claim.Id.Value) <= 0 ? new(a, b) : new(b, a);

    /// <summary>Names that both have, as the first writes them.</summary>
    public ImmutableArray<ProfileName> SharedNames { get; }

    /// <summary>Names of the first that neither the second nor its context has.</summary>
    public ImmutableArray<ProfileName> OnlyA { get; }

    /// <summary>Names of the second that neither the first nor its context has.</summary>
    public ImmutableArray<ProfileName> OnlyB { get; }

    /// <summary>How telling the shared names are.</summary>
    public double NameWeight { get; }

    /// <summary>Words with content that both have.</summary>
    public ImmutableArray<string> SharedContent { get; }

    /// <summary>How telling those are.</summary>
    public double ContentWeight { get; }

    /// <summary>How telling the words are that one side has and the other side's context.</summary>
    public double ContextWeight { get; }

    /// <summary>Share of the content of the claim with less of it that both have, 0 to 1.</summary>
    public double Coverage { get; }

    public TimeRelation Time { get; }

    public SubjectRelation Subject { get; }

    /// <summary>
    /// Whether one predicate is said to befall two that are named and not the same: "the court sentenced Ada Holt" and "the court
    /// sentenced Ivo Brand" are two sentences, whatever else they share.
    /// </summary>
    public bool UndergoersClash { get; }

    /// <summary>The times between the publications, or null where one is not known.</summary>
    public TimeSpan? Apart => A.Context.Published is { } x && B.Context.Published is { } y ? (x - y).Duration() : null;

    /// <summary>What a shared time says: a shared day is telling, a shared month less, a shared year nothing.</summary>
    public double TimeWeight => Time != TimeRelation.Overlap ? 0
        : Longest <= TimeSpan.FromDays(3) ? 4
        : Longest <= TimeSpan.FromDays(35) ? 2
        : 0;

    private TimeSpan Longest => new(Math.Max((A.Claim.Time!.End - A.Claim.Time.Start).Ticks, (B.Claim.Time!.End - B.Claim.Time.Start).Ticks));

    /// <summary>What percentages of one named rate on both sides say, whatever words name it ("turnout", "turned out").</summary>
    public double RateWeight { get; }

    /// <summary>All that says that the two are about one thing.</summary>
    public double Evidence => NameWeight + ContentWeight + RateWeight + ContextWeight + TimeWeight + StoryWeight;

    /// <summary>How telling the names are that the two share when the contexts count too: who "the militias" are.</summary>
    public double IdentityWeight => Math.Min(MostOfIdentity, A.Names.Concat(A.ContextNames).Where(n => B.Names.Concat(B.ContextNames).Any(n.Matches)).Sum(n => n.Weight));

    /// <summary>Whether words set the two events off from each other: other ranks, other parts of a place, "a separate", "the week before" on one side.</summary>
    public bool SetApart =>
        A.IsOther != B.IsOther
        || (!A.Ordinals.IsEmpty && !B.Ordinals.IsEmpty && !A.Ordinals.Any(B.Ordinals.Contains))
        || PartsDiffer(A.Parts, B.Parts);

    /// <summary>Whether on one scale ("compass", "height") both name a part and it is not the same.</summary>
    private static bool PartsDiffer(ImmutableArray<string> a, ImmutableArray<string> b) =>
        a.Any(x => b.Any(y => Scale(x) == Scale(y)) && !b.Any(y => Scale(x) == Scale(y) && a.Contains(y)));

    private static string Scale(string part) => part[..part.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Whether both have names that the other lacks: two places, two people.</summary>
    public bool NamesClash => !OnlyA.IsEmpty && !OnlyB.IsEmpty;

    /// <summary>Whether both have names, none in common, and one of them a name that is foreign to the other's story.</summary>
    public bool ForeignNames => SharedNames.IsEmpty && !A.Names.IsEmpty && !B.Names.IsEmpty && (!OnlyA.IsEmpty || !OnlyB.IsEmpty);

    /// <summary>Whether both name a place that the other lacks, and share none.</summary>
    public bool PlacesClash => OnlyA.Any(n => n.IsPlace) && OnlyB.Any(n => n.IsPlace) && !SharedNames.Any(n => n.IsPlace || B.Names.Any(m => m.IsPlace && m.Matches(n)));

    /// <summary>Whether both stand in one story.</summary>
    public bool IsOneStory => A.Claim.DocumentId == B.Claim.DocumentId;

    /// <summary>Whether both stand in one story on one person's word: then the writer does not contradict himself but speaks of two things.</summary>
    public bool IsOneVoice => IsOneStory && Source(A.Claim) == Source(B.Claim);

    /// <summary>Cosine of the two stories' words, 0 to 1; 0 within one story, where it says nothing.</summary>
    public double StorySimilarity { get; }

    /// <summary>Probability that the two documents report one story, 0 to 1, by the model of grouping; 1 within one document.</summary>
    public double StoryProbability => storyProbability.Value;

    /// <summary>What the stories have in common beyond what the claims themselves say.</summary>
    public double StoryWeight { get; }

    private static double Cosine(ClaimProfile a, ClaimProfile b)
    {
        var (small, large) = a.Story.Count <= b.Story.Count ? (a.Story, b.Story) : (b.Story, a.Story);
        double sum = 0;
        foreach (var (word, weight) in small)
        {
            if (large.TryGetValue(word, out var other))
            {
                sum += weight * other;
            }
        }

        return sum / Math.Max(1e-9, a.StoryLength * b.StoryLength);
    }

    private static string? Source(Claim claim) => claim.Attribution.Primary?.Name;

    /// <summary>Whether the subjects are known to be one actor.</summary>
    private static SubjectRelation SubjectsOf(ClaimProfile a, ClaimProfile b)
    {
        var (x, y) = (a.Subject, b.Subject);
        if (x.IsEmpty || y.IsEmpty)
        {
            return SubjectRelation.Unknown;
        }

        if (!x.Names.IsEmpty && !y.Names.IsEmpty)
        {
            return x.Names.Any(n => y.Names.Any(n.Matches)) ? SubjectRelation.Same : SubjectRelation.Different;
        }

        if (x.Head is null || y.Head is null)
        {
            return SubjectRelation.Unknown;
        }

        if (x.Head == y.Head || WordNetTable.Embedded.AreSynonyms(x.Head, y.Head))
        {
            return SubjectRelation.Same;
        }

        return SubjectRelation.Unknown;
    }

    private static bool UndergoersDiffer(ClaimProfile a, ClaimProfile b)
    {
        if (a.Claim.Predicate is null || a.Claim.Predicate != b.Claim.Predicate)
        {
            return false;
        }

        var (x, y) = (a.Undergoers, b.Undergoers);
        return !x.IsEmpty && !y.IsEmpty && !x.Any(n => y.Any(n.Matches));
    }

    private static TimeRelation TimesOf(ClaimProfile a, ClaimProfile b)
    {
        var (x, y) = (Said(a), Said(b));
        if (x is null || y is null)
        {
            return IsPast(x, a, b) || IsPast(y, b, a) ? TimeRelation.Disjoint : TimeRelation.Unknown;
        }

        if (Gap(x, y) <= Tolerance)
        {
            return TimeRelation.Overlap;
        }

        // A claim has one time, and its words may name two: with one weekday in both, the times that were taken are not
        // known to be those of the same thing.
        return Weekdays(a).Overlaps(Weekdays(b)) && a.Context.Published is { } published && b.Context.Published is { } other && (published - other).Duration() < SameWeek
            ? TimeRelation.Unknown
            : TimeRelation.Disjoint;
    }

    private static HashSet<string> Weekdays(ClaimProfile profile) =>
        [.. profile.Tokens.Select(t => t.Lemmas.Word).Where(w => w is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday")];

    /// <summary>"Fewer than in 2022": a time that the news is held beside is not its own.</summary>
    private static bool IsBeside(ClaimProfile profile, TimeReference time)
    {
        var at = profile.OffsetOf(time.Text);
        var token = at <= 0 ? -1 : profile.TokenAt(at);
        return token > 0 && (Enumerable.Range(Math.Max(0, token - 2), Math.Min(2, token)).Any(i => profile.Tokens[i].Lemmas.Word is "than") || IsFormerValue(profile, token));
    }

    /// <summary>"Up from 31 percent in spring", "compared with 12 in May".</summary>
    private static bool IsFormerValue(ClaimProfile profile, int token)
    {
        for (var i = token - 1; i > 0 && token - i <= FormerReach && profile.Tokens[i].Kind != TokenKind.Mark; i--)
        {
            if (profile.Tokens[i].Lemmas.Word is "from" && profile.Tokens[i - 1].Lemmas.Word is "up" or "down"
                || profile.Tokens[i].Lemmas.Word is "with" or "to" && profile.Tokens[i - 1].Lemmas.Verb is "compare")
            {
                return true;
            }
        }

        return false;
    }

    private static TimeReference? Said(ClaimProfile profile) => profile.Claim.Time is { Explicit: true } time && !IsBeside(profile, time) ? (profile.IsCumulative ? time with { End = DateTimeOffset.MaxValue } : time) : null;

    /// <summary>Whether a claim looks back long before its day while the other, of about the same day, names no time: news without a time is of its day.</summary>
    private static bool IsPast(TimeReference? time, ClaimProfile profile, ClaimProfile other) =>
        time is not null && profile.Context.Published is { } published && other.Context.Published is { } day
        && time.End < published - LongAgo && (published - day).Duration() < LongAgo;

    /// <summary>The time between two intervals; zero where they overlap.</summary>
    public static TimeSpan Gap(TimeReference x, TimeReference y)
    {
        if (x.Overlaps(y))
        {
            return TimeSpan.Zero;
        }

        return x.End <= y.Start ? y.Start - x.End : x.Start - y.End;
    }
}
