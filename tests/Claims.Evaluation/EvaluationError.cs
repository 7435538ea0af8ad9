namespace Claims.Evaluation;

/// <summary>One case that was got wrong, for people who want to know why.</summary>
/// <param name="Metric">The metric that it counts against.</param>
/// <param name="Where">The case: an id, a file, a quote.</param>
/// <param name="Expected">What the set says.</param>
/// <param name="Found">What Claims says.</param>
public sealed record EvaluationError(string Metric, string Where, string Expected, string Found);
