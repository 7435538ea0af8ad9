using Claims.Evaluation;
using Claims.Workers.Importing;
using Claims.Workers.Pipeline;

namespace Claims.Cli.Output;

/// <summary>What long work tells about how far it is.</summary>
internal interface IWorkProgress
{
    /// <summary>Tells that one more step of a stage is done.</summary>
    /// <param name="stage">The stage, for people ("reading pages").</param>
    /// <param name="done">Steps done.</param>
    /// <param name="total">Steps known of; may grow.</param>
    /// <param name="name">What was just done.</param>
    void Report(string stage, int done, int total, string name);
}

/// <summary>Lets imports and runs tell their progress. Reports at once, in the worker's thread, so that lines keep their order.</summary>
internal static class WorkProgress
{
    /// <summary>Takes the progress of an import.</summary>
    public static IProgress<ImportProgress> ForImport(this IWorkProgress progress) =>
        new Relay<ImportProgress>(at => progress.Report("Reading pages", at.Done, at.Total, at.Name));

    /// <summary>Takes the progress of a run of the pipeline.</summary>
    public static IProgress<PipelineProgress> ForPipeline(this IWorkProgress progress) =>
        new Relay<PipelineProgress>(at => progress.Report(
            "Extracting and comparing", at.Done, at.Done + at.Remaining, $"{at.Stage} {at.Name}"));

    /// <summary>Takes the progress of an evaluation.</summary>
    public static IProgress<EvaluationProgress> ForEvaluation(this IWorkProgress progress) =>
        new Relay<EvaluationProgress>(at => progress.Report(at.Set, (int)(100 * at.Fraction), 100, at.Step));

    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
