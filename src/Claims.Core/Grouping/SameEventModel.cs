using Claims.Core.Comparison;

namespace Claims.Core.Grouping;

/// <summary>
/// The probability that two claims tell of one event: a logistic model over what they share. Weights and thresholds were
/// fitted on the event set (topics left out in turn); <c>docs/evaluation.md</c>, Comparison, says how well it does.
/// </summary>
internal static class SameEventModel
{
    /// <summary>From here on a pair is compared and shown side by side.</summary>
    public const double Suggest = 0.25;

    /// <summary>Evidence (see <see cref="Alignment.Evidence"/>) from which on a pair is compared whatever its score: the rules of comparison ask for more themselves.</summary>
    public const double EnoughEvidence = 8;

    /// <summary>From here on the two go into one group.</summary>
    public const double Join = 0.6;

    private static readonly double[] Weights = [6.0, 0.12, 0.08, 0.05, 1.5, 0.6, 0.8, -1.0, -0.8];

    private const double Bias = -4.2;

    /// <summary>What the model looks at, each about 0 to 10.</summary>
    public static double[] Features(Alignment pair, double cosine) =>
    [
        cosine,
        Math.Min(30, pair.NameWeight),
        Math.Min(30, pair.ContentWeight),
        Math.Min(30, pair.ContextWeight),
        Math.Min(1, pair.Coverage),
        pair.Time == TimeRelation.Overlap ? 1 : 0,
        pair.Subject == SubjectRelation.Same ? 1 : 0,
        pair.Time == TimeRelation.Disjoint ? 1 : 0,
        pair.NamesClash ? 1 : 0,
    ];

    public static double Score(double[] features)
    {
        var sum = Bias;
        for (var i = 0; i < features.Length; i++)
        {
            sum += Weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
