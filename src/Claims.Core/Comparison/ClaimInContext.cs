using System.Text.Json.Serialization;
using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Naming;

namespace Claims.Core.Comparison;

/// <summary>A claim with what is known of the story it stands in: all that grouping and comparison may look at.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Source">Who published the story.</param>
/// <param name="Published">When the story was published, UTC, or null.</param>
/// <param name="DocumentTitle">The story's headline, or null.</param>
public sealed record ClaimInContext(Claim Claim, Source Source, DateTimeOffset? Published, string? DocumentTitle)
{
    /// <summary>Which names of different documents count as one. What it answers may change while the claim stays.</summary>
    [JsonIgnore]
    public INameAliases Aliases { get; init; } = NameAliasSet.None;

    /// <summary>What its document is about, or null where only the claim is known; then its own words and context stand for it.</summary>
    [JsonIgnore]
    public Story? Story { get; init; }

    /// <summary>The encoder's vector of its text, or null where it is not stored; it is then computed when it is asked for.</summary>
    [JsonIgnore]
    public ClaimVector? Vector { get; init; }
}
