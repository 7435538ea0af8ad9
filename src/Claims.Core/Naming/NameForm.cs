using System.Collections.Immutable;
using System.Text;

namespace Claims.Core.Naming;

/// <summary>A name cut into what names and what does not, ready to be held against others.</summary>
public sealed class NameForm
{
    /// <summary>Longest name that is read, in UTF-16 units: longer ones are no names but runs of capitals.</summary>
    public const int MostLength = 120;

    private const int MostWords = 12;

    private NameForm(string text, ImmutableArray<string> all, bool isSpread = false)
    {
        Text = text;
        Spread = !isSpread && InitialsApart(text, all) is { } apart ? new(text, apart, isSpread: true) : null;
        Key = string.Join(' ', all);
        IsAcronym = all.Length == 1 && IsCapitals(text);
        HasComma = text.Contains(',', StringComparison.Ordinal);
        var words = all.AsSpan();
        while (words.Length > 1 && NameWords.IsTitle(words[0]))
        {
            Sex = Sex == 0 ? NameWords.SexOf(words[0]) : Sex;
            HasTitle = true;
            words = words[1..];
        }

        if (words.Length > 1 && NameWords.IsGeneration(words[^1]))
        {
            Generation = words[^1] switch { "junior" => "jr", "senior" => "sr", var mark => mark };
            words = words[..^1];
        }

        Words = [.. Joined([.. words])];
        Core = [.. Words.Where(word => !NameWords.IsFunctionWord(word)).DefaultIfEmpty(Words[0])];
        Folded = [.. Core.Select(Transliteration.Fold)];
        Skeletons = [.. Core.Select(Transliteration.Skeleton)];
        Numbers = [.. Core.Select(NameWords.NumberOf).OfType<string>().Order(StringComparer.Ordinal)];
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>What makes two writings one name at once: letters in lower case without accents, apostrophes and points; words parted by a space.</summary>
    public string Key { get; }

    /// <summary>The other reading of points between capitals: "J.R. Castellan" with two initials, not one acronym; null where there is none.</summary>
    internal NameForm? Spread { get; }

    /// <summary>The reading with an acronym, without the other one.</summary>
    internal NameForm Whole => Spread is null ? this : new(Text, [.. Key.Split(' ')], isSpread: true);

    /// <summary>Whether it is all capitals ("PMU").</summary>
    public bool IsAcronym { get; }

    /// <summary>Whether a comma turns it round ("Delk, Nawar").</summary>
    internal bool HasComma { get; }

    /// <summary>Whether a title stands before it.</summary>
    internal bool HasTitle { get; }

    /// <summary>Whom its title is for: 1 a man, 2 a woman, 0 unsaid.</summary>
    internal int Sex { get; }

    /// <summary>"jr", "sr", "ii", … or null.</summary>
    internal string? Generation { get; }

    /// <summary>All its words without title and mark of generation.</summary>
    internal ImmutableArray<string> Words { get; }

    /// <summary>Those of its words that name.</summary>
    internal ImmutableArray<string> Core { get; }

    /// <summary>They in one spelling for transliterations (<see cref="Transliteration.Fold"/>).</summary>
    internal ImmutableArray<string> Folded { get; }

    /// <summary>Their consonants in classes (<see cref="Transliteration.Skeleton"/>).</summary>
    internal ImmutableArray<string> Skeletons { get; }

    /// <summary>Figures and ranks among them, in order of their text.</summary>
    internal ImmutableArray<string> Numbers { get; }

    /// <summary>Whether a word is one letter that stands for a longer one.</summary>
    internal static bool IsInitial(string word) => word.Length == 1 && char.IsLetter(word[0]);

    /// <summary>Reads a name; null for what holds no letter or is longer than names are.</summary>
    public static NameForm? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = WordsOf(text);
        return words.IsEmpty ? null : new(text, words);
    }

