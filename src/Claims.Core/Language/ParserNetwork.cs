using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Claims.Core.Language;

/// <summary>Tags and tree of one sentence: heads are indices in the sentence, -1 for the root.</summary>
internal sealed record Grammar(PartOfSpeech[] Tags, int[] Heads, string[] Relations);

/// <summary>
/// Tags and parses: words enter as vectors of their own, their letters and their shape; three bidirectional simple recurrent layers
/// read the sentence; every pair of words is scored as dependent and head (Dozat and Manning 2017, with a plain product of the two
/// projections), and the best tree is taken.
/// </summary>
internal sealed class ParserNetwork(NetworkParameters parameters, WordEncoder encoder, string[] relations)
{
    /// <summary>Words run through the network together; the buffers for so many stay in the second-level cache.</summary>
    private const int BatchWords = 256;

    private const int MaxKey = 64;

    private readonly ConcurrentBag<Workspace> _workspaces = [];

    /// <summary>The grammar of sentences that are already cut into words.</summary>
    /// <param name="sentences">Words of each sentence; one sentence should not have more than a few hundred.</param>
    public Grammar[] Parse(IReadOnlyList<string[]> sentences)
    {
        var grammars = new Grammar[sentences.Count];
        var workspace = _workspaces.TryTake(out var free) ? free : new Workspace();
        var first = 0;
        while (first < sentences.Count)
        {
            var words = sentences[first].Length;
            var end = first + 1;
            while (end < sentences.Count && words + sentences[end].Length <= BatchWords)
            {
                words += sentences[end++].Length;
            }

            Run(workspace, sentences, first, end, words, grammars);
            first = end;
        }

        _workspaces.Add(workspace);
        return grammars;
    }

    private void Run(Workspace work, IReadOnlyList<string[]> sentences, int first, int end, int words, Grammar[] grammars)
    {
        work.Grow(words);
        var offsets = new int[end - first + 1];
        for (var s = first; s < end; s++)
        {
            offsets[s - first + 1] = offsets[s - first] + sentences[s].Length;
        }

        Project(work, sentences, first, end);
        var state = work.StateA;
        var next = work.StateB;
        for (var layer = 0; layer < NetworkParameters.Layers; layer++)
        {
            var kinds = NetworkParameters.Gates(layer);
            if (layer > 0)
            {
                MatrixMath.Multiply(state, parameters.Projections[layer].Values, work.Gates, words, NetworkParameters.StateSize, 2 * kinds * NetworkParameters.Hidden);
            }

            RecurrentLayer.Run(work.Gates, kinds, state, parameters.Peepholes[layer].Values, parameters.GateBiases[layer].Values, offsets, work.Cells, next);
            (state, next) = (next, state);
        }

        MatrixMath.Multiply(state, parameters.Top.Values, work.Top, words, NetworkParameters.StateSize, NetworkParameters.TopSize);
        for (var t = 0; t < words; t++)
        {
            var row = Row(work.Top, t);
            TensorPrimitives.Add(row, parameters.TopBias.Values, row);
            var dependent = row.Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            TensorPrimitives.Max(dependent, 0f, dependent);
        }

        for (var s = first; s < end; s++)
        {
            grammars[s] = Decode(work, offsets[s - first], sentences[s].Length);
        }

        Label(work, offsets, words, grammars.AsSpan(first, end - first));
    }

    /// <summary>The first layer's projections depend on the word alone, so they are kept by word.</summary>
    private void Project(Workspace work, IReadOnlyList<string[]> sentences, int first, int end)
    {
        const int Width = 2 * 4 * NetworkParameters.Hidden;
        if (work.Known.Count + work.Rows.Length > Workspace.MaxKnown)
        {
            work.Known.Clear();
        }

        var fresh = 0;
        var t = 0;
        for (var s = first; s < end; s++)
        {
            foreach (var word in sentences[s])
            {
                // Of a very long word only the ends are looked at, and kept.
                var key = word.Length <= MaxKey ? word : string.Concat(word.AsSpan(0, MaxKey / 2), word.AsSpan(word.Length - (MaxKey / 2)));
                if (!work.Known.TryGetValue(key, out var row))
                {
                    row = work.Known.Count;
                    work.Known.Add(key, row);
                    encoder.Fill(encoder.Features(key), parameters, work.Inputs.AsSpan(fresh * NetworkParameters.InputSize, NetworkParameters.InputSize));
                    fresh++;
                }

                work.Rows[t++] = row;
            }
        }

        MatrixMath.Multiply(work.Inputs, parameters.Projections[0].Values, work.Projected.AsSpan((work.Known.Count - fresh) * Width), fresh, NetworkParameters.InputSize, Width);
        for (var i = 0; i < t; i++)
        {
            work.Projected.AsSpan(work.Rows[i] * Width, Width).CopyTo(work.Gates.AsSpan(i * Width));
        }
    }

