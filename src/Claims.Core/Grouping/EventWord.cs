using Claims.Core.Comparison;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Language;

namespace Claims.Core.Grouping;

/// <summary>A word of a text as the same-event score looks at it.</summary>
/// <param name="Key">One form for a family of words ("arrest" for "arrested"); a name or number as it stands, in lower case.</param>
/// <param name="Word">The word in lower case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Weight">How telling it is: its inverse document frequency, less for words of grammar, time and speech.</param>
/// <param name="IsHappening">Whether it can say what happened: a verb, or a noun made from one.</param>
/// <param name="Place">Its place among the word vectors, or -1.</param>
internal readonly record struct EventWord(string Key, string Word, TokenKind Kind, double Weight, bool IsHappening, int Place)
{
    /// <summary>What words of grammar, time and speech count for.</summary>
    private const double EmptyShare = 0.3;

    /// <summary>Whether it names a day or month, or is a year.</summary>
    public bool IsDate => (Kind == TokenKind.Name && ProfileReader.IsTimeWord(Word))
        || (Word.Length == 4 && Word[0] is '1' or '2' && Word[1] is '9' or '0' && Word.All(char.IsAsciiDigit));

    /// <summary>The words among tokens; marks are left out.</summary>
    public static IEnumerable<EventWord> Of(IEnumerable<ProfileToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Mark)
            {
                continue;
            }

            var lemmas = token.Lemmas;
            var isEmpty = WordLists.Shared.IsStop(lemmas.Word) || ProfileReader.IsTimeWord(lemmas.Word) || WordLists.Shared.IsAttribution(lemmas.Verb ?? lemmas.Word);
            yield return new(
                token.Kind == TokenKind.Word ? lemmas.Family : lemmas.Word,
                lemmas.Word,
                token.Kind,
                NgramDictionary.Embedded.IdfOfWord(lemmas.Word) * (isEmpty ? EmptyShare : 1),
                !isEmpty && token.Kind == TokenKind.Word && (lemmas.Verb is not null || WordNetTable.Embedded.VerbBehind(lemmas.Noun ?? "") is not null),
                WordVectors.Default.IndexOf(lemmas.Word));
        }
    }
}
