using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Naming;

namespace Claims.Storage.Serialization;

/// <summary>What of an article is stored as JSON.</summary>
internal sealed record ArticleDetails(
    ImmutableArray<TextBlock> Blocks,
    ImmutableArray<string> Warnings,
    DateTimeOffset? Modified = null,
    string? Byline = null,
    string? Language = null);

/// <summary>What of a document is stored as JSON.</summary>
internal sealed record DocumentDetails(ImmutableArray<TextBlock> Blocks);

/// <summary>What of a claim is stored as JSON: all that no query asks for.</summary>
internal sealed record ClaimDetails(
    TextSpan Sentence,
    string Prefix,
    string Suffix,
    AttributionChain Attribution,
    ImmutableArray<string> Objects,
    ImmutableArray<Quantity> Quantities,
    TimeReference? Time,
    ImmutableArray<string> Places,
    ImmutableArray<string> Names,
    ImmutableArray<string> Context,
    ImmutableArray<string> CheckReasons,
    ImmutableArray<ArithmeticCheck>? Arithmetic = null);

/// <summary>
/// The JSON of the "details" columns. Unbounded quantities are infinite and written as named literals; spans, which are
/// on every line, as a pair of numbers.
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(TextSpanConverter), typeof(TextBlockConverter)])]
[JsonSerializable(typeof(ArticleDetails))]
[JsonSerializable(typeof(DocumentDetails))]
[JsonSerializable(typeof(ClaimDetails))]
[JsonSerializable(typeof(ImmutableArray<Reason>))]
[JsonSerializable(typeof(ImmutableArray<NameEvidence>))]
internal sealed partial class StoredJson : JsonSerializerContext;

/// <summary>A span as <c>[start,length]</c>.</summary>
internal sealed class TextSpanConverter : JsonConverter<TextSpan>
{
    /// <inheritdoc/>
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var length = reader.GetInt32();
        reader.Read();
        return new(start, length);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.Length);
        writer.WriteEndArray();
    }
}

/// <summary>A block as <c>[start,length,"kind"]</c>.</summary>
internal sealed class TextBlockConverter : JsonConverter<TextBlock>
{
    /// <inheritdoc/>
    public override TextBlock Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var length = reader.GetInt32();
        reader.Read();
        var kind = Enum.Parse<BlockKind>(reader.GetString()!);
        reader.Read();
        return new(new(start, length), kind);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextBlock value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Span.Start);
        writer.WriteNumberValue(value.Span.Length);
        writer.WriteStringValue(value.Kind.ToString());
        writer.WriteEndArray();
    }
}
