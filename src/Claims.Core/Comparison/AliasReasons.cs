using System.Globalization;
using Claims.Core.Naming;

namespace Claims.Core.Comparison;

/// <summary>Says of two claims which of their names were taken for one, and on what evidence.</summary>
internal static class AliasReasons
{
    /// <summary>More than these would bury the other reasons.</summary>
    private const int Most = 2;

    /// <summary>One reason for each pair of differently written names that counts as one, at most two; the surest first.</summary>
    public static IEnumerable<Reason> Of(Alignment pair) => pair.A.Context.Aliases.IsEmpty ? [] :
        [.. NamesOf(pair.A).SelectMany(a => NamesOf(pair.B), (a, b) => (A: a, B: b, Alias: a.AliasOf(b)))
            .Where(found => found.Alias is { IsSame: true })
            .DistinctBy(found => (found.Alias!.A, found.Alias.B))
            .OrderByDescending(found => found.Alias!.Decision is not null).ThenByDescending(found => found.Alias!.Score)
            .Take(Most)
            .Select(found => new Reason("names.alias", Sentence(found.A.Text, found.B.Text, found.Alias!)))];

    private static string Sentence(string a, string b, NameAlias alias) => alias.Decision is true
        ? $"“{a}” and “{b}” are one name: a person said so."
        : string.Create(CultureInfo.InvariantCulture, $"“{a}” and “{b}” are taken for one name ({string.Join(", ", alias.Evidence.Select(evidence => evidence.Rule))}, {alias.Score:0.00}); say so if they are not.");

    private static IEnumerable<ProfileName> NamesOf(ClaimProfile profile) => profile.Names.Concat(profile.Subject.Names).DistinctBy(name => name.Key);
}
