using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>A sentence with its dependency tree turned downwards: children, subtrees and the questions that extraction asks of them.</summary>
internal sealed class SentenceTree
{
    private readonly List<int>[] children;
    private readonly int[] first;
    private readonly int[] last;

    public SentenceTree(string text, AnalyzedSentence analyzed)
    {
        var sentence = TreeRepair.Of(analyzed);
        Text = text;
        Sentence = sentence;
        Count = sentence.Tokens.Length;
        children = new List<int>[Count];
        first = new int[Count];
        last = new int[Count];
        Root = -1;
        for (var i = 0; i < Count; i++)
        {
            children[i] = [];
            first[i] = last[i] = i;
        }

        for (var i = 0; i < Count; i++)
        {
            var head = sentence.Tokens[i].Head;
            if (head >= 0 && head < Count && head != i)
            {
                children[head].Add(i);
            }
            else if (Root < 0)
            {
                Root = i;
            }
        }

        // Bounds of every subtree, from the leaves up; a step count stops at a cycle that a broken tree could hold.
        for (var i = 0; i < Count; i++)
        {
            var steps = 0;
            for (var head = sentence.Tokens[i].Head; head >= 0 && head < Count && steps++ < Count; head = sentence.Tokens[head].Head)
            {
                if (first[head] <= i && last[head] >= i)
                {
                    break;
                }

                first[head] = Math.Min(first[head], i);
                last[head] = Math.Max(last[head], i);
            }
        }
    }

    public string Text { get; }

    public AnalyzedSentence Sentence { get; }

    public int Count { get; }

    /// <summary>The index of the root, or -1 for a sentence without words.</summary>
    public int Root { get; }

    public Token this[int index] => Sentence.Tokens[index];

    public IReadOnlyList<int> Children(int index) => children[index];

    /// <summary>First token of the subtree.</summary>
    public int First(int index) => first[index];

    /// <summary>Last token of the subtree.</summary>
    public int Last(int index) => last[index];

    public PartOfSpeech Tag(int index) => Sentence.Tokens[index].Tag;

    public string Lemma(int index) => Sentence.Tokens[index].Lemma;

    public int Head(int index) => Sentence.Tokens[index].Head;

    /// <summary>The relation without its subtype.</summary>
    public ReadOnlySpan<char> Relation(int index)
    {
        var relation = Sentence.Tokens[index].Relation.AsSpan();
        var colon = relation.IndexOf(':');
        return colon < 0 ? relation : relation[..colon];
    }

    public bool Has(int index, string relation)
    {
        var own = Sentence.Tokens[index].Relation;
        return own == relation || (own.Length > relation.Length && own[relation.Length] == ':' && own.StartsWith(relation, StringComparison.Ordinal));
    }

    public bool HasAny(int index, params ReadOnlySpan<string> relations)
    {
        foreach (var relation in relations)
        {
            if (Has(index, relation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first child in one of the relations, or -1.</summary>
    public int Child(int index, params ReadOnlySpan<string> relations)
    {
        foreach (var child in children[index])
        {
            if (HasAny(child, relations))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Whether <paramref name="index"/> lies in the subtree of <paramref name="ancestor"/>.</summary>
    public bool IsWithin(int index, int ancestor)
    {
        for (var steps = 0; index >= 0 && index < Count && steps <= Count; steps++)
        {
            if (index == ancestor)
            {
                return true;
            }

            index = Head(index);
        }

        return false;
    }

    /// <summary>The tokens that cover a span, as first and last index; empty when last is before first.</summary>
    public (int First, int Last) TokensIn(TextSpan span)
    {
        var low = Count;
        var high = -1;
        for (var i = 0; i < Count; i++)
        {
            if (Sentence.Tokens[i].Span.Overlaps(span))
            {
                low = Math.Min(low, i);
                high = i;
            }
        }

        return (low, high);
    }

    /// <summary>The text from one token to another, both included.</summary>
    public string Words(int from, int to) => to < from ? "" : TextSpan.FromBounds(this[from].Span.Start, this[to].Span.End).Of(Text);

    /// <summary>The span from one token to another, both included.</summary>
    public TextSpan Span(int from, int to) => TextSpan.FromBounds(this[from].Span.Start, this[to].Span.End);

    /// <summary>
    /// A noun phrase as written: from its first to its last word, without relative clauses, other clauses, and appositions
    /// set off by commas behind the head, and without punctuation at its ends.
    /// </summary>
    public (int First, int Last) Phrase(int head, bool withPrepositions = true)
    {
        var low = first[head];
        var high = head;
        foreach (var child in children[head])
        {
            if (child < head)
            {
                if (HasAny(child, "acl", "advcl", "parataxis", "cc", "punct", "discourse", "mark"))
                {
                    low = Math.Max(low, Math.Min(last[child] + 1, head));
                }

                continue;
            }

            if (HasAny(child, "flat", "compound", "fixed", "goeswith", "nummod", "case", "amod") && Tag(child) != PartOfSpeech.Punct)
            {
                high = Math.Max(high, Has(child, "amod") ? child : last[child]);
            }
            else if (HasAny(child, "conj") && !IsClause(child))
            {
                high = Math.Max(high, Phrase(child, withPrepositions).Last);
            }
            else if (withPrepositions && Has(child, "nmod"))
            {
                high = Math.Max(high, Phrase(child, withPrepositions).Last);
            }
            else if (withPrepositions && Has(child, "appos") && child == head + 1)
            {
                high = Math.Max(high, Phrase(child, withPrepositions).Last);
            }
        }

        while (low < high && (Tag(low) == PartOfSpeech.Punct || HasAny(low, "case", "cc", "mark") && Head(low) == head))
        {
            low++;
        }

        // "Among over 70 sailors": the preposition is no part of the phrase; a hedge that the parser hung elsewhere is.
        while (low < high && Tag(low) == PartOfSpeech.Adp && this[low].Text.ToLowerInvariant() is "among" or "of" or "in" or "on" or "with" or "by" or "for" or "from" or "to" or "than")
        {
            if (QuantityParser.Is(this, low, "than") && low > 0 && QuantityParser.IsAny(this, low - 1, "more", "fewer", "less"))
            {
                break;
            }

            low++;
        }

        if (low > 0 && QuantityParser.Is(this, low, "than") && QuantityParser.IsAny(this, low - 1, "more", "fewer", "less"))
        {
            low--;
        }
        else if (low > 1 && QuantityParser.Is(this, low - 1, "than") && QuantityParser.IsAny(this, low - 2, "more", "fewer", "less"))
        {
            low -= 2;
        }

        while (high > low && Tag(high) == PartOfSpeech.Punct && this[high].Text is not ("\"" or ")" or "'" or "’"))
        {
            high--;
        }

        return (low, high);
    }

    /// <summary>Whether the token heads a clause: a verb, or a nominal with a copula or a subject.</summary>
    public bool IsClause(int index) =>
        Tag(index) == PartOfSpeech.Verb || (Tag(index) == PartOfSpeech.Aux && !HasAny(index, "aux", "cop")) || Child(index, "cop") >= 0 || Child(index, "nsubj", "csubj") >= 0;
}
