using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Review;
using Claims.Storage.Work;

namespace Claims.Web.Presentation;

/// <summary>The English words of the pages for the values of the domain.</summary>
public static class Words
{
    /// <summary>The decisions in the order of their keys, 1 to 6.</summary>
    public static IReadOnlyList<DecisionChoice> Decisions { get; } =
    [
        new(Decision.RealConflict, "1", "Real conflict", "The two cannot both hold."),
        new(Decision.Compatible, "2", "Compatible", "Both can hold."),
        new(Decision.Superseded, "3", "Superseded", "One is a later state of the other."),
        new(Decision.SameOrigin, "4", "Same origin", "Both rest on one origin."),
        new(Decision.ExtractionError, "5", "Extraction error", "A claim was read wrongly; no source is blamed."),
        new(Decision.Unclear, "6", "Unclear", "What is here does not settle it."),
    ];

    /// <summary>Name of a decision.</summary>
    public static string Of(Decision decision) => Decisions.First(d => d.Decision == decision).Label;

    /// <summary>Name of a kind of conflict.</summary>
    public static string Of(ConflictKind kind) => kind switch
    {
        ConflictKind.Count => "Figures",
        ConflictKind.Polarity => "Yes or no",
        ConflictKind.Description => "Descriptions",
        ConflictKind.Perpetrator => "Who did it",
        ConflictKind.Time => "When",
        ConflictKind.Place => "Where",
        ConflictKind.Participation => "Taking part",
        _ => kind.ToString(),
    };

    /// <summary>What a kind of conflict is about, in a sentence.</summary>
    public static string Explain(ConflictKind kind) => kind switch
    {
        ConflictKind.Count => "Two figures for the same count or measure.",
        ConflictKind.Polarity => "One affirms what the other denies.",
        ConflictKind.Description => "The same actor is described in opposed ways.",
        ConflictKind.Perpetrator => "Two different actors for the same act.",
        ConflictKind.Time => "Two times for the same event.",
        ConflictKind.Place => "Two places for the same event.",
        ConflictKind.Participation => "One says that an actor takes part in what the other says it stays out of.",
        _ => "",
    };

    /// <summary>Name of a status of the queue; null is all of them.</summary>
    public static string Of(ConflictStatus? status) => status switch
    {
        ConflictStatus.Open => "Open",
        ConflictStatus.Decided => "Decided",
        ConflictStatus.Gone => "No longer found",
        _ => "All",
    };

    /// <summary>How firmly a claim is put.</summary>
    public static string Of(Modality modality) => modality switch
    {
        Modality.Asserted => "stated as fact",
        Modality.Reported => "reported",
        Modality.Denied => "denied",
        Modality.Planned => "planned",
        Modality.Conditional => "conditional",
        Modality.Uncertain => "hedged",
        Modality.Opinion => "opinion",
        Modality.Question => "question",
        _ => modality.ToString(),
    };

    /// <summary>What kind of publisher a source is.</summary>
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Unknown => "kind not known",
        SourceKind.Outlet => "outlet",
        SourceKind.Agency => "news agency",
        SourceKind.Institute => "institute",
        SourceKind.Government => "state body",
        SourceKind.Account => "account",
        SourceKind.Aggregator => "aggregator",
        SourceKind.File => "saved file",
        _ => kind.ToString(),
    };

    /// <summary>What a block of a page is.</summary>
    public static string Of(BlockKind kind) => kind switch
    {
        BlockKind.Paragraph => "paragraph",
        BlockKind.Title => "headline",
        BlockKind.Heading => "heading",
        BlockKind.Standfirst => "standfirst",
        BlockKind.ListItem => "list item",
        BlockKind.Table => "table",
        BlockKind.Caption => "caption",
        BlockKind.Byline => "byline",
        BlockKind.PullQuote => "pull quote",
        BlockKind.Furniture => "page furniture (menus, links, calls to subscribe)",
        _ => kind.ToString(),
    };

    /// <summary>What a worker does in a stage.</summary>
    public static string Of(WorkStage stage) => stage switch
    {
        WorkStage.Fetch => "Fetch feeds",
        WorkStage.Extract => "Read claims",
        WorkStage.Compare => "Compare claims",
        _ => stage.ToString(),
    };

    /// <summary>"1 page", "2 pages".</summary>
    public static string Counted(int number, string one, string? many = null) =>
        number == 1 ? $"1 {one}" : $"{number:N0} {many ?? one + "s"}";
}

/// <summary>A decision as a reviewer meets it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Key">The key that makes it.</param>
/// <param name="Label">Its name.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
public sealed record DecisionChoice(Decision Decision, string Key, string Label, string Meaning);
