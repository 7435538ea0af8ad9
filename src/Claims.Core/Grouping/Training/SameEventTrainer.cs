using System.Text.Json;

namespace Claims.Core.Grouping.Training;

/// <summary>Learns the same-event score from the event set (<c>data/events/ecbplus.jsonl</c>).</summary>
public static class SameEventTrainer
{
    /// <summary>Parts that the topics are divided into for measuring on topics that were not learned from.</summary>
    private const int Folds = 4;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Weights learned on all topics of a file; the same file gives the same weights.</summary>
    public static SameEventWeights Train(string file) => EventSet.Read(file).Learn(_ => true);

    /// <summary>
    /// For two topics, weights that were learned on neither: the topics are divided into four parts, and what is asked of
    /// topics of two parts is answered by weights learned on the other parts.
    /// </summary>
    public static Func<string, string, SameEventWeights> LeaveOut(EventSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var part = set.Topics.Select((topic, i) => (topic, Part: i % Folds)).ToDictionary(p => p.topic, p => p.Part, StringComparer.Ordinal);
        var learned = new Dictionary<(int, int), SameEventWeights>();
        return (a, b) =>
        {
            var (x, y) = (Math.Min(part[a], part[b]), Math.Max(part[a], part[b]));
            if (!learned.TryGetValue((x, y), out var weights))
            {
                learned[(x, y)] = weights = set.Learn(topic => part[topic] != x && part[topic] != y);
            }

            return weights;
        };
    }

    /// <summary>Writes weights as JSON.</summary>
    public static void Save(SameEventWeights weights, Stream stream)
    {
        JsonSerializer.Serialize(stream, weights, Options);
        stream.WriteByte((byte)'\n');
    }
}
