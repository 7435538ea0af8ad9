using System.Numerics.Tensors;

namespace Claims.Core.Language.Training;

/// <summary>
/// How far the network's scores are from the truth, as cross-entropy a word, and the gradients of the scores; those of what scores arcs and
/// relations are added to the parameters at once.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="relations">Number of relations.</param>
/// <param name="buffers">Holds the scores and takes their gradients.</param>
/// <param name="dropout">Makes masks.</param>
/// <param name="options">Rates and weights.</param>
/// <param name="gradient">The gradient of a parameter.</param>
internal sealed class NetworkLoss(
    NetworkParameters network,
    int relations,
    TrainingBuffers buffers,
    Dropout dropout,
    TrainingOptions options,
    Func<Parameter, float[]> gradient)
{
    private const int TagCount = 17;

    /// <summary>The mean loss a word of tags, arcs and relations.</summary>
    public float Of(IReadOnlyList<Example> batch, int[] offsets, int words)
    {
        buffers.TopGradient.AsSpan(0, words * NetworkParameters.TopSize).Clear();
        return TagLoss(batch, words) + ArcLoss(batch, offsets, words) + RelationLoss(batch, offsets, words);
    }

    private float TagLoss(IReadOnlyList<Example> batch, int words)
    {
        var loss = 0f;
        var t = 0;
        foreach (var example in batch)
        {
            foreach (var tag in example.Tags)
            {
                loss += SoftMaxLoss(buffers.TopRow(t).Slice(NetworkParameters.TagScores, TagCount), tag, buffers.TopGradientRow(t).Slice(NetworkParameters.TagScores, TagCount), 1f / words);
                t++;
            }
        }

        return loss / words;
    }

    private float ArcLoss(IReadOnlyList<Example> batch, int[] offsets, int words)
    {
        var loss = 0f;
        var root = gradient(network.RootArc);
        var distances = gradient(network.Distances);
        for (var s = 0; s < batch.Count; s++)
        {
            var count = batch[s].Words.Length;
            Span<float> scores = buffers.Scores.AsSpan(0, count + 1);
            Span<float> slopes = buffers.ScoreGradient.AsSpan(0, count + 1);
            for (var i = 0; i < count; i++)
            {
                var dependent = buffers.TopRow(offsets[s] + i).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
                for (var j = 0; j < count; j++)
                {
                    scores[j] = i == j
                        ? float.NegativeInfinity
                        : TensorPrimitives.Dot<float>(dependent, buffers.TopRow(offsets[s] + j).Slice(NetworkParameters.HeadArc, NetworkParameters.ArcSize))
                            + network.Distances.Values[NetworkParameters.Distance(i, j)];
                }

                scores[count] = TensorPrimitives.Dot<float>(dependent, network.RootArc.Values) + network.Distances.Values[NetworkParameters.Distance(i, -1)];
                var gold = batch[s].Heads[i];
                loss += SoftMaxLoss(scores, gold < 0 ? count : gold, slopes, 1f / words);
                var back = buffers.TopGradientRow(offsets[s] + i).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
                for (var j = 0; j < count; j++)
                {
                    // A head that is out of the question moves nothing.
                    if (i == j || MathF.Abs(slopes[j]) < 1e-7f)
                    {
                        continue;
                    }

                    NetworkTrainer.Accumulate(back, buffers.TopRow(offsets[s] + j).Slice(NetworkParameters.HeadArc, NetworkParameters.ArcSize), slopes[j]);
                    NetworkTrainer.Accumulate(buffers.TopGradientRow(offsets[s] + j).Slice(NetworkParameters.HeadArc, NetworkParameters.ArcSize), dependent, slopes[j]);
                    distances[NetworkParameters.Distance(i, j)] += slopes[j];
                }

                NetworkTrainer.Accumulate(back, network.RootArc.Values, slopes[count]);
                NetworkTrainer.Accumulate(root, dependent, slopes[count]);
                distances[NetworkParameters.Distance(i, -1)] += slopes[count];
            }
        }

        // Back through the dropout and the rectifier, which left zeros where nothing flows.
        for (var t = 0; t < words; t++)
        {
            var dependent = buffers.TopRow(t).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            var back = buffers.TopGradientRow(t).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            var mask = buffers.ArcMask.AsSpan(t * NetworkParameters.ArcSize, NetworkParameters.ArcSize);
            for (var k = 0; k < dependent.Length; k++)
            {
                back[k] = dependent[k] > 0 ? back[k] * mask[k] : 0;
            }
        }

        return loss / words;
    }

    private float RelationLoss(IReadOnlyList<Example> batch, int[] offsets, int words)
    {
        const int Size = NetworkParameters.RelationSize;
        const int Columns = NetworkParameters.RelationColumns;
        dropout.Fill(buffers.PairMask.AsSpan(0, words * Size), options.TopDropout);
        for (var s = 0; s < batch.Count; s++)
        {
            for (var i = 0; i < batch[s].Words.Length; i++)
            {
                var t = offsets[s] + i;
                var pair = buffers.Pairs.AsSpan(t * Size, Size);
                if (batch[s].Heads[i] < 0)
                {
                    pair.Clear();
                    continue;
                }

                TensorPrimitives.Add(buffers.TopRow(t).Slice(NetworkParameters.DependentRelation, Size), buffers.TopRow(offsets[s] + batch[s].Heads[i]).Slice(NetworkParameters.HeadRelation, Size), pair);
                TensorPrimitives.Max(pair, 0f, pair);
                TensorPrimitives.Multiply(pair, buffers.PairMask.AsSpan(t * Size, Size), pair);
            }
        }

        MatrixMath.Multiply(buffers.Pairs, network.Relations.Values, buffers.Labels, words, Size, Columns);
        buffers.LabelGradient.AsSpan(0, words * Columns).Clear();
        var loss = 0f;
        var bias = gradient(network.RelationBias).AsSpan(0, relations);
        for (var s = 0; s < batch.Count; s++)
        {
            for (var i = 0; i < batch[s].Words.Length; i++)
            {
                if (batch[s].Heads[i] < 0)
                {
                    continue;
                }

                var t = offsets[s] + i;
                var scores = buffers.Labels.AsSpan(t * Columns, relations);
                TensorPrimitives.Add(scores, network.RelationBias.Values.AsSpan(0, relations), scores);
                var slopes = buffers.LabelGradient.AsSpan(t * Columns, relations);
                loss += SoftMaxLoss(scores, batch[s].Relations[i], slopes, 1f / words);
                TensorPrimitives.Add(bias, slopes, bias);
            }
        }

        MatrixMath.Transpose(buffers.Pairs, buffers.Transposed, words, Size);
        MatrixMath.Multiply(buffers.Transposed, buffers.LabelGradient, gradient(network.Relations), Size, words, Columns, add: true);
        MatrixMath.Transpose(network.Relations.Values, buffers.TransposedWeights, Size, Columns);
        MatrixMath.Multiply(buffers.LabelGradient, buffers.TransposedWeights, buffers.PairGradient, words, Columns, Size);
        for (var s = 0; s < batch.Count; s++)
        {
            for (var i = 0; i < batch[s].Words.Length; i++)
            {
                var t = offsets[s] + i;
                var pair = buffers.Pairs.AsSpan(t * Size, Size);
                var back = buffers.PairGradient.AsSpan(t * Size, Size);
                var mask = buffers.PairMask.AsSpan(t * Size, Size);
                if (batch[s].Heads[i] < 0)
                {
                    continue;
                }

                for (var k = 0; k < Size; k++)
                {
                    back[k] = pair[k] > 0 ? back[k] * mask[k] : 0;
                }

                NetworkTrainer.Accumulate(buffers.TopGradientRow(t).Slice(NetworkParameters.DependentRelation, Size), back, 1);
                NetworkTrainer.Accumulate(buffers.TopGradientRow(offsets[s] + batch[s].Heads[i]).Slice(NetworkParameters.HeadRelation, Size), back, 1);
            }
        }

        return loss / words;
    }

    /// <summary>Cross-entropy of the softmax of <paramref name="scores"/>; writes its gradient times <paramref name="weight"/>.</summary>
    private static float SoftMaxLoss(ReadOnlySpan<float> scores, int gold, Span<float> gradient, float weight)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), gradient);
        TensorPrimitives.Exp(gradient, gradient);
        var sum = TensorPrimitives.Sum<float>(gradient);
        var loss = -MathF.Log(Math.Max(gradient[gold] / sum, 1e-20f));
        TensorPrimitives.Multiply(gradient, weight / sum, gradient);
        gradient[gold] -= weight;
        return loss;
    }
}
