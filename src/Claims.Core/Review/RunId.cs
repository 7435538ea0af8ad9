namespace Claims.Core.Review;

/// <summary>The key of one execution of the pipeline (see <see cref="Identity.ContentId"/>).</summary>
public readonly record struct RunId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
