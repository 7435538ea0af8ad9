using System.Numerics.Tensors;

namespace Claims.Core.Grouping.Encoders;

/// <summary>
/// The Universal Sentence Encoder Lite (Cer et al. 2018, transformer variant) in C#: pieces, two transformer layers,
/// mean, one dense layer, length one. The model ships with 8-bit weights in models/encoder.
/// </summary>
public sealed class SentenceEncoder : ITextEncoder
{
    /// <summary>Most pieces that are read of a text.</summary>
    public const int MaximumPieces = 128;

    internal const string Embeddings = "embeddings";

    private static readonly Lazy<SentenceEncoder> LazyEmbedded = new(LoadEmbedded);

    private readonly PieceTokenizer tokenizer;
    private readonly float[] embeddings;
    private readonly float[] frequencies;
    private readonly EncoderLayer[] layers;
    private readonly DenseLayer output;

    internal SentenceEncoder(EncoderTensors tensors, string version)
    {
        Version = version;
        tokenizer = new(tensors.Pieces, [.. tensors.Scores]);
        embeddings = tensors.Values(Embeddings);
        frequencies = tensors.Values("frequencies");
        layers = [new(tensors, 0), new(tensors, 1)];
        output = tensors.Dense("output");
    }

    /// <summary>The encoder that ships in the assembly.</summary>
    public static SentenceEncoder Embedded => LazyEmbedded.Value;

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public int Dimensions => output.Outputs;

    /// <summary>Reads a model that <see cref="EncoderConverter"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream does not hold one.</exception>
    public static SentenceEncoder Load(Stream stream, string version) => new(EncoderTensors.Load(stream), version);

    /// <inheritdoc/>
    public IReadOnlyList<float[]> Encode(IReadOnlyList<string> texts) => [.. texts.Select(Encode)];

    /// <summary>The vector of one text; all zeros for a text without a piece.</summary>
    public float[] Encode(string text)
    {
        var pieces = Pieces(text);
        return pieces.Length == 0 ? new float[Dimensions] : Encode(pieces);
    }

    /// <summary>The numbers of a text's pieces, at most <see cref="MaximumPieces"/>.</summary>
    public int[] Pieces(string text) => tokenizer.Encode(text, MaximumPieces);

    private float[] Encode(int[] pieces)
    {
        var width = frequencies.Length * 2;
        var x = new float[pieces.Length * width];
        for (var i = 0; i < pieces.Length; i++)
        {
            var row = x.AsSpan(i * width, width);
            for (var f = 0; f < frequencies.Length; f++)
            {
                (row[f], row[frequencies.Length + f]) = MathF.SinCos(i * frequencies[f]);
            }

            TensorPrimitives.MultiplyAdd(embeddings.AsSpan(pieces[i] * width, width), 2f, row, row);
        }

        foreach (var layer in layers)
        {
            x = layer.Apply(x, pieces.Length);
        }

        var mean = new float[output.Inputs];
        for (var i = 0; i < pieces.Length; i++)
        {
            TensorPrimitives.Add(mean, x.AsSpan(i * mean.Length, mean.Length), mean);
        }

        TensorPrimitives.Divide(mean, (float)pieces.Length, mean);
        var vector = new float[Dimensions];
        output.Apply(mean, vector, 1);
        TensorPrimitives.Tanh(vector, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    private static SentenceEncoder LoadEmbedded()
    {
        using var resource = typeof(SentenceEncoder).Assembly.GetManifestResourceStream("models/encoder/encoder.bin")
            ?? throw new InvalidOperationException("models/encoder/encoder.bin is not in the assembly; `claims train encoder` makes it.");
        return Load(resource, "use-lite-int8-1");
    }
}
