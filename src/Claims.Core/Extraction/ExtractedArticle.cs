using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Grouping;
using Claims.Core.Naming;

namespace Claims.Core.Extraction;

/// <summary>All that was understood of one article.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">Name and version of the extractor and its models.</param>
/// <param name="Documents">Its stories.</param>
/// <param name="Claims">Their claims, in order of the text.</param>
public sealed record ExtractedArticle(ArticleId ArticleId, string Version, ImmutableArray<Document> Documents, ImmutableArray<Claim> Claims)
{
    /// <summary>The names of each story with the number of their mentions.</summary>
    public ImmutableArray<DocumentName> Names { get; init; } = [];

    /// <summary>Short forms that its stories explain themselves.</summary>
    public ImmutableArray<NameDeclaration> Declarations { get; init; } = [];

    /// <summary>What each story is about, for grouping; stories that are not here are known by their claims alone.</summary>
    public ImmutableDictionary<DocumentId, Story> Stories { get; init; } = ImmutableDictionary<DocumentId, Story>.Empty;

    /// <summary>The encoder's vector of each claim that takes part in comparison.</summary>
    public ImmutableDictionary<ClaimId, ClaimVector> Vectors { get; init; } = ImmutableDictionary<ClaimId, ClaimVector>.Empty;
}
