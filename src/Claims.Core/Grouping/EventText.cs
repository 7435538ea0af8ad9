using System.Numerics.Tensors;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Grouping.Encoders;
using Claims.Core.Language;

namespace Claims.Core.Grouping;

/// <summary>A claim or sentence as the same-event score looks at it, worked out once.</summary>
internal sealed class EventText
{
    private readonly Lazy<float[]> vector;
    private readonly Lazy<SparseVector> ngrams;
    private readonly Lazy<(int Split, double Characters, double Words)> blocks;
    private readonly Lazy<float[][]> places;

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="known">Its encoder vector where it is stored, else null: it is then computed when asked for.</param>
    public EventText(string text, IReadOnlyList<ProfileToken> tokens, float[]? known = null)
    {
        Words = [.. EventWord.Of(tokens)];
        Bag = [];
        foreach (var word in Words)
        {
            Bag[word.Key] = Math.Max(word.Weight, Bag.GetValueOrDefault(word.Key));
        }

        Weight = Words.Sum(w => w.Weight);
        Names = [.. Words.Where(w => w.Kind == TokenKind.Name).DistinctBy(w => w.Word)];
        Numbers = [.. Words.Where(w => w.Kind == TokenKind.Number).Select(w => w.Word).Distinct()];
        vector = new(() => known ?? SentenceEncoder.Embedded.Encode(text));
        ngrams = new(() => NgramFeaturizer.Embedded.Featurize(text));
        blocks = new(Blocks);
        places = new(Places);
    }

    /// <summary>Its words in order.</summary>
    public EventWord[] Words { get; }

    /// <summary>Its words by key, with how telling each is.</summary>
    public Dictionary<string, double> Bag { get; }

    /// <summary>Sum of the weights of its words.</summary>
    public double Weight { get; }

    /// <summary>Words of names.</summary>
    public EventWord[] Names { get; }

    /// <summary>Numbers in digits.</summary>
    public string[] Numbers { get; }

    /// <summary>N-gram features.</summary>
    public SparseVector Ngrams => ngrams.Value;

    /// <summary>The word vector of each word at length one; empty where it has none.</summary>
    public float[][] Vectors => places.Value;

    /// <summary>Cosine of the encoder's vectors, -1 to 1.</summary>
    public double EncoderCosine(EventText other) => TensorPrimitives.Dot<float>(vector.Value, other.vector.Value);

    /// <summary>Cosines of runs of characters and of words and pairs of words, each 0 to 1.</summary>
    public (double Characters, double Words) NgramCosines(EventText other)
    {
        var (a, b) = (Ngrams, other.Ngrams);
        double characters = 0, words = 0;
        int i = 0, j = 0;
        while (i < a.Indices.Length && j < b.Indices.Length)
        {
            var difference = a.Indices[i] - b.Indices[j];
            if (difference == 0)
            {
                var product = (double)a.Values[i] * b.Values[j];
                if (i < blocks.Value.Split)
                {
                    characters += product;
                }
                else
                {
                    words += product;
                }
            }

            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        return (
            characters / Math.Max(1e-9, blocks.Value.Characters * other.blocks.Value.Characters),
            words / Math.Max(1e-9, blocks.Value.Words * other.blocks.Value.Words));
    }

    private (int Split, double Characters, double Words) Blocks()
    {
        var split = Array.BinarySearch(Ngrams.Indices, NgramDictionary.Embedded.CharacterFeatures);
        split = split < 0 ? ~split : split;
        double Length(ReadOnlySpan<float> values) => values.IsEmpty ? 0 : TensorPrimitives.Norm(values);
        return (split, Length(Ngrams.Values.AsSpan(0, split)), Length(Ngrams.Values.AsSpan(split)));
    }

    private float[][] Places()
    {
        var result = new float[Words.Length][];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = [];
            if (Words[i].Place >= 0)
            {
                var row = new float[WordVectors.Dimensions];
                WordVectors.Default.CopyTo(Words[i].Place, row);
                TensorPrimitives.Divide(row, Math.Max(1e-9f, TensorPrimitives.Norm<float>(row)), row);
                result[i] = row;
            }
        }

        return result;
    }
}
