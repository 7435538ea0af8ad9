namespace Claims.Evaluation.Structure;

/// <summary>What a person says a page holds.</summary>
/// <param name="Article">Name of the page: its file, or "url|published".</param>
/// <param name="Documents">Its stories in order.</param>
/// <param name="NotClaims">Pieces of its text that stand in no claim.</param>
/// <param name="Repeated">Beginnings of sentences that the page shows twice and that are one claim.</param>
/// <param name="Attributions">Who said what.</param>
/// <param name="Published">The date of publication as people write it, or null.</param>
public sealed record GoldStructure(
    string Article,
    IReadOnlyList<GoldDocument>? Documents,
    IReadOnlyList<string>? NotClaims,
    IReadOnlyList<string>? Repeated,
    IReadOnlyList<GoldAttribution>? Attributions,
    string? Published);

/// <summary>A story of a page.</summary>
/// <param name="Source">Who published it, or null where the page does not name one of its own.</param>
/// <param name="Title">Its headline, or null where it has none.</param>
/// <param name="Begins">How its first sentence begins.</param>
public sealed record GoldDocument(string? Source, string? Title, string Begins);

/// <summary>Who said something.</summary>
/// <param name="Quote">What was said.</param>
/// <param name="Speaker">On whose word it rests.</param>
/// <param name="Via">The outlet that is cited for it, or null.</param>
public sealed record GoldAttribution(string Quote, string Speaker, string? Via);
