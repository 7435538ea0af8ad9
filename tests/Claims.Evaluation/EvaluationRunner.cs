using Claims.Evaluation.Articles;
using Claims.Evaluation.Comparison;
using Claims.Evaluation.Extraction;
using Claims.Evaluation.Language;
using Claims.Evaluation.Newsroom;
using Claims.Evaluation.Pages;
using Claims.Evaluation.Pipeline;

namespace Claims.Evaluation;

/// <summary>Measures sets: the whole of <c>claims evaluate</c> but for the printing.</summary>
public sealed class EvaluationRunner
{
    private readonly IReadOnlyList<IEvaluator> evaluators;

    /// <summary>A runner over every set that can be measured.</summary>
    /// <param name="openProduct">
    /// Opens the product on a database file that is not there yet, with the featurizer and workers that the caller is built
    /// with: what is measured is what <c>claims import</c> and <c>claims run</c> do.
    /// </param>
    public EvaluationRunner(Func<string, ProductHost> openProduct)
        : this(AllEvaluators(new StoredPipeline(openProduct)))
    {
    }

    /// <summary>A runner over some sets.</summary>
    public EvaluationRunner(IReadOnlyList<IEvaluator> evaluators) => this.evaluators = evaluators;

    /// <summary>Names of the sets that can be asked for, besides <see cref="EvaluationRequest.AllSets"/>; they stay the same whether their evaluators exist or not.</summary>
    public static IReadOnlyList<string> Sets { get; } = ["articles", "newsroom", "extraction", "comparison", "reliability"];

    /// <summary>Measures what was asked for and is there.</summary>
    /// <exception cref="ArgumentException">The set or the directory does not exist.</exception>
    /// <exception cref="InvalidDataException">A file is there but not in its format.</exception>
    public async Task<EvaluationResult> RunAsync(EvaluationRequest request, IProgress<EvaluationProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Set != EvaluationRequest.AllSets && !Sets.Contains(request.Set))
        {
            throw new ArgumentException($"There is no set '{request.Set}'; it takes {string.Join(", ", Sets)} or {EvaluationRequest.AllSets}.");
        }

        if (request.DataDirectory is { } named && !Directory.Exists(named))
        {
            throw new ArgumentException($"There is no directory '{named}'.");
        }

        var data = request.DataDirectory is { } given ? new DataDirectory(given) : DataDirectory.Default();
        var file = request.FloorsFile ?? Floors.DefaultFile;
        var floors = File.Exists(file) ? Floors.Read(file) : Floors.None;

        List<Metric> metrics = [];
        List<EvaluationError> errors = [];
        List<string> absent = [];
        List<string> notes = [$"data: {data.Root}"];
        foreach (var set in Sets.Where(s => request.Set == EvaluationRequest.AllSets || s == request.Set))
        {
            var chosen = evaluators.Where(e => e.Set == set).ToList();
            if (chosen.Count == 0)
            {
                notes.Add($"{set}: no evaluator measures this set");
            }

            foreach (var evaluator in chosen)
            {
                cancel.ThrowIfCancellationRequested();
                var measurements = new Measurements(set, floors);
                await evaluator.EvaluateAsync(data, measurements, progress, cancel);
                metrics.AddRange(measurements.Metrics);
                errors.AddRange(measurements.Errors);
                absent.AddRange(measurements.AbsentFiles);
                notes.AddRange(measurements.Notes);
            }
        }

        return new(metrics, errors, absent, notes);
    }

    // One line a set; sets that need no pipeline take none.
    private static IReadOnlyList<IEvaluator> AllEvaluators(IPipelineUnderTest pipeline) =>
    [
        new ArticlesEvaluator(pipeline),
        new NewsroomEvaluator(pipeline),
        new LanguageEvaluator(),
        new ExtractionEvaluator(),
        new PagesEvaluator(),
        new ComparisonEvaluator(),
    ];
}
