namespace Claims.Core.Articles;

/// <summary>What kind of publisher a source is.</summary>
public enum SourceKind
{
    /// <summary>Not known yet: a source met for the first time.</summary>
    Unknown,

    /// <summary>A newspaper, broadcaster or site.</summary>
    Outlet,

    /// <summary>A wire agency that others republish.</summary>
    Agency,

    /// <summary>A research institute or monitor.</summary>
    Institute,

    /// <summary>A ministry, army or other state body.</summary>
    Government,

    /// <summary>A social media account.</summary>
    Account,

    /// <summary>A page that only republishes others.</summary>
    Aggregator,

    /// <summary>A saved page whose publisher is not known; the source is the file itself, so two such files never count as one.</summary>
    File,
}

/// <summary>Who published: an outlet, agency, institute, ministry or account.</summary>
/// <param name="Id">Key, made from the normalised name.</param>
/// <param name="Name">Name as shown.</param>
/// <param name="Kind">What kind of publisher it is.</param>
/// <param name="Domain">Registrable host of its pages ("example.org", without "www."), or null.</param>
public sealed record Source(SourceId Id, string Name, SourceKind Kind, string? Domain)
{
    /// <summary>The source of a name; names that differ only in case, a leading "the" or punctuation are one source.</summary>
    public static Source Named(string name, SourceKind kind = SourceKind.Unknown, string? domain = null) =>
        new(IdOf(name), name.Trim(), kind, domain);

    /// <summary>The key that a name has.</summary>
    public static SourceId IdOf(string name)
    {
        var letters = new string([.. name.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')]).Trim();
        var normal = letters.StartsWith("the ", StringComparison.Ordinal) ? letters[4..] : letters;
        return new(Identity.ContentId.Of("source", string.Join(' ', normal.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }
}
