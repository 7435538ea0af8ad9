namespace Claims.Core.Comparison;

/// <summary>A verb that a claim affirms or denies.</summary>
/// <param name="Verb">Its dictionary form.</param>
/// <param name="Family">One form for words formed from each other.</param>
/// <param name="Index">Index of its token.</param>
/// <param name="IsPredicate">Whether it is the claim's main predicate.</param>
/// <param name="IsDenied">Whether the claim denies it.</param>
internal sealed record VerbHit(string Verb, string Family, int Index, bool IsPredicate, bool IsDenied);
