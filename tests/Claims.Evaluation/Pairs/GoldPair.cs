namespace Claims.Evaluation.Pairs;

/// <summary>Two quotes and how a person says they stand to each other.</summary>
/// <param name="Id">Name of the pair.</param>
/// <param name="Relation">"conflict", "superseded" (also written "update"), "agreement" or "unrelated".</param>
/// <param name="Kind">What it is about, in the set's own words ("casualties", "seats").</param>
/// <param name="A">The first quote.</param>
/// <param name="B">The second quote.</param>
/// <param name="Why">Why a person says so.</param>
public sealed record GoldPair(string Id, string Relation, string Kind, GoldQuote A, GoldQuote B, string? Why)
{
    /// <summary>Name of <see cref="Relation"/> where the two cannot both hold.</summary>
    public const string Conflict = "conflict";

    /// <summary>Name where one is a later state of the other.</summary>
    public const string Superseded = "superseded";

    /// <summary>Name where they say the same.</summary>
    public const string Agreement = "agreement";

    /// <summary>Name where they only look alike.</summary>
    public const string Unrelated = "unrelated";

    /// <summary>The relation by the one name that is used here.</summary>
    public string RelationName => Relation == "update" ? Superseded : Relation;
}

/// <summary>A quote in a page.</summary>
/// <param name="Article">Name of the page: its file, or "url|published".</param>
/// <param name="Quote">An exact substring of its text.</param>
public sealed record GoldQuote(string Article, string Quote);
