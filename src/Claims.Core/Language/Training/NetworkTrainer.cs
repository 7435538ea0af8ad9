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
    private const int TagCount = 17;

    private readonly NetworkParameters _network;
    private readonly WordEncoder _encoder;
    private readonly int _relations;
    private readonly TrainingOptions _options;
    private readonly Dictionary<Parameter, AdamParameter> _adam;
    private readonly Random _random;
    private readonly Dropout _dropout;
    private readonly AdamParameter _words;
    private readonly AdamParameter _grams;
    private readonly AdamParameter _shapes;
    private readonly Buffers _b = new();
    private int _steps;

    public NetworkTrainer(NetworkParameters network, WordEncoder encoder, int relations, TrainingOptions options)
    {
        _network = network;
        _encoder = encoder;
        _relations = relations;
        _options = options;
        _random = new Random(options.Seed);
        _adam = network.All.ToDictionary(p => p, p => new AdamParameter(p));
        (_words, _grams, _shapes) = (_adam[network.Words], _adam[network.Grams], _adam[network.Shapes]);
        _dropout = new Dropout(options.Seed);
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
        _b.TopGradient.AsSpan(0, words * Top).Clear();
        var loss = TagLoss(batch, words) + ArcLoss(batch, offsets, words) + RelationLoss(batch, offsets, words);
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
            var row = TopRow(t);
            TensorPrimitives.Add(row, _network.TopBias.Values, row);
            var dependent = row.Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            TensorPrimitives.Max(dependent, 0f, dependent);
            TensorPrimitives.Multiply(dependent, _b.ArcMask.AsSpan(t * NetworkParameters.ArcSize, NetworkParameters.ArcSize), dependent);
        }
    }

    private float TagLoss(IReadOnlyList<Example> batch, int words)
    {
        var loss = 0f;
        var t = 0;
        foreach (var example in batch)
        {
            foreach (var tag in example.Tags)
            {
                loss += SoftMaxLoss(TopRow(t).Slice(NetworkParameters.TagScores, TagCount), tag, TopGradientRow(t).Slice(NetworkParameters.TagScores, TagCount), 1f / words);
                t++;
            }
        }

        return loss / words;
    }

    private float ArcLoss(IReadOnlyList<Example> batch, int[] offsets, int words)
    {
        var loss = 0f;
        var root = Gradient(_network.RootArc);
        var distances = Gradient(_network.Distances);
        for (var s = 0; s < batch.Count; s++)
        {
            var count = batch[s].Words.Length;
            Span<float> scores = _b.Scores.AsSpan(0, count + 1);
            Span<float> gradient = _b.ScoreGradient.AsSpan(0, count + 1);
            for (var i = 0; i < count; i++)
            {
                var dependent = TopRow(offsets[s] + i).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
                for (var j = 0; j < count; j++)
                {
                    scores[j] = i == j
                        ? float.NegativeInfinity
                        : TensorPrimitives.Dot<float>(dependent, TopRow(offsets[s] + j).Slice(NetworkParameters.HeadArc, NetworkParameters.ArcSize))
                            + _network.Distances.Values[NetworkParameters.Distance(i, j)];
                }

                scores[count] = TensorPrimitives.Dot<float>(dependent, _network.RootArc.Values) + _network.Distances.Values[NetworkParameters.Distance(i, -1)];
                var gold = batch[s].Heads[i];
                loss += SoftMaxLoss(scores, gold < 0 ? count : gold, gradient, 1f / words);
                var back = TopGradientRow(offsets[s] + i).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
                for (var j = 0; j < count; j++)
                {
                    // A head that is out of the question moves nothing.
                    if (i == j || MathF.Abs(gradient[j]) < 1e-7f)
                    {
                        continue;
                    }

                    Accumulate(back, TopRow(offsets[s] + j).Slice(NetworkParameters.HeadArc, NetworkParameters.ArcSize), gradient[j]);
                    Accumulate(TopGradientRow(offsets[s] + j).Slice(NetworkParameters.HeadArc, NetworkParameters.ArcSize), dependent, gradient[j]);
                    distances[NetworkParameters.Distance(i, j)] += gradient[j];
                }

                Accumulate(back, _network.RootArc.Values, gradient[count]);
                Accumulate(root, dependent, gradient[count]);
                distances[NetworkParameters.Distance(i, -1)] += gradient[count];
            }
        }

        // Back through the dropout and the rectifier, which left zeros where nothing flows.
        for (var t = 0; t < words; t++)
        {
            var dependent = TopRow(t).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            var back = TopGradientRow(t).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            var mask = _b.ArcMask.AsSpan(t * NetworkParameters.ArcSize, NetworkParameters.ArcSize);
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
        _dropout.Fill(_b.PairMask.AsSpan(0, words * Size), _options.TopDropout);
        for (var s = 0; s < batch.Count; s++)
        {
            for (var i = 0; i < batch[s].Words.Length; i++)
            {
                var t = offsets[s] + i;
                var pair = _b.Pairs.AsSpan(t * Size, Size);
                if (batch[s].Heads[i] < 0)
                {
                    pair.Clear();
                    continue;
                }

                TensorPrimitives.Add(TopRow(t).Slice(NetworkParameters.DependentRelation, Size), TopRow(offsets[s] + batch[s].Heads[i]).Slice(NetworkParameters.HeadRelation, Size), pair);
                TensorPrimitives.Max(pair, 0f, pair);
                TensorPrimitives.Multiply(pair, _b.PairMask.AsSpan(t * Size, Size), pair);
            }
        }

        MatrixMath.Multiply(_b.Pairs, _network.Relations.Values, _b.Labels, words, Size, Columns);
        _b.LabelGradient.AsSpan(0, words * Columns).Clear();
        var loss = 0f;
        var bias = Gradient(_network.RelationBias).AsSpan(0, _relations);
        for (var s = 0; s < batch.Count; s++)
        {
            for (var i = 0; i < batch[s].Words.Length; i++)
            {
                if (batch[s].Heads[i] < 0)
                {
                    continue;
                }

                var t = offsets[s] + i;
                var scores = _b.Labels.AsSpan(t * Columns, _relations);
                TensorPrimitives.Add(scores, _network.RelationBias.Values.AsSpan(0, _relations), scores);
                var gradient = _b.LabelGradient.AsSpan(t * Columns, _relations);
                loss += SoftMaxLoss(scores, batch[s].Relations[i], gradient, 1f / words);
                TensorPrimitives.Add(bias, gradient, bias);
            }
        }

        MatrixMath.Transpose(_b.Pairs, _b.Transposed, words, Size);
        MatrixMath.Multiply(_b.Transposed, _b.LabelGradient, Gradient(_network.Relations), Size, words, Columns, add: true);
        MatrixMath.Transpose(_network.Relations.Values, _b.TransposedWeights, Size, Columns);
        MatrixMath.Multiply(_b.LabelGradient, _b.TransposedWeights, _b.PairGradient, words, Columns, Size);
        for (var s = 0; s < batch.Count; s++)
        {
            for (var i = 0; i < batch[s].Words.Length; i++)
            {
                var t = offsets[s] + i;
                var pair = _b.Pairs.AsSpan(t * Size, Size);
                var back = _b.PairGradient.AsSpan(t * Size, Size);
                var mask = _b.PairMask.AsSpan(t * Size, Size);
                if (batch[s].Heads[i] < 0)
                {
                    continue;
                }

                for (var k = 0; k < Size; k++)
                {
                    back[k] = pair[k] > 0 ? back[k] * mask[k] : 0;
                }

                Accumulate(TopGradientRow(t).Slice(NetworkParameters.DependentRelation, Size), back, 1);
                Accumulate(TopGradientRow(offsets[s] + batch[s].Heads[i]).Slice(NetworkParameters.HeadRelation, Size), back, 1);
            }
        }

        return loss / words;
    }

    private void Backward(int[] offsets, int words)
    {
        var topBias = Gradient(_network.TopBias).AsSpan();
        for (var t = 0; t < words; t++)
        {
            TensorPrimitives.Add(topBias, TopGradientRow(t), topBias);
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

    private static void Accumulate(Span<float> target, ReadOnlySpan<float> source, float factor) =>
        TensorPrimitives.MultiplyAdd(source, factor, target, target);

    private Span<float> TopRow(int t) => _b.Top.AsSpan(t * Top, Top);

    private Span<float> TopGradientRow(int t) => _b.TopGradient.AsSpan(t * Top, Top);

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

    private sealed class Buffers
    {
        private const int Widest = 2 * 4 * NetworkParameters.Hidden;

        public int Words { get; private set; }

        public WordFeatures[] Features { get; private set; } = [];

        public float[] Input { get; private set; } = [];

        public float[] InputMask { get; private set; } = [];

        public float[] InputGradient { get; private set; } = [];

        public float[][] Gates { get; } = new float[NetworkParameters.Layers][];

        public float[][] Cells { get; } = new float[NetworkParameters.Layers][];

        public float[][] State { get; } = new float[NetworkParameters.Layers + 1][];

        public float[][] Dropped { get; } = new float[NetworkParameters.Layers + 1][];

        public float[][] StateMask { get; } = new float[NetworkParameters.Layers + 1][];

        public float[] StateGradient { get; private set; } = [];

        public float[] DroppedGradient { get; private set; } = [];

        public float[] CarriedGradient { get; private set; } = [];

        public float[] GateGradient { get; private set; } = [];

        public float[] Top { get; private set; } = [];

        public float[] TopGradient { get; private set; } = [];

        public float[] ArcMask { get; private set; } = [];

        public float[] Pairs { get; private set; } = [];

        public float[] PairMask { get; private set; } = [];

        public float[] PairGradient { get; private set; } = [];

        public float[] Labels { get; private set; } = [];

        public float[] LabelGradient { get; private set; } = [];

        public float[] Scores { get; private set; } = [];

        public float[] ScoreGradient { get; private set; } = [];

        public float[] Transposed { get; private set; } = [];

        public float[] TransposedWeights { get; } = new float[Math.Max(NetworkParameters.InputSize, NetworkParameters.StateSize) * Widest];

        public void Grow(int words)
        {
            if (words <= Words)
            {
                return;
            }

            Words = words;
            Features = new WordFeatures[words];
            Input = new float[words * NetworkParameters.InputSize];
            InputMask = new float[words * NetworkParameters.InputSize];
            InputGradient = new float[words * NetworkParameters.InputSize];
            for (var layer = 0; layer <= NetworkParameters.Layers; layer++)
            {
                if (layer < NetworkParameters.Layers)
                {
                    Gates[layer] = new float[words * Widest];
                    Cells[layer] = new float[words * NetworkParameters.StateSize];
                }

                State[layer] = new float[words * NetworkParameters.StateSize];
                Dropped[layer] = new float[words * NetworkParameters.StateSize];
                StateMask[layer] = new float[words * NetworkParameters.StateSize];
            }

            StateGradient = new float[words * NetworkParameters.StateSize];
            DroppedGradient = new float[words * NetworkParameters.StateSize];
            CarriedGradient = new float[words * NetworkParameters.StateSize];
            GateGradient = new float[words * Widest];
            Top = new float[words * NetworkParameters.TopSize];
            TopGradient = new float[words * NetworkParameters.TopSize];
            ArcMask = new float[words * NetworkParameters.ArcSize];
            Pairs = new float[words * NetworkParameters.RelationSize];
            PairMask = new float[words * NetworkParameters.RelationSize];
            PairGradient = new float[words * NetworkParameters.RelationSize];
            Labels = new float[words * NetworkParameters.RelationColumns];
            LabelGradient = new float[words * NetworkParameters.RelationColumns];
            Scores = new float[words + 1];
            ScoreGradient = new float[words + 1];
            Transposed = new float[words * Math.Max(NetworkParameters.InputSize, NetworkParameters.StateSize)];
        }
    }
}
