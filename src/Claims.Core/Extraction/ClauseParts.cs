using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>What belongs to a clause: its objects, its figures and times, what its predicate governs.</summary>
internal static class ClauseParts
{
    public static ImmutableArray<string> ObjectsOf(SentenceTree tree, PredicateReading? predicate, int from, int to)
    {
        if (predicate is null)
        {
            return [];
        }

        var objects = ImmutableArray.CreateBuilder<string>();
        foreach (var child in tree.Children(predicate.Token))
        {
            if (tree.HasAny(child, "obj", "iobj", "obl", "xcomp") && child >= from && child <= to && !tree.IsClause(child) && tree.Tag(child) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Pron)
            {
                var (first, last) = tree.Phrase(child);
                objects.Add(tree.Words(first, last));
            }
        }

        return objects.ToImmutable();
    }

    public static bool IsOwn(SentenceTree tree, TextSpan span, TextSpan whole, List<Clause> inner)
    {
        if (!whole.Overlaps(span))
        {
            return false;
        }

        foreach (var clause in inner)
        {
            if (tree.Span(clause.First, clause.Last).Contains(span))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsGovernedBy(SentenceTree tree, int token, PredicateReading predicate)
    {
        for (var steps = 0; token >= 0 && steps < 6; steps++)
        {
            if (predicate.Chain.Contains(token))
            {
                return true;
            }

            if (steps > 0 && tree.Tag(token) == PartOfSpeech.Verb)
            {
                return false;
            }

            token = tree.Head(token);
        }

        return false;
    }
}
