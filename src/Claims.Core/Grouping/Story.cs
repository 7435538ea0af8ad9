using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Grouping;

/// <summary>A word of a story.</summary>
/// <param name="Key">One form for a family of words.</param>
/// <param name="Weight">How telling the word is, times one plus the logarithm of how often it stands in the story.</param>
/// <param name="Traits">What it is.</param>
public readonly record struct StoryTerm(string Key, double Weight, StoryTraits Traits);

/// <summary>What a word of a story is.</summary>
[Flags]
public enum StoryTraits
{
    /// <summary>An ordinary word.</summary>
    None = 0,

    /// <summary>Mostly written as a name.</summary>
    Name = 1,

    /// <summary>A word that can say what happened.</summary>
    Happening = 2,

    /// <summary>A number in digits.</summary>
    Number = 4,

    /// <summary>A day, month or year.</summary>
    Date = 8,

    /// <summary>Stands in the headline or the first sentences.</summary>
    Lead = 16,
}

/// <summary>
/// What a story is about, as its most telling words: enough to say whether two stories report one event without their
/// texts. Stored with the document.
/// </summary>
public sealed class Story
{
    /// <summary>The most terms that are kept; the most telling ones. A news page has about 150.</summary>
    public const int MostTerms = 250;

    /// <summary>The lead: so many characters, about a headline and three sentences.</summary>
    private const int LeadCharacters = 500;

    /// <summary>Longer texts are read to here: what a story is about stands in its beginning.</summary>
    private const int MostCharacters = 40_000;

    private Story(ImmutableArray<StoryTerm> terms, int length)
    {
        Terms = terms;
        Length = length;
        All = new(terms, static _ => true);
        Names = new(terms, static t => t.Traits.HasFlag(StoryTraits.Name) && !t.Traits.HasFlag(StoryTraits.Date));
        Words = new(terms, static t => !t.Traits.HasFlag(StoryTraits.Name));
        Happenings = new(terms, static t => t.Traits.HasFlag(StoryTraits.Happening));
        Lead = new(terms, static t => t.Traits.HasFlag(StoryTraits.Lead));
        Dates = [.. terms.Where(t => t.Traits.HasFlag(StoryTraits.Date)).Select(t => t.Key)];
        Numbers = [.. terms.Where(t => t.Traits.HasFlag(StoryTraits.Number)).Select(t => t.Key)];
    }

    /// <summary>The terms, the most telling first, ties by key.</summary>
    public ImmutableArray<StoryTerm> Terms { get; }

    /// <summary>How many words the story has.</summary>
    public int Length { get; }

    internal StoryVector All { get; }

    internal StoryVector Names { get; }

    internal StoryVector Words { get; }

    internal StoryVector Happenings { get; }

    internal StoryVector Lead { get; }

    internal HashSet<string> Dates { get; }

    internal HashSet<string> Numbers { get; }

    /// <summary>Reads a story off its headline and text, one paragraph or sentence a line.</summary>
    public static Story Read(string? title, string text)
    {
        var counts = new Dictionary<string, (EventWord Word, int Count, int Names, bool IsLead)>(StringComparer.Ordinal);
        int read = 0, length = 0;
        foreach (var line in (title is null ? text : $"{title}\n{text}").Split('\n'))
        {
            var isLead = read < LeadCharacters;
            foreach (var word in EventWord.Of(ProfileTokenizer.Tokenize(line.Length > MostCharacters ? line[..MostCharacters] : line)))
            {
                length++;
                var known = counts.GetValueOrDefault(word.Key);
                counts[word.Key] = (known.Count == 0 || (word.IsHappening && !known.Word.IsHappening) ? word : known.Word, known.Count + 1, known.Names + (word.Kind == TokenKind.Name ? 1 : 0), known.IsLead || isLead);
            }

            read += line.Length + 1;
            if (read > MostCharacters)
            {
                break;
            }
        }

        return new([
            .. counts.Select(p => new StoryTerm(p.Key, Math.Round(p.Value.Word.Weight * (1 + Math.Log(p.Value.Count)), 2), TraitsOf(p.Value)))
                .OrderByDescending(t => t.Weight).ThenBy(t => t.Key, StringComparer.Ordinal).Take(MostTerms)], length);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is none of it.</exception>
    public static Story Parse(string text)
    {
        var lines = text.Split('\n');
        return new(
            [
                .. lines.Skip(1).Select(line =>
                {
                    var fields = line.Split('\t');
                    return fields.Length == 3
                        ? new StoryTerm(fields[0], double.Parse(fields[1], CultureInfo.InvariantCulture), (StoryTraits)int.Parse(fields[2], CultureInfo.InvariantCulture))
                        : throw new FormatException($"A term of a story has three fields: '{line}'.");
                }),
            ],
            int.Parse(lines[0], CultureInfo.InvariantCulture));
    }

    /// <summary>The story as lines: its length, then a term each (key, weight, traits).</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Length}");
        foreach (var term in Terms)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{term.Key}\t{term.Weight}\t{(int)term.Traits}");
        }

        return text.ToString();
    }

    private static StoryTraits TraitsOf((EventWord Word, int Count, int Names, bool IsLead) term)
    {
        var isName = term.Names * 2 > term.Count;
        return (isName ? StoryTraits.Name : StoryTraits.None)
            | (!isName && term.Word.IsHappening ? StoryTraits.Happening : StoryTraits.None)
            | (term.Word.Kind == TokenKind.Number ? StoryTraits.Number : StoryTraits.None)
            | (term.Word.IsDate ? StoryTraits.Date : StoryTraits.None)
            | (term.IsLead ? StoryTraits.Lead : StoryTraits.None);
    }
}
