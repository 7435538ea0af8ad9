namespace Claims.Core.Grouping;

/// <summary>Some of a story's terms as a vector whose dot product with another is their cosine.</summary>
internal sealed class StoryVector
{
    private readonly Dictionary<string, double> weights;
    private readonly double length;

    public StoryVector(IEnumerable<StoryTerm> terms, Func<StoryTerm, bool> choose)
    {
        weights = terms.Where(choose).ToDictionary(t => t.Key, t => t.Weight, StringComparer.Ordinal);
        length = Math.Sqrt(weights.Values.Sum(w => w * w));
        Total = weights.Values.Sum();
    }

    /// <summary>Sum of the weights.</summary>
    public double Total { get; }

    /// <summary>Weight of a term, 0 where it is not there.</summary>
    public double this[string key] => weights.GetValueOrDefault(key);

    /// <summary>Cosine, 0 to 1; 0 where one is empty. The same to the bit whichever of the two is asked.</summary>
    public double Cosine(StoryVector other) => Sum(other, static (x, y) => x * y) / Math.Max(1e-9, length * other.length);

    /// <summary>Sum over shared terms of the smaller weight.</summary>
    public double Overlap(StoryVector other) => Sum(other, Math.Min);

    /// <summary>Cosine of a bag of words to the story.</summary>
    public double Cosine(IReadOnlyDictionary<string, double> words)
    {
        double sum = 0, own = 0;
        foreach (var (key, weight) in words)
        {
            sum += weight * this[key];
            own += weight * weight;
        }

        return sum / Math.Max(1e-9, length * Math.Sqrt(own));
    }

    private double Sum(StoryVector other, Func<double, double, double> join)
    {
        // The smaller is walked, and of two of one size the one with the smaller total, so that both sides add in one order.
        var (small, large) = (weights.Count, Total).CompareTo((other.weights.Count, other.Total)) <= 0 ? (this, other) : (other, this);
        double sum = 0;
        foreach (var (key, weight) in small.weights)
        {
            if (large.weights.TryGetValue(key, out var matching))
            {
                sum += join(weight, matching);
            }
        }

        return sum;
    }
}
