using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Claims.Core.Grouping;

/// <summary>
/// The features of ML.NET's <c>FeaturizeText</c> configured with words and pairs of words, runs of three to five
/// characters (markers at both ends of the text), TF-IDF and L2 norm of each of the two blocks. ML.NET puts the blocks
/// side by side, which gives vectors of length √2; here they are scaled to length one, which leaves every cosine as it is.
/// </summary>
/// <param name="dictionary">The n-grams it knows; others count for nothing, as in ML.NET.</param>
public sealed class NgramFeaturizer(NgramDictionary dictionary) : ITextFeaturizer
{
    private static readonly Lazy<NgramFeaturizer> LazyEmbedded = new(() => new(NgramDictionary.Embedded));

    /// <summary>The featurizer over the dictionary that ships in the assembly.</summary>
    public static NgramFeaturizer Embedded => LazyEmbedded.Value;

    /// <inheritdoc/>
    public string Version { get; } = $"ngrams-1-{dictionary.Documents}-{dictionary.Count}";

    /// <inheritdoc/>
    public IReadOnlyList<SparseVector> Featurize(IReadOnlyList<string> texts)
    {
        var result = new SparseVector[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            result[i] = Featurize(texts[i]);
        }

        return result;
    }

    /// <summary>The vector of one text; empty for a text without a known n-gram.</summary>
    public SparseVector Featurize(string text)
    {
        var normalized = NgramText.Normalize(text, dictionary.KeepsPunctuation);
        var characters = dictionary.Characters();
        var words = dictionary.Words();
        var counts = new Dictionary<int, int>(normalized.Length * 3);
        NgramText.Characters(normalized, ngram =>
        {
            if (characters.TryGetValue(ngram, out var feature))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }
        });
        NgramText.Words(normalized, ngram =>
        {
            if (words.TryGetValue(ngram, out var feature))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }
        });
        var indices = counts.Keys.ToArray();
        Array.Sort(indices);
        var values = new float[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            values[i] = counts[indices[i]] * dictionary.IdfOf(indices[i]);
        }

        var split = Array.BinarySearch(indices, dictionary.CharacterFeatures);
        split = split < 0 ? ~split : split;
        var blocks = Normalize(values.AsSpan(0, split)) + Normalize(values.AsSpan(split));
        if (blocks == 2)
        {
            TensorPrimitives.Divide(values, MathF.Sqrt(2), values);
        }

        return new(indices, values);
    }

    /// <summary>Scales a block to length one; 0 when there is nothing to scale, else 1.</summary>
    private static int Normalize(Span<float> block)
    {
        var norm = block.IsEmpty ? 0 : TensorPrimitives.Norm(block);
        if (norm <= 1e-8f)
        {
            return 0;
        }

        TensorPrimitives.Divide(block, norm, block);
        return 1;
    }
}
