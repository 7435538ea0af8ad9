using System.Runtime.CompilerServices;
using Claims.Core.Comparison;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Grouping;

/// <summary>Weights of the same-event score, kept open in <c>models/grouping/same-event.json</c>.</summary>
/// <param name="LearnedFrom">Topics of the event set that they were learned from; figures on those flatter.</param>
/// <param name="Story">Whether two documents report one story.</param>
/// <param name="Event">Whether two sentences of one story tell of one event in it.</param>
public sealed record SameEventWeights(IReadOnlyList<string> LearnedFrom, LogisticModel Story, LogisticModel Event);

/// <summary>
/// The probability that two claims tell of one event: that their documents report one story, times that the two tell of
/// one event in it. Both are logistic models, learned apart: the first from pairs of documents, the second from pairs of
/// sentences within stories, so that neither has to make up for the other. How they were learned and how well they do
/// stands in <c>models/grouping/README.md</c>.
/// </summary>
public static class SameEventModel
{
    /// <summary>From here on a pair is compared and shown side by side. Lets nearly every pair of one event through; the rules of comparison ask for more themselves.</summary>
    public const double Suggest = 0.3;

    /// <summary>From here on the two go into one group. Chosen on the sample newsroom, where a higher one left two tolls of one accident in no group.</summary>
    public const double Join = 0.6;

    /// <summary>Evidence in words and names from which on a pair is compared whatever its score.</summary>
    public const double EnoughEvidence = 8;

    /// <summary>Below this probability of one story the texts are not aligned: they count as if they shared little.</summary>
    private const double OtherStory = 0.02;

    /// <summary>What texts of two stories count for: about the share of pairs of one event among those that share little.</summary>
    private const double LittleShared = 0.2;

    private static readonly Lazy<SameEventWeights> LazyEmbedded = new(() => EmbeddedJson.Read<SameEventWeights>("models/grouping/same-event.json"));

    private static readonly ConditionalWeakTable<Story, ConditionalWeakTable<Story, StrongBox<double>>> Known = [];

    /// <summary>The shipped weights.</summary>
    public static SameEventWeights Embedded => LazyEmbedded.Value;

    /// <summary>The score of two claims by the shipped weights, 0 to 1; the same whichever comes first.</summary>
    internal static double Score(ClaimProfile a, ClaimProfile b)
    {
        if (string.CompareOrdinal(a.Claim.Id.Value, b.Claim.Id.Value) > 0)
        {
            (a, b) = (b, a);
        }

        // Within one document there is one story, whatever its words.
        var story = a.Claim.DocumentId == b.Claim.DocumentId ? 1 : StoryProbability(a, b);
        return Score(story, Embedded.Event, a.EventText, a.Account, b.EventText, b.Account);
    }

    /// <summary>Whether two claims surely stand in reports of two stories. Statements that come without a document are in none.</summary>
    internal static bool IsOtherStory(ClaimProfile a, ClaimProfile b) =>
        a.Context.Story is not null && b.Context.Story is not null && a.Claim.DocumentId != b.Claim.DocumentId && StoryProbability(a, b) < OtherStory;

    /// <summary>The score where the probability of one story is known.</summary>
    internal static double Score(double story, LogisticModel model, EventText a, Story storyOfA, EventText b, Story storyOfB) =>
        story * (story < OtherStory ? LittleShared : model.Probability(SameEventFeatures.Of(a, storyOfA, b, storyOfB)));

    /// <summary>Stories meet many times, once for each two of their claims, and are aligned once.</summary>
    internal static double StoryProbability(ClaimProfile a, ClaimProfile b)
    {
        var (first, second) = string.CompareOrdinal(a.Claim.DocumentId.Value, b.Claim.DocumentId.Value) <= 0 ? (a.Account, b.Account) : (b.Account, a.Account);
        return Known.GetOrCreateValue(first).GetValue(second, other => new(Embedded.Story.Probability(SameEventFeatures.Of(first, other)))).Value;
    }
}
