using System.Collections.Immutable;

namespace Claims.Core.Articles.Reading;

/// <summary>What was read from one input: the pages in it, and what could not be read of it.</summary>
/// <param name="Articles">The pages, in order. Each has <see cref="Article.Revision"/> 1: the store numbers revisions.</param>
/// <param name="Problems">What could not be read, by name.</param>
public sealed record ReadResult(ImmutableArray<Article> Articles, ImmutableArray<ImportProblem> Problems)
{
    /// <summary>Addresses of pages that a feed only points to, without text of its own: to be fetched.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>Nothing but one problem.</summary>
    public static ReadResult Failed(ImportProblem problem) => new([], [problem]);

    /// <summary>Nothing but one article.</summary>
    public static ReadResult Of(Article article) => new([article], []);
}
