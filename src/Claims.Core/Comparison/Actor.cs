using System.Collections.Immutable;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison;

/// <summary>Who does what a phrase says: the words before it in its clause, or behind "by".</summary>
/// <param name="Names">Names among those words.</param>
/// <param name="Nouns">Dictionary forms of the other nouns among them.</param>
internal sealed record Actor(ImmutableArray<ProfileName> Names, ImmutableArray<string> Nouns)
{
    /// <summary>Words that make the next one a noun.</summary>
    private static readonly HashSet<string> Determiners = new(StringComparer.Ordinal) { "the", "a", "an", "this", "that", "these", "those", "any", "of", "for", "in", "after", "before", "its", "his", "her", "foreign", "during", "from", "with", "under" };

    /// <summary>How many words before a noun its actor may stand.</summary>
    private const int NounReach = 3;

    /// <summary>How many words before a phrase its actor may stand.</summary>
    private const int Reach = 14;

    /// <summary>How many words behind a phrase "by" may stand.</summary>
    private const int AgentReach = 9;

    /// <summary>The actor of a phrase in a claim.</summary>
    public static Actor Of(ClaimProfile profile, PoleHit hit) => hit.ActorBehind ? Behind(profile, hit.Last + 1) : Of(profile, hit.First, hit.Last);

    /// <summary>The actor of what is counted: who stands before the figure.</summary>
    public static Actor Of(ClaimProfile profile, Quantity quantity)
    {
        var at = profile.Claim.Text.IndexOf(quantity.Text, StringComparison.Ordinal);
        var token = at < 0 ? -1 : profile.TokenAt(at);
        return token < 0 ? new([], []) : Of(profile, token, token);
    }

    /// <summary>Who is behind an act: the words before it, or behind "by" and "of".</summary>
    public static Actor Of(ClaimProfile profile, Happening act) =>
        act.What is "work of" or "work" ? Behind(profile, act.Last + 1, Reach / 2) : Of(profile, act.First, act.Last);

    private static Actor Behind(ClaimProfile profile, int from, int reach)
    {
        var to = Math.Min(profile.Tokens.Count, from + reach);
        var nouns = Enumerable.Range(from, Math.Max(0, to - from)).TakeWhile(i => profile.Tokens[i].Kind != TokenKind.Mark)
            .Where(i => profile.Tokens[i] is { Kind: TokenKind.Word, Lemmas.Noun: not null } && !WordLists.Shared.IsStop(profile.Tokens[i].Lemmas.Word)).Select(i => profile.Tokens[i].Lemmas.Noun!);
        return new([.. profile.Names.Where(n => n.First >= from && n.First < to)], [.. nouns.Distinct()]);
    }

    private static Actor Behind(ClaimProfile profile, int from)
    {
        var to = from;
        while (to < profile.Tokens.Count && !profile.Tokens[to].EndsClause)
        {
            to++;
        }

        // "Without the metalworkers' union": up to the first mark, the nouns say who, too.
        var nouns = Enumerable.Range(from, to - from).Take(NounReach + 1).TakeWhile(i => profile.Tokens[i].Kind != TokenKind.Mark)
            .Where(i => profile.Tokens[i] is { Kind: TokenKind.Word, Lemmas.Noun: not null } && !WordLists.Shared.IsStop(profile.Tokens[i].Lemmas.Word))
            .Select(i => profile.Tokens[i].Lemmas.Noun!);
        return new([.. profile.Names.Where(n => n.First >= from && n.First < to)], WithoutBodies([.. nouns.Distinct()]));
    }

    /// <summary>"The metalworkers' union" is told from other unions by its first word only.</summary>
    private static ImmutableArray<string> WithoutBodies(ImmutableArray<string> nouns) =>
        nouns.Where(n => !WordLists.Shared.IsBody(n)).ToImmutableArray() is { IsEmpty: false } telling ? telling : nouns;

