using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;
using Claims.Core.Identity;

namespace Claims.Core.Comparison;

/// <summary>Words that put a claim at a pole of a scale, and why they count or do not.</summary>
/// <param name="Axis">Name of the scale.</param>
/// <param name="Pole">Name of the pole that the claim stands at; for a denied phrase of two poles the other one.</param>
/// <param name="Words">The words as written.</param>
/// <param name="IsDenied">Whether the claim says that it is not so.</param>
/// <param name="Counts">Whether the words weigh: what is only threatened, planned or asked for puts a claim at no pole.</param>
/// <param name="Actor">Who is said to have done it, by names and nouns; empty where the words do not say.</param>
public sealed record AxisPlacement(string Axis, string Pole, string Words, bool IsDenied, bool Counts, string Actor);

/// <summary>Where one claim of a text lands.</summary>
/// <param name="Sentence">The claim as a sentence of its own.</param>
/// <param name="Placements">Its words at poles, in order of the text; none where no scale knows a word of it.</param>
public sealed record AxisReading(string Sentence, ImmutableArray<AxisPlacement> Placements);

/// <summary>Shows how the sentences of a text land on the scales of comparison, for people who write or check a scale.</summary>
public static class AxisTest
{
    /// <summary>Reads every claim of a text.</summary>
    /// <param name="text">The text; one paragraph a line.</param>
    /// <param name="extractor">Reads claims.</param>
    /// <param name="everyScale">Whether the opposites of the lexicon are shown too, not only the narrative axes.</param>
    public static IReadOnlyList<AxisReading> Read(string text, ClaimExtractor extractor, bool everyScale = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(extractor);
        var hash = ContentId.Of("axis-test", text);
        var article = new Article
        {
            Id = Article.IdOf("axis-test", hash),
            Url = "axis-test",
            Source = Source.Named("axis-test"),
            Fetched = DateTimeOffset.UnixEpoch,
            ContentHash = hash,
            Text = text,
        };
        return [.. extractor.Extract(article).Claims.Select(claim => Read(ClaimProfile.Of(new(claim, article.Source, null, null)), everyScale))];
    }

    private static AxisReading Read(ClaimProfile profile, bool everyScale) => new(
        profile.Claim.Text,
        [
            .. profile.Poles
                .Where(hit => everyScale || hit.Opposition.Kind == ConflictKind.Description)
                .OrderBy(hit => hit.First)
                .Select(hit => new AxisPlacement(hit.Opposition.Name, PoleOf(hit), profile.WordsOf(hit.First, hit.Last), hit.IsDenied, !hit.IsUnreal && !profile.IsUnrealFromOutside, Say(Actor.Of(profile, hit)))),
        ]);

    private static string PoleOf(PoleHit hit) =>
        hit.IsDenied ? hit.Opposition.Poles is [var first, var second] ? (hit.Pole == 0 ? second : first).Name : $"not {hit.Opposition.Poles[hit.Pole].Name}" : hit.Opposition.Poles[hit.Pole].Name;

    private static string Say(Actor actor) => string.Join(' ', actor.Names.Select(n => n.Text).Concat(actor.Nouns).Distinct());
}
