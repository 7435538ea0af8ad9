using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Evaluation.Pipeline;

namespace Claims.Evaluation.Pairs;

/// <summary>
/// Compares what the pipeline says of pairs of quotes with what a person says. A comparison speaks of a pair when it
/// joins a claim whose span overlaps the one quote with a claim whose span overlaps the other; a pair is flagged when
/// such a comparison waits in the queue.
/// </summary>
/// <param name="outcome">What the pipeline found.</param>
/// <param name="find">The page that the set calls by a name, or null.</param>
public sealed class PairScorer(PipelineOutcome outcome, Func<string, Article?> find)
{
    private readonly Dictionary<ClaimId, ClaimInContext> claims = outcome.Claims.Values.SelectMany(c => c).ToDictionary(c => c.Claim.Id);
    private readonly ILookup<ClaimId, ClaimComparison> byFirst = outcome.Comparisons.ToLookup(c => c.A);

    /// <summary>Adds the metrics of the pairs.</summary>
    public void Score(IReadOnlyList<GoldPair> pairs, Measurements measurements)
    {
        var judged = pairs.Select(Judge).ToList();
        Conflicts(judged, measurements, "");
        foreach (var kind in judged.Select(j => j.Pair.Kind).Distinct().Order(StringComparer.Ordinal))
        {
            Conflicts([.. judged.Where(j => j.Pair.Kind == kind)], measurements, "/" + kind);
        }

        var unrelated = judged.Where(j => j.Pair.RelationName == GoldPair.Unrelated).ToList();
        measurements.Add("conflicts_flagged", judged.Count(j => j.Flagged && j.Pair.RelationName == GoldPair.Conflict), judged.Count(j => j.Pair.RelationName == GoldPair.Conflict));
        measurements.Add("unrelated_flagged", unrelated.Count(j => j.Flagged), unrelated.Count);
        measurements.AddShare("unrelated_left_alone", unrelated.Count(j => !j.Flagged), unrelated.Count);
        Relation(judged, GoldPair.Superseded, Core.Comparison.Relation.Superseded, measurements);
        Relation(judged, GoldPair.Agreement, Core.Comparison.Relation.Agreement, measurements);
        Queue(judged, measurements);
        Errors(judged, measurements);
    }

    private static void Conflicts(IReadOnlyList<Judged> judged, Measurements measurements, string suffix)
    {
        var conflicts = judged.Where(j => j.Pair.RelationName == GoldPair.Conflict).ToList();
        var flagged = judged.Where(j => j.Flagged).ToList();
        measurements.AddShare("conflict_recall" + suffix, conflicts.Count(j => j.Flagged), conflicts.Count);
        measurements.AddShare("conflict_precision" + suffix, flagged.Count(j => j.Pair.RelationName == GoldPair.Conflict), flagged.Count);
    }

    private static void Relation(IReadOnlyList<Judged> judged, string name, Relation relation, Measurements measurements)
    {
        var gold = judged.Where(j => j.Pair.RelationName == name).ToList();
        var said = judged.Where(j => j.Relations.Contains(relation)).ToList();
        measurements.AddShare(name + "_recall", gold.Count(j => j.Relations.Contains(relation)), gold.Count);
        measurements.AddShare(name + "_precision", said.Count(j => j.Pair.RelationName == name), said.Count);
        measurements.AddShare(name + "_left_alone", gold.Count(j => !j.Flagged), gold.Count);
    }

    private void Queue(IReadOnlyList<Judged> judged, Measurements measurements)
    {
        var listed = judged.SelectMany(j => j.Comparisons).Where(c => outcome.Queue.Contains(c.Id)).Select(c => c.Id).ToHashSet();
        var unlisted = outcome.Comparisons.Where(c => outcome.Queue.Contains(c.Id) && !listed.Contains(c.Id)).ToList();
        measurements.Add("queue", outcome.Queue.Count, outcome.DocumentCount);
        measurements.Add("queue_per_document", outcome.DocumentCount == 0 ? 0 : (double)outcome.Queue.Count / outcome.DocumentCount, outcome.DocumentCount);
        measurements.Add("queue_in_no_pair", unlisted.Count, outcome.Queue.Count);
        foreach (var comparison in unlisted.OrderByDescending(c => c.Severity * c.Confidence).ThenBy(c => c.Id.Value, StringComparer.Ordinal))
        {
            measurements.Error("queue_in_no_pair", Describe(comparison), "a pair of the set, or a judgement by a person", Say(comparison));
        }
    }

