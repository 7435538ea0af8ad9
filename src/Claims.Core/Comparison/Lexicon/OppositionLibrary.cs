using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>One phrase of one pole.</summary>
/// <param name="Opposition">The scale.</param>
/// <param name="Pole">Index of the pole on it, or -1 for a phrase that only looks like one.</param>
/// <param name="ActorBehind">Whether the actor stands behind the phrase ("includes").</param>
internal sealed record PolePhrase(Opposition Opposition, int Pole, bool ActorBehind);

/// <summary>All scales: the narrative axes and the oppositions of the lexicon, ready for lookup.</summary>
public sealed class OppositionLibrary
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Lazy<OppositionLibrary> LazyEmbedded = new(LoadEmbedded);

    /// <param name="oppositions">The scales; names are unique.</param>
    /// <exception cref="ArgumentException">Two have one name, or one has fewer than two poles or a pole without phrases.</exception>
    public OppositionLibrary(IEnumerable<Opposition> oppositions)
    {
        All = [.. oppositions];
        if (All.FirstOrDefault(o => o.Poles.Length < 2 || o.Poles.Any(p => p.Phrases.IsDefaultOrEmpty)) is { } poor)
        {
            throw new ArgumentException($"'{poor.Name}' needs two poles or more, each with phrases.", nameof(oppositions));
        }

        if (All.GroupBy(o => o.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"There are two scales named '{twice.Key}'.", nameof(oppositions));
        }

        Phrases = new(All.SelectMany(o => o.Poles
            .SelectMany((p, i) => p.Phrases.Select(phrase => (Phrase: phrase, Pole: i)))
            .Concat(o.Ignore.Select(phrase => (Phrase: phrase, Pole: -1)))
            .Select(p => (p.Phrase.TrimStart('>', ' '), new PolePhrase(o, p.Pole, p.Phrase.StartsWith('>'))))));
    }

    /// <summary>The scales that ship in the assembly.</summary>
    public static OppositionLibrary Embedded => LazyEmbedded.Value;

    /// <summary>Every scale, axes first.</summary>
    public ImmutableArray<Opposition> All { get; }

    internal PhraseSet<PolePhrase> Phrases { get; }

    /// <summary>Reads one axis from JSON.</summary>
    /// <exception cref="JsonException">The text is not an axis.</exception>
    public static Opposition Parse(string json) => JsonSerializer.Deserialize<Opposition>(json, Options) ?? throw new JsonException("The file is empty.");

    private static OppositionLibrary LoadEmbedded()
    {
        var axes = EmbeddedJson.Names("models/axes/").Select(name => EmbeddedJson.Read<Opposition>(name, Options));
        return new(axes.Concat(EmbeddedJson.Read<Shelf>("models/lexicon/oppositions.json", Options).Oppositions));
    }

    private sealed record Shelf(Opposition[] Oppositions);
}
