namespace Claims.Core.Articles;

/// <summary>The key of one story inside an article (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct DocumentId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
