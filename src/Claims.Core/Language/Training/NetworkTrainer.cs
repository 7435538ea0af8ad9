using System.Numerics.Tensors;

namespace Claims.Core.Language.Training;

/// <summary>A sentence to learn from: what the network sees of its words, and what it should say.</summary>
internal sealed record Example(WordFeatures[] Words, int[] Tags, int[] Heads, int[] Relations);

/// <summary>Learns the network by stochastic gradient descent: the same forward pass as <see cref="ParserNetwork"/> with dropout, and back.</summary>
internal sealed class NetworkTrainer
{
    private const int State = NetworkParameters.StateSize;
    private const int Top = NetworkParameters.TopSize;
    private const int Hidden = NetworkParameters.Hidden;

    private readonly NetworkParameters _network;
    private readonly WordEncoder _encoder;
    private readonly TrainingOptions _options;
    private readonly Dictionary<Parameter, AdamParameter> _adam;
    private readonly Random _random;
    private readonly Dropout _dropout;
    private readonly AdamParameter _words;
    private readonly AdamParameter _grams;
    private readonly AdamParameter _shapes;
    private readonly TrainingBuffers _b = new();
    private readonly NetworkLoss _loss;
    private int _steps;

    public NetworkTrainer(NetworkParameters network, WordEncoder encoder, int relations, TrainingOptions options)
    {
        _network = network;
        _encoder = encoder;
        _options = options;
        _random = new Random(options.Seed);
        _adam = network.All.ToDictionary(p => p, p => new AdamParameter(p));
        (_words, _grams, _shapes) = (_adam[network.Words], _adam[network.Grams], _adam[network.Shapes]);
        _dropout = new Dropout(options.Seed);
        _loss = new NetworkLoss(network, relations, _b, _dropout, options, Gradient);
        foreach (var parameter in options.IsFresh ? network.All : [])
        {
            Initialize(parameter);
        }
    }

    /// <summary>One step on a batch of sentences; the mean loss a word.</summary>
    public float Step(IReadOnlyList<Example> batch, float rate)
    {
        var words = batch.Sum(e => e.Words.Length);
        var offsets = new int[batch.Count + 1];
        for (var s = 0; s < batch.Count; s++)
        {
            offsets[s + 1] = offsets[s] + batch[s].Words.Length;
        }

        _b.Grow(words);
        Embed(batch, words);
        Forward(offsets, words);
        var loss = _loss.Of(batch, offsets, words);
        Backward(offsets, words);
        BackwardEmbed(batch, words);
        _steps++;
        foreach (var adam in _adam.Values)
        {
            adam.Step(rate, _steps);
        }

        return loss;
    }

    private float[] Gradient(Parameter parameter) => _adam[parameter].Gradient;

    private void Initialize(Parameter parameter)
    {
        var range = parameter switch
        {
            _ when parameter == _network.Words => 0.1f,
            _ when parameter == _network.Grams || parameter == _network.Shapes => 0.3f,
            _ when _network.Peepholes.Contains(parameter) || _network.GateBiases.Contains(parameter) => 0f,
            { Rows: 1 } when parameter != _network.RootArc => 0f,
            { Rows: 1 } => 0.1f,
            _ => MathF.Sqrt(3f / parameter.Rows),
        };
        for (var i = 0; i < parameter.Values.Length; i++)
        {
            parameter.Values[i] = range * ((2 * _random.NextSingle()) - 1);
        }
    }

    private void Embed(IReadOnlyList<Example> batch, int words)
    {
        const int Size = NetworkParameters.InputSize;
        _dropout.Fill(_b.InputMask.AsSpan(0, words * Size), _options.InputDropout);
        var t = 0;
        foreach (var example in batch)
        {
            foreach (var word in example.Words)
            {
                var row = _b.Input.AsSpan(t * Size, Size);

                // A word is now and then unknown, and without a vector, so that its letters learn to speak for it.
                var known = _random.NextSingle() < _options.WordDropout ? word with { Word = 0 } : word;
                known = _random.NextSingle() < _options.VectorDropout ? known with { Vector = -1 } : known;
                _b.Features[t] = known;
                _encoder.Fill(known, _network, row);
                TensorPrimitives.Multiply(row, _b.InputMask.AsSpan(t * Size, Size), row);
                t++;
            }
        }
    }

    private void BackwardEmbed(IReadOnlyList<Example> batch, int words)
    {
        const int Size = NetworkParameters.InputSize;
        _ = batch;
        for (var t = 0; t < words; t++)
        {
            var row = _b.InputGradient.AsSpan(t * Size, Size);
            TensorPrimitives.Multiply(row, _b.InputMask.AsSpan(t * Size, Size), row);
            var features = _b.Features[t];
            Accumulate(_words.Row(features.Word), row[..NetworkParameters.WordSize], 1);
            var grams = row.Slice(NetworkParameters.WordSize, NetworkParameters.GramSize);
            var scale = WordEncoder.GramScale(features);
            foreach (var gram in features.Grams)
            {
                Accumulate(_grams.Row(gram), grams, scale);
            }

            Accumulate(_shapes.Row(features.Shape), row[^NetworkParameters.ShapeSize..], 1);
        }
    }

