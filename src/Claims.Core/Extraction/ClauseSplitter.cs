using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Where a compound sentence parts into clauses that each claim something of their own.</summary>
public static class ClauseSplitter
{
    /// <summary>The offsets at which a further claim begins, ascending; empty for a simple sentence.</summary>
    /// <param name="text">The text that the sentence's spans point into.</param>
    /// <param name="sentence">The sentence.</param>
    public static IReadOnlyList<int> Boundaries(string text, AnalyzedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentence);
        var tree = new SentenceTree(text, sentence);
        if (tree.Count == 0)
        {
            return [];
        }

        return [.. ClauseFinder.Find(tree, 0, tree.Count - 1).Skip(1).Select(clause => tree[clause.First].Span.Start).Order()];
    }
}
