namespace Claims.Core.Articles;

/// <summary>The key of one captured revision of a page (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct ArticleId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
