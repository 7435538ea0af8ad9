using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <content>Who says it.</content>
internal sealed partial class AttributionReader
{
    // Who says it: the noun phrase right before the verb or, behind a quotation or comma, right after it; else what the grammar says.
    private (int First, int Last) SourceOf(int verb, out bool isInverted)
    {
        isInverted = false;
        var before = SourceBefore(verb);
        if (before.First >= 0)
        {
            // "Divers who searched the lock at dawn say": the phrase before the verb ends a relative clause.
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

        // "Sen. Ida Moll (D-Va.) said"
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
}
