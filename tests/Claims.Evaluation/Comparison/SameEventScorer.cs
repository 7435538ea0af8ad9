using Claims.Core.Grouping;
using Claims.Core.Grouping.Training;

namespace Claims.Evaluation.Comparison;

/// <summary>
/// "Same event" over pairs of annotated sentences of different documents: average precision within topics (pooled) and over
/// the file, and recall among the ten best of each sentence. Of the n-gram cosine, of the encoder's, and of the learned
/// score, which answers for topics that it was learned from by weights learned on other topics.
/// </summary>
internal static class SameEventScorer
{
    private const int Best = 10;

    /// <summary>Adds the figures of a file.</summary>
    public static void Score(string file, Measurements measurements)
    {
        var set = EventSet.Read(file);
        var sentences = set.Sentences;
        var vectors = NgramFeaturizer.Embedded.Featurize([.. sentences.Select(s => s.Text)]);
        Measure("ngrams", sentences, (i, j) => vectors[i].Dot(vectors[j]), measurements);

        var learned = SameEventModel.Embedded.LearnedFrom.ToHashSet(StringComparer.Ordinal);
        var others = SameEventTrainer.LeaveOut(set);
        SameEventWeights WeightsFor(string a, string b) => learned.Contains(a) || learned.Contains(b) ? others(a, b) : SameEventModel.Embedded;
        Measure("score", sentences, (i, j) => set.Score(WeightsFor(sentences[i].Topic, sentences[j].Topic), i, j), measurements);
    }

    private static void Measure(string name, IReadOnlyList<EventSentence> sentences, Func<int, int, double> score, Measurements measurements)
    {
        var pairs = new List<(double Score, bool Same, bool Within)>();
        var neighbours = sentences.Select(_ => new List<(double Score, bool Same)>()).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            for (var j = i + 1; j < sentences.Count; j++)
            {
                if (sentences[i].Document != sentences[j].Document)
                {
                    var (value, same) = (score(i, j), sentences[i].Events.Overlaps(sentences[j].Events));
                    pairs.Add((value, same, sentences[i].Topic == sentences[j].Topic));
                    neighbours[i].Add((value, same));
                    neighbours[j].Add((value, same));
                }
            }
        }

        var within = pairs.Where(p => p.Within).ToList();
        measurements.Add($"same_event/{name}/within_topics", AveragePrecision(within), within.Count);
        measurements.Add($"same_event/{name}/over_file", AveragePrecision(pairs), pairs.Count);
        var withPartners = neighbours.Where(n => n.Any(p => p.Same)).ToList();
        measurements.Add($"same_event/{name}/recall_at_10", withPartners.Average(n => (double)n.OrderByDescending(p => p.Score).Take(Best).Count(p => p.Same) / n.Count(p => p.Same)), withPartners.Count);
    }

    /// <summary>Mean of the precision at each pair that is one event, by falling score.</summary>
    private static double AveragePrecision(IEnumerable<(double Score, bool Same, bool Within)> pairs)
    {
        double sum = 0;
        int seen = 0, hits = 0;
        foreach (var pair in pairs.OrderByDescending(p => p.Score))
        {
            seen++;
            if (pair.Same)
            {
                sum += (double)++hits / seen;
            }
        }

        return hits == 0 ? 0 : sum / hits;
    }
}
