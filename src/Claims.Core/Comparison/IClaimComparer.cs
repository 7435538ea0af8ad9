namespace Claims.Core.Comparison;

/// <summary>Decides how two claims stand to each other. Pure and thread-safe; the order of the two does not matter.</summary>
public interface IClaimComparer
{
    /// <summary>Name and version of the rules, axes and weights; stored with every comparison.</summary>
    string Version { get; }

    /// <summary>All relations of the pair, at most one a kind; none when the claims are not about the same thing.</summary>
    IReadOnlyList<ClaimComparison> Compare(ClaimInContext a, ClaimInContext b);
}
