using System.Collections.Frozen;
using Claims.Core.Language;

namespace Claims.Core.Extraction.Dates;

/// <summary>Whether the clause around a word of a sentence tells what happened or what is to come. Not thread-safe.</summary>
internal sealed class TenseReader(SentenceTree tree)
{
    // From a date to its verb are few steps ("on the first Saturday in June").
    private const int FarthestVerb = 8;

    // In the present tense these speak of what is arranged ("the council meets on 9 April"); others tell what happened ("figures show").
    private static readonly FrozenSet<string> Arranged = FrozenSet.Create(
        StringComparer.Ordinal, "meet", "open", "begin", "start", "end", "vote", "resume", "return", "face", "visit", "travel", "leave", "arrive", "play", "run", "expire", "close", "reopen", "apply", "launch");

    // A sentence can have thousands of dates under one verb, and finding a verb's tense walks all that hangs on it.
    private readonly Dictionary<int, Tense?> known = [];

    /// <summary>The tense of the clause around a character; past where no verb is near.</summary>
    public Tense At(int offset)
    {
        for (var (token, steps) = (TokenAt(offset), 0); token >= 0 && token < tree.Count && steps < FarthestVerb; token = tree.Head(token), steps++)
        {
            if (!known.TryGetValue(token, out var tense))
            {
                tense = known[token] = tree.Tag(token) == PartOfSpeech.Verb || tree.Child(token, "cop") >= 0 ? OfVerb(tree, token) : null;
            }

            if (tense is { } found)
            {
                return found;
            }
        }

        return Tense.Past;
    }

    /// <summary>The first token that ends behind a character, or -1.</summary>
    private int TokenAt(int offset)
    {
        var (low, high) = (0, tree.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tree[middle].Span.End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < tree.Count ? low : -1;
    }

    private static Tense OfVerb(SentenceTree tree, int verb)
    {
        var isInfinitive = false;
        foreach (var child in tree.Children(verb))
        {
            if (tree.Has(child, "aux"))
            {
                var word = tree[child].Text.ToLowerInvariant();
                if (word is "will" or "'ll" or "\u2019ll" or "shall" or "wo" or "would")
                {
                    return Tense.Future;
                }

                if (tree.Lemma(child) is "have" or "do" or "be" && word is "had" or "has" or "have" or "did" or "was" or "were")
                {
                    return tree.Lemma(verb) is "schedule" or "set" or "expect" or "slate" or "plan" ? Tense.Future : Tense.Past;
                }

                if (word is "is" or "are" && (tree.Lemma(verb) is "schedule" or "set" or "expect" or "slate" or "plan" or "go" or "due" || tree[verb].Text.EndsWith("ing", StringComparison.Ordinal)))
                {
                    return Tense.Future;
                }
            }

            if (tree.Has(child, "cop") && tree[child].Text.ToLowerInvariant() is "is" or "are")
            {
                return Tense.Future;
            }

            isInfinitive |= tree.Has(child, "mark") && QuantityParser.Is(tree, child, "to");
        }

        if (PredicateReader.IsToBeDone(tree, verb) || (Arranged.Contains(tree.Lemma(verb)) && IsPresent(tree, verb)))
        {
            return Tense.Future;
        }

        if (isInfinitive && tree.Head(verb) is >= 0 and var head && PredicateLexicon.SenseOf(tree.Lemma(head)) == VerbSense.Plan)
        {
            return Tense.Future;
        }

        return tree.Lemma(verb) is "due" or "set" or "schedule" && tree.Child(verb, "cop") >= 0 ? Tense.Future : Tense.Past;
    }

    private static bool IsPresent(SentenceTree tree, int verb)
    {
        var word = tree[verb].Text.ToLowerInvariant();
        var lemma = tree.Lemma(verb);
        return tree.Child(verb, "aux") < 0 && tree.Child(verb, "aux:pass") < 0 && (word == lemma + "s" || word == lemma + "es" || word == lemma) && !(word == lemma && lemma == "run");
    }
}
