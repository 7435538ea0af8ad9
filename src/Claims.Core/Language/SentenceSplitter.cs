using Claims.Core.Articles;

namespace Claims.Core.Language;

/// <summary>
/// Finds where sentences end, by rules over tokens. A blank line always ends one; a single line break does when the
/// line before it is complete, or is a short line (a heading, a dateline, a list item) before one that starts anew.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Lines shorter than this are headings or items, not prose broken at a margin of 60 or more characters.</summary>
    private const int ShortLine = 50;

    /// <summary>Nobody breaks prose at a margin wider than this: the line is a paragraph or a heading.</summary>
    private const int WidestMargin = 110;

    /// <summary>No line is looked at over more than this.</summary>
    private const int MaxLine = 400;

    /// <summary>So many closing marks may stand after the one that ends a sentence.</summary>
    private const int MaxClosers = 6;

    /// <summary>The token ranges of the sentences, in order, covering every token once.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="tokens">What <see cref="Tokenizer"/> made of it.</param>
    /// <param name="sentences">Receives index of the first token and the number of tokens of each sentence.</param>
    public static void Split(string text, IReadOnlyList<TextSpan> tokens, List<Range> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(sentences);
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i + 1 == tokens.Count || EndsAfter(text, tokens, first, i))
            {
                sentences.Add(first..(i + 1));
                first = i + 1;
            }
        }
    }

    private static bool EndsAfter(string text, IReadOnlyList<TextSpan> tokens, int first, int i)
    {
        var gap = text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End);
        var breaks = LineBreaks(gap);
        if (breaks > 1)
        {
            return true;
        }

        if (IsDatelineEdge(text, tokens, first, i) || IsCaption(text, tokens, i + 1))
        {
            return true;
        }

        var terminal = TerminalBefore(text, tokens, first, i);
        if (breaks == 1)
        {
            return terminal >= 0 || StartsAnew(text, tokens, i);
        }

        if (terminal < 0)
        {
            return false;
        }

        // A closing mark that touches the end belongs to the sentence: the end is after the last of them.
        if (gap.Length == 0 && IsCloser(text.AsSpan(tokens[i + 1].Start, tokens[i + 1].Length), text, tokens[i + 1]))
        {
            return false;
        }

        return IsBoundary(text, tokens, terminal, i, gap.Length > 0);
    }

    private static bool IsBoundary(string text, IReadOnlyList<TextSpan> tokens, int terminal, int i, bool spaced)
    {
        var mark = Text(text, tokens[terminal]);
        var next = Text(text, tokens[i + 1]);
        var nextStart = next[0];
        var quoted = i > terminal && IsQuote(Text(text, tokens[i])[0]);
        if (IsOpener(nextStart) && i + 2 < tokens.Count)
        {
            nextStart = text[tokens[i + 2].Start];
        }

        if (!spaced)
        {
            return mark is "." && i == terminal && char.IsUpper(nextStart) && terminal > 0
                && tokens[terminal - 1].Length > 2 && char.IsLower(text[tokens[terminal - 1].Start]);
        }

        if (char.IsLower(nextStart) || next is "," or ";" or ":" or ")" or "]" or "-" or "—" or "–")
        {
            return false;
        }

        if (quoted && mark[0] is '!' or '?' && IsSpeechTag(text, tokens, i + 1))
        {
            return false;
        }

        // "We tried ... I gave up": a pause in speech, not an end.
        if (mark.Length > 1 && mark is "..." or "…" or ".." or "...." && next is "I" or "I'm")
        {
            return false;
        }

        // "a quake of 6. 1 magnitude"
        if (mark[^1] == '.' && char.IsAsciiDigit(nextStart) && SpacedFigure.IsDecimalPoint(text, tokens[terminal].End - 1))
        {
            return false;
        }

        if (mark.Length > 1 && mark[^1] == '.' && char.IsLetter(mark[0]))
        {
            return EndsInAbbreviation(mark, next);
        }

        return true;
    }

    private static bool EndsInAbbreviation(ReadOnlySpan<char> mark, ReadOnlySpan<char> next)
    {
        var kind = Abbreviations.KindOf(mark[..^1]);
        if (kind is AbbreviationKind.Title or AbbreviationKind.Number || (mark.Length == 2 && char.IsUpper(mark[0])))
        {
            return false;
        }

        // "in the U.S. He said" ends, "the U.S. Senate" and "Oct. 7" do not.
        return char.IsUpper(next[0]) && Starters.Contains(next);
    }

    /// <summary>
    /// Whether a dateline that stands by itself begins after token <paramref name="i"/> or ends with it, in text whose line breaks are lost:
    /// "Ferry sinks off Dunmarrow | Sunday, 4 March 2018 | The ferry …".
    /// </summary>
    private static bool IsDatelineEdge(string text, IReadOnlyList<TextSpan> tokens, int first, int i)
    {
        var next = Text(text, tokens[i + 1]);
        if (Weekdays.Contains(next) && char.IsUpper(next[0]) && DatelineEnd(text, tokens, i + 1) > 0)
        {
            var before = Text(text, tokens[i]);
            return char.IsLetterOrDigit(before[^1]) && !BeforeDate.Contains(before);
        }

        var word = Text(text, tokens[first]);
        if (Weekdays.Contains(word) && DatelineEnd(text, tokens, first) == i)
        {
            return char.IsUpper(next[0]);
        }

        // "DUNMARROW On Sunday": a place without a mark after it.
        return next is "On" && i + 2 < tokens.Count && Weekdays.Contains(Text(text, tokens[i + 2])) && char.IsLetter(Text(text, tokens[i])[^1]);
    }

    /// <summary>The last token of "Sunday, March 4, 2018" or "Sunday, 4 March 2018" that begins at <paramref name="start"/>, or -1.</summary>
    private static int DatelineEnd(string text, IReadOnlyList<TextSpan> tokens, int start)
    {
        var months = 0;
        var numbers = 0;
        for (var i = start + 1; i < tokens.Count && i < start + 6; i++)
        {
            var word = Text(text, tokens[i]);
            if (word.Length == 4 && char.IsAsciiDigit(word[0]) && months == 1 && numbers == 1)
            {
                return i;
            }

            months += Months.Contains(word) ? 1 : 0;
            numbers += char.IsAsciiDigit(word[0]) ? 1 : 0;
            if (!Months.Contains(word) && !char.IsAsciiDigit(word[0]) && word is not ",")
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"Image: …", "Photo: …": who made a picture, set after its caption.</summary>
    private static bool IsCaption(string text, IReadOnlyList<TextSpan> tokens, int i) =>
        i > 0 && i + 1 < tokens.Count && Captions.Contains(Text(text, tokens[i])) && char.IsUpper(text[tokens[i].Start]) && text[tokens[i + 1].Start] == ':'
        && text[tokens[i - 1].Start] is not ('(' or '[');

    /// <summary>"…?" he asked; "…!" Prime Minister Varo said: the words after the quote go on with the sentence.</summary>
    private static bool IsSpeechTag(string text, IReadOnlyList<TextSpan> tokens, int from)
    {
        for (var i = from; i < tokens.Count && i < from + 5; i++)
        {
            var word = Text(text, tokens[i]);
            if (SpeechVerbs.Contains(word))
            {
                return i > from;
            }

            if (!char.IsUpper(word[0]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The index of the mark that ends the sentence at <paramref name="i"/>, looking back over closing marks, or -1.</summary>
    private static int TerminalBefore(string text, IReadOnlyList<TextSpan> tokens, int first, int i)
    {
        var lowest = Math.Max(first, i - MaxClosers);
        while (i >= lowest)
        {
            var token = Text(text, tokens[i]);
            if (token[^1] is '.' or '!' or '?' or '…' or '。' or '؟' or '।' or '！' or '？')
            {
                return i;
            }

            if (i == first || tokens[i - 1].End != tokens[i].Start || !IsCloserMark(token[0]) || token.Length > 2)
            {
                return -1;
            }

            i--;
        }

        return -1;
    }

    private static bool StartsAnew(string text, IReadOnlyList<TextSpan> tokens, int i)
    {
        var next = text[tokens[i + 1].Start];
        if (next is '-' or '*' or '•' or '–' or '—' or '·')
        {
            return true;
        }

        if (char.IsLower(next) || text[tokens[i].End - 1] is ',' or ';' or '-' or '(')
        {
            return false;
        }

        // Prose is broken at a margin, so the word after the break had no room before it; where it had, the break was meant.
        var before = tokens[i].End - 1 - text.LastIndexOf('\n', tokens[i].End - 1, Math.Min(tokens[i].End, MaxLine));
        var after = text.AsSpan(tokens[i + 1].Start, Math.Min(MaxLine, text.Length - tokens[i + 1].Start)).IndexOf('\n');
        after = after < 0 ? Math.Min(MaxLine, text.Length - tokens[i + 1].Start) : after;
        return before < ShortLine || before > WidestMargin || before + 1 + tokens[i + 1].Length < after;
    }

    private static int LineBreaks(ReadOnlySpan<char> gap)
    {
        var count = 0;
        for (var i = 0; i < gap.Length; i++)
        {
            if (gap[i] is '\n' or '\u2029' or '\u2028' or '\u0085' || (gap[i] == '\r' && (i + 1 == gap.Length || gap[i + 1] != '\n')))
            {
                count += gap[i] == '\u2029' ? 2 : 1;
            }
        }

        return count;
    }

    private static bool IsCloser(ReadOnlySpan<char> token, string text, TextSpan span)
    {
        if (!IsCloserMark(token[0]))
        {
            return false;
        }

        // A straight quote closes when nothing but space or a mark follows it.
        return token[0] is not ('"' or '\'') || span.End >= text.Length || !char.IsLetterOrDigit(text[span.End]);
    }

    private static bool IsCloserMark(char c) => c is ')' or ']' or '}' or '»' || (IsQuote(c) && c is not ('“' or '‘' or '«'));

    private static bool IsQuote(char c) => c is '"' or '\'' or '”' or '’' or '“' or '‘' or '»' or '«';

    private static bool IsOpener(char c) => c is '(' or '[' or '"' or '\'' or '“' or '‘' or '«' or '„';

    private static ReadOnlySpan<char> Text(string text, TextSpan span) => text.AsSpan(span.Start, span.Length);

    private static readonly WordSet Starters = new(
        """
        the a an this that these those it he she they we i you his her its their our my there here in on at by for from with after before
        during since under over as if when while although though because but and or so yet however meanwhile also then now who what where
        why how some many most several both all no not one two three according among despite following earlier later last
        """);

    private static readonly WordSet Weekdays = new("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");

    private static readonly WordSet Months = new(
        "January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.");

    /// <summary>Words after which a date is part of the sentence.</summary>
    private static readonly WordSet BeforeDate = new(
        "on by until till since from of to for before after last next this that every each and or between through for dated late early through");

    private static readonly WordSet Captions = new("image photo photograph picture file");

    private static readonly WordSet SpeechVerbs = new(
        "said says asked asks told tells added adds replied replies wrote writes shouted cried explained warned wondered");
}
