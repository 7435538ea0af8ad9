namespace Claims.Core.Grouping;

/// <summary>The key of claims about the same thing (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct GroupId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
