using Claims.Core.Naming;
using Claims.Storage;

namespace Claims.Workers.Pipeline;

/// <summary>
/// The aliases in force as the database last had them. Only pairs that have a say are held in memory, so its size goes with
/// what was found sure or decided, not with the names.
/// </summary>
public sealed class CurrentNameAliases(IClaimsDatabase database) : INameAliases
{
    private volatile State state = new(-1, NameAliasSet.None);

    /// <inheritdoc/>
    public bool IsEmpty => state.Aliases.IsEmpty;

    /// <inheritdoc/>
    public NameAlias? Between(string a, string b) => state.Aliases.Between(a, b);

    /// <inheritdoc/>
    public IReadOnlyList<string> SameAs(string key) => state.Aliases.SameAs(key);

    /// <summary>Reads them again if they changed since.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        var revision = await database.Names.RevisionAsync(cancel);
        if (revision != state.Revision)
        {
            state = new(revision, new NameAliasSet(await database.Names.InForceAsync(cancel)));
        }
    }

    private sealed record State(long Revision, NameAliasSet Aliases);
}
