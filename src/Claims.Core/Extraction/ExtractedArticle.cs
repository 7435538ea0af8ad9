using System.Collections.Immutable;
using Claims.Core.Articles;
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
}
