using System.Numerics.Tensors;

namespace Claims.Core.Grouping.Encoders;

/// <summary>One pre-norm transformer layer: attention over the pieces, then a feed-forward network, each added to what came in.</summary>
internal sealed class EncoderLayer
{
    private const int Heads = 4;
    private const float NormEpsilon = 1e-6f;

    private readonly DenseLayer queryKeyValue;
    private readonly DenseLayer attentionOutput;
    private readonly DenseLayer? residual;
    private readonly DenseLayer feedIn;
    private readonly DenseLayer feedOut;
    private readonly (float[] Scale, float[] Bias) attentionNorm;
    private readonly (float[] Scale, float[] Bias) feedNorm;

    /// <param name="tensors">The model's tensors.</param>
    /// <param name="number">0 or 1.</param>
    public EncoderLayer(EncoderTensors tensors, int number)
    {
        queryKeyValue = tensors.Dense($"layer{number}.qkv");
        attentionOutput = tensors.Dense($"layer{number}.attention");
        residual = tensors.Has($"layer{number}.residual.weights") ? tensors.Dense($"layer{number}.residual") : null;
        feedIn = tensors.Dense($"layer{number}.feed-in");
        feedOut = tensors.Dense($"layer{number}.feed-out");
        attentionNorm = (tensors.Values($"layer{number}.attention-norm.scale"), tensors.Values($"layer{number}.attention-norm.bias"));
        feedNorm = (tensors.Values($"layer{number}.feed-norm.scale"), tensors.Values($"layer{number}.feed-norm.bias"));
    }

    /// <summary>Maps the pieces of one text.</summary>
    /// <param name="x">One row a piece.</param>
    /// <param name="pieces">How many pieces.</param>
    /// <returns>One row a piece.</returns>
    public float[] Apply(float[] x, int pieces)
    {
        var normal = Normalize(x, pieces, queryKeyValue.Inputs, attentionNorm);
        var projected = new float[pieces * queryKeyValue.Outputs];
        queryKeyValue.Apply(normal, projected, pieces);
        var attended = Attend(projected, pieces, queryKeyValue.Outputs / 3);
        var output = new float[pieces * attentionOutput.Outputs];
        attentionOutput.Apply(attended, output, pieces);
        TensorPrimitives.Add(output, Carry(x, pieces), output);

        normal = Normalize(output, pieces, feedIn.Inputs, feedNorm);
        var hidden = new float[pieces * feedIn.Outputs];
        feedIn.Apply(normal, hidden, pieces);
        TensorPrimitives.Max(hidden, 0f, hidden);
        var fed = new float[pieces * feedOut.Outputs];
        feedOut.Apply(hidden, fed, pieces);
        TensorPrimitives.Add(fed, output, fed);
        return fed;
    }

    private float[] Carry(float[] x, int pieces)
    {
        if (residual is null)
        {
            return x;
        }

        var wide = new float[pieces * residual.Outputs];
        residual.Apply(x, wide, pieces);
        return wide;
    }

    private static float[] Attend(float[] projected, int pieces, int depth)
    {
        var size = depth / Heads;
        var scale = 1 / MathF.Sqrt(size);
        var result = new float[pieces * depth];
        Span<float> weights = pieces <= 512 ? stackalloc float[pieces] : new float[pieces];
        for (var head = 0; head < Heads; head++)
        {
            for (var i = 0; i < pieces; i++)
            {
                var query = Row(projected, i, head * size, size, depth);
                for (var j = 0; j < pieces; j++)
                {
                    weights[j] = scale * TensorPrimitives.Dot(query, Row(projected, j, depth + (head * size), size, depth));
                }

                TensorPrimitives.SoftMax(weights, weights);
                var target = result.AsSpan((i * depth) + (head * size), size);
                for (var j = 0; j < pieces; j++)
                {
                    TensorPrimitives.MultiplyAdd(Row(projected, j, (2 * depth) + (head * size), size, depth), weights[j], target, target);
                }
            }
        }

        return result;
    }

    private static ReadOnlySpan<float> Row(float[] projected, int piece, int offset, int size, int depth) =>
        projected.AsSpan((piece * 3 * depth) + offset, size);

    private static float[] Normalize(float[] x, int pieces, int width, (float[] Scale, float[] Bias) norm)
    {
        var result = new float[pieces * width];
        for (var i = 0; i < pieces; i++)
        {
            var row = x.AsSpan(i * width, width);
            var target = result.AsSpan(i * width, width);
            TensorPrimitives.Subtract(row, TensorPrimitives.Sum<float>(row) / width, target);
            var variance = TensorPrimitives.SumOfSquares<float>(target) / width;
            TensorPrimitives.Multiply(target, 1 / MathF.Sqrt(variance + NormEpsilon), target);
            TensorPrimitives.MultiplyAdd(target, norm.Scale, norm.Bias, target);
        }

        return result;
    }
}
