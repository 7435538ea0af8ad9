namespace Claims.Workers.Importing;

/// <summary>Takes pages in: files, folders, globs, URLs of pages and feeds.</summary>
public interface IImporter
{
    /// <summary>Reads everything named and stores what is new. One page that cannot be read never stops the rest.</summary>
    /// <param name="inputs">Paths, globs and URLs.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="progress">Told after each page.</param>
    /// <param name="cancel">Ends the import between two pages; what was stored stays.</param>
    Task<ImportReport> ImportAsync(IReadOnlyList<string> inputs, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default);
}

/// <summary>How to read what is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Source of pages that do not name one, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Hosts on loopback that may be fetched from; empty outside tests.</summary>
    public IReadOnlyList<string> AllowedLoopbackHosts { get; init; } = [];

    /// <summary>Largest page or file read, in bytes.</summary>
    public long MaximumBytes { get; init; } = 20 * 1024 * 1024;
}

/// <summary>How far an import is.</summary>
public readonly record struct ImportProgress(int Done, int Total, string Name);

/// <summary>What an import did.</summary>
/// <param name="Added">Articles that were new.</param>
/// <param name="Unchanged">Captures that were there already.</param>
/// <param name="Revisions">Of the added, how many are a new revision of a known URL.</param>
/// <param name="Warnings">What was odd, by page.</param>
/// <param name="Problems">What could not be read, by page, with what is accepted.</param>
public sealed record ImportReport(int Added, int Unchanged, int Revisions, IReadOnlyList<ImportMessage> Warnings, IReadOnlyList<ImportMessage> Problems);

/// <summary>A message about one page.</summary>
/// <param name="Name">File, line or URL.</param>
/// <param name="Message">What is wrong or odd, and what is accepted.</param>
public sealed record ImportMessage(string Name, string Message);
