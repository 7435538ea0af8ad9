using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Who or what a clause speaks of, and whom a pronoun stands for. Sentences must be asked for in order.</summary>
internal sealed class ClaimSubjects(DocumentReading reading)
{
    private int lastPersonSentence = -10;

    /// <summary>The person who was the subject of the newest sentence with one; null before the first.</summary>
    public string? LastPerson { get; private set; }

    /// <summary>The subject of a clause, with "he", "she", "I" and "we" filled in where it is certain; null where nothing gives one.</summary>
    public string? Of(int s, SentenceTree tree, Clause clause, PredicateReading? predicate, AttributionChain chain)
    {
        var token = clause.Subject;
        if (token < 0 && predicate is not null)
        {
            foreach (var verb in predicate.Chain)
            {
                token = ClauseFinder.SubjectOf(tree, verb, clause.First, clause.Last);
                if (token >= 0)
                {
                    break;
                }
            }
        }

        if (token >= 0 && QuantityParser.IsAny(tree, token, "who", "which", "that", "whom"))
        {
            token = tree.Has(clause.Head, "acl") ? tree.Head(clause.Head) : -1;
        }

        if (token < 0)
        {
            // "vowed to attack", "denied firing": the speaker is the subject; else the phrase right before the first verb.
            return SubjectFinder.IsBare(tree, clause) ? chain.Primary?.Name : SubjectFinder.ByPosition(tree, clause);
        }

        var (first, last) = tree.Phrase(token);
        if (predicate is not null && token < predicate.Chain[0])
        {
            // A phrase that swallowed its verb is a parser's slip: cut it before the verb.
            last = Math.Min(last, predicate.Chain[0] - 1);
        }

        // "Dahl, 34, was held": the age is told of the subject, no part of its name.
        if (last - 1 > token && tree.Tag(last) == PartOfSpeech.Num && tree[last - 1].Text == ",")
        {
            last -= 2;
        }

        var phrase = tree.Words(Math.Min(first, token), Math.Max(last, token));
        return tree.Tag(token) == PartOfSpeech.Pron ? Antecedent(s, phrase, chain) ?? phrase : phrase;
    }

    // "he" and "she" for the one person named just before; "I" and "we" for who speaks. Others stay as they are.
    private string? Antecedent(int s, string pronoun, AttributionChain chain)
    {
        switch (pronoun.ToLowerInvariant())
        {
            case "i" or "we":
                return chain.Primary?.Name;
            case "he" or "she":
                return s - lastPersonSentence <= 2 ? LastPerson : null;
            default:
                return null;
        }
    }

    /// <summary>Keeps who was named as a subject, for pronouns in the sentences behind.</summary>
    public void Remember(int s)
    {
        var tree = reading.Trees[s];
        foreach (var mention in reading.Mentions[s])
        {
            var full = reading.Names.FullestOf(mention.Text);
            if (reading.Names.KindOf(full) == NameKind.Person && (tree.Has(mention.First, "nsubj") || tree.Has(mention.Last, "nsubj")))
            {
                LastPerson = full;
                lastPersonSentence = s;
            }
        }
    }
}
