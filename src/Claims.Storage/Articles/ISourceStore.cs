using Claims.Core.Articles;

namespace Claims.Storage.Articles;

/// <summary>Who published.</summary>
public interface ISourceStore
{
    /// <summary>All sources with what they have published, by name.</summary>
    Task<IReadOnlyList<SourceSummary>> ListAsync(CancellationToken cancel = default);

    /// <summary>The source with this name, key or key prefix, or null.</summary>
    Task<SourceSummary?> FindAsync(string nameOrKey, CancellationToken cancel = default);
}

/// <summary>A source with counts.</summary>
/// <param name="Source">The source.</param>
/// <param name="Documents">Stories published by it.</param>
/// <param name="Claims">Claims in them.</param>
/// <param name="OpenConflicts">Open conflicts that one of its claims stands in.</param>
/// <param name="DecidedConflicts">Decided ones.</param>
public sealed record SourceSummary(Source Source, int Documents, int Claims, int OpenConflicts, int DecidedConflicts);
