using System.Collections.Immutable;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;
using Claims.Core.Extraction.Dates;
using Claims.Core.Grouping;

namespace Claims.Core.Comparison;

/// <summary>The subject of a claim.</summary>
/// <param name="Head">Dictionary form of its head noun, or null where there is none.</param>
/// <param name="Names">Names in it.</param>
/// <param name="Words">Families of its other words.</param>
internal sealed record SubjectPhrase(string? Head, ImmutableArray<ProfileName> Names, ImmutableArray<string> Words)
{
    public bool IsEmpty => Head is null && Names.IsEmpty;
}

/// <summary>Reads names, content, denials and poles off the words of a claim.</summary>
internal sealed class ProfileReader(IReadOnlyList<ProfileToken> tokens)
{
    /// <summary>How many words a denial reaches ("did not in the end sign").</summary>
    private const int DenialReach = 6;

    /// <summary>How many words an unreal verb reaches ("begged both crews to stay in port").</summary>
    private const int UnrealReach = 8;

    /// <summary>How many words before a mention of another event may say that it is only held beside the news.</summary>
    private const int OtherReach = 4;

    private static readonly HashSet<string> TimeWords = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "day", "week", "month", "year", "morning", "evening", "night", "afternoon", "midnight",
        "noon", "dawn", "dusk", "weekend", "hour", "minute", "hours", "summer", "autumn", "winter", "spring", "gmt", "cet", "est", "utc", "local", "time", "last", "late", "early", "overnight", "o'clock", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    };

    /// <summary>Names of the calendar, which are capitalised and name no one ("Dawn" may well be a party).</summary>
    private static readonly HashSet<string> Calendar = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "gmt", "cet", "est", "utc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    };

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "mr", "mrs", "ms", "dr", "gen", "general", "president", "minister", "prime", "senator", "mayor", "colonel", "col", "sgt", "lt", "capt", "captain", "judge", "justice", "king", "queen",
        "prince", "princess", "sir", "lord", "deputy", "chief", "rev", "gov", "governor", "al", "el", "ex-police", "former", "foreign", "finance", "interior", "defence", "defense", "labour", "labor", "of", "and", "for", "in", "st", "de", "la", "commander", "sheriff", "officer", "professor", "prof",
    };

    private static readonly HashSet<string> NameLinks = new(StringComparer.Ordinal) { "of", "al", "el", "de", "la", "bin", "ibn", "van", "von", "der", "du", "da", "for", "&" };

    public static bool IsTimeWord(string word) => TimeWords.Contains(word);

    /// <summary>Names in the claim; those of who is quoted do not count.</summary>
    public ImmutableArray<ProfileName> Names(Claim claim)
    {
        var result = new List<ProfileName>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Name || Calendar.Contains(tokens[i].Lemmas.Word))
            {
                continue;
            }

            var last = i;
            while (last + 1 < tokens.Count && (tokens[last + 1].Kind == TokenKind.Name
                || (tokens[last + 1].Lemmas.Word == "'s" && last + 2 < tokens.Count && tokens[last + 2].Kind == TokenKind.Name && IsJoinedName(last))
                || (last + 2 < tokens.Count && NameLinks.Contains(tokens[last + 1].Lemmas.Word) && tokens[last + 2].Kind == TokenKind.Name)) && !Calendar.Contains(tokens[last + 1].Lemmas.Word))
            {
                last++;
            }

            Add(result, claim.Text[tokens[i].Start..tokens[last].End], i);
            i = last;
        }

        var quoted = claim.Attribution.Links.Select(l => Make(l.Name, -1)).Where(n => n is not null).ToList();
        if (quoted.Count > 0)
        {
            result.RemoveAll(n => quoted.Any(q => n.Words.All(q!.Words.Contains)) && !InSubject(claim, n));
        }

        for (var i = 0; i < result.Count; i++)
        {
            var before = result[i].First - 1;
            if (before > 0 && tokens[before].Lemmas.Word is "the" or "a")
            {
                before--;
            }

            if (before > 0 && tokens[before].Lemmas.Word == "of" && WordLists.Shared.IsPlaceNoun(tokens[before - 1].Lemmas.Noun ?? ""))
            {
                // "The island of Lissara".
                result[i] = result[i] with { IsPlace = true };
            }

            if (before >= 0 && tokens[before].Lemmas.Word is "in" or "at" or "on" or "near" or "outside" or "around" or "across" or "through" or "over" or "inside" or "off" or "along")
            {
                result[i] = result[i] with { IsPlace = true };
            }
        }

        foreach (var name in claim.Names)
        {
            if (Make(name, -1) is { } made && !IsSentenceStart(claim, name) && !result.Any(made.Matches) && !quoted.Any(q => made.Words.All(q!.Words.Contains)))
            {
                result.Add(made);
            }
        }

        return [.. result];
    }

    /// <summary>Whether the name is no more than an ordinary word that opens the claim ("Ferries", "Turnout").</summary>
    private bool IsSentenceStart(Claim claim, string name) =>
        tokens.Count > 0 && tokens[0].Kind == TokenKind.Word && claim.Text.StartsWith(name, StringComparison.Ordinal) && name.Length == tokens[0].Text.Length;

    /// <summary>"People's Dawn", "Workers' List": an ordinary word in the possessive before a capital is part of a name; "Orvania's Congress" is two.</summary>
    private bool IsJoinedName(int index) => WordNetTable.Embedded.IsNoun(tokens[index].Lemmas.Noun ?? "") && NgramDictionary.Embedded.KnowsWord(tokens[index].Lemmas.Word);

    /// <summary>Words with content by family; names, numbers and times are no content.</summary>
    public Dictionary<string, double> Content() => ContentOf(tokens);

    public static ImmutableArray<ProfileName> NamesOf(ImmutableArray<string> context, string? title)
    {
        var result = new List<ProfileName>();
        foreach (var phrase in context)
        {
            if (phrase.Length > 0 && char.IsUpper(phrase[0]))
            {
                Add(result, phrase, -1);
            }
        }

        if (title is not null)
        {
            // Headlines often write every word with a capital: only words that are no ordinary words count as names.
            foreach (var token in ProfileTokenizer.Tokenize(title).Where(t => t.Kind == TokenKind.Name && !IsOrdinary(t.Lemmas)))
            {
                Add(result, token.Text, -1);
            }
        }

        return [.. result];
    }

    public static IReadOnlyDictionary<string, double> ContentOf(ImmutableArray<string> context, string? title)
    {
        var result = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in title is null ? context : context.Add(title.ToLowerInvariant()))
        {
            foreach (var (word, weight) in ContentOf(ProfileTokenizer.Tokenize(text)))
            {
                result[word] = weight;
            }
        }

        return result;
    }

    /// <summary>Whether words right before a claim leave open whether it is so.</summary>
    public static bool IsUnreal(IReadOnlyList<ProfileToken> before) =>
        WordLists.Shared.Unreal.Find(before).Any(h => before.Count - h.Last <= UnrealReach);

    /// <summary>What stands right before the claim's words in its sentence.</summary>
    public static string Before(Claim claim)
    {
        var length = Math.Min(claim.Prefix.Length, Math.Max(0, claim.Span.Start - claim.Sentence.Start));
        return $"{claim.Prefix[^length..]} {claim.Quote[..Own(claim).Start]}";
    }

    /// <summary>
    /// Whether the words set the event off from another. What the news is held against is no event of its own ("up from the
    /// previous election", "from 80 the year before", "the worst since the year before"), "another 40" are more of the same, and "built eighty years
    /// ago" dates a thing.
    /// </summary>
    public static bool IsOther(IReadOnlyList<ProfileToken> around)
    {
        foreach (var hit in WordLists.Shared.Other.Find(around))
        {
            var before = around.Skip(Math.Max(0, hit.First - OtherReach)).Take(Math.Min(OtherReach, hit.First)).ToList();
            var isFrom = Enumerable.Range(Math.Max(0, hit.First - OtherReach - 2), Math.Min(OtherReach + 2, hit.First)).Any(i => around[i].Lemmas.Word == "from" && (around[i + 1].Kind == TokenKind.Number || NumberWord(around[i + 1].Lemmas.Word)));
            var next = hit.Last + 1 < around.Count ? around[hit.Last + 1] : null;
            if (!isFrom && !before.Any(t => WordLists.Shared.IsComparison(t.Lemmas.Word) || (t.Lemmas.Verb is { } verb && WordLists.Shared.IsMaking(verb)))
                && !(hit.Value == "another" && next is not null && (next.Kind == TokenKind.Number || NumberWord(next.Lemmas.Word))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Parts of places and things named in the claim; "men" and "women" are parts only as the men's and the women's of something.</summary>
    public ImmutableArray<string> Parts(string text) =>
    [
        .. tokens
            .Where(t => t.Kind == TokenKind.Word && (t.Lemmas.Word is not "men" and not "women" || (t.End < text.Length && text[t.End] is '\'' or '’')))
            .SelectMany(t => WordLists.Shared.PartsOf(t.Lemmas.Word))
            .Distinct(),
    ];

    /// <summary>The claim's words with those right before and behind it in its sentence.</summary>
    public static IReadOnlyList<ProfileToken> Around(Claim claim, IReadOnlyList<ProfileToken> tokens)
    {
        var behind = claim.Quote[Own(claim).End..] + claim.Suffix[..Math.Min(claim.Suffix.Length, Math.Max(0, claim.Sentence.End - claim.Span.End))];
        var before = Before(claim);
        return [.. ProfileTokenizer.Tokenize(before), .. tokens, .. ProfileTokenizer.Tokenize(behind)];
    }

    /// <summary>
    /// Where the claim's own words stand in its quote, which may be the whole sentence: the longest end of its text that the
    /// quote holds ("threatened to strike the port" for "The Front strike the port").
    /// </summary>
    private static (int Start, int End) Own(Claim claim)
    {
        var text = claim.Text.AsSpan().TrimEnd('.');
        for (var i = 0; i < text.Length; i++)
        {
            if ((i == 0 || text[i - 1] == ' ') && claim.Quote.AsSpan().IndexOf(text[i..], StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                return (at, at + text.Length - i);
            }
        }

        return (0, claim.Quote.Length);
    }

    /// <summary>Content and names of the claim and its context as one weighted set of words.</summary>
    public static Dictionary<string, double> StoryOf(ClaimProfile profile)
    {
        var result = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, weight) in profile.Content.Concat(profile.ContextContent))
        {
            result[word] = weight;
        }

        foreach (var name in profile.Names.Concat(profile.ContextNames))
        {
            foreach (var word in name.Words)
            {
                result[ProfileName.KeyOf(word)] = NgramDictionary.Embedded.IdfOfWord(word);
            }
        }

        return result;
    }

    public static SubjectPhrase Phrase(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new(null, [], []);
        }

        var words = ProfileTokenizer.Tokenize(text);
        var names = new ProfileReader(words).Names(new Claim { Id = default, DocumentId = default, ArticleId = default, Ordinal = 0, Span = default, Sentence = default, Quote = text, Text = text });
        // The head of "fighters of the league" stands before the first preposition.
        var end = words.FindIndex(1 < words.Count ? 1 : 0, t => t.Lemmas.Word is "of" or "in" or "at" or "on" or "from" or "who" or "which" or "that" or "with" or "for" or "by" or "," or "—");
        var head = words.Take(end < 1 ? words.Count : end).LastOrDefault(t => t.Kind is TokenKind.Word or TokenKind.Name && !WordLists.Shared.IsStop(t.Lemmas.Word));
        return new(head is null ? null : head.Lemmas.Noun ?? head.Lemmas.Word, names, [.. ContentOf(words).Keys]);
    }

    /// <summary>For each token the number of denials that reach it.</summary>
    public int[] Negations()
    {
        var result = new int[tokens.Count];
        void Reach(int from, int length)
        {
            for (var i = from; i < tokens.Count && i < from + length && !tokens[i].EndsClause; i++)
            {
                result[i]++;
            }
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Lemmas.Word;
            if (WordLists.Shared.IsNegator(word) && !(word is "not" && i + 1 < tokens.Count && tokens[i + 1].Lemmas.Word is "only" or "just" or "merely" or "simply") && !(word is "no" && i + 1 < tokens.Count && tokens[i + 1].Lemmas.Word is "more" or "fewer" or "less" or "longer"))
            {
                // "No unit of ours took part", "None of them had fired": a denial at the head of the clause reaches its verb.
                var opens = i == 0 || tokens[i - 1].Kind == TokenKind.Mark || tokens[i - 1].Lemmas.Word is "that" or "and" or "but" or "said";
                Reach(i + 1, opens ? DenialReach * 2 : word == "without" ? 3 : DenialReach);
            }
            else if (word == "no" && i + 1 < tokens.Count && tokens[i + 1].Lemmas.Word == "longer")
            {
                Reach(i + 2, DenialReach);
            }
        }

        // "Stopped short of": one denial, though "stop" and "short of" are denials too.
        var denying = WordLists.Shared.Denying.Find(tokens).ToList();
        foreach (var hit in denying.Where(h => !denying.Any(o => o.First <= h.Last && h.First <= o.Last && o.Words > h.Words)))
        {
            if (!WordLists.Shared.IsNegator(tokens[hit.First].Lemmas.Word))
            {
                Reach(hit.Last + 1, DenialReach);
            }
        }

        return result;
    }

    /// <summary>Poles in the claim, the longest phrase where phrases overlap on one scale.</summary>
    public ImmutableArray<PoleHit> Poles(OppositionLibrary library, int[] negations)
    {
        var unreal = WordLists.Shared.Unreal.Find(tokens).ToList();
        var hits = library.Phrases.Find(tokens)
            .Where(h => tokens[h.First].Kind != TokenKind.Name && tokens[h.Last].Kind != TokenKind.Name)
            .GroupBy(h => h.Value.Opposition.Name)
            .SelectMany(g => Longest([.. g]))
            .Where(h => h.Value.Pole >= 0 && !IsAttribute(h) && !(h.First == h.Last && h.Last + 1 < tokens.Count && tokens[h.Last + 1].Lemmas.Word == "that"))
            .Select(h => new PoleHit(
                h.Value.Opposition,
                h.Value.Pole,
                h.First,
                h.Last,
                (OpensWithDenial(h) ? 0 : negations[h.First] + DenialsInside(h)) % 2 == 1,
                unreal.Any(u => u.Last < h.First && h.First - u.Last <= UnrealReach && !Enumerable.Range(u.Last, h.First - u.Last).Any(i => tokens[i].EndsClause)),
                h.Value.ActorBehind));
        return [.. hits];
    }

    /// <summary>"Jailed editor Mira Solt": a participle that opens the claim before a noun tells what was, not what is news.</summary>
    private bool IsAttribute(PhraseHit<PolePhrase> hit) =>
        hit.First == hit.Last && tokens[hit.First].Lemmas.Word.EndsWith("ed", StringComparison.Ordinal) && hit.First + 1 < tokens.Count
        && (hit.First == 0 || (hit.First == 1 && tokens[0].Lemmas.Word is "the" or "a" or "an" or "two" or "three" or "four"))
        && tokens[hit.First + 1] is { Kind: TokenKind.Word, Lemmas: { Noun: not null } next } && !WordLists.Shared.IsStop(next.Word);

    /// <summary>"Escaped without damage": a phrase that denies for itself is not denied again by the verb that it goes with.</summary>
    private bool OpensWithDenial(PhraseHit<PolePhrase> hit) => WordLists.Shared.IsNegator(tokens[hit.First].Lemmas.Word);

    /// <summary>Denials in the gaps of a phrase: "carried out no attack" stands at the other pole than "carried out an attack".</summary>
    private int DenialsInside(PhraseHit<PolePhrase> hit) => hit.Words <= hit.Last - hit.First
        ? Enumerable.Range(hit.First + 1, hit.Last - hit.First - 1).Count(i => WordLists.Shared.IsNegator(tokens[i].Lemmas.Word))
        : 0;

    private static IEnumerable<PhraseHit<PolePhrase>> Longest(List<PhraseHit<PolePhrase>> hits)
    {
        foreach (var hit in hits)
        {
            if (!hits.Any(h => h.First <= hit.Last && hit.First <= h.Last && (h.Words > hit.Words || (h.Words == hit.Words && (h.First, h.Last, h.Value.Pole).CompareTo((hit.First, hit.Last, hit.Value.Pole)) < 0))))
            {
                yield return hit;
            }
        }
    }

    private static Dictionary<string, double> ContentOf(IReadOnlyList<ProfileToken> words)
    {
        var result = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in words)
        {
            var lemmas = token.Lemmas;
            if (token.Kind == TokenKind.Word && lemmas.Word.Length > 1 && !WordLists.Shared.IsStop(lemmas.Word) && !IsTimeWord(lemmas.Word)
                && !WordLists.Shared.IsAttribution(lemmas.Verb ?? lemmas.Noun ?? lemmas.Word) && !WordLists.Shared.IsAttribution(lemmas.Noun ?? lemmas.Word) && !WordLists.Shared.IsNegator(lemmas.Word) && !NumberWord(lemmas.Word))
            {
                result[lemmas.Family] = NgramDictionary.Embedded.IdfOfWord(lemmas.Word);
            }
        }

        return result;
    }

    private static bool NumberWord(string word) => word is "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "eleven" or "twelve" or "dozen" or "dozens"
        or "hundred" or "hundreds" or "thousand" or "thousands" or "million" or "millions" or "billion" or "percent" or "per" or "cent" or "half" or "quarter" or "third" or "twenty" or "thirty" or "forty" or "fifty" or "sixty" or "seventy" or "eighty" or "ninety";

    private static bool IsOrdinary(WordLemmas lemmas) => WordLists.Shared.IsStop(lemmas.Word) || lemmas.Verb is not null || lemmas.Noun is not null || WordNetTable.Embedded.IsAdjective(lemmas.Word) || NumberWord(lemmas.Word) || IsTimeWord(lemmas.Word);

    private static bool InSubject(Claim claim, ProfileName name) => claim.Subject is { } subject && subject.Contains(name.Text, StringComparison.Ordinal);

    private static void Add(List<ProfileName> names, string text, int first)
    {
        if (Make(text, first) is { } name && !names.Any(n => n.Words.SequenceEqual(name.Words)))
        {
            names.Add(name);
        }
    }

    private static ProfileName? Make(string text, int first)
    {
        var words = ProfileTokenizer.Tokenize(text)
            .Where(t => t.Kind != TokenKind.Mark)
            .SelectMany(t => t.Lemmas.Word.Split('-'))
            .Select(w => w.TrimEnd('\''))
            .Where(w => w.Length > 0 && w != "'s" && !Titles.Contains(w))
            .ToImmutableArray();
        return words.IsEmpty ? null : new(text, words, first, words.Max(w => NgramDictionary.Embedded.IdfOfWord(w)));
    }
}
