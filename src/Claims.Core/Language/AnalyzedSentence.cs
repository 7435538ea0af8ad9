using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>One word or mark of a sentence with its grammar (Universal Dependencies 2).</summary>
/// <param name="Span">Where it stands in the analysed text.</param>
/// <param name="Text">The word as written.</param>
/// <param name="Lemma">Dictionary form, lower case ("were" → "be"); the word itself where unknown.</param>
/// <param name="Tag">Universal part of speech.</param>
/// <param name="Head">Index of the governing token in the sentence, -1 for the root.</param>
/// <param name="Relation">Universal dependency relation to the head with its subtype ("nsubj:pass").</param>
public sealed record Token(TextSpan Span, string Text, string Lemma, PartOfSpeech Tag, int Head, string Relation);

/// <summary>Universal parts of speech (UPOS).</summary>
public enum PartOfSpeech
{
    /// <summary>Other.</summary>
    X,

    /// <summary>Adjective.</summary>
    Adj,

    /// <summary>Adposition.</summary>
    Adp,

    /// <summary>Adverb.</summary>
    Adv,

    /// <summary>Auxiliary.</summary>
    Aux,

    /// <summary>Coordinating conjunction.</summary>
    Cconj,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Noun.</summary>
    Noun,

    /// <summary>Numeral.</summary>
    Num,

    /// <summary>Particle.</summary>
    Part,

    /// <summary>Pronoun.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Subordinating conjunction.</summary>
    Sconj,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>Verb.</summary>
    Verb,
}

/// <summary>A sentence with its words and their grammar.</summary>
/// <param name="Span">Where it stands in the analysed text, without surrounding white space.</param>
/// <param name="Tokens">Its tokens in order; spans are offsets in the same text as <paramref name="Span"/>.</param>
public sealed record AnalyzedSentence(TextSpan Span, ImmutableArray<Token> Tokens);
