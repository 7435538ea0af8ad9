using System.Text;
using System.Text.Json;
using Claims.Core.Grouping;

namespace Claims.Storage.Serialization;

/// <summary>
/// Lists as JSON text, which SQL takes as one parameter and opens with json_each (OPENJSON on SQL Server): one prepared
/// statement for lists of any length, where an IN list would make one for each length and end at the parameter limit.
/// </summary>
internal static class JsonArray
{
    /// <summary>A list of texts: <c>["a","b"]</c>.</summary>
    public static string Of(IEnumerable<string> values) => Write(values, (writer, value) => writer.WriteStringValue(value));

    /// <summary>A list of keys with their weights: <c>[["name:x",1.5],…]</c>.</summary>
    public static string Of(IEnumerable<IndexKey> keys) => Write(keys, (writer, key) =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue(key.Key);
        writer.WriteNumberValue(key.Weight);
        writer.WriteEndArray();
    });

    private static string Write<T>(IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                write(writer, value);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
