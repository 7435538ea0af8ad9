using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Reads the attributions of one sentence.</summary>
internal sealed partial class AttributionReader(SentenceTree tree, List<TextSpan> quotes, SpeakerMemory speakers)
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
        // "the pilot having refused to land", "repairs have been announced": nobody is said to say it.
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
}
