using System.Text.Json;

namespace Claims.Evaluation;

/// <summary>The least values that CI accepts, by metric. Every metric with a floor is one where more is better.</summary>
public sealed class Floors
{
    private readonly Dictionary<string, double> floors;

    private Floors(Dictionary<string, double> floors) => this.floors = floors;

    /// <summary>No floors.</summary>
    public static Floors None { get; } = new([]);

    /// <summary>The file of floors beside the program.</summary>
    public static string DefaultFile => Path.Combine(AppContext.BaseDirectory, "floors.json");

    /// <summary>Reads a JSON object of metric names and numbers.</summary>
    /// <exception cref="InvalidDataException">The file is no such object.</exception>
    public static Floors Read(string file)
    {
        try
        {
            return new(JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(file)) ?? []);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} is no object of metric names and numbers: {e.Message}", e);
        }
    }

    /// <summary>The floor of a metric, or null.</summary>
    public double? Of(string metric) => floors.TryGetValue(metric, out var floor) ? floor : null;
}
