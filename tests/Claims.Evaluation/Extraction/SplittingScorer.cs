using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Evaluation.Extraction;

/// <summary>
/// Compound sentences that people split in two: how often Claims finds two claims or more, and how often its boundary is
/// the one where the second simple sentence begins (within one word).
/// </summary>
internal static class SplittingScorer
{
    // Enough rows for two digits of the share; the whole file takes minutes.
    private const int MostRows = 1500;

    public static void Score(string file, Measurements measurements, CancellationToken cancel)
    {
        int split = 0, exact = 0, all = 0;
        foreach (var line in File.ReadLines(file).Take(MostRows))
        {
            cancel.ThrowIfCancellationRequested();
            var fields = line.Split('\t');
            var parts = fields.Length == 2 ? fields[1].Split("<::::>", StringSplitOptions.TrimEntries) : [];
            if (parts.Length != 2)
            {
                continue;
            }

            all++;
            var text = fields[0];
            var sentences = LanguageAnalyzer.Default.Analyze(text, new TextSpan(0, text.Length));
            var boundaries = sentences.SelectMany(sentence => ClauseSplitter.Boundaries(text, sentence)).Concat(sentences.Skip(1).Select(sentence => sentence.Span.Start)).ToList();
            split += boundaries.Count > 0 ? 1 : 0;
            var wanted = Boundary(text, parts[0], parts[1]);
            exact += boundaries.Any(at => Words(text, at) is var words && Math.Abs(words - wanted) <= 1) ? 1 : 0;
        }

        measurements.AddShare("splitting_found", split, all);
        measurements.AddShare("splitting_boundary", exact, all);
    }

    // People rewrite: the boundary is where the words of the first simple sentence stop coming in order.
    private static int Boundary(string text, string first, string second)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rest = second.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var begin = first.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var best = 0;
        var bestScore = int.MinValue;
        for (var cut = 1; cut < words.Length; cut++)
        {
            var score = words.Take(cut).Count(begin.Contains) - words.Take(cut).Count(word => rest.Contains(word) && !begin.Contains(word))
                + words.Skip(cut).Count(rest.Contains) - words.Skip(cut).Count(word => begin.Contains(word) && !rest.Contains(word));
            if (score > bestScore)
            {
                (best, bestScore) = (cut, score);
            }
        }

        return best;
    }

    private static int Words(string text, int offset) => text[..offset].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
