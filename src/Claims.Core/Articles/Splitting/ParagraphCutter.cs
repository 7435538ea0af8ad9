namespace Claims.Core.Articles.Splitting;

/// <summary>Cuts out of a paragraph what is not its prose: captions with their credits, calls to the reader, notes of who reported, datelines.</summary>
internal static class ParagraphCutter
{
    private const int LongestNote = 45;

    /// <summary>The blocks of a paragraph, in order: the prose of it and what was cut out.</summary>
    public static IEnumerable<TextBlock> Cut(string text, TextSpan span, BlockKind kind)
    {
        var cuts = new List<TextBlock>();
        var prose = span;
        if (Dateline.LengthIn(text.AsSpan(span.Start, span.Length)) is > 0 and var length)
        {
            cuts.Add(new TextBlock(Trim(text, span.Start, span.Start + length), BlockKind.Byline));
            prose = TextSpan.FromBounds(span.Start + length, span.End);
        }

        CutCredits(text, prose, cuts);
        CutSentences(text, prose, cuts);
        return cuts.Count == 0 ? [new TextBlock(span, kind)] : Join(text, span, kind, cuts);
    }

    /// <summary>Each credit takes the caption with it: the sentence before, and one more where the agency's date ends that one.</summary>
    private static void CutCredits(string text, TextSpan span, List<TextBlock> cuts)
    {
        var from = span.Start;
        foreach (var credit in CreditFinder.Find(text, span))
        {
            var start = credit.Start;
            var sentences = SentenceEdges.Find(text, TextSpan.FromBounds(from, credit.Start));

            // The bare name of an agency may belong to a picture without a caption.
            var isBare = text.AsSpan(credit.Start, credit.Length).IndexOfAny('/', '(', '[') < 0;
            if (sentences.Count > 0 && !IsReported(sentences[^1].Of(text)) && (!isBare || CaptionLines.EndsInCaptionDate(sentences[^1].Of(text))))
            {
                start = sentences[^1].Start;
                if (sentences.Count > 1 && !CaptionLines.EndsInCaptionDate(sentences[^1].Of(text)) && CaptionLines.EndsInCaptionDate(sentences[^2].Of(text)))
                {
                    start = sentences[^2].Start;
                }
            }

            cuts.Add(new TextBlock(Trim(text, start, credit.End), BlockKind.Caption));
            from = credit.End;
        }
    }

    /// <summary>Captions show; they do not report what somebody said.</summary>
    private static bool IsReported(string sentence) =>
        !CaptionLines.EndsInCaptionDate(sentence)
        && (sentence.Contains(" said", StringComparison.Ordinal) || sentence.Contains(" told ", StringComparison.Ordinal) || sentence.Contains("according to", StringComparison.OrdinalIgnoreCase));

    private static void CutSentences(string text, TextSpan span, List<TextBlock> cuts)
    {
        foreach (var part in Gaps(span, cuts))
        {
            var sentences = SentenceEdges.Find(text, part);
            var calls = CallSentences.Mark(text, sentences);
            for (var i = 0; i < sentences.Count; i++)
            {
                var sentence = sentences[i].Of(text);
                BlockKind? cut = calls[i] ? BlockKind.Furniture
                    : IsReportersNote(sentence) ? BlockKind.Byline
                    : sentences.Count > 1 && CaptionLines.EndsInCaptionDate(sentence) ? BlockKind.Caption
                    : null;
                if (cut is { } kind)
                {
                    cuts.Add(new TextBlock(sentences[i], kind));
                }
            }
        }
    }

    /// <summary>"(Reporting by …; Editing by …)", "Jane Doe contributed to this report."</summary>
    private static bool IsReportersNote(string sentence)
    {
        if (LineTraits.CountWords(sentence) > LongestNote)
        {
            return false;
        }

        var plain = sentence.ToLowerInvariant().Trim(' ', '(', ')', '*', '.');
        return plain.StartsWith("reporting by ", StringComparison.Ordinal)
            || plain.StartsWith("additional reporting by ", StringComparison.Ordinal)
            || plain.StartsWith("editing by ", StringComparison.Ordinal)
            || plain.StartsWith("writing by ", StringComparison.Ordinal)
            || plain.StartsWith("with reporting by ", StringComparison.Ordinal)
            || ((plain.StartsWith("this story ", StringComparison.Ordinal) || plain.StartsWith("this article ", StringComparison.Ordinal))
                && (plain.Contains("originally published", StringComparison.Ordinal) || plain.Contains("has been updated", StringComparison.Ordinal) || plain.Contains("was first published", StringComparison.Ordinal)))
            || plain.EndsWith("contributed to this report", StringComparison.Ordinal)
            || plain.EndsWith("contributed to this story", StringComparison.Ordinal)
            || plain.EndsWith("contributed to this article", StringComparison.Ordinal)
            || plain.EndsWith("contributed reporting", StringComparison.Ordinal);
    }

    private static List<TextSpan> Gaps(TextSpan span, List<TextBlock> cuts)
    {
        var gaps = new List<TextSpan>();
        var at = span.Start;
        foreach (var cut in cuts.OrderBy(c => c.Span.Start))
        {
            if (cut.Span.Start > at)
            {
                gaps.Add(TextSpan.FromBounds(at, cut.Span.Start));
            }

            at = Math.Max(at, cut.Span.End);
        }

        if (at < span.End)
        {
            gaps.Add(TextSpan.FromBounds(at, span.End));
        }

        return gaps;
    }

    private static IEnumerable<TextBlock> Join(string text, TextSpan span, BlockKind kind, List<TextBlock> cuts)
    {
        var prose = Gaps(span, cuts).Select(gap => new TextBlock(Trim(text, gap.Start, gap.End), kind));
        return cuts.Concat(prose).Where(b => b.Span.Length > 0).OrderBy(b => b.Span.Start);
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