    private static Actor Of(ClaimProfile profile, int first, int last)
    {
        var tokens = profile.Tokens;
        var places = new List<(int First, int Last)>();
        for (var i = last + 1; i < Math.Min(tokens.Count, last + AgentReach) && !tokens[i].EndsClause; i++)
        {
            if (tokens[i].Lemmas.Word is "by" or "from" && i + 1 < tokens.Count)
            {
                places.Add((i + 1, Math.Min(tokens.Count - 1, i + 6)));
                break;
            }
        }

        // "was attacked by the league": the words before are the one that suffers.
        var isPassive = places.Count > 0 && first > 0 && Enumerable.Range(Math.Max(0, first - 3), Math.Min(3, first)).Any(i => tokens[i].Lemmas.Verb == "be");
        if (!isPassive)
        {
            // "Militia attacks on the town": only what stands right before a noun acts.
            var reach = IsNoun(tokens, first, last) ? NounReach : Reach;
            var start = first;
            while (start > 0 && first - start < reach && !tokens[start - 1].EndsClause)
            {
                start--;
            }

            places.Add((OwnClause(tokens, start, first), first - 1));
        }

        bool Inside(int i) => places.Any(p => p.First <= i && i <= p.Last);
        var names = profile.Names.Where(n => n.First >= 0 && Inside(n.First)).ToImmutableArray();
        var nouns = Enumerable.Range(0, tokens.Count)
            .Where(i => Inside(i) && tokens[i].Kind == TokenKind.Word && tokens[i].Lemmas.Noun is not null && !IsParticiple(tokens[i].Lemmas) && !WordLists.Shared.IsStop(tokens[i].Lemmas.Word) && !ProfileReader.IsTimeWord(tokens[i].Lemmas.Word))
            .Select(i => tokens[i].Lemmas.Noun!)
            .Distinct()
            .ToImmutableArray();
        if (names.IsEmpty && !profile.Subject.IsEmpty)
        {
            names = profile.Subject.Names;
            nouns = profile.Subject.Head is { } head ? nouns.Add(head) : nouns;
        }

        // "His movement", "their party": the body that the speaker stands for is named around the claim.
        if (names.IsEmpty && nouns.Any(n => n is "movement" or "party" or "group" or "coalition" or "bloc" or "organisation" or "organization" or "list" or "alliance" or "faction" or "league" or "front")
            && Enumerable.Range(0, tokens.Count).Any(i => Inside(i) && tokens[i].Lemmas.Word is "his" or "her" or "their" or "our" or "its"))
        {
            names = profile.ContextNames;
        }

        // "We", "they": extraction may know whom the word stands for.
        if (names.IsEmpty && Enumerable.Range(0, tokens.Count).Any(i => Inside(i) && tokens[i].Lemmas.Word is "we" or "our" or "they" or "their" or "it" or "its"))
        {
            names = [.. profile.Names.Where(n => n.First < 0)];
        }

        // "We", "our men", "his movement": who speaks is who acts.
        if (names.IsEmpty && Enumerable.Range(0, tokens.Count).Any(i => Inside(i) && tokens[i].Lemmas.Word is "we" or "our" or "us" or "his" or "her" or "their" or "its" or "they" or "he" or "she" or "it"))
        {
            names = profile.Known([.. profile.Claim.Attribution.Links.SelectMany(l => ProfileReader.NamesOf([l.Name], null))]);
            nouns = [.. nouns, .. profile.Claim.Attribution.Links.TakeLast(1).SelectMany(l => ProfileTokenizer.Tokenize(l.Name)).Where(t => t.Kind == TokenKind.Word && t.Lemmas.Noun is not null && !WordLists.Shared.IsStop(t.Lemmas.Word)).Select(t => t.Lemmas.Noun!)];
        }

        return new(names, nouns);
    }

    /// <summary>"The shell that its own gunners had misfired": behind "that" another actor may stand; then the words before are not the actor's.</summary>
    private static int OwnClause(IReadOnlyList<ProfileToken> tokens, int start, int first)
    {
        for (var i = first - 1; i > start; i--)
        {
            if (tokens[i].Lemmas.Word is "that" or "which" or "whom" or "where" or "because")
            {
                return Enumerable.Range(i + 1, first - i - 1).Any(k => tokens[k].Kind == TokenKind.Name || (tokens[k] is { Kind: TokenKind.Word, Lemmas.Noun: not null } && !WordLists.Shared.IsStop(tokens[k].Lemmas.Word))) ? i + 1 : start;
            }
        }

        return start;
    }

