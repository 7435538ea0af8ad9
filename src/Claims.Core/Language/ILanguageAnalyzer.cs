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
}
