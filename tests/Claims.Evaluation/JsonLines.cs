using System.Text.Json;

namespace Claims.Evaluation;

/// <summary>Reads a file of one JSON object a line; fields that a type does not have are passed over.</summary>
public static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The objects of a file in order, empty lines left out.</summary>
    /// <exception cref="InvalidDataException">A line is no such object; the message names file and line.</exception>
    public static IReadOnlyList<T> Read<T>(string file)
    {
        List<T> rows = [];
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                rows.Add(JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("The line is null."));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{file}, line {number}: {e.Message}", e);
            }
        }

        return rows;
    }
}
