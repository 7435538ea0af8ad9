namespace Claims.Core.Language;

/// <summary>
/// Cuts sentences that are no prose (tables, lists without marks, noise) into pieces that the parser can take, so that time stays linear
/// whatever the text, and joins what comes back.
/// </summary>
internal static class LongSentence
{
    /// <summary>Words parsed together. Of 12,544 sentences of EWT two are longer.</summary>
    public const int PieceWords = 200;

    /// <summary>Words of one sentence that are parsed at all; the rest hang flat on the root.</summary>
    private const int ParsedWords = 2000;

    /// <summary>The pieces to parse.</summary>
    public static IEnumerable<string[]> Pieces(string[] words) => words.Length <= PieceWords ? [words] : words.Take(ParsedWords).Chunk(PieceWords);

    /// <summary>How many pieces <see cref="Pieces"/> gives for so many words.</summary>
    public static int PieceCount(int words) => (Math.Clamp(words, 1, ParsedWords) + PieceWords - 1) / PieceWords;

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

        for (; from < words.Length; from++)
        {
            var first = words[from][0];
            tags[from] = char.IsDigit(first) ? PartOfSpeech.Num : char.IsLetter(first) ? PartOfSpeech.X : PartOfSpeech.Punct;
            heads[from] = root;
            relations[from] = tags[from] == PartOfSpeech.Punct ? "punct" : "dep";
        }

        return new(tags, heads, relations);
    }
}