    /// <summary>The key of a name; empty for what is none.</summary>
    public static string KeyOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', WordsOf(text));
    }

    private static ImmutableArray<string> WordsOf(string text)
    {
        if (text.Length > MostLength)
        {
            return [];
        }

        var builder = new StringBuilder(text.Length);
        var plain = Diacritics.Remove(text);
        for (var i = 0; i < plain.Length; i++)
        {
            switch (plain[i])
            {
                case '\'' or '\u2018' or '\u2019' or '\u02bc' or '\u02be' or '\u02bf' or '`' or '\u00b4':
                    break;

                // "U.N.", "J.R.": points between capitals hold an acronym together, or stand behind an initial.
                case '.':
                    builder.Append('.');
                    break;

                case '-' or '\u2010' or '\u2011' when i + 1 < plain.Length:
                    Assimilate(builder, char.ToLowerInvariant(plain[i + 1]));
                    builder.Append(' ');
                    break;
                default:
                    if (char.IsLetterOrDigit(plain[i]))
                    {
                        builder.Append(char.ToLowerInvariant(plain[i]));
                    }
                    else if (plain[i] == '&')
                    {
                        builder.Append(" & ");
                    }
                    else
                    {
                        builder.Append(' ');
                    }

                    break;
            }
        }

        var words = builder.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(Pointed)
            .ToList();
        if (words.Count > 1 && words[0] == "the")
        {
            words.RemoveAt(0);
        }

        // A title before a full name belongs to no name; before a single word it may be a part of it ("General Electric").
        while (words.Count > 2 && NameWords.IsTitle(words[0]))
        {
            words.RemoveAt(0);
        }

        return words.Count is 0 or > MostWords || !words.Any(word => word.Any(char.IsLetter)) ? [] : [.. words];
    }

    private static ImmutableArray<string>? InitialsApart(string text, ImmutableArray<string> words)
    {
        var first = text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? text.AsSpan(0, space) : [];
        return words.Length > 1 && words[0].Length is 2 or 3 && first.Length == 2 * words[0].Length && first[1] == '.' && first[^1] == '.'
            ? [.. words[0].Select(c => c.ToString()), .. words[1..]]
            : null;
    }

    // "u.n." is one acronym; the points of "gen." and "j." go.
    private static IEnumerable<string> Pointed(string word)
    {
        var parts = word.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1 && parts.All(part => part.Length == 1))
        {
            return [string.Concat(parts)];
        }

        return parts;
    }

    // The article takes the first sound of its word in speech ("as-Sahil", "an-Nur"); some write it so.
    private static void Assimilate(StringBuilder words, char next)
    {
        var start = words.Length;
        while (start > 0 && words[start - 1] != ' ')
        {
            start--;
        }

        var length = words.Length - start;
        var isArticle = length is 2 or 3 && words[start] == 'a' && words[start + 1] == next && next is 's' or 'n' or 'd' or 'r' or 't' or 'z' && (length == 2 || words[^1] == 'h');
        if (isArticle)
        {
            words.Length = start;
            words.Append("al");
        }
    }

    // "Abd al-Karim", "Abdel Karim", "Abdulkarim": the servant and whose he is make one name.
    private static IEnumerable<string> Joined(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isServant = words[i] is "abd" or "abdul" or "abdel" or "abdal" or "abdol";
            var at = i + 1;
            if (words[i] == "abd" && at < words.Count && NameWords.IsArticle(words[at]))
            {
                at++;
            }

            if (isServant && at < words.Count && words[at].Length > 2)
            {
                yield return $"abdul{words[at]}";
                i = at;
            }
            else if (words[i].Length > 7 && words[i].StartsWith("abd", StringComparison.Ordinal) && words[i][3] is 'e' or 'a' or 'o' && words[i][4] == 'l')
            {
                yield return $"abdul{words[i][5..]}";
            }
            else
            {
                yield return words[i];
            }
        }
    }

    private static bool IsCapitals(string text) => text.Count(char.IsUpper) >= 2 && !text.Any(char.IsLower);
}
