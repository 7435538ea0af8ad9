using System.Globalization;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>What a <see cref="Word"/> is made of.</summary>
internal enum WordKind
{
    /// <summary>Letters with their combining marks.</summary>
    Letters,

    /// <summary>ASCII digits, nothing else.</summary>
    Digits,

    /// <summary>One other UTF-16 unit that is not white space.</summary>
    Symbol,
}

/// <summary>One run of letters, of digits, or one symbol: the alphabet in which numbers and dates are spelt.</summary>
internal readonly record struct Word(int Start, int Length, WordKind Kind)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}

/// <summary>The words of a stretch of text, with the small questions that the parsers ask of them.</summary>
internal sealed class WordList
{
    private readonly List<Word> words = [];

    public WordList(string text, TextSpan span)
    {
        Text = text;
        Span = span;
        var i = span.Start;
        while (i < span.End)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\u200e' or '\u200f' or '\ufeff')
            {
                i++;
            }
            else if (char.IsAsciiDigit(c))
            {
                var start = i;
                while (i < span.End && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                words.Add(new Word(start, i - start, WordKind.Digits));
            }
            else if (char.IsLetter(c))
            {
                var start = i;
                while (i < span.End && (char.IsLetter(text[i]) || IsMark(text[i])))
                {
                    i++;
                }

                words.Add(new Word(start, i - start, WordKind.Letters));
            }
            else
            {
                words.Add(new Word(i, 1, WordKind.Symbol));
                i++;
            }
        }
    }

    public string Text { get; }

    public TextSpan Span { get; }

    public int Count => words.Count;

    public Word this[int index] => words[index];

    public ReadOnlySpan<char> Of(int index) => (uint)index < (uint)words.Count ? words[index].Of(Text) : default;

    /// <summary>Whether the word at <paramref name="index"/> is <paramref name="value"/>, whatever its case.</summary>
    public bool Is(int index, string value)
    {
        // Asked of every word many times over, and nearly always answered by the length or the first letter.
        var word = Of(index);
        return word.Length == value.Length && (word.IsEmpty || (word[0] | 0x20) == (value[0] | 0x20) || word[0] > 0x7F)
            && word.Equals(value, StringComparison.OrdinalIgnoreCase);
    }

    public bool IsAny(int index, params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (Is(index, value))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsSymbol(int index, char symbol) =>
        (uint)index < (uint)words.Count && words[index].Kind == WordKind.Symbol && Text[words[index].Start] == symbol;

    public bool IsDigits(int index) => (uint)index < (uint)words.Count && words[index].Kind == WordKind.Digits;

    public bool IsLetters(int index) => (uint)index < (uint)words.Count && words[index].Kind == WordKind.Letters;

    public bool IsCapitalised(int index) => IsLetters(index) && char.IsUpper(Text[words[index].Start]);

    /// <summary>A hyphen, en dash, or the typographic hyphens.</summary>
    public bool IsDash(int index) =>
        (uint)index < (uint)words.Count && words[index].Kind == WordKind.Symbol && Text[words[index].Start] is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '~';

    /// <summary>Whether no white space stands between the word and the one after it.</summary>
    public bool Touches(int index) => index >= 0 && index + 1 < words.Count && words[index].End == words[index + 1].Start;

    /// <summary>The span from one word to another, both included.</summary>
    public TextSpan Range(int first, int last) => TextSpan.FromBounds(words[first].Start, words[last].End);

    /// <summary>The index of the first word that starts at or after an offset.</summary>
    public int IndexAt(int offset)
    {
        int low = 0, high = words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
