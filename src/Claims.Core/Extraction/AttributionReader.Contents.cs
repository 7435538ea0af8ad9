using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <content>What is said: where it begins and ends beside the words that attribute it.</content>
internal sealed partial class AttributionReader
{
    // Where what is said begins behind the verb, or -1. Times, hearers and circumstances are passed over.
    private int Behind(int verb, int from, CueSense sense, out AttributionLink? via)
    {
        via = null;
        var takesHearer = AttributionCues.TakesHearer(tree.Lemma(verb));
        var i = from + 1;

        // "said two days later that": a time between the verb and what is said.
        for (var j = i; j < tree.Count && j < i + 7 && tree.Tag(j) is not (PartOfSpeech.Verb or PartOfSpeech.Aux); j++)
        {
            if (j > i && QuantityParser.Is(tree, j, "that") && tree.Tag(j) == PartOfSpeech.Sconj)
            {
                i = j;
                break;
            }
        }

        while (i < tree.Count - 1)
        {
            var text = tree[i].Text;
            if (QuantityParser.IsAny(tree, i, "that", "how", "why", "whether", "what", "if") && tree.Tag(i) is PartOfSpeech.Sconj or PartOfSpeech.Pron or PartOfSpeech.Adv or PartOfSpeech.Det)
            {
                return i;
            }

            if (OpensQuote(i))
            {
                return i;
            }

            // "told the crew before they sailed": a circumstance, nothing that is said.
            if (QuantityParser.IsAny(tree, i, "before", "after", "when", "while", "because", "since", "as", "until") && tree.Tag(i) == PartOfSpeech.Sconj)
            {
                return -1;
            }

            if (text is ":" or "\u2014")
            {
                return i + 1;
            }

            if (text == ",")
            {
                if (i + 1 < tree.Count && OpensQuote(i + 1))
                {
                    return i + 1;
                }

                // "X, of Century International, said" has its comma before; behind the verb a comma ends the group.
                return IsBehindContent(Math.Min(verb, from)) ? i + 1 : -1;
            }

            if (tree.Tag(i) == PartOfSpeech.Adv || TimeWords.IsWeekday(text, out _) || QuantityParser.IsAny(tree, i, "late", "early", "last", "this", "yesterday"))
            {
                i++;
                continue;
            }

            if (takesHearer && tree.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Num)
            {
                var (first, last) = SourcePhrase(i);
                if (first >= 0 && last + 1 < tree.Count)
                {
                    if (IsOutlet(first, last))
                    {
                        via = new AttributionLink(Name(first, last), tree.Span(first, last), tree[verb].Text);
                    }

                    i = last + 1;
                    takesHearer = false;
                    continue;
                }
            }

            // "in a statement", "on Tuesday", "to reporters", "during a visit"
            if (tree.Tag(i) == PartOfSpeech.Adp && !QuantityParser.IsAny(tree, i + 1, "least", "most") && tree[i].Text.ToLowerInvariant() is "in" or "on" or "to" or "at" or "during" or "after" or "through" or "via" or "by" or "from" or "before" or "for" && sense != CueSense.Name)
            {
                var end = PrepositionEnd(i);
                if (end > i && end + 1 < tree.Count && HasContentBehind(end + 1))
                {
                    i = end + 1;
                    continue;
                }

                return -1;
            }

            if (QuantityParser.Is(tree, i, "to") && i + 1 < tree.Count && tree.Tag(i + 1) is PartOfSpeech.Verb or PartOfSpeech.Aux)
            {
                return i;
            }

            break;
        }

        return i < tree.Count - 1 && (sense == CueSense.Name || sense == CueSense.Deny || HasVerb(i)) ? i : -1;
    }

