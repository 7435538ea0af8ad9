using Claims.Core.Language.Training;

namespace Claims.Evaluation.Language;

/// <summary>Measures sentences, tags and trees on the treebanks: <c>ewt-dev.conllu.gz</c>, and of <c>gum-news.conllu.gz</c> every fifth document.</summary>
public sealed class LanguageEvaluator : IEvaluator
{
    private const string Folder = "data/treebank";

    /// <inheritdoc/>
    public string Set => "extraction";

    /// <inheritdoc/>
    public Task EvaluateAsync(DataDirectory data, Measurements measurements, IProgress<EvaluationProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(measurements);
        foreach (var file in LanguageEvaluation.Files)
        {
            if (!data.Has($"{Folder}/{file}"))
            {
                measurements.Absent(data.PathOf($"{Folder}/{file}"));
            }
        }

        progress?.Report(new(Set, "sentences, tags and trees", 0));
        measurements.StartClock();
        foreach (var figures in LanguageEvaluation.Evaluate(data.PathOf(Folder)))
        {
            cancel.ThrowIfCancellationRequested();
            measurements.Add($"tags/{figures.Name}", figures.Tags, figures.Words);
            measurements.Add($"unlabelled_attachment/{figures.Name}", figures.Unlabelled, figures.Words);
            measurements.Add($"labelled_attachment/{figures.Name}", figures.Labelled, figures.Words);
            measurements.Add($"lemmas/{figures.Name}", figures.Lemmas, figures.Words);
            measurements.Add($"tokens_f1/{figures.Name}", figures.TokenF1, figures.Words);
            measurements.Add($"sentences_f1/{figures.Name}", figures.SentenceF1, figures.Sentences);
            measurements.Add($"raw_labelled_attachment/{figures.Name}", figures.RawLabelled, figures.Words);
            foreach (var missed in figures.MissedSentences)
            {
                measurements.Error($"sentences_f1/{figures.Name}", figures.Name, missed, "no sentence of this span");
            }
        }

        return Task.CompletedTask;
    }
}
