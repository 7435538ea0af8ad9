using System.IO.Compression;
using System.Text;

namespace Claims.Core.Grouping.Encoders;

/// <summary>
/// The encoder's vocabulary and tensors in one file: gzip over a header, the pieces with their scores, and the tensors by
/// name. Matrices are stored as signed bytes with one scale an output column (a row, for the table of embeddings) or, where
/// the file says so, as 32-bit floats; vectors always as floats.
/// </summary>
internal sealed class EncoderTensors
{
    private const string Header = "claims-encoder 1";

    private readonly Dictionary<string, (int[] Shape, float[] Values)> tensors = new(StringComparer.Ordinal);

    public List<string> Pieces { get; } = [];

    public List<float> Scores { get; } = [];

    public bool Has(string name) => tensors.ContainsKey(name);

    public float[] Values(string name) => tensors.TryGetValue(name, out var tensor)
        ? tensor.Values
        : throw new InvalidDataException($"The encoder's model has no tensor '{name}'.");

    public DenseLayer Dense(string name)
    {
        var weights = Values($"{name}.weights");
        var shape = tensors[$"{name}.weights"].Shape;
        return new(shape[0], shape[1], weights, Values($"{name}.bias"));
    }

    public void Add(string name, int[] shape, float[] values) => tensors.Add(name, (shape, values));

    public void Save(Stream stream, bool quantized)
    {
        using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(gzip, Encoding.UTF8);
        writer.Write(Header);
        writer.Write(Pieces.Count);
        for (var i = 0; i < Pieces.Count; i++)
        {
            writer.Write(Pieces[i]);
            writer.Write(Scores[i]);
        }

        writer.Write(tensors.Count);
        foreach (var (name, (shape, values)) in tensors.OrderBy(tensor => tensor.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(shape.Length);
            Array.ForEach(shape, writer.Write);
            var asBytes = quantized && shape.Length == 2;
            writer.Write(asBytes);
            if (asBytes)
            {
                WriteBytes(writer, shape, values, byRow: name == SentenceEncoder.Embeddings);
            }
            else
            {
                Array.ForEach(values, writer.Write);
            }
        }
    }

    public static EncoderTensors Load(Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(gzip, Encoding.UTF8);
        if (reader.ReadString() != Header)
        {
            throw new InvalidDataException($"This is no encoder model: its first words must be '{Header}'.");
        }

        var result = new EncoderTensors();
        for (var i = reader.ReadInt32(); i > 0; i--)
        {
            result.Pieces.Add(reader.ReadString());
            result.Scores.Add(reader.ReadSingle());
        }

        for (var i = reader.ReadInt32(); i > 0; i--)
        {
            var name = reader.ReadString();
            var shape = new int[reader.ReadInt32()];
            for (var d = 0; d < shape.Length; d++)
            {
                shape[d] = reader.ReadInt32();
            }

            result.Add(name, shape, reader.ReadBoolean() ? ReadBytes(reader, shape, byRow: name == SentenceEncoder.Embeddings) : ReadFloats(reader, shape.Aggregate(1, (a, b) => a * b)));
        }

        return result;
    }

    private static void WriteBytes(BinaryWriter writer, int[] shape, float[] values, bool byRow)
    {
        var scales = new float[byRow ? shape[0] : shape[1]];
        for (var i = 0; i < values.Length; i++)
        {
            var channel = byRow ? i / shape[1] : i % shape[1];
            scales[channel] = Math.Max(scales[channel], Math.Abs(values[i]) / sbyte.MaxValue);
        }

        Array.ForEach(scales, writer.Write);
        for (var i = 0; i < values.Length; i++)
        {
            var scale = scales[byRow ? i / shape[1] : i % shape[1]];
            writer.Write(scale == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(values[i] / scale), -sbyte.MaxValue, sbyte.MaxValue));
        }
    }

    private static float[] ReadBytes(BinaryReader reader, int[] shape, bool byRow)
    {
        var scales = ReadFloats(reader, byRow ? shape[0] : shape[1]);
        var bytes = reader.ReadBytes(shape[0] * shape[1]);
        var values = new float[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            values[i] = (sbyte)bytes[i] * scales[byRow ? i / shape[1] : i % shape[1]];
        }

        return values;
    }

    private static float[] ReadFloats(BinaryReader reader, int count)
    {
        var values = new float[count];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
