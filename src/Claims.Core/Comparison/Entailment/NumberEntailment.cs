using System.Collections.Immutable;
using System.Globalization;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Comparison.Rules;
using Claims.Core.Grouping;

namespace Claims.Core.Comparison.Entailment;

/// <summary>Whether a text says what a second one says, figures above all.</summary>
/// <param name="IsEntailed">Whether it follows.</param>
/// <param name="Coverage">Share of the weight of the second text's words and names that the first has, 0 to 1.</param>
/// <param name="Unsupported">Figures of the second text that the first does not support, as written.</param>
public sealed record NumberEntailment(bool IsEntailed, double Coverage, ImmutableArray<string> Unsupported)
{
    /// <summary>Share of the words' weight that the first text must have: most of it. Set beforehand, not fitted to any set.</summary>
    public const double LeastCoverage = 0.6;

    /// <summary>Figures closer than this share of them are one ("18 inches", "about 18 inches").</summary>
    private const double Rounding = 0.005;

    /// <summary>Judges whether <paramref name="hypothesis"/> follows from <paramref name="text"/>.</summary>
    public static NumberEntailment Of(string text, string hypothesis)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(hypothesis);
        var (given, asked) = (ProfileTokenizer.Tokenize(text), ProfileTokenizer.Tokenize(hypothesis));
        var known = FiguresOf(given);
        var unsupported = FiguresOf(asked).Where(figure => !IsSupported(figure, known)).Select(figure => figure.Text).ToImmutableArray();
        var coverage = CoverageOf(given, asked);
        return new(unsupported.IsEmpty && coverage >= LeastCoverage && (DenialsOf(asked) == 0 || DenialsOf(given) > 0), coverage, unsupported);
    }

    /// <summary>Equal, within its bound, or worked out from two figures of the text by a sum, a difference or a share.</summary>
    private static bool IsSupported(TextFigure figure, List<TextFigure> known)
    {
        if (known.Any(k => k.IsPercent == figure.IsPercent && (Near(k.Value, figure.Value) || (figure.IsAtLeast && k.Value >= figure.Value) || (figure.IsAtMost && !k.IsAtLeast && k.Value <= figure.Value))))
        {
            return true;
        }

        for (var i = 0; i < known.Count; i++)
        {
            for (var j = i + 1; j < known.Count; j++)
            {
                var (a, b) = (known[i].Value, known[j].Value);
                if (figure.IsPercent ? a > 0 && b > 0 && Near(100 * Math.Min(a, b) / Math.Max(a, b), figure.Value) : figure.Value > 2 && (Near(a + b, figure.Value) || Near(Math.Abs(a - b), figure.Value)))
                {
                    return true;
                }
            }
        }

        return false;

        static bool Near(double a, double b) => Math.Abs(a - b) <= Rounding * Math.Abs(b);
    }

    private static double CoverageOf(List<ProfileToken> given, List<ProfileToken> asked)
    {
        var known = given.Where(t => t.Kind != TokenKind.Mark).Select(t => t.Lemmas).ToList();
        var families = known.SelectMany(l => new[] { l.Word, l.Family }).ToHashSet(StringComparer.Ordinal);
        double all = 0, found = 0;
        foreach (var token in asked.Where(t => t.Kind is TokenKind.Word or TokenKind.Name))
        {
            var lemmas = token.Lemmas;
            if (WordLists.Shared.IsStop(lemmas.Word) || ProfileReader.IsTimeWord(lemmas.Word) || Numbers.Of([lemmas.Word]) is not null
                || WordLists.Shared.IsAttribution(lemmas.Verb ?? lemmas.Noun ?? lemmas.Word) || WordLists.Shared.IsAttribution(lemmas.Noun ?? lemmas.Word))
            {
                continue;
            }

            var weight = NgramDictionary.Embedded.IdfOfWord(lemmas.Word);
            all += weight;
            if (families.Contains(lemmas.Word) || families.Contains(lemmas.Family) || known.Any(k => IsOneWord(token, lemmas, k)))
            {
                found += weight;
            }
        }

        return all == 0 ? 1 : found / all;
    }

    private static bool IsOneWord(ProfileToken token, WordLemmas asked, WordLemmas given) =>
        token.Kind == TokenKind.Name
            ? ProfileName.SameWord(asked.Word, given.Word)
            : WordNetTable.Embedded.AreSynonyms(asked.Verb ?? asked.Family, given.Verb ?? given.Family) || WordNetTable.Embedded.AreSynonyms(asked.Noun ?? asked.Family, given.Noun ?? given.Family)
              || (given.Noun is { } noun && asked.Noun is { } kind && WordNetTable.Embedded.IsKindOf(noun, kind));

    private static int DenialsOf(List<ProfileToken> tokens) => tokens.Count(t => WordLists.Shared.IsNegator(t.Lemmas.Word));

    private static List<TextFigure> FiguresOf(List<ProfileToken> tokens)
    {
        var result = new List<TextFigure>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ValueOf(tokens[i]) is not { } value)
            {
                continue;
            }

            var (first, last) = (i, i);
            while (last + 1 < tokens.Count && Scale(tokens[last + 1].Lemmas.Word) is { } scale)
            {
                value *= scale;
                last++;
            }

            var before = string.Join(' ', tokens.Skip(Math.Max(0, first - 2)).Take(Math.Min(2, first)).Select(t => t.Lemmas.Word));
            var percent = tokens[first].Text.EndsWith('%') || (last + 1 < tokens.Count && tokens[last + 1].Lemmas.Word is "%" or "percent" or "per");
            result.Add(new(
                tokens[first].Text,
                value,
                percent,
                before.EndsWith("at least", StringComparison.Ordinal) || before.EndsWith("more than", StringComparison.Ordinal) || before.EndsWith("over", StringComparison.Ordinal),
                before.EndsWith("at most", StringComparison.Ordinal) || before.EndsWith("up to", StringComparison.Ordinal) || before.EndsWith("less than", StringComparison.Ordinal) || before.EndsWith("fewer than", StringComparison.Ordinal) || before.EndsWith("under", StringComparison.Ordinal)));
            i = last;
        }

        return result;
    }

    private static double? ValueOf(ProfileToken token)
    {
        var text = token.Lemmas.Word.AsSpan().Trim("$€£%");
        if (text.Length > 0 && char.IsDigit(text[0]))
        {
            return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        // "One" is mostly a pronoun or an article.
        return token.Lemmas.Word is "one" or "dozen" ? (token.Lemmas.Word == "dozen" ? 12 : null)
            : Numbers.Of([token.Lemmas.Word]) is { IsRank: false } number ? number.Value
            : null;
    }

    private static double? Scale(string word) => word switch { "hundred" => 100, "thousand" => 1e3, "million" => 1e6, "billion" => 1e9, "trillion" => 1e12, "dozen" => 12, _ => null };

    private readonly record struct TextFigure(string Text, double Value, bool IsPercent, bool IsAtLeast, bool IsAtMost);
}
