using System.Collections.Frozen;

namespace Claims.Core.Extraction;

/// <summary>Which words give a count its role, and whom counted nouns cover (models/extraction/roles.tsv and counted.tsv).</summary>
internal static class QuantityLexicon
{
    private readonly record struct VerbRole(string Role, bool IsAgent, string Counted);

    private static readonly FrozenDictionary<string, VerbRole[]> Verbs = WordTable.Rows("roles")
        .Where(row => row[0] == "verb")
        .GroupBy(row => row[1], row => new VerbRole(row[2], row[3] == "agent", row[4]))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenDictionary<string, string> Nouns = WordTable.Rows("roles")
        .Where(row => row[0] == "noun").ToFrozenDictionary(row => row[1], row => row[2]);

    private static readonly FrozenDictionary<string, string> Classes = WordTable.Rows("counted")
        .Where(row => row[0] != "modifier").ToFrozenDictionary(row => row[1], row => row[0]);

    private static readonly FrozenDictionary<string, string> Coverages = WordTable.Rows("counted")
        .Where(row => row[0] != "modifier" && row[2] != "-").ToFrozenDictionary(row => row[1], row => row[2]);

    private static readonly FrozenDictionary<string, string> Modifiers = WordTable.Rows("counted")
        .Where(row => row[0] == "modifier").ToFrozenDictionary(row => row[1], row => row[2]);

    /// <summary>The role that a verb gives what it counts, in the place where the count stands; null when it gives none.</summary>
    /// <param name="verb">Lemma, with its particle after a space.</param>
    /// <param name="isAgent">Whether the counted is who does it.</param>
    /// <param name="counted">Lemma of the counted noun, or null.</param>
    public static string? RoleOf(string verb, bool isAgent, string? counted)
    {
        if (!Verbs.TryGetValue(verb, out var roles))
        {
            return null;
        }

        foreach (var role in roles)
        {
            if (role.IsAgent == isAgent && (role.Counted == "-" || (counted is null ? role.Counted == "person" : ClassOf(counted) == role.Counted)))
            {
                return role.Role;
            }
        }

        return null;
    }

    /// <summary>Whether the verb gives a role to anything at all.</summary>
    public static bool HasRole(string verb) => Verbs.ContainsKey(verb);

    /// <summary>The role that a counted noun has in itself ("deaths", "casualties"); null for others.</summary>
    public static string? RoleOfNoun(string lemma) => Nouns.GetValueOrDefault(lemma);

    /// <summary>The class of a counted noun ("person", "vote", "weapon", "job"), or null.</summary>
    public static string? ClassOf(string lemma) => Classes.GetValueOrDefault(lemma);

    /// <summary>The group of people that a counted noun names, or null for people in general.</summary>
    public static string? CoverageOf(string lemma) => Coverages.GetValueOrDefault(lemma);

    /// <summary>The group that a modifier of a counted noun names ("civilian deaths"), or null.</summary>
    public static string? CoverageOfModifier(string lemma) => Modifiers.GetValueOrDefault(lemma) ?? Coverages.GetValueOrDefault(lemma);
}
