using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>One attribution as it stands in a text: who, by which words, what.</summary>
/// <param name="Source">Where the words for the speaker stand.</param>
/// <param name="Speaker">Who said it: the words as written, a pronoun or short form resolved where that is safe.</param>
/// <param name="Cue">Where the attributing words stand.</param>
/// <param name="CueText">The attributing words.</param>
/// <param name="Content">What is attributed; two stretches when the speaker stands in the middle.</param>
/// <param name="IsDirect">Whether it stands in quotation marks.</param>
/// <param name="IsDenial">Whether the speaker says that it is not so.</param>
/// <param name="Via">Who passed it on ("the FT quoted …"), or null.</param>
/// <param name="IsAssertion">Whether the speaker puts it forward as so ("said", "according to"), not only wants, sees or names it.</param>
public sealed record AttributedContent(
    TextSpan Source, string Speaker, TextSpan Cue, string CueText, ImmutableArray<TextSpan> Content, bool IsDirect, bool IsDenial, AttributionLink? Via, bool IsAssertion)
{
    /// <summary>Whether an offset lies in what is attributed.</summary>
    public bool Covers(int offset)
    {
        foreach (var span in Content)
        {
            if (offset >= span.Start && offset < span.End)
            {
                return true;
            }
        }

        return false;
    }
}
