using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Claims.Core.Language;

/// <summary>Tags and tree of one sentence: heads are indices in the sentence, -1 for the root.</summary>
internal sealed record Grammar(PartOfSpeech[] Tags, int[] Heads, string[] Relations);

/// <summary>
/// Tags and parses: words enter as vectors of their own, their letters and their shape; three bidirectional simple recurrent layers
/// read the sentence; every pair of words is scored as dependent and head (Dozat and Manning 2017, with a plain product of the two
/// projections), and the best tree is taken.
/// </summary>
internal sealed class ParserNetwork
{
    /// <summary>Words run through the network together; the buffers for so many stay in the second-level cache.</summary>
    private const int BatchWords = 96;

    private const int MaxKey = 64;

    /// <summary>A sentence may have so many words.</summary>
    private const int MostWords = 512;

    private readonly ConcurrentBag<ParserWorkspace> _workspaces = [];
    private readonly NetworkParameters parameters;
    private readonly WordEncoder encoder;
    private readonly string[] relations;
    private readonly QuantizedMatrix inputs;
    private readonly ByteMatrix[] projections;
    private readonly QuantizedMatrix top;
    private readonly QuantizedMatrix labels;

    /// <summary>What the distance from a word to its head is worth, from that of the word farthest before it to that of the one farthest behind.</summary>
    private readonly float[] distances;

    /// <param name="parameters">What was learned; later changes to it are not seen.</param>
    /// <param name="encoder">Turns words into the network's input.</param>
    /// <param name="relations">Names of the relations, in the order of their scores.</param>
    public ParserNetwork(NetworkParameters parameters, WordEncoder encoder, string[] relations)
    {
        (this.parameters, this.encoder, this.relations) = (parameters, encoder, relations);
        inputs = new(parameters.Projections[0].Values, NetworkParameters.InputSize, parameters.Projections[0].Columns, GateBias(parameters, 0));
        projections = [.. Enumerable.Range(1, NetworkParameters.Layers - 1).Select(layer =>
            new ByteMatrix(parameters.Projections[layer].Values, NetworkParameters.StateSize, parameters.Projections[layer].Columns, GateBias(parameters, layer)))];
        distances = [.. Enumerable.Range(-MostWords, (2 * MostWords) + 1).Select(distance => distance == 0 ? 0 : parameters.Distances.Values[NetworkParameters.Distance(MostWords, MostWords + distance)])];
        top = new(parameters.Top.Values, NetworkParameters.StateSize, NetworkParameters.TopSize, parameters.TopBias.Values);
        labels = new(parameters.Relations.Values, NetworkParameters.RelationSize, NetworkParameters.RelationColumns, parameters.RelationBias.Values);
    }

    /// <summary>The grammar of sentences that are already cut into words.</summary>
    /// <param name="sentences">Words of each sentence; one sentence should not have more than a few hundred.</param>
    public Grammar[] Parse(IReadOnlyList<string[]> sentences)
    {
        var grammars = new Grammar[sentences.Count];
        var workspace = _workspaces.TryTake(out var free) ? free : new ParserWorkspace();
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

    private void Run(ParserWorkspace work, IReadOnlyList<string[]> sentences, int first, int end, int words, Grammar[] grammars)
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
            if (layer > 0)
            {
                var bytes = MemoryMarshal.Cast<short, sbyte>(work.Whole.AsSpan());
                projections[layer - 1].Quantize(state, words, bytes, work.Scales, work.Shifts);
                projections[layer - 1].Multiply(bytes, work.Scales, work.Shifts, words, work.Gates);
            }

            RecurrentReading.Run(
                layer == 0 ? work.Projected : work.Gates, NetworkParameters.Gates(layer), layer == 0 ? work.Rows : work.Ordinals, state, parameters.Peepholes[layer].Values, offsets, next);
            (state, next) = (next, state);
        }

        top.Quantize(state, words, work.Whole, work.Scales);
        top.Multiply(work.Whole, work.Scales, words, work.Top);
        for (var t = 0; t < words; t++)
        {
            var dependent = Row(work.Top, t).Slice(NetworkParameters.DependentArc, NetworkParameters.ArcSize);
            TensorPrimitives.Max(dependent, 0f, dependent);
        }

