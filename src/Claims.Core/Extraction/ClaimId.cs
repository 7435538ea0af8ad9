namespace Claims.Core.Extraction;

/// <summary>The key of one assertion (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct ClaimId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
