using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>What was understood of one sentence, for a person who asks why its claims are as they are.</summary>
/// <param name="DocumentId">The story it stands in.</param>
/// <param name="Sentence">Where it stands in the article's text.</param>
/// <param name="Text">The sentence as it was read, without markup remnants.</param>
/// <param name="Tokens">Its words with their grammar; spans are offsets in the reading text of the story.</param>
/// <param name="Attributions">Who says what of it; spans as of the tokens.</param>
/// <param name="Times">The times named in it; spans as of the tokens.</param>
/// <param name="Claims">What it claims; spans are offsets in the article's text.</param>
public sealed record ClaimExplanation(
    DocumentId DocumentId,
    TextSpan Sentence,
    string Text,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<AttributedContent> Attributions,
    IReadOnlyList<TimeReference> Times,
    IReadOnlyList<Claim> Claims);
