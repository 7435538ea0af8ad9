using Claims.Core.Naming;

namespace Claims.Storage.Naming;

/// <summary>Names across documents: which may be one, on what evidence, and what people decided of them.</summary>
public interface INameStore
{
    /// <summary>Names whose pairs are to be worked out, in order of their key; those of other rules than <paramref name="version"/> among them.</summary>
    Task<IReadOnlyList<UnlinkedName>> UnlinkedAsync(string version, int take, CancellationToken cancel = default);

    /// <summary>
    /// Writes what the names are looked up by, and gives every name that shares a key with one of them or that a document
    /// declares to be the same. Keys that more than <see cref="NameIndex.MostNames"/> names share find nothing.
    /// </summary>
    Task<NameNeighbours> IndexAsync(IReadOnlyDictionary<UnlinkedName, IReadOnlyCollection<string>> keys, CancellationToken cancel = default);

    /// <summary>
    /// Stores the pairs of names in place of those that were there, and makes the articles due for comparison to which a
    /// pair in force is new or gone. A name that changed meanwhile stays to be worked out.
    /// </summary>
    Task SaveAsync(IReadOnlyList<UnlinkedName> names, IReadOnlyList<NameAlias> pairs, string version, CancellationToken cancel = default);

    /// <summary>The pairs that have a say in comparison.</summary>
    Task<IReadOnlyList<NameAlias>> InForceAsync(CancellationToken cancel = default);

    /// <summary>Grows whenever <see cref="InForceAsync"/> may give something else.</summary>
    Task<long> RevisionAsync(CancellationToken cancel = default);

    /// <summary>Pairs, best first: those that wait for a person, or those that were decided, newest first.</summary>
    /// <param name="isDecided">Which of the two.</param>
    /// <param name="search">Only pairs with a name that holds these letters; null for all.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">The most that are given.</param>
    /// <param name="cancel">Ends the call.</param>
    Task<IReadOnlyList<NameSuggestion>> ListAsync(bool isDecided, string? search, int skip, int take, CancellationToken cancel = default);

    /// <summary>
    /// Records a person's decision, which holds for ever or until the next one, and makes the articles of the rarer name due for
    /// comparison.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No story uses one of the names.</exception>
    /// <exception cref="ArgumentException">The two are one writing already.</exception>
    Task<NameSuggestion> DecideAsync(string a, string b, bool isSame, string reviewer, string? note, CancellationToken cancel = default);
}

/// <summary>A name whose pairs are to be worked out.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Text">As written.</param>
/// <param name="Changes">Tells later changes apart.</param>
public sealed record UnlinkedName(string Key, string Text, long Changes);

/// <summary>What names are held against.</summary>
/// <param name="Pairs">Each name's key with the writing of a name that it could be one with.</param>
/// <param name="Declarations">What documents declare of any of them, and of their short forms.</param>
public sealed record NameNeighbours(IReadOnlyList<(string Key, string Other)> Pairs, IReadOnlyList<NameDeclaration> Declarations);

/// <summary>A pair of names for a person.</summary>
/// <param name="Alias">The two with score and evidence; a score of 0 where only a person says so.</param>
/// <param name="StoriesA">How many stories use the first.</param>
/// <param name="StoriesB">How many stories use the second.</param>
/// <param name="Reviewer">Who decided, or null.</param>
/// <param name="At">When, UTC, or null.</param>
public sealed record NameSuggestion(NameAlias Alias, int StoriesA, int StoriesB, string? Reviewer, DateTimeOffset? At);
