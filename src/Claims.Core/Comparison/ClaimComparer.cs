using Claims.Core.Comparison.Rules;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison;

/// <summary>Compares two claims by typed rules over what aligns them. Each relation carries its rule, words and values.</summary>
public sealed class ClaimComparer : IClaimComparer
{
    private static readonly IComparisonRule[] Rules = [new CountRule(), new OppositionRule(), new DenialRule(), new ScoreRule(), new ShareRule(), new ChangeRule(), new ClockRule(), new SubstitutionRule(), new EventRule()];

    /// <summary>Share of common words from which on two texts of one source are one text put right.</summary>
    private const double SameText = 0.8;

    /// <summary>What a source's own correction is at stake for: little, but it says something of the source.</summary>
    private const double RevisionSeverity = 0.2;

    /// <inheritdoc/>
    public string Version => "comparison-4";

    /// <inheritdoc/>
    public IReadOnlyList<ClaimComparison> Compare(ClaimInContext a, ClaimInContext b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Claim.Id == b.Claim.Id || !IsComparable(a.Claim) || !IsComparable(b.Claim))
        {
            return [];
        }

        // The claim with the smaller key always comes first, so every rule sees one order and the result is symmetric.
        var (first, second) = string.CompareOrdinal(a.Claim.Id.Value, b.Claim.Id.Value) <= 0 ? (a, b) : (b, a);
        var pair = Alignment.Of(ClaimProfile.Of(first), ClaimProfile.Of(second));
        var aliases = AliasReasons.Of(pair);
        return
        [
            // Of two that one thing befell only who it was can be told differently.
            .. Rules.Where(rule => !pair.UndergoersClash || rule is SubstitutionRule).SelectMany(rule => rule.Apply(pair))
                .Select(finding => finding.Relation == Relation.Conflict && IsRevision(pair) ? finding with { Relation = Relation.Superseded, Severity = RevisionSeverity } : finding)
                .GroupBy(finding => finding.Kind)
                .Select(Strongest)
                .Select(finding => new ClaimComparison
                {
                    Id = ClaimComparison.IdOf(first.Claim.Id, second.Claim.Id, finding.Kind),
                    A = first.Claim.Id,
                    B = second.Claim.Id,
                    Relation = finding.Relation,
                    Kind = finding.Kind,
                    Axis = finding.Axis,
                    Severity = finding.Severity,
                    Confidence = Math.Clamp(finding.Confidence, 0, 1),
                    Reasons = [.. finding.Reasons, .. aliases],
                }),
        ];
    }

    /// <summary>Whether one source published nearly the same words again: then the later ones put the earlier right.</summary>
    private static bool IsRevision(Alignment pair) =>
        pair.A.Context.Source.Id == pair.B.Context.Source.Id && pair.Apart > TimeSpan.Zero && pair.Coverage >= SameText;

    /// <summary>Of several findings of one kind a conflict, the surest; of figures what the rules of figures say, since they know more than that two texts differ in a number.</summary>
    private static Finding Strongest(IGrouping<ConflictKind, Finding> findings) => findings.Key == ConflictKind.Count
        ? findings.OrderBy(f => f.Reasons[0].Rule.StartsWith("substitution.", StringComparison.Ordinal) ? 1 : 0).ThenBy(f => f.Relation == Relation.Conflict ? 0 : 1).First()
        : findings.OrderBy(f => f.Relation == Relation.Conflict ? 0 : 1).ThenByDescending(f => f.Confidence).First();

    /// <summary>Questions and conditions claim nothing that could be contradicted.</summary>
    private static bool IsComparable(Claim claim) => claim.Modality is not Modality.Question and not Modality.Conditional;
}
