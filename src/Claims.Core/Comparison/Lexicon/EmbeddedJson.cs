using System.Text.Json;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>Reads the JSON files of <c>models/</c> that are embedded in the assembly.</summary>
internal static class EmbeddedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The file of that name ("models/lexicon/words.json").</summary>
    /// <exception cref="InvalidOperationException">The assembly does not hold it.</exception>
    public static T Read<T>(string name, JsonSerializerOptions? options = null)
    {
        using var stream = typeof(EmbeddedJson).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        return JsonSerializer.Deserialize<T>(stream, options ?? Options) ?? throw new InvalidDataException($"{name} is empty.");
    }

    /// <summary>Names of the embedded files under a folder, in order.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
        [.. typeof(EmbeddedJson).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
