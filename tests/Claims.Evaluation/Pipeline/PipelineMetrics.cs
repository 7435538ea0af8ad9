namespace Claims.Evaluation.Pipeline;

/// <summary>What is counted of every run of the pipeline, with or without gold.</summary>
internal static class PipelineMetrics
{
    public static void Add(PipelineOutcome outcome, Measurements measurements)
    {
        var pages = outcome.Articles.Count + outcome.Problems.Count;
        measurements.AddShare("pages_read", outcome.Articles.Count, pages);
        measurements.Add("claims", outcome.Claims.Values.Sum(c => c.Count), outcome.DocumentCount);
        foreach (var problem in outcome.Problems)
        {
            measurements.Error("pages_read", problem, "a page that is read and worked through", "a problem");
        }
    }
}
