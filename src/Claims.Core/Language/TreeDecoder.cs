namespace Claims.Core.Language;

/// <summary>The best tree with one root over scored arcs (the greedy step of Chu and Liu 1965 and Edmonds 1967, cycles opened one by one).</summary>
internal static class TreeDecoder
{
    /// <summary>Fills <paramref name="heads"/> with the tree of the highest sum; -1 is the root.</summary>
    /// <param name="scores">Row a word, column a head; the last column is the root: count × (count + 1).</param>
    /// <param name="count">Number of words.</param>
    /// <param name="heads">Receives the head of each word.</param>
    public static void Decode(ReadOnlySpan<float> scores, int count, Span<int> heads)
    {
        // Nearly always the best head of every word is a tree already.
        var width = count + 1;
        var roots = 0;
        for (var i = 0; i < count; i++)
        {
            heads[i] = Best(scores.Slice(i * width, width), i);
            roots += heads[i] == count ? 1 : 0;
        }

        if (roots != 1)
        {
            var root = BestRoot(scores, count, heads, roots > 0);
            for (var i = 0; i < count; i++)
            {
                if (i == root)
                {
                    heads[i] = count;
                }
                else if (heads[i] == count)
                {
                    heads[i] = Best(scores.Slice(i * width, count), i);
                }
            }
        }

        Connect(scores, count, heads);
        for (var i = 0; i < count; i++)
        {
            heads[i] = heads[i] == count ? -1 : heads[i];
        }
    }

    private static int Best(ReadOnlySpan<float> row, int self)
    {
        var best = self == 0 && row.Length > 1 ? 1 : 0;
        for (var j = best + 1; j < row.Length; j++)
        {
            if (j != self && row[j] > row[best])
            {
                best = j;
            }
        }

        return best;
    }

    /// <summary>The word that loses least by being the one root.</summary>
    private static int BestRoot(ReadOnlySpan<float> scores, int count, ReadOnlySpan<int> heads, bool amongRoots)
    {
        var width = count + 1;
        var best = -1;
        var bestGain = float.NegativeInfinity;
        for (var i = 0; i < count; i++)
        {
            if (amongRoots && heads[i] != count)
            {
                continue;
            }

            var row = scores.Slice(i * width, width);
            var other = count == 1 ? 0 : row[Best(row[..count], i)];
            if (row[count] - other > bestGain)
            {
                bestGain = row[count] - other;
                best = i;
            }
        }

        return Math.Max(best, 0);
    }

    /// <summary>
    /// Opens every cycle at the arc whose exchange for one to a word that is already connected to the root costs least. Where two cycles
    /// could only be joined to each other at a gain this is not the very best tree, but it takes quadratic time on any input, and cycles are rare.
    /// </summary>
    private static void Connect(ReadOnlySpan<float> scores, int count, Span<int> heads)
    {
        var width = count + 1;

        // 0: not seen; the number of the walk that met the word; -1: connected to the root.
        Span<int> state = count <= 512 ? stackalloc int[count] : new int[count];
        state.Clear();
        var isMarked = false;
        for (var i = 0; i < count; i++)
        {
            var at = i;
            while (at < count && state[at] == 0)
            {
                state[at] = i + 1;
                at = heads[at];
            }

            if (at < count && state[at] == i + 1)
            {
                if (!isMarked)
                {
                    MarkRooted(heads, state, count);
                    isMarked = true;
                }

                var start = at;
                var (best, bestHead, bestGain) = (at, heads.IndexOf(count), float.NegativeInfinity);
                do
                {
                    var row = scores.Slice(at * width, width);
                    for (var j = 0; j < count; j++)
                    {
                        if (state[j] == -1 && row[j] - row[heads[at]] > bestGain)
                        {
                            (best, bestHead, bestGain) = (at, j, row[j] - row[heads[at]]);
                        }
                    }

                    at = heads[at];
                }
                while (at != start);
                heads[best] = bestHead;
            }

            // Everything on this walk now leads to the root.
            for (at = i; at < count && state[at] == i + 1; at = heads[at])
            {
                state[at] = -1;
            }
        }
    }

    /// <summary>Marks the words that the root governs by any number of steps.</summary>
    private static void MarkRooted(ReadOnlySpan<int> heads, Span<int> state, int count)
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var i = 0; i < count; i++)
            {
                if (state[i] != -1 && (heads[i] == count || state[heads[i]] == -1))
                {
                    state[i] = -1;
                    changed = true;
                }
            }
        }
    }
}
