using Claims.Core.Articles;

namespace Claims.Storage.Articles;

/// <summary>A row of a source with its counts.</summary>
internal sealed class SourceRecord
{
    public SourceId Id { get; init; }

    public string Name { get; init; } = "";

    public SourceKind Kind { get; init; }

    public string? Domain { get; init; }

    public int Documents { get; init; }

    public int Claims { get; init; }

    public int OpenConflicts { get; init; }

    public int DecidedConflicts { get; init; }

    public Source ToSource() => new(Id, Name, Kind, Domain);

    public SourceSummary ToSummary() => new(ToSource(), Documents, Claims, OpenConflicts, DecidedConflicts);
}
