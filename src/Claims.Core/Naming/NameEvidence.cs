namespace Claims.Core.Naming;

/// <summary>One reason why two names may be one, or why not surely.</summary>
/// <param name="Rule">Name of the rule: "transliteration", "declared", "initials", "surname".</param>
/// <param name="Detail">The letters or words that it rests on, for people.</param>
public sealed record NameEvidence(string Rule, string Detail);