    private void Errors(IReadOnlyList<Judged> judged, Measurements measurements)
    {
        foreach (var j in judged)
        {
            var (metric, wrong) = j.Pair.RelationName switch
            {
                GoldPair.Conflict => ("conflict_recall", !j.Flagged),
                GoldPair.Superseded => j.Flagged ? ("superseded_left_alone", true) : ("superseded_recall", !j.Relations.Contains(Core.Comparison.Relation.Superseded)),
                GoldPair.Agreement => j.Flagged ? ("agreement_left_alone", true) : ("agreement_recall", !j.Relations.Contains(Core.Comparison.Relation.Agreement)),
                _ => ("unrelated_left_alone", j.Flagged),
            };
            if (wrong)
            {
                measurements.Error(
                    metric,
                    $"{j.Pair.Id}: \"{j.Pair.A.Quote}\" | \"{j.Pair.B.Quote}\"",
                    $"{j.Pair.RelationName} ({j.Pair.Kind}): {j.Pair.Why}",
                    j.Missing ?? (j.Comparisons.Count == 0 ? "not compared" : string.Join("; ", j.Comparisons.Select(Say))));
            }
        }
    }

    private string Describe(ClaimComparison comparison)
    {
        string Side(ClaimId id) => claims.TryGetValue(id, out var claim)
            ? $"{claim.Source.Name} {claim.Published?.ToString("yyyy-MM-dd HH:mm")}: \"{claim.Claim.Quote}\""
            : $"claim {id} of an earlier reading";
        return $"{Side(comparison.A)} | {Side(comparison.B)}";
    }

    private string Say(ClaimComparison comparison) =>
        $"{(comparison.Relation == Core.Comparison.Relation.Conflict && !outcome.Queue.Contains(comparison.Id) ? "Conflict outside the queue" : comparison.Relation)}"
        + $" ({comparison.Kind}{(comparison.Axis is { } axis ? " " + axis : "")}, {comparison.Confidence:0.00}): {comparison.Reasons.FirstOrDefault()?.Sentence}";

    private Judged Judge(GoldPair pair)
    {
        var (a, missingA) = Claims(pair.A);
        var (b, missingB) = Claims(pair.B);
        var comparisons = Between(a, b).Concat(Between(b, a)).DistinctBy(c => c.Id).ToList();
        var relations = comparisons
            .Where(c => c.Relation != Core.Comparison.Relation.Conflict || outcome.Queue.Contains(c.Id))
            .Select(c => c.Relation)
            .ToHashSet();
        return new(pair, comparisons, relations, missingA ?? missingB);
    }

    private IEnumerable<ClaimComparison> Between(HashSet<ClaimId> first, HashSet<ClaimId> second) =>
        first.SelectMany(id => byFirst[id]).Where(c => second.Contains(c.B));

    private (HashSet<ClaimId> Claims, string? Missing) Claims(GoldQuote quote)
    {
        if (find(quote.Article) is not { } article)
        {
            return ([], $"no page {quote.Article}");
        }

        var spans = QuoteLocator.Find(article.Text, quote.Quote);
        if (spans.Count == 0)
        {
            return ([], $"the quote \"{quote.Quote}\" does not stand in {quote.Article}");
        }

        HashSet<ClaimId> found = [.. outcome.ClaimsOf(article.Id).Where(c => spans.Any(c.Claim.Span.Overlaps)).Select(c => c.Claim.Id)];
        return (found, found.Count == 0 ? $"no claim holds \"{quote.Quote}\"" : null);
    }

    private sealed record Judged(GoldPair Pair, IReadOnlyList<ClaimComparison> Comparisons, IReadOnlySet<Relation> Relations, string? Missing)
    {
        public bool Flagged => Relations.Contains(Core.Comparison.Relation.Conflict);
    }
}
