using Claims.Core.Naming;
using Claims.Storage;
using Claims.Storage.Naming;

namespace Claims.Workers.Pipeline;

/// <summary>
/// Finds which names of different documents may be one, between extraction and comparison. What it stores follows from the
/// names and declarations that are there, whatever their order; done twice or by two processes at once it comes to the same.
/// </summary>
public sealed class NameLinkStep(IClaimsDatabase database)
{
    /// <summary>Names of one round: many enough to write in bulk, few enough not to hold the write lock for long.</summary>
    private const int Batch = 500;

    /// <summary>Works out the pairs of all names that are new or changed.</summary>
    /// <returns>How many names that were.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var done = 0;
        while (await database.Names.UnlinkedAsync(NameMatcher.Version, Batch, cancel) is { Count: > 0 } names)
        {
            await LinkAsync(names, cancel);
            done += names.Count;
        }

        return done;
    }

    private async Task LinkAsync(IReadOnlyList<UnlinkedName> names, CancellationToken cancel)
    {
        var forms = names.ToDictionary(name => name.Key, name => NameForm.Read(name.Text), StringComparer.Ordinal);
        var neighbours = await database.Names.IndexAsync(
            names.ToDictionary(name => name, name => forms[name.Key] is { } form ? NameIndex.KeysOf(form) : []), cancel);
        var declarations = neighbours.Declarations
            .SelectMany(declaration => new[] { NameForm.KeyOf(declaration.Short), NameForm.KeyOf(declaration.Long) }, (declaration, key) => (key, declaration))
            .ToLookup(entry => entry.key, entry => entry.declaration, StringComparer.Ordinal);
        var pairs = new Dictionary<(string, string), NameAlias>();
        foreach (var (key, text) in neighbours.Pairs)
        {
            cancel.ThrowIfCancellationRequested();
            if (forms[key] is { } form && NameForm.Read(text) is { } other
                && NameMatcher.Match(form, other, [.. declarations[form.Key].Concat(declarations[other.Key]).Distinct()]) is { } alias)
            {
                pairs.TryAdd((alias.A, alias.B), alias);
            }
        }

        await database.Names.SaveAsync(names, [.. pairs.Values], NameMatcher.Version, cancel);
    }
}
