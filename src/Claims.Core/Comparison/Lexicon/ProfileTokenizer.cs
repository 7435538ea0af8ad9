using Claims.Core.Grouping;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>Splits a claim's text into words for lookup: lighter than the grammar, so that hundreds of candidates cost little.</summary>
internal static class ProfileTokenizer
{
    public static List<ProfileToken> Tokenize(string text)
    {
        var tokens = new List<ProfileToken>(text.Length / 5);
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            if (IsWordCharacter(text[i]))
            {
                while (i < text.Length && (IsWordCharacter(text[i]) || IsInner(text, i)))
                {
                    i++;
                }

                AddWord(tokens, text, start, i);
            }
            else
            {
                tokens.Add(new(start, text[i].ToString(), WordForms.Of(text[i].ToString()), TokenKind.Mark));
                i++;
            }
        }

        // "Civic League won", "People's Dawn won": an ordinary word that opens the sentence is a name before a name.
        for (var k = 0; k + 1 < tokens.Count; k++)
        {
            var next = tokens[k + 1].Lemmas.Word == "'s" && k + 2 < tokens.Count ? k + 2 : k + 1;
            if (tokens[k].Kind == TokenKind.Word && char.IsUpper(tokens[k].Text[0]) && tokens[next].Kind == TokenKind.Name && !WordLists.Shared.IsStop(tokens[k].Lemmas.Word)
                && !ProfileReader.IsTimeWord(tokens[k].Lemmas.Word) && !ProfileReader.IsTimeWord(tokens[next].Lemmas.Word))
            {
                tokens[k] = tokens[k] with { Kind = TokenKind.Name };
            }
        }

        return tokens;
    }

    /// <summary>The word in lower case, without marks on its letters, with a straight apostrophe.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var buffer = new char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            buffer[i] = word[i] is '’' or 'ʼ' or '`' ? '\'' : NgramText.Fold(word[i]);
        }

        return new(buffer);
    }

    private static void AddWord(List<ProfileToken> tokens, string text, int start, int end)
    {
        var folded = Fold(text.AsSpan(start, end - start));
        // "didn't" → "did", "n't"; "Keelo's" → "Keelo", "'s".
        var tail = folded.EndsWith("n't", StringComparison.Ordinal) ? 3 : folded.EndsWith("'s", StringComparison.Ordinal) ? 2 : folded.EndsWith('\'') ? 1 : 0;
        if (tail > 0 && tail < folded.Length)
        {
            Add(tokens, text, start, end - tail, folded[..^tail]);
            if (tail == 3)
            {
                tokens.Add(new(end - tail, text[(end - tail)..end], WordForms.Of("n't"), TokenKind.Word));
            }

            return;
        }

        Add(tokens, text, start, end, folded);
    }

    private static void Add(List<ProfileToken> tokens, string text, int start, int end, string folded)
    {
        var kind = char.IsDigit(text[start]) ? TokenKind.Number : char.IsUpper(text[start]) ? TokenKind.Name : TokenKind.Word;
        var opens = tokens.Count == 0 || tokens[^1] is { Kind: TokenKind.Mark, Text: "." or "“" or "\"" or ":" or "‘" };
        if (kind == TokenKind.Name && opens && IsOrdinary(folded, text.AsSpan(start, end - start)))
        {
            kind = TokenKind.Word;
        }

        tokens.Add(new(start, text[start..end], WordForms.Of(folded), kind));
    }

    /// <summary>Whether a capital at the start of a sentence is only that: the word is in the dictionary of common words.</summary>
    private static bool IsOrdinary(string folded, ReadOnlySpan<char> written)
    {
        if (written.Length > 1 && written.IndexOfAnyInRange('A', 'Z') == 0 && written[1..].IndexOfAnyInRange('a', 'z') < 0)
        {
            return folded is "a" or "i";
        }

        return WordLists.Shared.IsStop(folded) || Rules.Numbers.Of([folded]) is not null || (NgramDictionary.Embedded.KnowsWord(folded) || !WordNetTable.Embedded.IsPlaceOrPerson(folded)) && (WordForms.Of(folded) is { Verb: not null } || (WordForms.Of(folded).Noun is { } noun && (WordNetTable.Embedded.IsNoun(noun) || NgramDictionary.Embedded.KnowsWord(folded))) || WordNetTable.Embedded.IsAdjective(folded));
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '%' or '$' or '€' or '£';

    /// <summary>Apostrophes, hyphens, points and commas inside a word or number ("al-Harrani", "U.S.", "1,200").</summary>
    private static bool IsInner(string text, int i) =>
        i + 1 < text.Length && text[i] switch
        {
            '\'' or '’' or '-' or '‑' => char.IsLetterOrDigit(text[i + 1]),
            '.' when i > 0 && char.IsAsciiLetterUpper(text[i - 1]) && (i < 2 || !char.IsLetter(text[i - 2])) && char.IsAsciiLetterUpper(text[i + 1]) && (i + 2 >= text.Length || !char.IsLetter(text[i + 2])) => true,
            '.' or ',' => char.IsDigit(text[i + 1]) && i > 0 && char.IsDigit(text[i - 1]),
            _ => false,
        };
}
