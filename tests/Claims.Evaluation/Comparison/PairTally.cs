using Claims.Core.Comparison;

namespace Claims.Evaluation.Comparison;

/// <summary>Counts what was said of pairs against what a person says.</summary>
/// <param name="name">First part of the metrics' names ("pairs").</param>
/// <param name="measurements">Takes the figures.</param>
internal sealed class PairTally(string name, Measurements measurements)
{
    private const int Buckets = 10;

    private readonly List<(string Relation, string Kind, bool Flagged, HashSet<Relation> Found)> rows = [];
    private readonly List<(double Confidence, bool IsRight)> conflicts = [];

    /// <summary>Adds one pair with what was found between its claims.</summary>
    public void Add(string id, string relation, string kind, IReadOnlyList<ClaimComparison> found, string texts)
    {
        var flagged = found.Any(c => c.Relation == Relation.Conflict);
        rows.Add((relation, kind, flagged, [.. found.Select(c => c.Relation)]));
        if (flagged)
        {
            conflicts.Add((found.Where(c => c.Relation == Relation.Conflict).Max(c => c.Confidence), relation == "conflict"));
        }

        if (flagged != (relation == "conflict"))
        {
            measurements.Error(
                relation == "conflict" ? $"{name}/conflict_recall" : $"{name}/conflict_precision",
                $"{id} {texts}",
                $"{relation} ({kind})",
                found.Count == 0 ? "nothing" : string.Join("; ", found.Select(c => $"{c.Relation} {c.Kind}: {c.Reasons[0].Sentence}")));
        }
    }

    /// <summary>Adds the metrics.</summary>
    /// <param name="onlyConflicts">Whether the set has nothing but conflicts and their opposite.</param>
    public void Report(bool onlyConflicts = false)
    {
        var conflicts = rows.Where(r => r.Relation == "conflict").ToList();
        var flagged = rows.Where(r => r.Flagged).ToList();
        var unrelated = rows.Where(r => r.Relation == "unrelated").ToList();
        measurements.AddShare($"{name}/conflict_precision", flagged.Count(r => r.Relation == "conflict"), flagged.Count);
        measurements.AddShare($"{name}/conflict_recall", conflicts.Count(r => r.Flagged), conflicts.Count);
        foreach (var kind in conflicts.GroupBy(r => r.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            measurements.AddShare($"{name}/conflict_recall/{kind.Key}", kind.Count(r => r.Flagged), kind.Count());
        }

        Calibration();
        if (onlyConflicts)
        {
            return;
        }

        measurements.AddShare($"{name}/unrelated_left_alone", unrelated.Count(r => !r.Flagged), unrelated.Count);
        Found("superseded", Relation.Superseded);
        Found("agreement", Relation.Agreement);
    }

    /// <summary>
    /// Expected calibration error of the confidence of flagged pairs (Naeini, Cooper and Hauskrecht 2015): the gap between
    /// mean confidence and share of conflicts in each of ten buckets, weighted by their size; and the share of each bucket.
    /// </summary>
    private void Calibration()
    {
        var buckets = conflicts.GroupBy(c => Math.Min(Buckets - 1, (int)(c.Confidence * Buckets))).OrderBy(b => b.Key).ToList();
        measurements.Add($"{name}/calibration_error", conflicts.Count == 0 ? 0 : buckets.Sum(b => Math.Abs(b.Average(c => c.Confidence) - b.Average(c => c.IsRight ? 1 : 0)) * b.Count()) / conflicts.Count, conflicts.Count);
        foreach (var bucket in buckets)
        {
            measurements.AddShare(FormattableString.Invariant($"{name}/conflict_precision/confidence_{bucket.Key / (double)Buckets:0.0}"), bucket.Count(c => c.IsRight), bucket.Count());
        }
    }

    private void Found(string relation, Relation wanted)
    {
        var gold = rows.Where(r => r.Relation == relation).ToList();
        measurements.AddShare($"{name}/{relation}_recall", gold.Count(r => r.Found.Contains(wanted)), gold.Count);
        measurements.AddShare($"{name}/{relation}_left_alone", gold.Count(r => !r.Flagged), gold.Count);
    }
}
