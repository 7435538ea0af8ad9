using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>
/// Finds who said what: direct, indirect and split quotations, "according to", quotations over several sentences and
/// paragraphs, and those passed on ("the paper quoted an official as saying").
/// </summary>
public static class AttributionExtractor
{
    /// <summary>The attributions of a text whose sentences were analysed, in order of their cues.</summary>
    public static IReadOnlyList<AttributedContent> Extract(string text, IReadOnlyList<AnalyzedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        return Extract(text, [.. sentences.Select(sentence => new SentenceTree(text, sentence))]);
    }

    internal static List<AttributedContent> Extract(string text, IReadOnlyList<SentenceTree> trees)
    {
        var quotes = QuoteFinder.Find(text);
        var found = new List<AttributedContent>();
        var speakers = new SpeakerMemory();
        var firstQuote = 0;
        AttributedContent? open = null;
        for (var s = 0; s < trees.Count; s++)
        {
            var tree = trees[s];
            while (firstQuote < quotes.Count && quotes[firstQuote].End <= tree.Sentence.Span.Start)
            {
                firstQuote++;
            }

            var inside = new List<TextSpan>();
            for (var q = firstQuote; q < quotes.Count && quotes[q].Start < tree.Sentence.Span.End; q++)
            {
                inside.Add(quotes[q]);
            }

            var reader = new AttributionReader(tree, inside, speakers);
            var before = found.Count;
            reader.Read(found, s > 0 ? trees[s - 1] : null);
            ExtendBack(tree, inside, found, before);
            if (open is not null && found.Count == before)
            {
                speakers.Spoke(open.Speaker);
                found.Add(open with { Content = [tree.Sentence.Span], IsDirect = inside.Count > 0 });
            }

            open = reader.Open;
            CarryOver(text, tree, inside, found, before, speakers);
            speakers.See(tree);
        }

        return found;
    }

    // A quotation that began sentences ago belongs whole to the speaker named at its end.
    private static void ExtendBack(SentenceTree tree, List<TextSpan> quotes, List<AttributedContent> found, int before)
    {
        foreach (var quote in quotes)
        {
            if (quote.Start >= tree.Sentence.Span.Start)
            {
                continue;
            }

            for (var i = before; i < found.Count; i++)
            {
                if (found[i].Cue.Start < quote.End || found[i].Cue.Start - quote.End > 200 || !found[i].Content.Any(span => span.Overlaps(quote)))
                {
                    continue;
                }

                // Only what no earlier attribution has taken.
                if (!found.Take(before).Any(other => other.Content.Any(span => span.Overlaps(quote))))
                {
                    found[i] = found[i] with { Content = found[i].Content.Insert(0, TextSpan.FromBounds(quote.Start, tree.Sentence.Span.Start)), IsDirect = true };
                }

                break;
            }
        }
    }

    // A quotation in a sentence without a cue goes on from the speaker before it in the same paragraph, or in the same quotation.
    private static void CarryOver(string text, SentenceTree tree, List<TextSpan> quotes, List<AttributedContent> found, int before, SpeakerMemory speakers)
    {
        foreach (var quote in quotes)
        {
            var start = Math.Max(quote.Start, tree.Sentence.Span.Start);
            var end = Math.Min(quote.End, tree.Sentence.Span.End);
            if (end - start < 2 || IsCovered(found, start, end) || !IsStatement(text, quote, tree))
            {
                continue;
            }

            if (found.Count == 0)
            {
                continue;
            }

            // The last direct speech before, not parted from this by another paragraph of prose.
            for (var i = found.Count - 1; i >= 0 && i >= found.Count - 3; i--)
            {
                var last = found[i];
                if (!last.IsDirect)
                {
                    continue;
                }

                var lastEnd = Math.Max(last.Content.Max(span => span.End), last.Cue.End);
                var isSameQuote = last.Content.Any(span => span.Start >= quote.Start && span.End <= quote.End);
                if (lastEnd <= start && (isSameQuote || !HasParagraphBreak(text, lastEnd, start)))
                {
                    found[i] = last with { Content = last.Content.Add(TextSpan.FromBounds(start, end)) };
                }

                break;
            }
        }
    }

    private static bool IsCovered(List<AttributedContent> found, int start, int end)
    {
        for (var i = found.Count - 1; i >= 0 && i >= found.Count - 6; i--)
        {
            foreach (var span in found[i].Content)
            {
                if (span.Start <= start + 2 && span.End >= end - 3)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Quoted words inside a sentence of the outlet's own ("the 'incident' at the lock") are no statement.
    private static bool IsStatement(string text, TextSpan quote, SentenceTree tree)
    {
        if (quote.Start <= tree.Sentence.Span.Start + 1 && quote.End >= tree.Sentence.Span.End - 2)
        {
            return true;
        }

        var spaces = 0;
        for (var i = quote.Start; i < quote.End; i++)
        {
            spaces += text[i] == ' ' ? 1 : 0;
        }

        return spaces >= 5 && quote.Start <= tree.Sentence.Span.Start + 1;
    }

    private static bool HasParagraphBreak(string text, int from, int to) => text.AsSpan(from, to - from).IndexOf('\n') >= 0;
}
