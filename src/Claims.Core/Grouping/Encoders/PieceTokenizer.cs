using System.Collections.Frozen;
using System.Text;

namespace Claims.Core.Grouping.Encoders;

/// <summary>
/// Cuts text into the pieces of a SentencePiece unigram model: the cut with the greatest sum of piece scores, found by
/// Viterbi's algorithm (Kudo 2018, "Subword Regularization", section 3.2).
/// </summary>
internal sealed class PieceTokenizer
{
    private const char Space = '\u2581';

    // The first entries of the vocabulary are control symbols, which no text may produce.
    private const int ControlSymbols = 6;

    // A character without a piece must never be better than one with; SentencePiece takes 10 below the least score.
    private const float UnknownPenalty = 10;

    private readonly FrozenDictionary<string, int> ids;
    private readonly float[] scores;
    private readonly float unknownScore;
    private readonly int longest;

    /// <param name="pieces">The pieces in the order of the vocabulary.</param>
    /// <param name="scores">Their scores (natural logarithms of probabilities).</param>
    public PieceTokenizer(IReadOnlyList<string> pieces, float[] scores)
    {
        this.scores = scores;
        unknownScore = scores.Min() - UnknownPenalty;
        longest = pieces.Max(piece => piece.Length);
        ids = pieces.Select((piece, i) => (piece, i)).Skip(ControlSymbols - 1).DistinctBy(p => p.piece).ToFrozenDictionary(p => p.piece, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>The numbers of the pieces of a text, at most <paramref name="limit"/>; characters without a piece are 0, a run of them once.</summary>
    public int[] Encode(string text, int limit)
    {
        var normal = Normalize(text);
        if (normal.Length == 0)
        {
            return [];
        }

        var best = new float[normal.Length + 1];
        var from = new int[normal.Length + 1];
        var piece = new int[normal.Length + 1];
        Array.Fill(best, float.NegativeInfinity);
        best[0] = 0;
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < normal.Length; start++)
        {
            if (float.IsNegativeInfinity(best[start]))
            {
                continue;
            }

            var single = char.IsHighSurrogate(normal[start]) && start + 1 < normal.Length ? 2 : 1;
            Offer(start, start + single, 0, unknownScore);
            for (var length = 1; length <= longest && start + length <= normal.Length; length++)
            {
                if (lookup.TryGetValue(normal.AsSpan(start, length), out var id))
                {
                    Offer(start, start + length, id, scores[id]);
                }
            }
        }

        var reversed = new List<int>();
        for (var end = normal.Length; end > 0; end = from[end])
        {
            if (piece[end] != 0 || reversed.Count == 0 || reversed[^1] != 0)
            {
                reversed.Add(piece[end]);
            }
        }

        reversed.Reverse();
        return [.. reversed.Take(limit)];

        void Offer(int start, int end, int id, float score)
        {
            if (best[start] + score > best[end])
            {
                best[end] = best[start] + score;
                from[end] = start;
                piece[end] = id;
            }
        }
    }

    // NFKC where news text needs it; a table instead of string normalisation, which does nothing in a process with
    // InvariantGlobalization.
    private static string Normalize(string text)
    {
        var buffer = new StringBuilder(text.Length + 8);
        var pendingSpace = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                pendingSpace = true;
                continue;
            }

            if (char.IsControl(c))
            {
                continue;
            }

            if (pendingSpace)
            {
                buffer.Append(Space);
                pendingSpace = false;
            }

            _ = c switch
            {
                '…' => buffer.Append("..."),
                'ﬁ' => buffer.Append("fi"),
                'ﬂ' => buffer.Append("fl"),
                '½' => buffer.Append("1\u20442"),
                '¼' => buffer.Append("1\u20444"),
                '¾' => buffer.Append("3\u20444"),
                '²' => buffer.Append('2'),
                '³' => buffer.Append('3'),
                '™' => buffer.Append("tm"),
                >= '\uFF01' and <= '\uFF5E' => buffer.Append(char.ToLowerInvariant((char)(c - 0xFEE0))),
                _ => buffer.Append(char.ToLowerInvariant(c)),
            };
        }

        return buffer.ToString();
    }
}
