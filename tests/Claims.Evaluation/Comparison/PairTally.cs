using Claims.Core.Comparison;

namespace Claims.Evaluation.Comparison;

/// <summary>Counts what was said of pairs against what a person says.</summary>
/// <param name="name">First part of the metrics' names ("pairs").</param>
/// <param name="measurements">Takes the figures.</param>
internal sealed class PairTally(string name, Measurements measurements)
{
    private readonly List<(string Relation, string Kind, bool Flagged, HashSet<Relation> Found)> rows = [];

    /// <summary>Adds one pair with what was found between its claims.</summary>
    public void Add(string id, string relation, string kind, IReadOnlyList<ClaimComparison> found, string texts)
    {
        var flagged = found.Any(c => c.Relation == Relation.Conflict);
        rows.Add((relation, kind, flagged, [.. found.Select(c => c.Relation)]));
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

        if (onlyConflicts)
        {
            return;
        }

        measurements.AddShare($"{name}/unrelated_left_alone", unrelated.Count(r => !r.Flagged), unrelated.Count);
        Found("superseded", Relation.Superseded);
        Found("agreement", Relation.Agreement);
    }

    private void Found(string relation, Relation wanted)
    {
        var gold = rows.Where(r => r.Relation == relation).ToList();
        measurements.AddShare($"{name}/{relation}_recall", gold.Count(r => r.Found.Contains(wanted)), gold.Count);
        measurements.AddShare($"{name}/{relation}_left_alone", gold.Count(r => !r.Flagged), gold.Count);
    }
}
