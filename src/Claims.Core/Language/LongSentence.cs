using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>
/// Cuts sentences that are no prose (tables, lists without marks, noise) into pieces that the parser can take, so that time stays linear
/// whatever the text, and joins what comes back.
/// </summary>
internal static class LongSentence
{
    /// <summary>Words parsed together. Of 12,544 sentences of EWT two are longer.</summary>
    public const int PieceWords = 200;

    /// <summary>Of the words of a piece, how many at its end are looked through for a mark to cut behind.</summary>
    private const int MarkWords = 60;

    /// <summary>
    /// Cuts what no prose is as long as, so that whatever is read of a sentence in time that grows with the square of its
    /// length stays cheap: behind the last mark of the piece's end, else where the piece is full. No word is lost.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="sentences">Its sentences as ranges of words.</param>
    public static List<Range> Cut(string text, List<TextSpan> words, List<Range> sentences)
    {
        if (sentences.TrueForAll(range => range.End.Value - range.Start.Value <= PieceWords))
        {
            return sentences;
        }

        var cut = new List<Range>();
        foreach (var range in sentences)
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            while (end - start > PieceWords)
            {
                var next = start + PieceWords;
                for (var i = next - 1; i > next - MarkWords; i--)
                {
                    if (words[i].Length == 1 && text[words[i].Start] is ',' or ';' or ':' or '.' or '!' or '?')
                    {
                        next = i + 1;
                        break;
                    }
                }

                cut.Add(start..next);
                start = next;
            }

            cut.Add(start..end);
        }

        return cut;
    }

    /// <summary>The pieces to parse of a sentence that somebody else has cut into words.</summary>
    public static IEnumerable<string[]> Pieces(string[] words) => words.Chunk(PieceWords);

    /// <summary>How many pieces <see cref="Pieces"/> gives for so many words.</summary>
    public static int PieceCount(int words) => (Math.Max(words, 1) + PieceWords - 1) / PieceWords;

    /// <summary>One grammar of the grammars of the pieces: the root of every later piece hangs on that of the first.</summary>
    public static Grammar Join(ReadOnlySpan<Grammar> pieces, string[] words)
    {
        if (words.Length <= PieceWords)
        {
            return pieces[0];
        }

        var tags = new PartOfSpeech[words.Length];
        var heads = new int[words.Length];
        var relations = new string[words.Length];
        var root = Array.IndexOf(pieces[0].Heads, -1);
        var from = 0;
        foreach (var piece in pieces)
        {
            for (var i = 0; i < piece.Heads.Length; i++)
            {
                var isRoot = piece.Heads[i] < 0;
                tags[from + i] = piece.Tags[i];
                heads[from + i] = !isRoot ? piece.Heads[i] + from : from == 0 ? -1 : root;
                relations[from + i] = isRoot && from > 0 ? "parataxis" : piece.Relations[i];
            }

            from += piece.Heads.Length;
        }

        return new(tags, heads, relations);
    }
}
