using System.Text;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Writes a claim as a sentence that stands on its own: without the quotation marks around it, with its subject filled in.</summary>
internal static class StandaloneText
{
    /// <param name="tree">The sentence.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="from">First token of the claim.</param>
    /// <param name="to">Last token of the claim.</param>
    /// <param name="subject">The subject as found, or null.</param>
    /// <param name="gappedVerb">The verb that the clause leaves out ("and Y 18"), or null.</param>
    /// <param name="quantities">The claim's figures, for what a gapped clause counts.</param>
    public static string Write(SentenceTree tree, Clause clause, int from, int to, string? subject, string? gappedVerb, IReadOnlyList<Quantity> quantities)
    {
        if (gappedVerb is not null && subject is not null && quantities.Count > 0)
        {
            return Finish($"{subject} {gappedVerb} {quantities[0].Text} {quantities[0].CountedText}");
        }

        while (from < to && (tree.Tag(from) == PartOfSpeech.Punct || tree.Tag(from) == PartOfSpeech.Cconj || (QuantityParser.Is(tree, from, "that") && tree.Tag(from) == PartOfSpeech.Sconj)))
        {
            from++;
        }

        while (to > from && tree[to].Text is "," or ";" or "\u2014" or "-" or "\"" or "\u201c" or "\u201d" or "'" or "\u2019" or "\u2018" or "(")
        {
            to--;
        }

        var text = tree.Words(from, to);
        if (subject is null || clause.Subject >= from && clause.Subject <= to && tree.Tag(clause.Subject) != PartOfSpeech.Pron)
        {
            return Finish(text);
        }

        // A relative or personal pronoun gives way to what it stands for.
        var pronoun = -1;
        for (var i = from; i <= to && i < from + 6; i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Pron && (i == clause.Subject || (i <= from + 1 && QuantityParser.IsAny(tree, i, "who", "which", "that", "whose"))))
            {
                pronoun = i;
                break;
            }
        }

        if (pronoun >= 0 && !subject.Equals(tree[pronoun].Text, StringComparison.OrdinalIgnoreCase))
        {
            var isPossessive = QuantityParser.Is(tree, pronoun, "whose");
            var front = pronoun > from ? tree.Words(from, pronoun - 1) + " " : "";
            if (pronoun + 1 <= to && QuantityParser.IsAny(tree, pronoun, "i", "we") && Third(tree[pronoun + 1].Text) is { } verb)
            {
                return Finish($"{front}{subject} {verb} {tree.Words(pronoun + 2, to)}");
            }

            return Finish($"{front}{subject}{(isPossessive ? "'s" : "")} {tree.Words(pronoun + 1, to)}");
        }

        if (clause.Subject >= 0 && clause.Subject < from && !clause.HasOwnSubject)
        {
            var isParticiple = clause.Kind == ClauseKind.Participle
                || (clause.Kind == ClauseKind.SharedSubject && tree[clause.Head].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && tree.Child(clause.Head, "aux") < 0);
            return isParticiple && Predicate(tree, clause) is { } verb && clause.Head < to ? Finish($"{subject} {verb} {tree.Words(clause.Head + 1, to)}")
                : isParticiple ? Finish(text)
                : Finish($"{subject} {SharedAuxiliaries(tree, clause)}{text}");
        }

        if (clause.Subject < 0 && QuantityParser.Is(tree, from, "to"))
        {
            return Finish($"{subject} {tree.Words(Math.Min(from + 1, to), to)}");
        }

        return Finish(text);
    }

    // A participle as a predicate: "injuring" → "injured", "taken over" → "was taken over"; null where no rule makes the form.
    private static string? Predicate(SentenceTree tree, Clause clause)
    {
        var lemma = tree.Lemma(clause.Head);
        var above = clause.Parent;
        while (above >= 0 && (tree.Tag(above) != PartOfSpeech.Verb || tree[above].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase)))
        {
            above = tree.Head(above);
        }

        if (!tree[clause.Head].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase))
        {
            var isPlural = tree.Tag(clause.Subject) == PartOfSpeech.Noun && !tree[clause.Subject].Text.Equals(tree.Lemma(clause.Subject), StringComparison.OrdinalIgnoreCase);
            return $"{(isPlural || tree.Child(clause.Subject, "conj") >= 0 ? "were" : "was")} {tree[clause.Head].Text}";
        }

        return above >= 0 && VerbForms.IsPresent(tree[above].Text, tree.Lemma(above)) ? VerbForms.Present(lemma) : VerbForms.Past(tree[clause.Head].Text, lemma);
    }

    // "was arrested and taken to court": the second verb needs the auxiliaries of the first.
    private static string SharedAuxiliaries(SentenceTree tree, Clause clause)
    {
        var (verb, word, lemma) = (clause.Head, tree[clause.Head].Text, tree.Lemma(clause.Head));
        if (clause.Parent < 0 || tree.Child(verb, "aux", "cop") >= 0)
        {
            return "";
        }

        var shared = new StringBuilder();
        foreach (var child in tree.Children(clause.Parent))
        {
            if (!tree.Has(child, "aux") || child > clause.Parent)
            {
                continue;
            }

            var fits = tree[child].Relation == "aux:pass" || tree.Lemma(child) is "be" or "have"
                ? VerbForms.IsParticiple(word, lemma) && (tree[child].Relation != "aux:pass" || VerbForms.CanBePassive(lemma)) : word.Equals(lemma, StringComparison.OrdinalIgnoreCase);
            if (!fits)
            {
                return "";
            }

            shared.Append(tree[child].Text).Append(' ');
        }

        return shared.ToString();
    }

    // "We do not wish" of one speaker: "does not wish".
    private static string? Third(string verb) => verb.ToLowerInvariant() switch
    {
        "do" => "does",
        "have" => "has",
        "are" or "am" => "is",
        "were" => "was",
        _ => null,
    };

    private static string Finish(string text)
    {
        var builder = new StringBuilder(text.Length + 1);
        foreach (var c in text)
        {
            builder.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
        }

        var result = builder.ToString().Trim();
        if (result.Length == 0)
        {
            return text;
        }

        if (char.IsLower(result[0]))
        {
            result = char.ToUpperInvariant(result[0]) + result[1..];
        }

        return result[^1] is '.' or '!' or '?' or '\u2026' ? result : result + ".";
    }
}
