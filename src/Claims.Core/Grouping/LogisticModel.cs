namespace Claims.Core.Grouping;

/// <summary>A logistic model over named features, as it is kept in JSON.</summary>
/// <param name="Features">Names of the features, in order.</param>
/// <param name="Bias">Log odds where every feature is 0.</param>
/// <param name="Weights">Log odds a unit of each feature.</param>
public sealed record LogisticModel(IReadOnlyList<string> Features, double Bias, IReadOnlyList<double> Weights)
{
    /// <summary>Log odds.</summary>
    /// <param name="features">As many values as there are weights.</param>
    public double LogOdds(ReadOnlySpan<double> features)
    {
        var sum = Bias;
        for (var i = 0; i < Weights.Count; i++)
        {
            sum += Weights[i] * features[i];
        }

        return sum;
    }

    /// <summary>Probability, 0 to 1.</summary>
    /// <param name="features">As many values as there are weights.</param>
    public double Probability(ReadOnlySpan<double> features) => 1 / (1 + Math.Exp(-LogOdds(features)));
}
