using System.Collections.Frozen;
using System.Text.Json;

namespace Claims.Core.Articles.Splitting;

/// <summary>The words that pages are built from, read from <c>models/pages</c> inside the assembly.</summary>
internal static class PagePhrases
{
    private static readonly FrozenDictionary<string, string[]> Lists = Load();

    public static readonly FrozenSet<string> LinkSections = Set("linkSections");
    public static readonly FrozenSet<string> AuthorSections = Set("authorSections");
    public static readonly FrozenSet<string> EndSections = Set("endSections");
    public static readonly FrozenSet<string> FurnitureLines = Set("furnitureLines");
    public static readonly FrozenSet<string> TailSections = Set("tailSections");
    public static readonly string[] FurnitureStarts = Lists["furnitureStarts"];
    public static readonly string[] WeakStarts = Lists["weakStarts"];
    public static readonly FrozenSet<string> CallVerbs = Set("callVerbs");
    public static readonly FrozenSet<string> CallSeconds = Set("callSeconds");
    public static readonly FrozenSet<string> CallObjects = Set("callObjects");
    public static readonly FrozenSet<string> CallObjectsOfOurs = Set("callObjectsOfOurs");
    public static readonly FrozenSet<string> CallQuestions = Set("callQuestions");
    public static readonly FrozenSet<string> CaptionLeads = Set("captionLeads");
    public static readonly FrozenSet<string> CreditLeads = Set("creditLeads");
    public static readonly FrozenSet<string> CreditEnds = Set("creditEnds");
    public static readonly string[] BylineStarts = Lists["bylineStarts"];
    public static readonly string[] BylineEnds = Lists["bylineEnds"];
    public static readonly FrozenSet<string> DateLeads = Set("dateLeads");
    public static readonly FrozenSet<string> ModifiedWords = Set("modifiedWords");
    public static readonly FrozenSet<string> BioVerbs = Set("bioVerbs");
    public static readonly FrozenSet<string> BioRoles = Set("bioRoles");
    public static readonly string[] BioStarts = Lists["bioStarts"];
    public static readonly FrozenSet<string> OutletWords = Set("outletWords");
    public static readonly FrozenSet<string> FunctionWords = Set("functionWords");

    /// <summary>Photo agencies as they are written, longest first, so that "AFP via Getty Images" is found before "AFP".</summary>
    public static readonly string[] PhotoAgencies = [.. Lists["photoAgencies"].OrderByDescending(a => a.Length)];

    /// <summary>The same for looking up whole lines.</summary>
    public static readonly FrozenSet<string> PhotoAgencyLines = Lists["photoAgencies"].Select(a => a.ToLowerInvariant()).ToFrozenSet();

    private static FrozenSet<string> Set(string name) => Lists[name].ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = typeof(PagePhrases).Assembly.GetManifestResourceStream("models/pages/phrases.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!.ToFrozenDictionary();
    }
}
