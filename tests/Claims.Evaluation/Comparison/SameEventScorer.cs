using Claims.Core.Comparison;
using Claims.Core.Grouping;

namespace Claims.Evaluation.Comparison;

/// <summary>
/// Average precision of "same event" over pairs of annotated sentences of different documents, within topics (pooled) and
/// over the file: of the n-gram cosine, and of the grouper's score (best over the claims of both sentences).
/// </summary>
internal sealed class SameEventScorer(StatementReader reader, ClaimGrouper grouper)
{
    public void Score(string file, Measurements measurements)
    {
        var sentences = (
            from document in EventDocument.Read(file)
            let claims = reader.Read(document.Name, document.Name, null, document.Text)
            from i in Enumerable.Range(0, document.Sentences.Count)
            where document.Sentences[i].IsAnnotated
            let span = document.SpanOf(i)
            select (document.Name, document.Topic, document.Sentences[i].Text, document.Sentences[i].Events, Claims: claims.Where(c => c.Claim.Span.Overlaps(span)).ToList())).ToList();
        var vectors = NgramFeaturizer.Embedded.Featurize([.. sentences.Select(s => s.Text)]);
        var all = sentences.SelectMany(s => s.Claims).ToList();
        var first = new int[sentences.Count];
        for (int i = 1; i < sentences.Count; i++)
        {
            first[i] = first[i - 1] + sentences[i - 1].Claims.Count;
        }

        var byCosine = new List<(double Score, bool Same, bool Within)>();
        var byScore = new List<(double Score, bool Same, bool Within)>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var best = new double[sentences.Count];
            foreach (var claim in sentences[i].Claims)
            {
                var scores = grouper.Score(claim, all.GetRange(first[i], all.Count - first[i]));
                for (var j = i + 1; j < sentences.Count; j++)
                {
                    for (var k = 0; k < sentences[j].Claims.Count; k++)
                    {
                        best[j] = Math.Max(best[j], scores[first[j] - first[i] + k].Score);
                    }
                }
            }

            for (var j = i + 1; j < sentences.Count; j++)
            {
                if (sentences[i].Name != sentences[j].Name)
                {
                    var same = sentences[i].Events.Overlaps(sentences[j].Events);
                    var within = sentences[i].Topic == sentences[j].Topic;
                    byCosine.Add((vectors[i].Dot(vectors[j]), same, within));
                    byScore.Add((best[j], same, within));
                }
            }
        }

        Report("ngrams", byCosine, measurements);
        Report("score", byScore, measurements);
    }

    private static void Report(string name, List<(double Score, bool Same, bool Within)> pairs, Measurements measurements)
    {
        var within = pairs.Where(p => p.Within).ToList();
        measurements.Add($"same_event/{name}/within_topics", AveragePrecision(within), within.Count);
        measurements.Add($"same_event/{name}/over_file", AveragePrecision(pairs), pairs.Count);
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
