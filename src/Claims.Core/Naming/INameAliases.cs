namespace Claims.Core.Naming;

/// <summary>Which names of different documents count as one, for grouping and comparison. Thread-safe; what it answers may change between claims.</summary>
public interface INameAliases
{
    /// <summary>Whether nothing at all is known, so that nobody need ask.</summary>
    bool IsEmpty { get; }

    /// <summary>What holds between two names by their keys (<see cref="NameForm.KeyOf"/>), or null where neither score nor person says anything that counts.</summary>
    NameAlias? Between(string a, string b);

    /// <summary>The keys of all names that count as the same as one.</summary>
    IReadOnlyList<string> SameAs(string key);
}