    /// <summary>"Acting alone", "working for": a verb's form in -ing beside an actor is none.</summary>
    private static bool IsParticiple(WordLemmas lemmas) => lemmas.Word.EndsWith("ing", StringComparison.Ordinal) && lemmas.Verb is { } verb && verb != lemmas.Word;

    /// <summary>Whether a person is among its nouns.</summary>
    public bool HasPerson => PersonOf(this) is not null;

    /// <summary>Whether both bear one name.</summary>
    public bool SharesName(Actor other) => Names.Any(n => other.Names.Any(n.Matches));

    /// <summary>How two actors stand to each other.</summary>
    public SubjectRelation To(Actor other)
    {
        if (!Names.IsEmpty && !other.Names.IsEmpty)
        {
            if (!Names.Any(n => other.Names.Any(n.Matches)))
            {
                return SubjectRelation.Different;
            }

            // "Velmari warships", "Velmari border troops": of one state, and yet two. A name of more words is one body, whatever its people are called.
            return PartsOfOneState(other) && !Names.Any(n => n.Words.Length > 1 && other.Names.Any(m => m.Words.Length > 1 && n.Matches(m))) ? SubjectRelation.Different : SubjectRelation.Same;
        }

        if (PersonOf(this) is { } person && PersonOf(other) is { } second && !Meet(person, second) && !WordNetTable.Embedded.IsKindOf(person, second) && !WordNetTable.Embedded.IsKindOf(second, person))
        {
            return SubjectRelation.Different;
        }

        return Nouns.Any(n => other.Nouns.Any(m => Meet(n, m))) ? SubjectRelation.Same : SubjectRelation.Unknown;
    }

    /// <summary>The last person before the phrase ("the dockers' union's chair"), unless a word for anyone.</summary>
    private static string? PersonOf(Actor actor) =>
        actor.Nouns.LastOrDefault(n => WordNetTable.Embedded.IsPerson(n) && !WordLists.Shared.IsGenericPerson(n) && !WordLists.Shared.IsAttribution(n));

    private static bool IsNoun(IReadOnlyList<ProfileToken> tokens, int first, int last) =>
        first == last && first > 0 && tokens[first].Lemmas.Noun is not null
        && (Determiners.Contains(tokens[first - 1].Lemmas.Word) || (tokens[first - 1] is { Kind: TokenKind.Word, Lemmas.Noun: not null } && last + 1 < tokens.Count && tokens[last + 1].Lemmas.Word is "on" or "against" or "by" or "in" or "and"));

    private bool PartsOfOneState(Actor other)
    {
        var mine = Nouns.Where(IsBranch).ToList();
        var theirs = other.Nouns.Where(IsBranch).ToList();
        return mine.Count > 0 && theirs.Count > 0 && !mine.Any(m => theirs.Any(t => Meet(m, t)));
    }


    private static bool IsBranch(string noun) => (WordLists.Shared.BranchOf(noun) is not null || WordNetTable.Embedded.IsPerson(noun)) && !WordLists.Shared.IsGenericForce(noun);

    /// <summary>One noun, two names of it, or two words for an armed group ("militias", "factions").</summary>
    private static bool Meet(string a, string b) =>
        a == b || (WordLists.Shared.BranchOf(a) is { } branch && branch == WordLists.Shared.BranchOf(b)) || (WordLists.Shared.IsPolice(a) && WordLists.Shared.IsPolice(b)) || (WordLists.Shared.IsArmedGroup(a) && WordLists.Shared.IsArmedGroup(b) && WordLists.Shared.IsGenericForce(a) == WordLists.Shared.IsGenericForce(b)) || WordNetTable.Embedded.AreSynonyms(a, b);
}
