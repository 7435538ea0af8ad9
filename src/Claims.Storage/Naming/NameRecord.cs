using System.Text.Json;
using Claims.Core.Naming;
using Claims.Storage.Serialization;

namespace Claims.Storage.Naming;

/// <summary>A row of the pairs that are known.</summary>
internal sealed class NameRecord
{
    public string NameA { get; init; } = "";

    public string NameB { get; init; } = "";

    public string TextA { get; init; } = "";

    public string TextB { get; init; } = "";

    public double Score { get; init; }

    public string Evidence { get; init; } = "[]";

    public bool? IsSame { get; init; }

    public string? Reviewer { get; init; }

    public DateTimeOffset? At { get; init; }

    public int StoriesA { get; init; }

    public int StoriesB { get; init; }

    public NameAlias ToAlias() => new(TextA, TextB, Score, JsonSerializer.Deserialize(Evidence, StoredJson.Default.ImmutableArrayNameEvidence), IsSame);

    public NameSuggestion ToSuggestion() => new(ToAlias(), StoriesA, StoriesB, Reviewer, At);
}
