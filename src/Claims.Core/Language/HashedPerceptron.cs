using System.Numerics.Tensors;

namespace Claims.Core.Language;

/// <summary>A linear classifier over hashed features: one dense row of class weights a feature, eight bits a weight.</summary>
internal sealed class HashedPerceptron
{
    private readonly float[] _weights;
    private readonly int _mask;

    public HashedPerceptron(int bits, int classes)
    {
        Bits = bits;
        Classes = classes;
        _mask = (1 << bits) - 1;
        _weights = new float[classes << bits];
    }

    public int Bits { get; }

    public int Classes { get; }

    public float[] Weights => _weights;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            TensorPrimitives.Add(scores, Row(feature), scores);
        }
    }

    public Span<float> Row(uint feature) => _weights.AsSpan((int)(feature & (uint)_mask) * Classes, Classes);

    public int Index(uint feature) => (int)(feature & (uint)_mask) * Classes;

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Bits);
        writer.Write((byte)Classes);
        var largest = Math.Max(1e-6f, Math.Abs(TensorPrimitives.MaxMagnitude<float>(_weights)));
        var scale = largest / 3 / 127f;
        writer.Write(scale);
        foreach (var weight in _weights)
        {
            writer.Write((sbyte)Math.Clamp(MathF.Round(weight / scale), -127, 127));
        }
    }

    public static HashedPerceptron Read(BinaryReader reader)
    {
        var model = new HashedPerceptron(reader.ReadByte(), reader.ReadByte());
        var scale = reader.ReadSingle();
        for (var i = 0; i < model._weights.Length; i++)
        {
            model._weights[i] = reader.ReadSByte() * scale;
        }

        return model;
    }
}
