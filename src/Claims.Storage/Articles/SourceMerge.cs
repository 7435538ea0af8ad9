using Claims.Core.Articles;

namespace Claims.Storage.Articles;

/// <summary>
/// What is known of a source after one more page named it. Pages are read in any order and by several workers, so the
/// rule is commutative and associative: the same pages leave the same row whatever came first.
/// </summary>
internal static class SourceMerge
{
    /// <summary>The two descriptions as one.</summary>
    public static Source Merge(Source a, Source b) =>
        a with { Name = Least(a.Name, b.Name)!, Kind = Merge(a.Kind, b.Kind), Domain = Least(a.Domain, b.Domain) };

    private static SourceKind Merge(SourceKind a, SourceKind b) =>
        a == SourceKind.Unknown ? b : b == SourceKind.Unknown || a < b ? a : b;

    // Ordinal order puts capitals first, which prefers "BBC" to "bbc" and to "the BBC".
    private static string? Least(string? a, string? b) =>
        a is null ? b : b is null || string.CompareOrdinal(a, b) <= 0 ? a : b;
}
