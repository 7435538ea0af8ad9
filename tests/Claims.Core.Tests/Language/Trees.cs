using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Language;

internal static class Trees
{
    /// <summary>One root, and every word leads to it.</summary>
    public static void AssertIsTree(IReadOnlyList<int> heads)
    {
        Assert.Single(heads, head => head == -1);
        for (var i = 0; i < heads.Count; i++)
        {
            var at = i;
            for (var steps = 0; at != -1; steps++)
            {
                Assert.InRange(at, 0, heads.Count - 1);
                Assert.True(steps <= heads.Count, "A cycle.");
                at = heads[at];
            }
        }
    }

    /// <summary>A sentence written as "word/TAG/head/relation" with heads counted from 1 and 0 for the root; the lemma is the word in lower case.</summary>
    public static AnalyzedSentence Sentence(string words, out string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var written = "";
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split('/');
            written += written.Length > 0 ? " " : "";
            tokens.Add(new(new(written.Length, parts[0].Length), parts[0], parts[0].ToLowerInvariant(), Enum.Parse<PartOfSpeech>(parts[1], true), int.Parse(parts[2]) - 1, parts[3]));
            written += parts[0];
        }

        text = written;
        return new(new(0, written.Length), tokens.ToImmutable());
    }
}
