namespace Claims.Core.Comparison.Lexicon;

/// <summary>One word or mark of a claim's text.</summary>
/// <param name="Start">Offset in the claim's text.</param>
/// <param name="Text">As written.</param>
/// <param name="Lemmas">Its dictionary forms, letters folded to lower case without marks.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ProfileToken(int Start, string Text, WordLemmas Lemmas, TokenKind Kind)
{
    /// <summary>Offset just past it.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether a clause ends here, so that nothing before it reaches beyond.</summary>
    public bool EndsClause => Kind == TokenKind.Mark && Text is ";" or ":" or "." or "—" or "–" or "?" or "!";
}

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A word in lower case, or one that starts the sentence and is an ordinary word.</summary>
    Word,

    /// <summary>A word of a name.</summary>
    Name,

    /// <summary>A number in digits.</summary>
    Number,

    /// <summary>A punctuation mark.</summary>
    Mark,
}
