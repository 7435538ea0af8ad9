using System.Collections.Frozen;
using Claims.Core.Extraction.Dates;
using Claims.Core.Extraction.Quantities;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>What kind of thing a name names.</summary>
public enum NameKind
{
    /// <summary>Not clear from the words.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A party, army, company, outlet or other body.</summary>
    Organisation,

    /// <summary>A country, town, region or building.</summary>
    Place,
}

/// <summary>One mention of a name.</summary>
/// <param name="First">First token in its sentence.</param>
/// <param name="Last">Last token.</param>
/// <param name="Text">As written, without title.</param>
/// <param name="Kind">What kind it is by its own words and the words beside it.</param>
internal readonly record struct NameMention(int First, int Last, string Text, NameKind Kind);

/// <summary>Finds names by runs of proper nouns and the small words inside them. No gazetteer: kinds come from titles, head words and prepositions.</summary>
internal static class NameFinder
{
    private static readonly FrozenSet<string> Titles = Set(
        "president prime minister mr mrs ms dr gen general col colonel maj major lt lieutenant capt captain sgt sergeant sen senator rep representative sir lord lady king queen prince princess pope rev reverend bishop archbishop ayatollah grand sheikh sheik imam judge justice chancellor secretary governor mayor minister premier professor prof chief commander spokesman spokeswoman director chairman chairwoman deputy vice ambassador senior former supreme leader prosecutor inspector brigadier admiral marshal crown first foreign defence defense interior finance");

    private static readonly FrozenSet<string> OrganisationWords = Set(
        "party ministry organization organisation framework commission group brigade brigades coalition movement news agency university institute council court army forces force guard corps parliament congress senate assembly union association committee company bank police office department bureau front alliance bloc list league federation society foundation times post press journal tv television radio network observatory center centre authority service services command battalion faction factions government house cabinet secretariat mission fund trust board club team federation syndicate chamber tribunal directorate administration militia unit units crescent cross nations hospital school ltd inc corp plc co corporation airlines air");

    private static readonly FrozenSet<string> PlaceWords = Set(
        "strait river lake mount mountain mountains hills hill valley bay sea ocean gulf island islands peninsula city town village province governorate district county state states republic kingdom region desert airport base camp street avenue square bridge port cape coast strip heights road highway border delta canyon forest park plaza dam");

    private static readonly FrozenSet<string> StateAcronyms = Set("US UK UAE USA USSR DRC");

    private static readonly FrozenSet<string> PlacePrepositions = Set("in at near from to around outside across inside throughout toward towards off north south east west of over above");

    private static readonly FrozenSet<string> Connectors = Set("of the for and al el bin ibn de da del van von la le du & - ' ’");

    /// <summary>The names of a sentence in order.</summary>
    public static List<NameMention> Find(SentenceTree tree)
    {
        var found = new List<NameMention>();
        for (var i = 0; i < tree.Count; i++)
        {
            if (!Starts(tree, i))
            {
                continue;
            }

            var last = Extend(tree, i);
            var first = i;
            var hasTitle = false;
            while (first < last && Titles.Contains(tree[first].Text.TrimEnd('.').ToLowerInvariant()) && !OrganisationWords.Contains(tree[last].Text.ToLowerInvariant()))
            {
                first++;
                hasTitle = true;
            }

            if (first == last && hasTitle && Titles.Contains(tree[last].Text.TrimEnd('.').ToLowerInvariant()))
            {
                i = last;
                continue;
            }

            var text = tree.Words(first, last);
            if (text.Length > 1 || char.IsUpper(text[0]))
            {
                found.Add(new NameMention(first, last, text, KindOf(tree, first, last, hasTitle)));
            }

            i = last;
        }

        return found;
    }

    private static bool Starts(SentenceTree tree, int i)
    {
        var text = tree[i].Text;
        if (text.Length == 0 || !char.IsUpper(text[0]) || TimeWords.IsWeekday(text, out _) || TimeWords.IsMonth(text, out _) || NumberWords.IsUnit(text, out _) || NumberWords.IsTens(text, out _) || NumberWords.IsPluralScale(text, out _))
        {
            return false;
        }

        if (tree.Tag(i) == PartOfSpeech.Propn)
        {
            return true;
        }

        // A capitalised noun inside a sentence, or before another proper noun: taggers miss unusual names.
        return i > 0 && tree.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.X && tree[i - 1].Text is not ("\"" or "\u201c" or "'" or "\u2018" or ":" or "." or "\u2014")
            || (tree.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Adj && i + 1 < tree.Count && tree.Tag(i + 1) == PartOfSpeech.Propn && char.IsUpper(tree[i + 1].Text[0]) && !IsDemonym(tree[i].Text) && (i > 0 || tree.Tag(i) == PartOfSpeech.Noun));
    }

    private static bool Continues(SentenceTree tree, int i) =>
        i < tree.Count && tree[i].Text.Length > 0 && char.IsUpper(tree[i].Text[0])
        && !TimeWords.IsWeekday(tree[i].Text, out _) && !TimeWords.IsMonth(tree[i].Text, out _)
        && tree.Tag(i) is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.X;

