using Claims.Core.Grouping;
using Claims.Core.Grouping.Training;
using MathNet.Numerics.Statistics;

namespace Claims.Evaluation.Comparison;

/// <summary>Rank correlation (Spearman) of our likeness of sentences with people's, over the file and over its news.</summary>
internal static class SimilarityScorer
{
    private const string News = "main-news";

    /// <summary>Adds the figures of a file.</summary>
    public static void Score(string file, Measurements measurements)
    {
        var pairs = SimilarityTrainer.Read(file).ToList();
        Measure("untrained", pairs, TextSimilarity.Untrained, measurements);
        Measure("learned", pairs, TextSimilarity.Learned, measurements);
    }

    private static void Measure(string name, List<ScoredPair> pairs, Func<string, string, double> likeness, Measurements measurements)
    {
        var scored = pairs.ConvertAll(p => (p.Genre, p.Score, Ours: likeness(p.A, p.B)));
        foreach (var (set, part) in new[] { ("all", scored), ("news", scored.FindAll(p => p.Genre == News)) })
        {
            if (part.Count > 1)
            {
                measurements.Add($"similarity/{name}/{set}", Correlation.Spearman(part.Select(p => p.Score), part.Select(p => p.Ours)), part.Count);
            }
        }
    }
}
