using System.Globalization;

namespace Claims.Core.Language;

/// <summary>
/// What language a text is in: by its letters, and in Latin letters by its small words (Grefenstette 1995, "Comparing two
/// language identification schemes": the small-word technique, sure from about twenty words on). Claims reads English only, so
/// the question that matters is whether it is English; which other language is told to people.
/// </summary>
public static class TextLanguage
{
    /// <summary>The tag of a text that is not English and in no language that is known here.</summary>
    public const string Undetermined = "und";

    /// <summary>No more of a text than this is looked at, in UTF-16 units.</summary>
    private const int Sample = 20_000;

    /// <summary>Fewer words say too little.</summary>
    private const int LeastWords = 20;

    /// <summary>From so many words on even a text without known small words is known not to be English.</summary>
    private const int EnoughWords = 80;

    /// <summary>Least share of small words in prose of their language; in English news it is about 0.4.</summary>
    private const double LeastShare = 0.15;

    /// <summary>Under this share prose is not English.</summary>
    private const double NotEnglish = 0.06;

    /// <summary>How much commoner another language's small words must be than the English ones.</summary>
    private const double Margin = 1.5;

    /// <summary>The primary tag of the text's language ("fr"), <see cref="Undetermined"/> where it is none that is known here, or null where it is too short to say.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        return ByScript(sample) ?? BySmallWords(sample);
    }

    /// <summary>Whether a text can be read: the text itself decides where it is sure, since templates declare what they like; then the declared tag; then it is taken for English.</summary>
    /// <param name="text">The text.</param>
    /// <param name="declared">The tag that its page declares, or null.</param>
    public static bool IsEnglish(string text, string? declared) => (Of(text) ?? Primary(declared) ?? "en") == "en";

    /// <summary>What a person is told of a text that is not English, or null where it is.</summary>
    /// <inheritdoc cref="IsEnglish"/>
    public static string? WarningOf(string text, string? declared)
    {
        if (IsEnglish(text, declared))
        {
            return null;
        }

        var (found, said) = (Of(text), Primary(declared));
        var language = found is null || found == said ? $"the page says it is in {LanguageWords.NameOf(said!)}"
            : found == Undetermined ? said is null or "en" ? "this is probably another language" : $"the page says it is in {LanguageWords.NameOf(said)}"
            : $"this is probably {LanguageWords.NameOf(found)}";
        return $"Claims reads English; {language}. The text is kept and shown, and no claims are taken from it.";
    }

    private static string? Primary(string? tag) => string.IsNullOrWhiteSpace(tag) ? null : tag.Trim().Split('-', '_')[0].ToLowerInvariant();

    private static string? ByScript(ReadOnlySpan<char> text)
    {
        int latin = 0, cyrillic = 0, arabic = 0, other = 0, kana = 0, han = 0;
        bool ukrainian = false, persian = false, urdu = false;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var c in text)
        {
            if (c < 0x370)
            {
                latin += char.IsAsciiLetter(c) || c >= 0xC0 ? 1 : 0;
                continue;
            }

            if (!char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.SpacingCombiningMark)
            {
                continue;
            }

            switch (c)
            {
                case >= '\u0400' and <= '\u052f':
                    cyrillic++;
                    ukrainian |= c is 'і' or 'ї' or 'є' or 'ґ';
                    break;
                case >= '\u0600' and <= '\u06ff':
                    arabic++;
                    persian |= c is 'پ' or 'چ' or 'گ' or 'ژ';
                    urdu |= c is 'ٹ' or 'ڈ' or 'ں' or 'ے';
                    break;
                case >= '\u3040' and <= '\u30ff':
                    kana++;
                    break;
                case >= '\u4e00' and <= '\u9fff':
                    han++;
                    break;
                case >= '\u1e00' and <= '\u1eff':
                    latin++;
                    break;
                default:
                    other++;
                    if (BlockOf(c) is { } tag)
                    {
                        counts[tag] = counts.GetValueOrDefault(tag) + 1;
                    }

                    break;
            }
        }

        var foreign = cyrillic + arabic + kana + han + other;
        if (foreign < LeastWords || foreign <= latin)
        {
            return null;
        }

        (int Count, string Tag)[] found =
        [
            (cyrillic, ukrainian ? "uk" : "ru"), (arabic, urdu ? "ur" : persian ? "fa" : "ar"), (kana + han, kana * 10 > han ? "ja" : "zh"),
            .. counts.Select(entry => (entry.Value, entry.Key)),
        ];
        return found.OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Tag, StringComparer.Ordinal).First() is { Count: > 0 } best ? best.Tag : Undetermined;
    }

    private static string? BlockOf(char c) => c switch
    {
        >= '\u0370' and <= '\u03ff' or >= '\u1f00' and <= '\u1fff' => "el",
        >= '\u0530' and <= '\u058f' => "hy",
        >= '\u0590' and <= '\u05ff' => "he",
        >= '\u0900' and <= '\u097f' => "hi",
        >= '\u0980' and <= '\u09ff' => "bn",
        >= '\u0b80' and <= '\u0bff' => "ta",
        >= '\u0e00' and <= '\u0e7f' => "th",
        >= '\u10a0' and <= '\u10ff' => "ka",
        >= '\u1200' and <= '\u137f' => "am",
        >= '\uac00' and <= '\ud7af' => "ko",
        _ => null,
    };

    private static string? BySmallWords(ReadOnlySpan<char> text)
    {
        Span<int> hits = stackalloc int[LanguageWords.Count];
        hits.Clear();
        Span<char> word = stackalloc char[16];
        var languages = LanguageWords.Languages.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetter(text[i]))
            {
                i++;
            }

            words++;
            if (i - start > word.Length)
            {
                continue;
            }

            var length = text[start..i].ToLowerInvariant(word);
            if (languages.TryGetValue(word[..length], out var bits))
            {
                for (var language = 0; bits != 0; language++, bits >>= 1)
                {
                    hits[language] += (int)(bits & 1);
                }
            }
        }

        if (words < LeastWords)
        {
            return null;
        }

        var best = 1;
        for (var language = 2; language < hits.Length; language++)
        {
            best = hits[language] > hits[best] ? language : best;
        }

        if (hits[best] >= LeastShare * words && hits[best] > Margin * hits[0])
        {
            return LanguageWords.TagOf(best);
        }

        return hits[0] >= LeastShare * words ? "en" : words >= EnoughWords && hits[0] < NotEnglish * words ? Undetermined : null;
    }
}
