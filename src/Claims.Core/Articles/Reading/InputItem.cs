namespace Claims.Core.Articles.Reading;

/// <summary>One thing to import as it came: a file's or a response's bytes and what is known of them before reading.</summary>
/// <param name="Name">What a person calls it and what problems are reported under: a path as given, or a URL.</param>
/// <param name="Bytes">Its content, at most one byte more than the limit where it was too large (see <see cref="TotalLength"/>).</param>
public sealed record InputItem(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where it stands: the URL it was fetched from, or the file's URI. Null: <see cref="Name"/> is used as it is.</summary>
    public string? Url { get; init; }

    /// <summary>The content type that a server gave ("text/html; charset=utf-8"), a hint for format and encoding; null for files.</summary>
    public string? ContentType { get; init; }

    /// <summary>Its whole length in bytes where only the beginning was loaded because it is over the limit.</summary>
    public long? TotalLength { get; init; }

    /// <summary>Its length in bytes, loaded or not.</summary>
    public long Length => TotalLength ?? Bytes.Length;
}