    private Grammar Decode(Workspace work, int offset, int count)
    {
        var tags = new PartOfSpeech[count];
        var heads = new int[count];
        var width = count + 1;
        if (work.Arcs.Length < count * width)
        {
            work.Arcs = new float[count * width];
        }

        for (var i = 0; i < count; i++)
        {
            var row = Row(work.Top, offset + i);
            tags[i] = (PartOfSpeech)TensorPrimitives.IndexOfMax<float>(row.Slice(NetworkParameters.TagScores, 17));
            var dependent = row.Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            var scores = work.Arcs.AsSpan(i * width, width);
            for (var j = 0; j < count; j++)
            {
                scores[j] = i == j ? 0 : TensorPrimitives.Dot<float>(dependent, Row(work.Top, offset + j).Slice(NetworkParameters.HeadArc, NetworkParameters.ArcSize))
                    + parameters.Distances.Values[NetworkParameters.Distance(i, j)];
            }

            scores[count] = TensorPrimitives.Dot<float>(dependent, parameters.RootArc.Values) + parameters.Distances.Values[NetworkParameters.Distance(i, -1)];
        }

        TreeDecoder.Decode(work.Arcs, count, heads);
        return new(tags, heads, new string[count]);
    }

    private void Label(Workspace work, int[] offsets, int words, Span<Grammar> grammars)
    {
        for (var s = 0; s < grammars.Length; s++)
        {
            for (var i = 0; i < grammars[s].Heads.Length; i++)
            {
                var head = grammars[s].Heads[i];
                var pair = work.Pairs.AsSpan((offsets[s] + i) * NetworkParameters.RelationSize, NetworkParameters.RelationSize);
                if (head < 0)
                {
                    pair.Clear();
                    continue;
                }

                TensorPrimitives.Add(
                    Row(work.Top, offsets[s] + i).Slice(NetworkParameters.DependentRelation, NetworkParameters.RelationSize),
                    Row(work.Top, offsets[s] + head).Slice(NetworkParameters.HeadRelation, NetworkParameters.RelationSize),
                    pair);
                TensorPrimitives.Max(pair, 0f, pair);
            }
        }

        MatrixMath.Multiply(work.Pairs, parameters.Relations.Values, work.Labels, words, NetworkParameters.RelationSize, NetworkParameters.RelationColumns);
        for (var s = 0; s < grammars.Length; s++)
        {
            for (var i = 0; i < grammars[s].Heads.Length; i++)
            {
                var scores = work.Labels.AsSpan((offsets[s] + i) * NetworkParameters.RelationColumns, relations.Length);
                TensorPrimitives.Add(scores, parameters.RelationBias.Values.AsSpan(0, relations.Length), scores);
                grammars[s].Relations[i] = grammars[s].Heads[i] < 0 ? "root" : relations[TensorPrimitives.IndexOfMax<float>(scores)];
            }
        }
    }

    private static Span<float> Row(float[] top, int row) => top.AsSpan(row * NetworkParameters.TopSize, NetworkParameters.TopSize);

    /// <summary>Buffers of one run, kept from run to run.</summary>
    private sealed class Workspace
    {
        /// <summary>Words whose first projection is kept: 12 MB a workspace.</summary>
        public const int MaxKnown = 4096;

        private const int Width = 2 * 4 * NetworkParameters.Hidden;

        public Dictionary<string, int> Known { get; } = new(MaxKnown);

        public float[] Projected { get; } = new float[MaxKnown * Width];

        public int[] Rows { get; private set; } = [];

        public float[] Inputs { get; private set; } = [];

        public float[] Gates { get; private set; } = [];

        public float[] Cells { get; private set; } = [];

        public float[] StateA { get; private set; } = [];

        public float[] StateB { get; private set; } = [];

        public float[] Top { get; private set; } = [];

        public float[] Pairs { get; private set; } = [];

        public float[] Labels { get; private set; } = [];

        public float[] Arcs { get; set; } = [];

        public void Grow(int words)
        {
            if (words <= Rows.Length)
            {
                return;
            }

            words = Math.Max(words, BatchWords);
            Rows = new int[words];
            Inputs = new float[words * NetworkParameters.InputSize];
            Gates = new float[words * Width];
            Cells = new float[words * NetworkParameters.StateSize];
            StateA = new float[words * NetworkParameters.StateSize];
            StateB = new float[words * NetworkParameters.StateSize];
            Top = new float[words * NetworkParameters.TopSize];
            Pairs = new float[words * NetworkParameters.RelationSize];
            Labels = new float[words * NetworkParameters.RelationColumns];
        }
    }
}
