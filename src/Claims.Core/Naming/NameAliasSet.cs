namespace Claims.Core.Naming;

/// <summary>The aliases that have a say, as they were at one time. Immutable.</summary>
public sealed class NameAliasSet : INameAliases
{
    private readonly Dictionary<string, Dictionary<string, NameAlias>> byKey = new(StringComparer.Ordinal);

    /// <summary>Takes those aliases that are in force; the others say nothing.</summary>
    public NameAliasSet(IEnumerable<NameAlias> aliases)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        foreach (var alias in aliases.Where(alias => alias.IsInForce))
        {
            var (a, b) = (NameForm.KeyOf(alias.A), NameForm.KeyOf(alias.B));
            Add(a, b, alias);
            Add(b, a, alias);
        }
    }

    /// <summary>Nothing known.</summary>
    public static NameAliasSet None { get; } = new([]);

    /// <inheritdoc/>
    public bool IsEmpty => byKey.Count == 0;

    /// <inheritdoc/>
    public NameAlias? Between(string a, string b) => byKey.TryGetValue(a, out var partners) ? partners.GetValueOrDefault(b) : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> SameAs(string key) =>
        byKey.TryGetValue(key, out var partners) ? [.. partners.Where(partner => partner.Value.IsSame).Select(partner => partner.Key).Order(StringComparer.Ordinal)] : [];

    private void Add(string from, string to, NameAlias alias)
    {
        if (!byKey.TryGetValue(from, out var partners))
        {
            byKey.Add(from, partners = new(StringComparer.Ordinal));
        }

        partners[to] = alias;
    }
}
