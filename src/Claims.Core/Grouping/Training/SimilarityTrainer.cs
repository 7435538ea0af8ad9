using System.Globalization;
using System.Text.Json;

namespace Claims.Core.Grouping.Training;

/// <summary>Learns the likeness of sentences from pairs that people scored from 0 to 5 (<c>data/similarity/sts-train.csv</c>).</summary>
public static class SimilarityTrainer
{
    /// <summary>The greatest score of the set.</summary>
    private const double Most = 5;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Weights learned on all pairs of a file; the same file gives the same weights.</summary>
    public static LogisticModel Train(string file)
    {
        var cases = new List<LogisticCase>();
        foreach (var pair in Read(file))
        {
            // A score between is a part of a yes and a part of a no.
            var features = TextSimilarity.Features(pair.A, pair.B);
            LogisticCase[] both = [new(features, true, pair.Score / Most), new(features, false, 1 - (pair.Score / Most))];
            cases.AddRange(both.Where(c => c.Weight > 0));
        }

        return LogisticFit.Fit(TextSimilarity.FeatureNames, cases);
    }

    /// <summary>The pairs of a file: tab-separated genre, file, year, number, score, first sentence, second sentence.</summary>
    public static IEnumerable<ScoredPair> Read(string file) =>
        File.ReadLines(file).Select(line => line.Split('\t')).Where(fields => fields.Length >= 7)
            .Select(fields => new ScoredPair(fields[0], double.Parse(fields[4], CultureInfo.InvariantCulture), fields[5], fields[6]));

    /// <summary>Writes weights as JSON.</summary>
    public static void Save(LogisticModel weights, Stream stream)
    {
        JsonSerializer.Serialize(stream, weights, Options);
        stream.WriteByte((byte)'\n');
    }
}

/// <summary>Two sentences and how alike people found them.</summary>
/// <param name="Genre">Kind of text ("main-news").</param>
/// <param name="Score">0 (nothing in common) to 5 (the same).</param>
/// <param name="A">One sentence.</param>
/// <param name="B">The other.</param>
public sealed record ScoredPair(string Genre, double Score, string A, string B);
