using System.Collections.Frozen;

namespace Claims.Core.Articles.Splitting;

/// <summary>
/// Sentences of a paragraph, cut carefully rather than finely: only to tell captions and calls inside a paragraph from its
/// prose. (The language room has the exact splitter; pages are split before any language is analysed.)
/// </summary>
internal static class SentenceEdges
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        ["mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "adm", "cmdr", "sen", "rep", "gov", "st", "no", "vs", "etc", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "inc", "ltd", "co", "corp", "fig", "e.g", "i.e", "approx", "dept", "est", "rev", "hon", "pres", "sec", "amb", "al"]);

    /// <summary>The sentences of <paramref name="span"/>, each with its closing quotes, without the white space between them.</summary>
    public static List<TextSpan> Find(string text, TextSpan span)
    {
        var sentences = new List<TextSpan>();
        var start = SkipSpace(text, span.Start, span.End);
        for (var i = start; i < span.End; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…') || !IsEnd(text, i, span, out var end))
            {
                continue;
            }

            sentences.Add(TextSpan.FromBounds(start, end));
            start = SkipSpace(text, end, span.End);
            i = start - 1;
        }

        if (start < span.End)
        {
            var end = span.End;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            sentences.Add(TextSpan.FromBounds(start, end));
        }

        return sentences;
    }

    private static bool IsEnd(string text, int at, TextSpan span, out int end)
    {
        end = at + 1;
        while (end < span.End && text[end] is '.' or '!' or '?' or '"' or '\'' or '”' or '’' or ')' or ']' or '»')
        {
            end++;
        }

        if (end >= span.End || !char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = SkipSpace(text, end, span.End);
        if (next >= span.End || !(char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '"' or '“' or '‘' or '\'' or '(' or '[' or '*' or '—' or '-'))
        {
            return false;
        }

        if (text[at] != '.' || end > at + 1)
        {
            return true;
        }

        var word = at;
        while (word > span.Start && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
        {
            word--;
        }

        var before = text.AsSpan(word, at - word);
        var isInitial = before.Length == 1 && char.IsUpper(before[0]);
        var isAcronym = before.Contains('.') && before.Length <= 5;
        return !isInitial && !isAcronym && !Abbreviations.Contains(before.ToString().ToLowerInvariant());
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
