using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Evaluation.Extraction;

/// <summary>
/// Attributions: F1 over the tokens that are attributed to someone, and, among the attributions whose content was found, the
/// share whose source was found where the annotators marked it.
/// </summary>
internal static class AttributionScorer
{
    // Contents are the same attribution when they share this part of their union.
    private const double SameContent = 0.3;

    public static void Score(string directory, Measurements measurements, CancellationToken cancel)
    {
        int both = 0, onlyFound = 0, onlyWanted = 0, found = 0, right = 0, documents = 0;
        foreach (var document in PolnearDocument.ReadAll(directory))
        {
            cancel.ThrowIfCancellationRequested();
            documents++;
            var sentences = LanguageAnalyzer.Default.Analyze(document.Text, new TextSpan(0, document.Text.Length));
            var read = AttributionExtractor.Extract(document.Text, sentences);
            foreach (var token in sentences.SelectMany(sentence => sentence.Tokens))
            {
                var isWanted = document.Attributions.Any(attribution => attribution.Content.Any(span => Holds(span, token.Span.Start)));
                var isFound = read.Any(attribution => attribution.Covers(token.Span.Start));
                both += isWanted && isFound ? 1 : 0;
                onlyFound += !isWanted && isFound ? 1 : 0;
                onlyWanted += isWanted && !isFound ? 1 : 0;
            }

            foreach (var wanted in document.Attributions.Where(attribution => attribution.Content.Count > 0))
            {
                var best = read.Select(attribution => (Attribution: attribution, Share: Overlap(attribution.Content, wanted.Content))).OrderByDescending(pair => pair.Share).FirstOrDefault();
                if (best.Share < SameContent)
                {
                    measurements.Error("attribution_content_f1", document.Name, Cut(document.Text, wanted.Content[0]), "not found");
                    continue;
                }

                found++;
                if (wanted.Sources.Any(source => source.Overlaps(best.Attribution.Source)))
                {
                    right++;
                }
                else
                {
                    measurements.Error("attribution_source", document.Name, wanted.Sources.Count == 0 ? "nobody named" : Cut(document.Text, wanted.Sources[0]), best.Attribution.Source.Of(document.Text));
                }
            }
        }

        if (documents == 0)
        {
            measurements.Absent(Path.Combine(directory, "text"));
            return;
        }

        measurements.Add("attribution_content_f1", both == 0 ? 0 : 2.0 * both / ((2.0 * both) + onlyFound + onlyWanted), both + onlyWanted);
        measurements.AddShare("attribution_source", right, found);
    }

    private static bool Holds(TextSpan span, int offset) => offset >= span.Start && offset < span.End;

    private static double Overlap(IReadOnlyList<TextSpan> a, IReadOnlyList<TextSpan> b)
    {
        double shared = 0;
        foreach (var left in a)
        {
            foreach (var rightSpan in b)
            {
                shared += Math.Max(0, Math.Min(left.End, rightSpan.End) - Math.Max(left.Start, rightSpan.Start));
            }
        }

        var union = a.Sum(span => span.Length) + b.Sum(span => span.Length) - shared;
        return union <= 0 ? 0 : shared / union;
    }

    private static string Cut(string text, TextSpan span) => span.End <= text.Length ? span.Of(text)[..Math.Min(span.Length, 160)] : "";
}
