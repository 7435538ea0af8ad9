using System.Collections.Frozen;

namespace Claims.Core.Articles;

/// <summary>Outlets, agencies and institutes whose names and kinds are known beforehand (<c>models/pages/outlets.tsv</c>).</summary>
public static class KnownOutlets
{
    private static readonly FrozenDictionary<SourceId, Source> ByName = Load(s => s.Id);
    private static readonly FrozenDictionary<string, Source> ByDomain = Load(s => s.Domain!);

    /// <summary>The known source of a name, whatever its case and leading "the", or null.</summary>
    public static Source? Named(string name) => ByName.GetValueOrDefault(Source.IdOf(name));

    /// <summary>The known source of a registrable domain, or null.</summary>
    public static Source? At(string domain) => ByDomain.GetValueOrDefault(domain);

    /// <summary>The source of a name: the known one, with kind and domain, else one of unknown kind.</summary>
    public static Source SourceNamed(string name, string? domain = null) =>
        Named(name) is { } known ? known with { Name = name.Trim() } : Source.Named(name, SourceKind.Unknown, domain);

    private static FrozenDictionary<TKey, Source> Load<TKey>(Func<Source, TKey> key)
        where TKey : notnull
    {
        using var stream = typeof(KnownOutlets).Assembly.GetManifestResourceStream("models/pages/outlets.tsv")!;
        using var reader = new StreamReader(stream);
        var outlets = new Dictionary<TKey, Source>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var name, var kind, var domain])
            {
                continue;
            }

            // A domain with several names goes by the first of them.
            var source = Source.Named(name, Enum.Parse<SourceKind>(kind), domain);
            outlets.TryAdd(key(source), source);
        }

        return outlets.ToFrozenDictionary();
    }
}
