using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>Splits text into sentences and words and finds their grammar. Thread-safe.</summary>
public interface ILanguageAnalyzer
{
    /// <summary>Name and version of the model behind it; stored with what was extracted.</summary>
    string Version { get; }

    /// <summary>The sentences of one stretch of a text. A blank line always ends a sentence.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="span">The stretch to analyse; spans that come back are offsets in <paramref name="text"/>.</param>
    IReadOnlyList<AnalyzedSentence> Analyze(string text, TextSpan span);

    /// <summary>The sentences of several stretches, each as it would be found alone: a batch can be faster than one after the other.</summary>
    /// <param name="stretches">Texts and what to analyse of each.</param>
    /// <returns>The sentences of each stretch, in the order asked for.</returns>
    IReadOnlyList<IReadOnlyList<AnalyzedSentence>> Analyze(IReadOnlyList<(string Text, TextSpan Span)> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        return [.. stretches.Select(stretch => Analyze(stretch.Text, stretch.Span))];
    }
}