        for (var s = first; s < end; s++)
        {
            grammars[s] = Decode(work, offsets[s - first], sentences[s].Length);
        }

        Label(work, offsets, words, grammars.AsSpan(first, end - first));
    }

    /// <summary>The first layer's projections depend on the word alone, so they are kept by word.</summary>
    private void Project(ParserWorkspace work, IReadOnlyList<string[]> sentences, int first, int end)
    {
        const int Width = 2 * 4 * NetworkParameters.Hidden;
        if (work.Known.Count + work.Rows.Length > ParserWorkspace.MaxKnown)
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

        inputs.Quantize(work.Inputs, fresh, work.Whole, work.Scales);
        inputs.Multiply(work.Whole, work.Scales, fresh, work.Projected.AsSpan((work.Known.Count - fresh) * Width));
    }

    /// <summary>The biases of forget and highway gates where their sums stand in a row of projections.</summary>
    private static float[] GateBias(NetworkParameters parameters, int layer)
    {
        var bias = parameters.GateBiases[layer].Values.AsSpan();
        var kinds = NetworkParameters.Gates(layer);
        var row = new float[2 * kinds * NetworkParameters.Hidden];
        for (var direction = 0; direction < 2; direction++)
        {
            bias.Slice(direction * NetworkParameters.StateSize, NetworkParameters.StateSize).CopyTo(row.AsSpan(((direction * kinds) + 1) * NetworkParameters.Hidden));
        }

        return row;
    }

    private Grammar Decode(ParserWorkspace work, int offset, int count)
    {
        const int Size = NetworkParameters.ArcSize;
        var tags = new PartOfSpeech[count];
        var heads = new int[count];
        work.GrowArcs(count);

        // Every dependent against every head is one product of matrices; the columns are padded to what the product takes at once.
        var padded = (count + MatrixMath.Panel - 1) / MatrixMath.Panel * MatrixMath.Panel;
        for (var i = 0; i < count; i++)
        {
            var row = Row(work.Top, offset + i);
            tags[i] = (PartOfSpeech)TensorPrimitives.IndexOfMax<float>(row.Slice(NetworkParameters.TagScores, 17));
            row.Slice(NetworkParameters.DependentArc, Size).CopyTo(work.Dependents.AsSpan(i * Size));
            var head = row.Slice(NetworkParameters.HeadArc, Size);
            for (var k = 0; k < Size; k++)
            {
                work.Heads[(k * padded) + i] = head[k];
            }
        }

        MatrixMath.Multiply(work.Dependents, work.Heads, work.Products, count, Size, padded);
        var width = count + 1;
        var root = parameters.Distances.Values[NetworkParameters.Distance(0, -1)];
        for (var i = 0; i < count; i++)
        {
            var scores = work.Arcs.AsSpan(i * width, width);
            TensorPrimitives.Add<float>(work.Products.AsSpan(i * padded, count), distances.AsSpan(MostWords - i, count), scores);
            scores[i] = 0;
            scores[count] = TensorPrimitives.Dot<float>(work.Dependents.AsSpan(i * Size, Size), parameters.RootArc.Values) + root;
        }

        TreeDecoder.Decode(work.Arcs, count, heads);
        return new(tags, heads, new string[count]);
    }

    private void Label(ParserWorkspace work, int[] offsets, int words, Span<Grammar> grammars)
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

        labels.Quantize(work.Pairs, words, work.Whole, work.Scales);
        labels.Multiply(work.Whole, work.Scales, words, work.Labels);
        for (var s = 0; s < grammars.Length; s++)
        {
            for (var i = 0; i < grammars[s].Heads.Length; i++)
            {
                var scores = work.Labels.AsSpan((offsets[s] + i) * NetworkParameters.RelationColumns, relations.Length);
                grammars[s].Relations[i] = grammars[s].Heads[i] < 0 ? "root" : relations[TensorPrimitives.IndexOfMax<float>(scores)];
            }
        }
    }

    private static Span<float> Row(float[] top, int row) => top.AsSpan(row * NetworkParameters.TopSize, NetworkParameters.TopSize);
}
