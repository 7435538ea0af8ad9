using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;

namespace Claims.Storage.Sqlite;

/// <summary>A pair that people tied or keep apart.</summary>
internal sealed class TiedRecord
{
    public ClaimId ClaimA { get; init; }

    public ClaimId ClaimB { get; init; }

    public TieKind Kind { get; init; }

    /// <summary>Whether it was said of the two themselves and not of the groups they stand in.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What holds for each pair: what is said of the two themselves goes before what is said of their groups.</summary>
    public static Dictionary<ClaimPair, TieKind> Strongest(IEnumerable<TiedRecord> rows) =>
        rows.GroupBy(row => ClaimPair.Ordered(row.ClaimA, row.ClaimB)).ToDictionary(pair => pair.Key, pair => pair.MaxBy(row => row.IsOwn)!.Kind);
}
