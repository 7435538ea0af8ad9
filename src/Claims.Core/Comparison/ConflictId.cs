namespace Claims.Core.Comparison;

/// <summary>The key of a comparison that a person should see (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct ConflictId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
