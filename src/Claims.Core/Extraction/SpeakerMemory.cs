using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Who was named and who spoke before, to say who "she", "the group" or "Higel" is. Abstains when unsure.</summary>
internal sealed class SpeakerMemory
{
    private readonly List<string> speakers = [];
    private string? lastPerson;
    private string? lastGroup;
    private readonly Dictionary<string, string> bySurname = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byHead = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The speaker that a phrase means: a name in its fullest form met so far, the antecedent of a pronoun, or the phrase itself.</summary>
    public string Resolve(string phrase)
    {
        var lower = phrase.Trim().ToLowerInvariant();
        switch (lower)
        {
            case "he" or "she":
                return LastPersonSpeaker() ?? phrase;
            case "it" when speakers.Count > 0 && speakers[^1].Split(' ').Any(NameFinder.IsOrganisationWord):
                return speakers[^1];
            case "they" or "it":
                return lastGroup ?? (speakers.Count > 0 ? speakers[^1] : phrase);
        }

        // "the group", "the official", "this official": who was called so before.
        if (lower.StartsWith("the ", StringComparison.Ordinal) || lower.StartsWith("this ", StringComparison.Ordinal))
        {
            var head = lower[(lower.LastIndexOf(' ') + 1)..];
            if (byHead.TryGetValue(head, out var known) && !known.Equals(phrase, StringComparison.OrdinalIgnoreCase) && lower.Count(c => c == ' ') == 1)
            {
                return known;
            }

            if (head is "group" or "movement" or "party" or "coalition" or "bloc" or "militia" or "organisation" or "organization" or "company" or "agency" or "ministry" && lower.Count(c => c == ' ') == 1)
            {
                return lastGroup ?? phrase;
            }
        }

        return bySurname.TryGetValue(LastWord(phrase), out var full) && full.Length > phrase.Length && full.EndsWith(LastWord(phrase), StringComparison.OrdinalIgnoreCase) && !phrase.Contains(' ', StringComparison.Ordinal) ? full : phrase;
    }

    /// <summary>Remembers who spoke.</summary>
    public void Spoke(string speaker)
    {
        speakers.Add(speaker);
        if (speaker.Length == 0)
        {
            return;
        }

        var last = LastWord(speaker);
        if (last.Length > 0 && !char.IsUpper(last[0]))
        {
            byHead[last.ToLowerInvariant()] = speaker;
        }

        // "An official with the movement": called "the official" later.
        foreach (var word in speaker.ToLowerInvariant().Split(' ').Take(6))
        {
            if (word is "official" or "spokesman" or "spokeswoman" or "spokesperson" or "analyst" or "minister" or "president" or "source" or "politician" or "officer" or "lawyer" or "doctor" or "commander" or "governor" or "mayor")
            {
                byHead[word] = speaker;
                break;
            }
        }
    }

    /// <summary>Remembers the names of a sentence, its subject first.</summary>
    public void See(SentenceTree tree)
    {
        foreach (var mention in NameFinder.Find(tree))
        {
            var isSubject = false;
            for (var i = mention.First; i <= mention.Last; i++)
            {
                isSubject |= tree.Has(i, "nsubj");
            }

            var surname = LastWord(mention.Text);
            if (mention.Last > mention.First && !bySurname.ContainsKey(surname))
            {
                bySurname[surname] = mention.Text;
            }

            var isExplained = mention.Kind is NameKind.Organisation or NameKind.Unknown && HasAppositive(tree, mention);
            if (isExplained || (mention.Kind == NameKind.Organisation && (isSubject || lastGroup is null)))
            {
                lastGroup = mention.Text;
            }

            if (mention.Kind == NameKind.Person || (mention.Kind == NameKind.Unknown && isSubject && mention.Last > mention.First && !HasAppositive(tree, mention)))
            {
                lastPerson = mention.Text;
            }
        }
    }

    private string? LastPersonSpeaker()
    {
        // The last speaker who can be a person: a name of two words or a role; else the last person named.
        for (var i = speakers.Count - 1; i >= 0 && i >= speakers.Count - 2; i--)
        {
            var speaker = speakers[i];
            if (speaker.Length > 3 && !NameFinder.IsAcronym(speaker) && speaker.ToLowerInvariant() is not ("he" or "she" or "they"))
            {
                return speaker;
            }
        }

        return lastPerson;
    }

    // "the Velm Front, a hill militia": a body that an apposition explains.
    private static bool HasAppositive(SentenceTree tree, NameMention mention)
    {
        for (var i = mention.Last + 1; i < tree.Count && i <= mention.Last + 8; i++)
        {
            if (i == mention.Last + 1 && tree[i].Text != ",")
            {
                return false;
            }

            if (tree.Lemma(i) is "militia" or "group" or "party" or "movement" or "organization" or "organisation" or "company" or "agency" or "faction" or "coalition")
            {
                return true;
            }
        }

        return false;
    }

    private static string LastWord(string phrase)
    {
        var at = phrase.LastIndexOf(' ');
        return at < 0 ? phrase : phrase[(at + 1)..];
    }
}
