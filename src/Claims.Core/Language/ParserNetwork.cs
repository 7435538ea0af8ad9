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

    private readonly ConcurrentBag<ParserWorkspace> _workspaces = [];

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

        MatrixMath.Multiply(work.Inputs, parameters.Projections[0].Values, work.Projected.AsSpan((work.Known.Count - fresh) * Width), fresh, NetworkParameters.InputSize, Width);
        for (var i = 0; i < t; i++)
        {
            work.Projected.AsSpan(work.Rows[i] * Width, Width).CopyTo(work.Gates.AsSpan(i * Width));
        }
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
        var distances = parameters.Distances.Values;
        for (var i = 0; i < count; i++)
        {
            var scores = work.Arcs.AsSpan(i * width, width);
            var products = work.Products.AsSpan(i * padded, count);
            for (var j = 0; j < count; j++)
            {
                scores[j] = i == j ? 0 : products[j] + distances[NetworkParameters.Distance(i, j)];
            }

            scores[count] = TensorPrimitives.Dot<float>(work.Dependents.AsSpan(i * Size, Size), parameters.RootArc.Values) + distances[NetworkParameters.Distance(i, -1)];
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
}
