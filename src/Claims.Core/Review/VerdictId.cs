namespace Claims.Core.Review;

/// <summary>The key of one decision of a person (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct VerdictId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
