using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Reads the attributions of one sentence.</summary>
internal sealed class AttributionReader(SentenceTree tree, List<TextSpan> quotes, SpeakerMemory speakers)
{
    /// <summary>A speaker whose words stand in the next paragraph ("X claimed in an interview that"), or null.</summary>
    public AttributedContent? Open { get; private set; }

    public void Read(List<AttributedContent> found, SentenceTree? previous)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (QuantityParser.Is(tree, i, "according") && QuantityParser.Is(tree, i + 1, "to"))
            {
                ReadAccording(i, found);
                continue;
            }

            if (tree.Tag(i) is not PartOfSpeech.Verb && !IsMisreadCue(i))
            {
                continue;
            }

            var sense = HasParticle(i) ? CueSense.None : AttributionCues.SenseOf(CueLemma(i));
            if (sense == CueSense.None && i + 1 < tree.Count)
            {
                sense = AttributionCues.SenseOf($"{tree.Lemma(i)} {tree[i + 1].Text.ToLowerInvariant()}");
            }

            switch (sense)
            {
                case CueSense.None:
                    break;
                case CueSense.Quote:
                    ReadQuoted(i, found);
                    break;
                default:
                    ReadVerb(i, sense, found, previous);
                    break;
            }
        }
    }

    // "called off", "called up", "read out": with its particle the verb says something else; "call for" and "go on" are cues of their own.
    private bool HasParticle(int verb) => verb + 1 < tree.Count && (QuantityParser.Is(tree, verb + 1, "off") || tree.Has(verb + 1, "compound:prt"));

    // Taggers call the verb of ", the daily reported." an adjective: a form in "-ed" of a verb of saying behind a noun, before a mark.
    private bool IsMisreadCue(int i) =>
        i > 0 && tree.Tag(i) is PartOfSpeech.Adj or PartOfSpeech.Noun && tree.Tag(i - 1) is PartOfSpeech.Noun or PartOfSpeech.Propn
        && AttributionCues.SenseOf(CueLemma(i)) == CueSense.State
        && (tree[i].Text.EndsWith("ed", StringComparison.Ordinal) || (tree[i].Text.EndsWith('s') && i >= tree.Count - 2 && SourceBefore(i) is { First: > 3 } source && tree[source.First - 1].Text == ","))
        && (i + 1 >= tree.Count || tree.Tag(i + 1) == PartOfSpeech.Punct);

    private string CueLemma(int i)
    {
        if (tree.Tag(i) == PartOfSpeech.Verb)
        {
            return tree.Lemma(i);
        }

        var word = tree[i].Text.ToLowerInvariant();
        if (word.EndsWith('s'))
        {
            return word[..^1];
        }

        return !word.EndsWith("ed", StringComparison.Ordinal) ? word : AttributionCues.SenseOf(word[..^2]) != CueSense.None ? word[..^2] : word[..^1];
    }

    // "…, according to the ministry", "According to the ministry, …"
    private void ReadAccording(int at, List<AttributedContent> found)
    {
        var (first, last) = SourcePhrase(at + 2);
        if (first < 0)
        {
            return;
        }

        var content = ImmutableArray.CreateBuilder<TextSpan>();
        if (at > 0)
        {
            Add(content, ClauseStart(at), at - 1);
        }

        var rest = last + 1;
        if (rest < tree.Count && tree[rest].Text == ",")
        {
            rest++;
        }

        // Behind the source a clause goes on only at the start of the sentence or between commas.
        if (rest < tree.Count - 1 && (at == 0 || tree[rest - 1].Text == ",") && !IsRelativeStart(rest))
        {
            Add(content, rest, tree.Count - 1);
        }

        Found(found, first, last, at, at + 1, content, false, null);
    }

    // "The FT quoted an unnamed source as saying …", "X was quoted as saying"
    private void ReadQuoted(int verb, List<AttributedContent> found)
    {
        var isPassive = HasPassiveAuxiliary(verb);
        var subject = SourceBefore(verb) is { First: >= 0 } near ? near : Subject(verb);
        var at = verb + 1;
        var (objectFirst, objectLast) = isPassive ? (-1, -1) : SourcePhrase(at);
        var speaker = isPassive ? subject : objectFirst >= 0 ? (objectFirst, objectLast) : (-1, -1);
        if (speaker.Item1 < 0)
        {
            return;
        }

        var via = isPassive ? By(verb) : subject;
        var cueEnd = verb;
        for (var i = verb + 1; i < tree.Count; i++)
        {
            if (AttributionCues.SenseOf(tree.Lemma(i)) == CueSense.State && tree.Tag(i) == PartOfSpeech.Verb)
            {
                cueEnd = i;
                break;
            }
        }

        var content = ImmutableArray.CreateBuilder<TextSpan>();
        var groupStart = via.First >= 0 ? Math.Min(via.First, verb) : Math.Min(isPassive ? speaker.Item1 : verb, verb);
        if (groupStart > 0)
        {
            Add(content, 0, groupStart - 1);
        }

        if (cueEnd + 1 < tree.Count - 1 && cueEnd > verb && content.Count == 0)
        {
            Add(content, cueEnd + 1, tree.Count - 1);
        }

        AttributionLink? link = null;
        if (via.First >= 0)
        {
            var span = tree.Span(via.First, via.Last);
            link = new AttributionLink(speakers.Resolve(Name(via.First, via.Last)), span, tree[verb].Text);
        }

        Found(found, speaker.Item1, speaker.Item2, verb, cueEnd, content, false, link);
    }

    private void ReadVerb(int verb, CueSense sense, List<AttributedContent> found, SentenceTree? previous)
    {
        // "her doctors having advised against it", "cases have been confirmed": nobody is said to say it.
        if (QuantityParser.Is(tree, verb - 1, "having") || tree.Has(verb, "amod") || (HasPassiveAuxiliary(verb) && !IsGerund(verb)))
        {
            return;
        }

        var source = SourceOf(verb, out var isInverted);

        // "X said …, adding that …": who spoke before in the sentence goes on.
        if (IsGerund(verb) && verb > 0 && tree[verb - 1].Text == "," && found.Count > 0 && tree.Sentence.Span.Contains(found[^1].Source) && tree.Sentence.Span.Contains(found[^1].Cue))
        {
            source = tree.TokensIn(found[^1].Source);
            isInverted = false;
        }

        // Who finds or shows something says so only with "that" or behind it: "the figures show that", "…, the report found".
        if (tree.Lemma(verb) is "find" or "show" && !QuantityParser.Is(tree, verb + 1, "that") && !(source.First >= 0 && IsBehindContent(Math.Min(source.First, verb))))
        {
            return;
        }

        if (source.First < 0 || IsExpletive(source) || IsOwnThought(verb, sense, source))
        {
            return;
        }

        var start = Math.Min(source.First, verb);
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        var behind = Behind(verb, isInverted ? source.Last : verb, sense, out var via);
        var isAdjacent = isInverted || (source.Last < verb && (!HasVerbBetween(source.Last + 1, verb - 1) || QuantityParser.IsAny(tree, source.Last + 1, "who", "which", "that")));
        var isLast = isAdjacent && IsBehindContent(start) && (behind < 0 || IsStatementBefore(start));
        if (isLast)
        {
            Add(content, ContentStart(start), start - 1);
            if (behind >= 0 && behind < tree.Count - 1 && (isInverted ? OpensQuote(behind) : IsContinuation(behind)))
            {
                Add(content, behind, EndOfContent(behind));
            }
        }
        else if (behind >= 0)
        {
            Add(content, behind, EndOfContent(behind));
        }
        else if (start == 0 && isInverted && previous is not null)
        {
            // "'Why?' asked X." where the splitter ended a sentence behind the mark.
            found.AddRange(FromPrevious(previous, source, verb));
            return;
        }

        if (content.Count > 0)
        {
            Found(found, source.First, source.Last, verb, verb, content, sense == CueSense.Deny, via);
        }
        else if (tree.Count > 2 && (tree[tree.Count - 1].Text == ":" || QuantityParser.Is(tree, tree.Count - 1, "that")))
        {
            var name = speakers.Resolve(Name(source.First, source.Last));
            Open = new AttributedContent(tree.Span(source.First, source.Last), name, tree[verb].Span, tree[verb].Text, [], false, sense == CueSense.Deny, via, true);
        }
    }

    private bool IsGerund(int verb) => tree[verb].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    // "I think" inside a quotation: who speaks is found by the cue outside it.
    private bool IsOwnThought(int verb, CueSense sense, (int First, int Last) source) =>
        source.First == source.Last && QuantityParser.IsAny(tree, source.First, "i", "we", "you") && (sense is CueSense.Think or CueSense.Name || IsInQuote(verb));

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

    // Who says it: the noun phrase right before the verb or, behind a quotation or comma, right after it; else what the grammar says.
    private (int First, int Last) SourceOf(int verb, out bool isInverted)
    {
        isInverted = false;
        var before = SourceBefore(verb);
        if (before.First >= 0)
        {
            // "Engineers who cleared the ground around the gate say": the phrase before the verb ends a relative clause.
            var far = Subject(verb);
            var behind = far.Last + 1;
            return far.First >= 0 && far.Last < before.First && before.First > 0 && tree[before.First - 1].Text != "," && QuantityParser.IsAny(tree, behind, "who", "which", "that") ? far : before;
        }

        if (Precedes(verb) || (verb == 0 && char.IsLower(tree[0].Text[0])))
        {
            var inverted = SourcePhrase(verb + 1);
            if (inverted.First >= 0 && (verb == 0 || EndsQuote(verb - 1) || !IsFiniteAt(inverted.Last + 1)))
            {
                isInverted = true;
                return inverted;
            }

        }

        // "Trump, speaking to veterans in Virginia, said he would": the subject opens the sentence.
        var gap = verb - 1;
        while (gap > 0 && tree.Tag(gap) is PartOfSpeech.Aux or PartOfSpeech.Adv)
        {
            gap--;
        }

        if (gap > 2 && tree[gap].Text == ",")
        {
            {
                var opening = SourcePhrase(0);
                if (opening.First >= 0 && opening.Last + 1 < verb && tree[opening.Last + 1].Text == ",")
                {
                    return opening;
                }
            }
        }

        var subject = Subject(verb);
        if (subject.First >= 0 && subject.Last < verb)
        {
            return subject;
        }

        return Inherited(verb);
    }

    private bool IsFiniteAt(int i) => i < tree.Count && tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux;

    private (int First, int Last) SourceBefore(int verb)
    {
        var last = verb - 1;
        while (last >= 0 && (tree.Tag(last) is PartOfSpeech.Aux || (tree.Tag(last) == PartOfSpeech.Adv && !QuantityParser.IsAny(tree, last, "here", "there")) || QuantityParser.IsAny(tree, last, "has", "have", "had", "not", "n't")))
        {
            last--;
        }

        // "Sen. David Perdue (R-Ga.) said"
        if (last > 2 && tree[last].Text == ")")
        {
            var open = last;
            while (open > 0 && last - open < 8 && tree[open].Text != "(")
            {
                open--;
            }

            last = open - 1;
        }

        if (last < 0)
        {
            return (-1, -1);
        }

        // "The head of the agency, Rafael Grossi, has said": the name between commas before the verb.
        if (tree[last].Text == "," && last > 2)
        {
            var name = last - 1;
            while (name > 0 && tree.Tag(name) == PartOfSpeech.Propn)
            {
                name--;
            }

            return tree[name].Text == "," && last - name is > 1 and < 6 ? (name + 1, last - 1) : (-1, -1);
        }

        if (QuantityParser.IsAny(tree, last, "who", "which") && last > 0)
        {
            last--;
            if (tree[last].Text == ",")
            {
                last--;
            }
        }

        if (last < 0 || tree.Tag(last) is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron) && !QuantityParser.IsAny(tree, last, "others", "some", "many", "most", "one", "several"))
        {
            return (-1, -1);
        }

        if (tree.Tag(last) == PartOfSpeech.Pron)
        {
            return IsInQuoteBoundary(last, verb) ? (-1, -1) : (last, last);
        }

        // A day before the verb belongs to neither: "officials Tuesday said".
        var first = last;
        for (var i = last - 1; i >= 0 && last - i < 25; i--)
        {
            var tag = tree.Tag(i);
            if (tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num && !TimeWords.IsWeekday(tree[i].Text, out _))
            {
                first = i;
            }
            else if (tag == PartOfSpeech.Det || QuantityParser.IsAny(tree, i, "its", "his", "her", "their", "our", "my"))
            {
                first = i;
                if (!(i > 1 && tree.Tag(i - 1) == PartOfSpeech.Adp && (IsNounJoin(i - 1) || QuantityParser.IsAny(tree, i - 2, "close", "familiar"))))
                {
                    break;
                }
            }
            else if (QuantityParser.IsAny(tree, i, "'s", "’s", "-", "'", "’", "."))
            {
                if (tree[i].Text is "'" or "’" && EndsQuote(i))
                {
                    break;
                }
            }
            else if (tag == PartOfSpeech.Adp && (IsNounJoin(i) || (i > 1 && QuantityParser.IsAny(tree, i - 1, "close", "familiar"))))
            {
                // "a source close to the owners": the adjective belongs to the noun before it.
                i -= IsNounJoin(i) ? 0 : 1;
            }
            else if (tag == PartOfSpeech.Cconj && i > 0 && tree.Tag(i - 1) is PartOfSpeech.Noun or PartOfSpeech.Propn && tree.Tag(i + 1) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Det)
            {
            }
            else
            {
                break;
            }
        }

        return (first, last);
    }

    // "of", "for", "at", "in", "with" between two nouns belong to the phrase; at its front they do not.
    private bool IsNounJoin(int i) =>
        i > 0 && tree[i].Text.ToLowerInvariant() is "of" or "for" or "at" or "in" or "with" or "from" && tree.Tag(i - 1) is PartOfSpeech.Noun or PartOfSpeech.Propn;

    private bool IsInQuoteBoundary(int token, int verb) => IsInQuote(token) && !IsInQuote(verb);

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

    private IEnumerable<AttributedContent> FromPrevious(SentenceTree previous, (int First, int Last) source, int verb)
    {
        var end = previous.Sentence.Span.End;
        var last = previous.Text.AsSpan(end - 1, 1)[0];
        if (last is not ('"' or '\u201d' or '\'' or '\u2019'))
        {
            yield break;
        }

        var name = speakers.Resolve(Name(source.First, source.Last));
        speakers.Spoke(name);
        yield return new AttributedContent(tree.Span(source.First, source.Last), name, tree[verb].Span, tree[verb].Text, [previous.Sentence.Span], true, false, null, true);
    }

    private void Found(
        List<AttributedContent> found, int sourceFirst, int sourceLast, int cueFirst, int cueLast, ImmutableArray<TextSpan>.Builder content, bool isDenial, AttributionLink? via)
    {
        if (content.Count == 0)
        {
            return;
        }

        var name = speakers.Resolve(Name(sourceFirst, sourceLast));
        speakers.Spoke(name);
        var cue = tree.Span(cueFirst, cueLast);
        var isDirect = IsQuoted(content);
        found.Add(new AttributedContent(
            tree.Span(sourceFirst, sourceLast), name, cue, cueLast - cueFirst > 1 ? $"{tree[cueFirst].Text} … {tree[cueLast].Text}" : cue.Of(tree.Text),
            content.ToImmutable(), isDirect, isDenial, via, (isDirect && !IsInQuote(cueFirst)) || HoldsQuote(content) || tree.Tag(cueFirst) != PartOfSpeech.Verb || QuantityParser.Is(tree, cueFirst, "according") || AttributionCues.IsAssertion(CueLemma(cueFirst))));
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

    private (int First, int Last) Subject(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Has(child, "nsubj") && Math.Abs(child - verb) < 40)
            {
                if (tree.Lemma(child) is "which" or "who" or "that" && tree.Has(verb, "acl"))
                {
                    return PhraseOf(tree.Head(verb), verb);
                }

                return PhraseOf(child, verb);
            }
        }

        return (-1, -1);
    }

    private (int First, int Last) PhraseOf(int head, int verb)
    {
        if (head < 0)
        {
            return (-1, -1);
        }

        var (first, last) = tree.Phrase(head);
        if (head < verb)
        {
            last = Math.Min(last, verb - 1);
        }
        else
        {
            first = Math.Max(first, verb + 1);
        }

        return last < first ? (-1, -1) : (first, last);
    }

    private bool Precedes(int verb) => verb > 0 && IsContentEnd(verb - 1);

    private (int First, int Last) Inherited(int verb)
    {
        // "…, adding that", "said … and warned": the subject of the verb above.
        var head = tree.Head(verb);
        for (var steps = 0; head >= 0 && steps < 3; steps++)
        {
            if (tree.HasAny(verb, "acl") && tree.Tag(head) is PartOfSpeech.Noun or PartOfSpeech.Propn && steps == 0)
            {
                return PhraseOf(head, verb);
            }

            var subject = Subject(head);
            if (subject.First >= 0)
            {
                return subject;
            }

            head = tree.Head(head);
        }

        return (-1, -1);
    }

    // A noun phrase from a token on: up to the next verb, comma or clause.
    private (int First, int Last) SourcePhrase(int from)
    {
        var noun = -1;
        var i = from;
        for (; i < tree.Count && i < from + 25; i++)
        {
            var tag = tree.Tag(i);
            if (tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron)
            {
                if (tag == PartOfSpeech.Pron && noun >= 0 && !QuantityParser.IsAny(tree, i, "its", "their", "his", "her"))
                {
                    break;
                }

                noun = i;
            }
            else if (tag is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Num or PartOfSpeech.Adv && noun < 0)
            {
            }
            else if (tag is PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Num || QuantityParser.IsAny(tree, i, "'s", "\u2019s", "-", "and", "'", "\u2019"))
            {
            }
            else if (tag == PartOfSpeech.Adp && noun == i - 1 && tree[i].Text.ToLowerInvariant() is "of" or "for" or "with" or "from" or "at" or "in" or "to" or "close")
            {
            }
            else if ((tree[i].Text.ToLowerInvariant() is "familiar" or "close" && noun == i - 1) || tag == PartOfSpeech.X || (tag == PartOfSpeech.Verb && i > from && tree[i - 1].Text == "-"))
            {
            }
            else
            {
                break;
            }
        }

        return noun < 0 ? (-1, -1) : (from, noun);
    }

    private (int First, int Last) By(int verb)
    {
        for (var i = verb + 1; i < tree.Count && i < verb + 6; i++)
        {
            if (QuantityParser.Is(tree, i, "by"))
            {
                return SourcePhrase(i + 1);
            }
        }

        return (-1, -1);
    }

    private bool HasPassiveAuxiliary(int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - 3; i--)
        {
            if (tree.Lemma(i) == "be")
            {
                return true;
            }
        }

        return false;
    }

    // Where what is said begins behind the verb, or -1. Times, hearers and circumstances are passed over.
    private int Behind(int verb, int from, CueSense sense, out AttributionLink? via)
    {
        via = null;
        var takesHearer = AttributionCues.TakesHearer(tree.Lemma(verb));
        var i = from + 1;

        // "said the following day that": a time between the verb and what is said.
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
            if (tree.Tag(i) == PartOfSpeech.Adp && tree[i].Text.ToLowerInvariant() is "in" or "on" or "to" or "at" or "during" or "after" or "through" or "via" or "by" or "from" or "before" or "for" && sense != CueSense.Name)
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
            // "explains the breach of the dam, the committee found": the verb of a cue behind a comma is not in what is said.
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

    private bool IsBehindContent(int start) => start > 1 && IsContentEnd(start - 1);

    // A comma, or the closing mark of a quotation, ends what stands before the speaker.
    private bool IsContentEnd(int token)
    {
        var text = tree[token].Text;
        return text is "," or "\u2014" or "\u2013" ? token > 1 : EndsQuote(token);
    }

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

    private bool HasVerbBetween(int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Verb)
            {
                return true;
            }
        }

        return false;
    }

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

    private bool IsOutlet(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (tree.Tag(i) != PartOfSpeech.Propn && !(tree.Tag(i) is PartOfSpeech.Det or PartOfSpeech.Noun))
            {
                return false;
            }
        }

        return tree.Tag(last) == PartOfSpeech.Propn || tree.Lemma(last) is "newspaper" or "agency" or "station" or "network" or "magazine" or "daily";
    }

    private bool IsExpletive((int First, int Last) source) =>
        source.First == source.Last && QuantityParser.IsAny(tree, source.First, "there", "this", "that", "what", "which", "whose", "nobody", "none", "nothing");

    private string Name(int first, int last)
    {
        while (first < last && QuantityParser.IsAny(tree, first, "\"", "\u201c", ",", "'", "\u2018"))
        {
            first++;
        }

        return tree.Words(first, last);
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
}
