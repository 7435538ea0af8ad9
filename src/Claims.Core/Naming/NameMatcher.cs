using System.Collections.Immutable;
using System.Globalization;

namespace Claims.Core.Naming;

/// <summary>
/// How far two names are one, by the names alone and by what documents declare. A pure function of its input, so the order
/// in which documents come makes no difference. Symmetric.
/// </summary>
/// <remarks>
/// What each rule is worth was set by hand on the invented pairs of <c>claims evaluate extraction</c>. A rule under
/// <see cref="NameAlias.Threshold"/> is one under which different people, places and bodies go by such names often enough
/// that a person should say: a surname alone, one initial, a generation more, words turned round.
/// </remarks>
public static class NameMatcher
{
    /// <summary>Name and version of rules and weights; stored with every pair.</summary>
    public const string Version = "names-1";

    private const double Surname = 0.6;
    private const double TitledSurname = 0.66;
    private const double AlikeSurname = 0.93;
    private const double GivenName = 0.4;
    private const double MiddleName = 0.82;
    private const double MiddleInitial = 0.93;
    private const double BodyWord = 0.84;
    private const double OneInitial = 0.76;
    private const double TwoInitials = 0.9;
    private const double TurnedRound = 0.8;
    private const double TurnedByComma = 0.95;
    private const double OneGeneration = 0.55;
    private const double Parent = 0.55;
    private const double LettersDeclared = 0.97;
    private const double ForeignDeclared = 0.92;
    private const double DeclaredTwice = 0.7;

    /// <summary>The evidence for two names, or null where nothing speaks for them or something against.</summary>
    /// <param name="a">A name.</param>
    /// <param name="b">Another.</param>
    /// <param name="declarations">What documents declare of either: short forms with what they stand for.</param>
    public static NameAlias? Match(NameForm a, NameForm b, IReadOnlyList<NameDeclaration> declarations)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(declarations);
        if (a.Key == b.Key)
        {
            return null;
        }

