namespace Claims.Core.Articles;

/// <summary>The key of who published (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct SourceId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