    private void Forward(int[] offsets, int words)
    {
        for (var layer = 0; layer <= NetworkParameters.Layers; layer++)
        {
            if (layer > 0)
            {
                FillSentenceMask(_b.StateMask[layer], offsets, State, _options.StateDropout);
                TensorPrimitives.Multiply(_b.State[layer].AsSpan(0, words * State), _b.StateMask[layer].AsSpan(0, words * State), _b.Dropped[layer]);
            }

            if (layer == NetworkParameters.Layers)
            {
                break;
            }

            var kinds = NetworkParameters.Gates(layer);
            var width = 2 * kinds * Hidden;
            MatrixMath.Multiply(layer == 0 ? _b.Input : _b.Dropped[layer], _network.Projections[layer].Values, _b.Gates[layer], words, _network.Projections[layer].Rows, width);
            RecurrentLayer.Run(_b.Gates[layer], kinds, _b.State[layer], _network.Peepholes[layer].Values, _network.GateBiases[layer].Values, offsets, _b.Cells[layer], _b.State[layer + 1]);
        }

        MatrixMath.Multiply(_b.Dropped[NetworkParameters.Layers], _network.Top.Values, _b.Top, words, State, Top);
        _dropout.Fill(_b.ArcMask.AsSpan(0, words * NetworkParameters.ArcSize), _options.TopDropout);
        for (var t = 0; t < words; t++)
        {
            var row = _b.TopRow(t);
            TensorPrimitives.Add(row, _network.TopBias.Values, row);
            var dependent = row.Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            TensorPrimitives.Max(dependent, 0f, dependent);
            TensorPrimitives.Multiply(dependent, _b.ArcMask.AsSpan(t * NetworkParameters.ArcSize, NetworkParameters.ArcSize), dependent);
        }
    }

    private void Backward(int[] offsets, int words)
    {
        var topBias = Gradient(_network.TopBias).AsSpan();
        for (var t = 0; t < words; t++)
        {
            TensorPrimitives.Add(topBias, _b.TopGradientRow(t), topBias);
        }

        Product(_b.Dropped[NetworkParameters.Layers], _b.TopGradient, _network.Top, _b.DroppedGradient, words, State, Top);
        TensorPrimitives.Multiply(_b.DroppedGradient.AsSpan(0, words * State), _b.StateMask[NetworkParameters.Layers].AsSpan(0, words * State), _b.StateGradient);
        for (var layer = NetworkParameters.Layers - 1; layer >= 0; layer--)
        {
            var kinds = NetworkParameters.Gates(layer);
            var width = 2 * kinds * Hidden;
            _b.CarriedGradient.AsSpan(0, words * State).Clear();
            RecurrentGradient.Run(
                _b.Gates[layer],
                kinds,
                _b.State[layer],
                _b.Cells[layer],
                _network.Peepholes[layer].Values,
                offsets,
                _b.StateGradient,
                _b.GateGradient,
                _b.CarriedGradient,
                Gradient(_network.Peepholes[layer]),
                Gradient(_network.GateBiases[layer]));
            if (layer == 0)
            {
                Product(_b.Input, _b.GateGradient, _network.Projections[0], _b.InputGradient, words, NetworkParameters.InputSize, width);
                return;
            }

            Product(_b.Dropped[layer], _b.GateGradient, _network.Projections[layer], _b.DroppedGradient, words, State, width);
            TensorPrimitives.MultiplyAdd(
                _b.DroppedGradient.AsSpan(0, words * State),
                _b.StateMask[layer].AsSpan(0, words * State),
                _b.CarriedGradient.AsSpan(0, words * State),
                _b.StateGradient);
        }
    }

    /// <summary>Back through y = x·w: adds to the gradient of w and gives that of x.</summary>
    private void Product(float[] x, float[] yGradient, Parameter w, float[] xGradient, int rows, int inner, int columns)
    {
        MatrixMath.Transpose(x, _b.Transposed, rows, inner);
        MatrixMath.Multiply(_b.Transposed, yGradient, Gradient(w), inner, rows, columns, add: true);
        MatrixMath.Transpose(w.Values, _b.TransposedWeights, inner, columns);
        MatrixMath.Multiply(yGradient, _b.TransposedWeights, xGradient, rows, columns, inner);
    }

    /// <summary>target += factor · source.</summary>
    internal static void Accumulate(Span<float> target, ReadOnlySpan<float> source, float factor) =>
        TensorPrimitives.MultiplyAdd(source, factor, target, target);

    private void FillSentenceMask(float[] mask, int[] offsets, int size, float rate)
    {
        for (var s = 0; s + 1 < offsets.Length; s++)
        {
            if (offsets[s] == offsets[s + 1])
            {
                continue;
            }

            var first = mask.AsSpan(offsets[s] * size, size);
            _dropout.Fill(first, rate);
            for (var t = offsets[s] + 1; t < offsets[s + 1]; t++)
            {
                first.CopyTo(mask.AsSpan(t * size));
            }
        }
    }
}