    private static int Extend(SentenceTree tree, int start)
    {
        var last = start;
        for (var i = start + 1; i < tree.Count && i < start + 12; i++)
        {
            if (Continues(tree, i))
            {
                last = i;
                continue;
            }

            // "al-Dawri", "Ra'is Abu al-Nur": lower-case articles and hyphens between parts.
            if (tree[i].Text is "-" or "\u2010" or "\u2011" && tree[i - 1].Span.End == tree[i].Span.Start && i + 1 < tree.Count && tree[i].Span.End == tree[i + 1].Span.Start
                && tree[i + 1].Text.Length > 0 && char.IsUpper(tree[i + 1].Text[0]) && tree.Tag(i + 1) != PartOfSpeech.Verb && !IsRelational(tree, i + 1))
            {
                last = i + 1;
                i++;
                continue;
            }

            if (tree[i].Text.ToLowerInvariant() is "al" or "el" or "bin" or "ibn" or "de" or "da" or "del" or "van" or "von" or "la" or "le" or "du" or "ul" or "as" or "ash" && NameBehind(tree, i, out var behind))
            {
                last = behind;
                i = behind;
                continue;
            }

            // "Ministry of Defence", "Harbour Master of the Outer Isles" stop at "of the" unless the head is a body.
            if (tree[i].Text is "of" or "for" && (OrganisationWords.Contains(tree[i - 1].Text.ToLowerInvariant()) || PlaceWords.Contains(tree[i - 1].Text.ToLowerInvariant())))
            {
                var at = i + 1;
                if (QuantityParser.Is(tree, at, "the"))
                {
                    at++;
                }

                if (at < tree.Count && tree.Tag(at) is PartOfSpeech.Propn or PartOfSpeech.Noun && char.IsUpper(tree[at].Text[0]))
                {
                    last = at;
                    i = at;
                    continue;
                }
            }

            break;
        }

        return last;
    }

    // "pro-Iran", "US-based": the parts of a compound adjective are no one name.
    private static bool IsRelational(SentenceTree tree, int i) => tree[i].Text.ToLowerInvariant() is "based" or "backed" or "led" or "linked" or "aligned" or "born";

    private static bool NameBehind(SentenceTree tree, int i, out int behind)
    {
        behind = i + 1;
        if (behind < tree.Count && tree[behind].Text is "-" or "\u2010" or "\u2011")
        {
            behind++;
        }

        return behind < tree.Count && tree[behind].Text.Length > 0 && char.IsUpper(tree[behind].Text[0]) && tree.Tag(behind) is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.X;
    }

    private static NameKind KindOf(SentenceTree tree, int first, int last, bool hasTitle)
    {
        var lastWord = tree[last].Text.ToLowerInvariant();
        for (var i = first; i <= last; i++)
        {
            if (OrganisationWords.Contains(tree[i].Text.ToLowerInvariant()))
            {
                return NameKind.Organisation;
            }
        }

        if (PlaceWords.Contains(lastWord) || PlaceWords.Contains(tree[first].Text.ToLowerInvariant()))
        {
            return NameKind.Place;
        }

        if (hasTitle)
        {
            return NameKind.Person;
        }

        if (IsAcronym(tree[first].Text) && first == last)
        {
            if (StateAcronyms.Contains(tree[first].Text.Replace(".", "", StringComparison.Ordinal)))
            {
                return NameKind.Place;
            }

            return first > 0 && QuantityParser.Is(tree, first - 1, "in") ? NameKind.Place : NameKind.Organisation;
        }

        // "in Tehran", "near Camp Taji": a place, when the preposition governs the name itself and nothing follows that it modifies.
        if (first > 0 && PlacePrepositions.Contains(tree[first - 1].Text.ToLowerInvariant()) && (last + 1 >= tree.Count || tree.Tag(last + 1) is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) && !QuantityParser.IsAny(tree, last + 1, "'s", "\u2019s")
            && tree[first - 1].Text.ToLowerInvariant() is "in" or "at" or "near" or "around" or "outside" or "across" or "inside" or "throughout" or "north" or "south" or "east" or "west" or "off")
        {
            return NameKind.Place;
        }

        if (last > first && last - first <= 4 && IsSubjectOfSpeech(tree, first, last))
        {
            return NameKind.Person;
        }

        return NameKind.Unknown;
    }

    private static bool IsSubjectOfSpeech(SentenceTree tree, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (tree.Has(i, "nsubj") && tree.Head(i) is >= 0 and var head && tree.Lemma(head) is "say" or "tell" or "add" or "ask" or "argue" or "write")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is the head of names of bodies ("agency", "ministry").</summary>
    public static bool IsOrganisationWord(string word) => OrganisationWords.Contains(word);

    /// <summary>Whether a word is all capitals and at least two of them ("KH", "PMU").</summary>
    public static bool IsAcronym(string text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsUpper(c))
            {
                capitals++;
            }
            else if (c != '.' && c != '&' && !char.IsDigit(c))
            {
                return false;
            }
        }

        return capitals >= 2;
    }

    private static bool IsDemonym(string text) =>
        text.EndsWith("ian", StringComparison.Ordinal) || text.EndsWith("ish", StringComparison.Ordinal) || text.EndsWith("ese", StringComparison.Ordinal) || text.EndsWith("ean", StringComparison.Ordinal)
        || text.EndsWith("ani", StringComparison.Ordinal) || text.EndsWith("aqi", StringComparison.Ordinal) || text.EndsWith("eli", StringComparison.Ordinal) || text.EndsWith("can", StringComparison.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