    private bool HasContentBehind(int from)
    {
        for (var i = from; i < tree.Count; i++)
        {
            if (tree[i].Text is "," or ".")
            {
                return i == from && i + 1 < tree.Count && tree[i].Text == ",";
            }

            if (QuantityParser.Is(tree, i, "that") || OpensQuote(i) || tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux || tree[i].Text == ":" || tree.Tag(i) == PartOfSpeech.Adp)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasVerb(int from)
    {
        for (var i = from; i < tree.Count; i++)
        {
            // "caused the fire at the mill, the jury found": the verb of a cue behind a comma is not in what is said.
            if (tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux
                && !(AttributionCues.SenseOf(tree.Lemma(i)) == CueSense.State && SourceBefore(i) is { First: > 0 } source && source.First > from && tree[source.First - 1].Text == ","))
            {
                return true;
            }
        }

        return false;
    }

    private int PrepositionEnd(int at)
    {
        var end = at;
        for (var i = at + 1; i < tree.Count && i < at + 12; i++)
        {
            if (tree.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num)
            {
                end = i;
            }
            else if (tree.Tag(i) is not (PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Pron) && !QuantityParser.IsAny(tree, i, "of", "'s", "\u2019s", "-", "with", "and"))
            {
                break;
            }
        }

        return end;
    }

    // "…,' he said. '…" continues; ", adding that …" and ", who spoke …" do not.
    private bool IsContinuation(int from)
    {
        if (OpensQuote(from))
        {
            return true;
        }

        return !IsRelativeStart(from) && !(tree.Tag(from) == PartOfSpeech.Verb && tree[from].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase)) && tree.Count - from > 3;
    }

    private bool IsRelativeStart(int i) => QuantityParser.IsAny(tree, i, "who", "which", "whose", "where", "when", "whom");

    // The start of what stands before the speaker: the sentence's, or that of the quotation that ends there.
    private int ContentStart(int groupStart)
    {
        foreach (var quote in quotes)
        {
            var end = tree[groupStart - 1].Span.End;
            if (quote.End >= end - 1 && quote.End <= end + 1)
            {
                var (first, _) = tree.TokensIn(quote);
                return first;
            }
        }

        return ClauseStart(groupStart);
    }

    private static int ClauseStart(int _) => 0;

    private int EndOfContent(int from)
    {
        // What is quoted ends with its quotation.
        foreach (var quote in quotes)
        {
            if (OpensQuote(from) && quote.Start >= tree[from].Span.Start && quote.Start < tree[from].Span.End)
            {
                var (_, last) = tree.TokensIn(quote);
                return last < from ? tree.Count - 1 : last;
            }
        }

        return tree.Count - 1;
    }

    private void Add(ImmutableArray<TextSpan>.Builder content, int first, int last)
    {
        while (first <= last && tree[first].Text is "," or "." or "\u2014" or ":" or "-")
        {
            first++;
        }

        while (last >= first && tree[last].Text is "," or "." or "\u2014" or ";" && !IsInQuote(last))
        {
            last--;
        }

        if (last >= first)
        {
            content.Add(tree.Span(first, last));
        }
    }

    // What stands before a speaker is said only if it has a verb or is quoted: "In a statement on Friday, X said" is a circumstance.
    private bool IsStatementBefore(int start)
    {
        if (EndsQuote(start - 1))
        {
            return true;
        }

        if (QuantityParser.IsAny(tree, 0, "in", "on", "at", "during", "after", "before", "when", "while", "as", "if", "for", "with", "asked", "speaking", "citing", "but", "and", "since") || tree[0].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase))
        {
            return CountCommas(start) > 1 && HasFiniteVerb(0, start - 1);
        }

        return HasFiniteVerb(0, start - 1);
    }

    private int CountCommas(int end)
    {
        var commas = 0;
        for (var i = 0; i < end; i++)
        {
            commas += tree[i].Text == "," ? 1 : 0;
        }

        return commas;
    }

    private bool HasFiniteVerb(int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Aux || (tree.Tag(i) == PartOfSpeech.Verb && !tree[i].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBehindContent(int start) => start > 1 && IsContentEnd(start - 1);

    // A comma, or the closing mark of a quotation, ends what stands before the speaker.
    private bool IsContentEnd(int token)
    {
        var text = tree[token].Text;
        return text is "," or "\u2014" or "\u2013" ? token > 1 : EndsQuote(token);
    }

    private bool Precedes(int verb) => verb > 0 && IsContentEnd(verb - 1);

    private bool OpensQuote(int token)
    {
        foreach (var quote in quotes)
        {
            if (quote.Start == tree[token].Span.Start || (quote.Start >= tree[token].Span.Start && quote.Start < tree[token].Span.End))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsQuote(int token)
    {
        if (token < 0)
        {
            return false;
        }

        foreach (var quote in quotes)
        {
            if (quote.End == tree[token].Span.End || (quote.End > tree[token].Span.Start && quote.End <= tree[token].Span.End))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInQuote(int token)
    {
        foreach (var quote in quotes)
        {
            if (tree[token].Span.Start > quote.Start && tree[token].Span.Start < quote.End)
            {
                return true;
            }
        }

        return false;
    }

    // "characterised the damage as 'very considerable'": a part of it is in the speaker's own words.
    private bool HoldsQuote(ImmutableArray<TextSpan>.Builder content)
    {
        foreach (var quote in quotes)
        {
            foreach (var span in content)
            {
                if (span.Contains(quote) && quote.Length > 12)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsQuoted(ImmutableArray<TextSpan>.Builder content)
    {
        foreach (var quote in quotes)
        {
            foreach (var span in content)
            {
                if (quote.Overlaps(span) && quote.Length >= 3 && Math.Min(quote.End, span.End) - Math.Max(quote.Start, span.Start) >= span.Length / 2)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
