using System.Text.Json;

namespace Claims.Evaluation.Extraction;

/// <summary>One case of the recognizers' test files: a text and what is meant in it.</summary>
/// <param name="Input">The text.</param>
/// <param name="Reference">What "yesterday" counts from, or null.</param>
/// <param name="Results">What is meant, in order of the text.</param>
internal sealed record RecognizerCase(string Input, DateTimeOffset? Reference, IReadOnlyList<RecognizerResult> Results)
{
    /// <summary>The cases of a file.</summary>
    /// <exception cref="InvalidDataException">The file is not in the format.</exception>
    public static IReadOnlyList<RecognizerCase> Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return [.. json.RootElement.EnumerateArray().Select(Case)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    private static RecognizerCase Case(JsonElement item)
    {
        DateTimeOffset? reference = item.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var time)
            ? new DateTimeOffset(DateTime.Parse(time.GetString()!), TimeSpan.Zero)
            : null;
        return new(item.GetProperty(nameof(Input)).GetString()!, reference, [.. item.GetProperty(nameof(Results)).EnumerateArray().Select(Result)]);
    }

    private static RecognizerResult Result(JsonElement item)
    {
        var resolution = item.TryGetProperty("Resolution", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        var values = resolution.ValueKind == JsonValueKind.Object && resolution.TryGetProperty("values", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(value => new RecognizerValue(Text(value, "value"), Text(value, "start"), Text(value, "end"))).ToList()
            : [];
        return new(
            item.GetProperty("Text").GetString()!, item.GetProperty("TypeName").GetString()!,
            item.TryGetProperty("Start", out var start) ? start.GetInt32() : -1, item.TryGetProperty("End", out var end) ? end.GetInt32() + 1 : -1,
            resolution.ValueKind == JsonValueKind.Object ? Text(resolution, "value") : null, values);
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>One thing meant.</summary>
/// <param name="Text">Its words, lower case.</param>
/// <param name="Type">What it is ("number", "datetimeV2.date").</param>
/// <param name="Start">Offset of its first character, -1 where the file does not say.</param>
/// <param name="End">Offset behind its last character, -1 where the file does not say.</param>
/// <param name="Value">Its value as text, of numbers.</param>
/// <param name="Values">Its readings, of times.</param>
internal sealed record RecognizerResult(string Text, string Type, int Start, int End, string? Value, IReadOnlyList<RecognizerValue> Values);

/// <summary>One reading of a time: a day, or a range.</summary>
internal readonly record struct RecognizerValue(string? Day, string? Start, string? End);
