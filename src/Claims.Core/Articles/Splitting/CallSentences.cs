using System.Buffers;
using System.Collections.Frozen;

namespace Claims.Core.Articles.Splitting;

/// <summary>Knows sentences that call the reader to do something with the site: subscribe, sign up, follow, click.</summary>
internal static class CallSentences
{
    private const int LongestCall = 30;

    private const string Marks = ".,!?:;()[]>»→’'";

    private const int LongestQuestion = 15;

    /// <summary>Verbs that alone are a call ("Subscribe.").</summary>
    private static readonly string[] Alone = ["subscribe", "register", "donate", "sign up", "sign in", "log in", "read more", "learn more", "click here"];

    /// <summary>What only calls to the reader say, wherever in a sentence.</summary>
    private static readonly string[] Anywhere =
        ["in your inbox", "to your inbox", "our newsletter", "our free newsletter", "our daily newsletter", "our weekly newsletter", "sign up here", "subscribe here", "click here", "sign up to our", "sign up for our", "subscribe to our", "download our app", "our whatsapp channel", "our telegram channel"];

    /// <summary>A part of each phrase of <see cref="Anywhere"/>: hardly any sentence of prose holds one, and the others need no closer look.</summary>
    private static readonly SearchValues<string> AnywhereParts =
        SearchValues.Create(["inbox", "newsletter", "here", "sign", "subscribe", "download", "channel"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What sentences begin with that are calls without any of those phrases.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Firsts =
        PagePhrases.CallVerbs.Concat(Alone.Select(call => call.Split(' ')[0])).Concat(["read", "see", "learn", "click"])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The whole text is calls, with the question before one.</summary>
    public static bool IsCallOnly(string text)
    {
        var sentences = SentenceEdges.Find(text, new TextSpan(0, text.Length));
        return sentences.Count is > 0 and <= 3 && Mark(text, sentences).TrueForAll(isCall => isCall);
    }

    /// <summary>For each sentence, whether it is a call or the question that leads into one ("Want more news? Subscribe.").</summary>
    public static List<bool> Mark(string text, List<TextSpan> sentences)
    {
        var marks = sentences.ConvertAll(s => IsCall(s.Of(text)));
        for (var i = marks.Count - 2; i >= 0; i--)
        {
            marks[i] |= marks[i + 1] && IsLeadingQuestion(sentences[i].Of(text));
        }

        return marks;
    }

    private static bool IsLeadingQuestion(string sentence)
    {
        var words = Words(sentence);
        return sentence.EndsWith('?') && words.Length is > 0 and <= LongestQuestion && PagePhrases.CallQuestions.Contains(words[0]);
    }

    private static bool IsCall(string sentence)
    {
        if (sentence.AsSpan().IndexOfAny("\"“”") >= 0 || !(Firsts.Contains(FirstWord(sentence)) || sentence.AsSpan().ContainsAny(AnywhereParts)))
        {
            return false;
        }

        var words = Words(sentence);
        if (words.Length is 0 or > LongestCall)
        {
            return false;
        }

        var joined = string.Join(' ', words);
        if (Anywhere.Any(phrase => joined.Contains(phrase, StringComparison.Ordinal)))
        {
            return true;
        }

        if (words.Length <= 3 && Alone.Contains(joined))
        {
            return true;
        }

        if (words.Length >= 2 && words[1] == "more" && words[0] is "read" or "see" or "learn" || joined.StartsWith("click here", StringComparison.Ordinal))
        {
            return true;
        }

        // The second word tells an order ("Sign up", "Follow our") from a noun or name ("Share prices", "Support grew").
        if (!PagePhrases.CallVerbs.Contains(words[0]) || words.Length < 2 || !PagePhrases.CallSeconds.Contains(words[1]) || (words[1] == "for" && words[0] is not ("subscribe" or "register")) || words.Contains("said") || words.Contains("says"))
        {
            return false;
        }

        var ours = words.Any(w => w is "our" or "us" or "your" or "here");
        return words[^1] == "here" || words.Any(w => PagePhrases.CallObjects.Contains(w) || (ours && PagePhrases.CallObjectsOfOurs.Contains(w)));
    }

    private static ReadOnlySpan<char> FirstWord(string sentence)
    {
        foreach (var range in sentence.AsSpan().SplitAny(' ', '\t', '\n', '\u00A0'))
        {
            var word = sentence.AsSpan(range).Trim(Marks);
            if (!word.IsEmpty)
            {
                return word;
            }
        }

        return default;
    }

    private static string[] Words(string sentence)
    {
        var lower = sentence.ToLowerInvariant();
        var words = new List<string>();
        foreach (var range in lower.AsSpan().SplitAny(' ', '\t', '\n', '\u00A0'))
        {
            var word = lower.AsSpan(range).Trim(Marks);
            if (!word.IsEmpty)
            {
                words.Add(word.ToString());
            }
        }

        return [.. words];
    }
}
