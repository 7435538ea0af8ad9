using System.Numerics.Tensors;
using System.Text.Json;
using Claims.Core.Grouping.Encoders;

namespace Claims.Evaluation.Comparison;

/// <summary>How near the shipped encoder comes to the vectors of the original: the least cosine over the reference sentences.</summary>
internal static class EncoderScorer
{
    /// <summary>Adds the figure of a file of reference vectors.</summary>
    public static void Score(string file, Measurements measurements)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var cosines = json.RootElement.GetProperty("items").EnumerateArray().Select(item => (double)TensorPrimitives.CosineSimilarity<float>(
            [.. item.GetProperty("vector").EnumerateArray().Select(value => value.GetSingle())],
            SentenceEncoder.Embedded.Encode(item.GetProperty("text").GetString() ?? ""))).ToList();
        measurements.Add("encoder/int8", cosines.Min(), cosines.Count);
    }
}
