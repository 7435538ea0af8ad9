using System.Numerics.Tensors;
using Claims.Core.Comparison;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Grouping;

/// <summary>
/// How far the words of two texts find each other: each word takes its best match on the other side (the same family of
/// words, a spelling of the same name, or the nearest word vector), and matches count by how telling the word is. After
/// Kusner et al. 2015 (relaxed word mover's distance) with weights by inverse document frequency.
/// </summary>
internal readonly record struct SoftAlignment
{
    /// <summary>What a match by word vector counts for beside one of the same word.</summary>
    private const double LikenessShare = 0.9;

    private SoftAlignment(double whole, double happenings, double predicate, double predicateLikeness) =>
        (Whole, Happenings, Predicate, PredicateLikeness) = (whole, happenings, predicate, predicateLikeness);

    /// <summary>Share of the first text's weight that finds a match in the second, 0 to 1.</summary>
    public double Whole { get; }

    /// <summary>The same over words that say what happened.</summary>
    public double Happenings { get; }

    /// <summary>Weight of the most telling verb that both have.</summary>
    public double Predicate { get; }

    /// <summary>Likeness of the two verbs that are most alike without being one, 0 to 1.</summary>
    public double PredicateLikeness { get; }

    /// <summary>Aligns the words of the first with those of the second.</summary>
    public static SoftAlignment Of(EventText a, EventText b)
    {
        double found = 0, happened = 0, happenings = 0, predicate = 0, likeness = 0;
        for (var i = 0; i < a.Words.Length; i++)
        {
            var word = a.Words[i];
            double best = 0, bestHappening = 0;
            for (var j = 0; j < b.Words.Length; j++)
            {
                var other = b.Words[j];
                var same = word.Key == other.Key;
                var match = same ? 1 : Likeness(word, a.Vectors[i], other, b.Vectors[j]);
                best = Math.Max(best, match);
                if (word.IsHappening && other.IsHappening)
                {
                    bestHappening = Math.Max(bestHappening, match);
                    predicate = same ? Math.Max(predicate, Math.Min(word.Weight, other.Weight)) : predicate;
                    likeness = same ? likeness : Math.Max(likeness, match);
                }
            }

            found += best * word.Weight;
            if (word.IsHappening)
            {
                happened += bestHappening * word.Weight;
                happenings += word.Weight;
            }
        }

        return new(found / Math.Max(1e-9, a.Weight), happenings == 0 ? 0 : happened / happenings, predicate, likeness);
    }

    private static double Likeness(EventWord word, float[] vector, EventWord other, float[] otherVector)
    {
        if (word.Kind != TokenKind.Word || other.Kind != TokenKind.Word)
        {
            // Names and numbers are near each other in the vectors without being one: Monday and Tuesday, Iran and Iraq.
            return word.Kind == TokenKind.Name && other.Kind == TokenKind.Name && ProfileName.SameWord(word.Word, other.Word) ? 1 : 0;
        }

        return vector.Length == 0 || otherVector.Length == 0 ? 0 : LikenessShare * Math.Max(0, TensorPrimitives.Dot<float>(vector, otherVector));
    }
}
