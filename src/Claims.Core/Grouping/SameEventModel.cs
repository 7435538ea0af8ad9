using Claims.Core.Comparison;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Grouping;

/// <summary>Weights of the same-event score, kept open in <c>models/grouping/same-event.json</c>.</summary>
/// <param name="Bias">Log odds where nothing is shared.</param>
/// <param name="Weights">Log odds a unit of each feature, in the order of <see cref="SameEventModel.FeatureNames"/>.</param>
public sealed record SameEventWeights(double Bias, double[] Weights);

/// <summary>
/// The probability that two claims tell of one event: a logistic model over what they share. How it was fitted and how
/// well it does stands in <c>models/grouping/README.md</c>.
/// </summary>
public static class SameEventModel
{
    /// <summary>From here on a pair is compared and shown side by side. Lets nearly every pair of one event through; the rules of comparison ask for more themselves.</summary>
    public const double Suggest = 0.3;

    /// <summary>From here on the two go into one group: within topics of the event set that were left out of fitting, nine of ten such pairs are one event.</summary>
    public const double Join = 0.8;

    /// <summary>Evidence in words and names from which on a pair is compared whatever its score.</summary>
    public const double EnoughEvidence = 8;

    /// <summary>What the model looks at.</summary>
    public static IReadOnlyList<string> FeatureNames { get; } =
        ["cosine", "names", "content", "context", "coverage", "story", "time overlaps", "time disjoint", "subject same", "subject different", "names clash", "cosine and names"];

    private static readonly Lazy<SameEventWeights> Embedded = new(() => EmbeddedJson.Read<SameEventWeights>("models/grouping/same-event.json"));

    /// <summary>The features of a pair, for fitting and for a look at why a score is what it is.</summary>
    public static double[] Features(ClaimInContext a, ClaimInContext b)
    {
        var (x, y) = (ClaimProfile.Of(a), ClaimProfile.Of(b));
        return Features(Alignment.Of(x, y), x.Vector.Dot(y.Vector));
    }

    internal static double[] Features(Alignment pair, double cosine) =>
    [
        cosine,
        Math.Min(30, pair.NameWeight) / 10,
        Math.Min(40, pair.ContentWeight) / 10,
        Math.Min(30, pair.ContextWeight) / 10,
        Math.Min(1, pair.Coverage),
        pair.StorySimilarity,
        pair.Time == TimeRelation.Overlap ? 1 : 0,
        pair.Time == TimeRelation.Disjoint ? 1 : 0,
        pair.Subject == SubjectRelation.Same ? 1 : 0,
        pair.Subject == SubjectRelation.Different ? 1 : 0,
        pair.NamesClash ? 1 : 0,
        cosine * Math.Min(30, pair.NameWeight) / 10,
    ];

    /// <summary>The score of a pair by the shipped weights, 0 to 1.</summary>
    public static double Score(double[] features) => Score(features, Embedded.Value);

    /// <summary>The score by other weights.</summary>
    public static double Score(double[] features, SameEventWeights weights)
    {
        var sum = weights.Bias;
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights.Weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Fits weights by gradient descent on the log loss with a small quadratic penalty; the same pairs in the same order give the same weights.</summary>
    /// <param name="pairs">Features and whether the pair is one event.</param>
    public static SameEventWeights Fit(IReadOnlyList<(double[] Features, bool IsSame)> pairs)
    {
        const int Rounds = 400;
        const double Rate = 0.5, Penalty = 1e-4;
        var size = FeatureNames.Count;
        var (weights, bias) = (new double[size], 0.0);
        var (momentum, biasMomentum) = (new double[size], 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[size];
            double biasGradient = 0;
            var current = new SameEventWeights(bias, weights);
            foreach (var (features, isSame) in pairs)
            {
                var error = Score(features, current) - (isSame ? 1 : 0);
                biasGradient += error;
                for (var i = 0; i < size; i++)
                {
                    gradient[i] += error * features[i];
                }
            }

            biasMomentum = (0.9 * biasMomentum) - (Rate * biasGradient / pairs.Count);
            bias += biasMomentum;
            for (var i = 0; i < size; i++)
            {
                momentum[i] = (0.9 * momentum[i]) - (Rate * ((gradient[i] / pairs.Count) + (Penalty * weights[i])));
                weights[i] += momentum[i];
            }
        }

        return new(bias, weights);
    }
}