        var (first, second) = string.CompareOrdinal(a.Key, b.Key) <= 0 ? (a, b) : (b, a);
        var found = Declared(first, second, declarations) ?? (first.IsAcronym || second.IsAcronym ? Acronym(first, second) : Words(first, second));
        return found is { } match && match.Score >= NameAlias.Suggested ? new(first.Text, second.Text, Math.Round(match.Score, 3), match.Evidence) : null;
    }

    private static Found? Declared(NameForm a, NameForm b, IReadOnlyList<NameDeclaration> declarations)
    {
        var own = declarations.Where(d => Is(d, a, b) || Is(d, b, a)).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var (shortForm, name) = Is(own[0], a, b) ? (a, b) : (b, a);
        var documents = own.Select(d => d.Document.Value).Distinct().Order(StringComparer.Ordinal).ToList();
        var evidence = new List<NameEvidence>
        {
            new("declared", $"“{name.Text} ({shortForm.Text})” stands so in {(documents.Count == 1 ? "one story" : string.Create(CultureInfo.InvariantCulture, $"{documents.Count} stories"))}: {string.Join(", ", documents.Take(3))}"),
        };
        var fits = AcronymMatcher.Align(shortForm.Key, name) is not null;
        evidence.Add(fits ? new("initials", $"{shortForm.Text} are its initials in order") : new("foreign initials", $"{shortForm.Text} are not its English initials"));

        // "DHB" for the harbour board here and for a bank elsewhere: the letters alone do not say which.
        var other = declarations.Where(d => NameForm.KeyOf(d.Short) == shortForm.Key && NameForm.KeyOf(d.Long) != name.Key)
            .FirstOrDefault(d => NameForm.Read(d.Long) is { } rival && Words(name, rival) is not { Score: >= NameAlias.Threshold });
        if (other is not null)
        {
            evidence.Add(new("declared otherwise", $"{shortForm.Text} stands for “{other.Long}” elsewhere"));
        }

        return new(other is not null ? DeclaredTwice : fits ? LettersDeclared : ForeignDeclared, [.. evidence]);
    }

    private static bool Is(NameDeclaration declaration, NameForm shortForm, NameForm name) =>
        NameForm.KeyOf(declaration.Short) == shortForm.Key && NameForm.KeyOf(declaration.Long) == name.Key;

    private static Found? Acronym(NameForm a, NameForm b)
    {
        if (a.IsAcronym == b.IsAcronym)
        {
            return null;
        }

        var (letters, name) = a.IsAcronym ? (a, b) : (b, a);
        if (AcronymMatcher.Align(letters.Key, name) is not { } fit)
        {
            return null;
        }

        // Two letters fit one name in a few hundred by chance, five hardly any.
        var score = letters.Key.Length switch { 2 => 0.5, 3 => 0.7, 4 => 0.83, _ => 0.9 };
        var skipped = fit.Skipped.Count == 0 ? "" : $", {string.Join(" and ", fit.Skipped.Select(word => $"“{word}”"))} left out";
        return new(score, [new("initials", $"{letters.Text} are the initials of “{name.Text}” in order{skipped}; no story says so itself")]);
    }

    private static Found? Words(NameForm a, NameForm b)
    {
        if ((a.Sex != 0 && b.Sex != 0 && a.Sex != b.Sex) || !a.Numbers.SequenceEqual(b.Numbers))
        {
            return null;
        }

        if (a.Spread is not null || b.Spread is not null)
        {
            var apart = Words(a.Spread ?? a, b.Spread ?? b);
            var together = Words(a.Whole, b.Whole);
            return together is null || apart?.Score > together.Value.Score ? apart : together;
        }

        var pair = TokenAlignment.Of(a, b);
        var found = pair.OnlyA.Length == 0 && pair.OnlyB.Length == 0 ? Whole(pair)
            : pair.Whole > 0 && (pair.OnlyA.Length == 0 || pair.OnlyB.Length == 0) && pair.InOrder ? Part(pair)
            : null;
        found ??= RunTogether(a, b);
        if (found is not { } match)
        {
            return null;
        }

        if (a.Generation != b.Generation)
        {
            // "Delk Jr." and "Delk Sr." are two; "Delk Jr." and "Delk" may be.
            return a.Generation is not null && b.Generation is not null
                ? null
                : new(Math.Min(match.Score, OneGeneration), [new("generation", $"“{a.Generation ?? b.Generation}” stands in one of them only"), .. match.Evidence]);
        }

        return match;
    }

    /// <summary>Every word has its like.</summary>
    private static Found? Whole(TokenAlignment pair)
    {
        var evidence = new List<NameEvidence>();
        if (pair.Whole == 0)
        {
            return null;
        }

        var score = (pair.Mean + pair.Least) / 2;
        if (pair.Initials > 0)
        {
            score *= pair.Initials > 1 ? TwoInitials : pair.A.Core.Length > 2 && IsInside(pair) ? MiddleInitial : OneInitial;
            evidence.Add(new("initial", pair.Initials > 1 ? "their initials agree" : "one initial stands for a name"));
        }

        if (!pair.InOrder)
        {
            score *= pair.A.HasComma != pair.B.HasComma ? TurnedByComma : TurnedRound;
            evidence.Add(new("order", pair.A.HasComma != pair.B.HasComma ? "a comma turns the words round" : "the same words in another order, as of a father and his son"));
        }

        Respelled(pair, evidence);
        if (pair.A.HasTitle != pair.B.HasTitle)
        {
            evidence.Add(new("title", "one bears a title"));
            score *= pair.A.Core.Length == 1 ? MiddleName : 1;
        }

        if (evidence.Count == 0)
        {
            evidence.Add(new("small words", "they differ in small words only"));
        }

        return new(score, [.. evidence]);
    }

    /// <summary>All words of one have their like in the other, which has more.</summary>
    private static Found? Part(TokenAlignment pair)
    {
        var (longer, extra) = pair.OnlyA.Length > 0 ? (pair.A, pair.OnlyA) : (pair.B, pair.OnlyB);
        var shorter = ReferenceEquals(longer, pair.A) ? pair.B : pair.A;
        var left = string.Join(' ', extra.Select(i => longer.Core[i]));
        var evidence = new List<NameEvidence>();
        double score;
        if (shorter.Core.All(NameWords.IsKind) || (shorter.Core.Length == 1 && pair.Least < AlikeSurname))
        {
            return null;
        }

        if (extra.All(i => NameWords.IsBodyWord(longer.Core[i])))
        {
            score = BodyWord;
            evidence.Add(new("kind of body", $"“{left}” only says what kind of body it is"));
        }
        else if (shorter.Core.Length == 1)
        {
            var isLast = extra[^1] < longer.Core.Length - 1;
            score = !isLast || longer.Core.Length > 4 ? GivenName : shorter.HasTitle ? TitledSurname : Surname;
            evidence.Add(new("surname", $"“{shorter.Text}” could be any “{shorter.Core[0]}”"));
        }
        else if (extra[0] > 0 && extra[^1] < longer.Core.Length - 1)
        {
            score = extra.All(i => NameForm.IsInitial(longer.Core[i])) ? MiddleInitial : MiddleName;
            evidence.Add(new("middle name", $"“{left}” stands in one of them only"));
        }
        else
        {
            score = Parent;
            evidence.Add(new("more words", $"“{left}” stands in one of them only, as a son's name has his father's or a branch its whole"));
        }

        if (pair.Initials > 0)
        {
            score *= OneInitial;
            evidence.Add(new("initial", "an initial stands for a name"));
        }

        Respelled(pair, evidence);
        return new(score * pair.Mean, [.. evidence]);
    }

    /// <summary>"Pesh Merga", "Peshmerga": the same letters cut at other places.</summary>
    private static Found? RunTogether(NameForm a, NameForm b)
    {
        if (a.Core.Length == b.Core.Length || Math.Abs(a.Core.Length - b.Core.Length) > 2)
        {
            return null;
        }

        var (x, y) = (Transliteration.Fold(string.Concat(a.Core)), Transliteration.Fold(string.Concat(b.Core)));
        var similarity = SpellingDistance.Similarity(x, y);
        return similarity >= JoinedLetters && Math.Min(x.Length, y.Length) >= JoinedLength
            ? new(similarity * RunTogetherShare, [new("run together", $"“{a.Text}” and “{b.Text}” have the same letters, cut elsewhere")])
            : null;
    }

    private const double JoinedLetters = 0.95;
    private const int JoinedLength = 6;
    private const double RunTogetherShare = 0.95;

    private static void Respelled(TokenAlignment pair, List<NameEvidence> evidence)
    {
        var respelled = pair.Respelled.Where(p => p.A.Length > 1 && p.B.Length > 1).ToList();
        if (respelled.Count > 0)
        {
            evidence.Insert(0, new("transliteration", string.Join(", ", respelled.Select(p => $"“{p.A}” as “{p.B}”"))));
        }
    }

    // "Nawar P. Delk" and "Nawar Peric Delk": both ends are whole words.
    private static bool IsInside(TokenAlignment pair) =>
        !NameForm.IsInitial(pair.A.Core[0]) && !NameForm.IsInitial(pair.B.Core[0]) && !NameForm.IsInitial(pair.A.Core[^1]) && !NameForm.IsInitial(pair.B.Core[^1]);

    private readonly record struct Found(double Score, ImmutableArray<NameEvidence> Evidence);
}
