namespace Claims.Core.Language;

/// <summary>Tags and tree of one sentence.</summary>
internal sealed record Grammar(PartOfSpeech[] Tags, int[] Heads, string[] Relations);

/// <summary>A greedy tagger and an arc-hybrid parser with linear scores.</summary>
internal sealed class GrammarModel(HashedPerceptron tagger, HashedPerceptron moves, HashedPerceptron labels, string[] relations)
{
    public const int Shift = 0;
    public const int Left = 1;
    public const int Right = 2;

    public HashedPerceptron Tagger => tagger;

    public HashedPerceptron Moves => moves;

    public HashedPerceptron Labels => labels;

    public string[] Relations => relations;

    public Grammar Parse(IReadOnlyList<string> words)
    {
        var features = new GrammarFeatures(words);
        var tags = Tag(features);
        var heads = Heads(features);
        var names = new string[words.Count];
        Span<uint> buffer = stackalloc uint[GrammarFeatures.Capacity];
        Span<float> scores = stackalloc float[relations.Length];
        for (var i = 0; i < names.Length; i++)
        {
            if (heads[i] < 0)
            {
                names[i] = "root";
                continue;
            }

            labels.Score(features.Label(i, heads, buffer), scores);
            names[i] = relations[System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores)];
        }

        return new(tags, heads, names);
    }

    public PartOfSpeech[] Tag(GrammarFeatures features)
    {
        Span<uint> buffer = stackalloc uint[GrammarFeatures.Capacity];
        Span<float> scores = stackalloc float[tagger.Classes];
        for (var i = 0; i < features.Count; i++)
        {
            tagger.Score(features.Tag(i, buffer), scores);
            features.Tags[i] = (PartOfSpeech)System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores);
        }

        return features.Tags;
    }

    private int[] Heads(GrammarFeatures features)
    {
        var state = new ParserState(features.Count);
        Span<uint> buffer = stackalloc uint[GrammarFeatures.Capacity];
        Span<float> scores = stackalloc float[3];
        while (!state.IsFinished)
        {
            moves.Score(features.Move(state, buffer), scores);
            var best = -1;
            for (var move = 0; move < 3; move++)
            {
                if (state.Allows(move) && (best < 0 || scores[move] > scores[best]))
                {
                    best = move;
                }
            }

            state.Do(best);
        }

        // One root a sentence: words left over hang on the first of them.
        var root = Array.IndexOf(state.Heads, features.Count);
        for (var i = 0; i < features.Count; i++)
        {
            if (state.Heads[i] == features.Count)
            {
                state.Heads[i] = i == root ? -1 : root;
            }
        }

        return state.Heads;
    }
}

/// <summary>Stack and buffer of the arc-hybrid system; the root stands after the last word.</summary>
internal sealed class ParserState
{
    private readonly int[] _stack;
    private readonly int _count;

    public ParserState(int count)
    {
        _count = count;
        _stack = new int[count + 1];
        Heads = new int[count];
        Array.Fill(Heads, -2);
        LeftChild = Filled(count);
        RightChild = Filled(count);
        LeftCount = new int[count + 1];
        RightCount = new int[count + 1];
    }

    public int[] Heads { get; }

    public int[] LeftChild { get; }

    public int[] RightChild { get; }

    public int[] LeftCount { get; }

    public int[] RightCount { get; }

    public int Depth { get; private set; }

    public int Next { get; private set; }

    public bool IsFinished => Next == _count && Depth == 0;

    public int Stack(int depth) => Depth > depth ? _stack[Depth - 1 - depth] : -1;

    public int Buffer(int offset) => Next + offset < _count ? Next + offset : -1;

    public bool Allows(int move) => move switch
    {
        GrammarModel.Shift => Next < _count,
        GrammarModel.Left => Depth > 0,
        _ => Depth > 1,
    };

    public void Do(int move)
    {
        switch (move)
        {
            case GrammarModel.Shift:
                _stack[Depth++] = Next++;
                break;
            case GrammarModel.Left:
                Attach(_stack[--Depth], Next);
                break;
            default:
                Depth--;
                Attach(_stack[Depth], _stack[Depth - 1]);
                break;
        }
    }

    /// <summary>How many gold arcs each move makes unreachable (Goldberg and Nivre 2013, arc-hybrid).</summary>
    public void Costs(int[] gold, Span<int> costs)
    {
        costs.Clear();
        if (Depth > 0)
        {
            var s0 = _stack[Depth - 1];
            var s1 = Depth > 1 ? _stack[Depth - 2] : -1;
            for (var b = Next; b < _count; b++)
            {
                // Left takes s0's head to be b0: lost are a head elsewhere right and s1, and dependents in the buffer.
                costs[GrammarModel.Left] += gold[b] == s0 ? 1 : 0;
                costs[GrammarModel.Right] += gold[b] == s0 ? 1 : 0;
            }

            var head = gold[s0] < 0 ? _count : gold[s0];
            costs[GrammarModel.Left] += head == s1 || head > Next ? 1 : 0;
            costs[GrammarModel.Right] += head >= Next ? 1 : 0;
        }

        if (Next < _count)
        {
            var b0 = Next;
            for (var i = 0; i < Depth; i++)
            {
                var s = _stack[i];
                costs[GrammarModel.Shift] += gold[s] == b0 ? 1 : 0;
                costs[GrammarModel.Shift] += i < Depth - 1 && gold[b0] == s ? 1 : 0;
            }
        }
    }

    private void Attach(int child, int head)
    {
        Heads[child] = head;
        if (head == _count)
        {
            return;
        }

        if (child < head)
        {
            LeftChild[head] = LeftChild[head] < 0 ? child : Math.Min(LeftChild[head], child);
            LeftCount[head]++;
        }
        else
        {
            RightChild[head] = Math.Max(RightChild[head], child);
            RightCount[head]++;
        }
    }

    private static int[] Filled(int count)
    {
        var array = new int[count + 1];
        Array.Fill(array, -1);
        return array;
    }
}
