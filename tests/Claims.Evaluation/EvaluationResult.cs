using System.Text.Json;

namespace Claims.Evaluation;

/// <summary>What an evaluation measured.</summary>
/// <param name="Metrics">Its figures in order of measuring.</param>
/// <param name="Errors">What was got wrong.</param>
/// <param name="Absent">Files and directories of the sets asked for that are not there, by the path they were looked for at.</param>
/// <param name="Notes">What a person should know of the run ("newsroom: samples/newsroom of the repository").</param>
public sealed record EvaluationResult(
    IReadOnlyList<Metric> Metrics,
    IReadOnlyList<EvaluationError> Errors,
    IReadOnlyList<string> Absent,
    IReadOnlyList<string> Notes)
{
    /// <summary>The metrics that are under their floor.</summary>
    public IReadOnlyList<Metric> BelowFloor => [.. Metrics.Where(m => m.IsBelowFloor)];

    /// <summary>What a process that ran the evaluation returns: 1 when a metric is under its floor, else 0.</summary>
    public int ExitCode => BelowFloor.Count > 0 ? 1 : 0;

    /// <summary>One JSON object: <c>{"set/metric": {"value", "n", "floor", "seconds"}}</c>; floor is null where there is none.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            foreach (var metric in Metrics)
            {
                json.WriteStartObject(metric.Name);
                json.WriteNumber("value", Math.Round(metric.Value, 6));
                json.WriteNumber("n", metric.Count);
                if (metric.Floor is { } floor)
                {
                    json.WriteNumber("floor", floor);
                }
                else
                {
                    json.WriteNull("floor");
                }

                json.WriteNumber("seconds", Math.Round(metric.Seconds, 3));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
