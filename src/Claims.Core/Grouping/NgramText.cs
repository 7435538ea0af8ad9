namespace Claims.Core.Grouping;

/// <summary>
/// The text handling of ML.NET's <c>FeaturizeText</c>, so that the embedded features equal its features: letters lose
/// their diacritics, upper case becomes lower case character by character, punctuation goes where the options say so.
/// </summary>
internal static class NgramText
{
    /// <summary>Stands before the first character of every text that character n-grams are read from (ML.NET's marker).</summary>
    public const char Start = '\u0002';

    /// <summary>Stands after the last character.</summary>
    public const char End = '\u0003';

    // The letters with a mark of Latin, Greek and Cyrillic, and below them the letters without (Unicode decompositions;
    // a table, because string normalisation does nothing in a process with InvariantGlobalization).
    private const string Marked =
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵ" +
        "ĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƠơƯưǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǠǡǢǣǦǧǨǩǪǫǬǭǮǯǰǴǵ" +
        "ǸǹǺǻǼǽǾǿȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȞȟȦȧȨȩȪȫȬȭȮȯȰȱȲȳΆΈΉΊΌΎΏΐΪΫάέήίΰϊϋόύώϓϔЀЁЃЇЌЍЎЙйѐёѓїќѝўѶѷӁӂӐӑӒӓӖӗ" +
        "ӚӛӜӝӞӟӢӣӤӥӦӧӪӫӬӭӮӯӰӱӲӳӴӵӸӹ";

    private const string Plain =
        "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJj" +
        "KkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZzOoUuAaIiOoUuUuUuUuUuAaAaÆæGgKkOoOoƷʒjGg" +
        "NnAaÆæØøAaAaEeEeIiIiOoOoRrRrUuUuSsTtHhAaEeOoOoOoOoYyΑΕΗΙΟΥΩιΙΥαεηιυιυουωϒϒЕЕГІКИУИиеегікиуѴѵЖжАаАаЕе" +
        "ӘәЖжЗзИиИиОоӨөЭэУуУуУуЧчЫы";

    private static readonly System.Collections.Frozen.FrozenDictionary<char, char> WithoutMark =
        System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(Marked.Zip(Plain, KeyValuePair.Create));

    /// <summary>The text as n-grams are read from it.</summary>
    public static string Normalize(string text, bool keepPunctuation)
    {
        var buffer = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if ((!keepPunctuation && char.IsPunctuation(c)) || IsCombining(c))
            {
                continue;
            }

            buffer.Append(char.ToLowerInvariant(c < '\u0080' ? c : WithoutMark.GetValueOrDefault(c, c)));
        }

        return buffer.ToString();
    }

    /// <summary>The letter without its mark, lower case.</summary>
    public static char Fold(char c) => char.ToLowerInvariant(c < '\u0080' ? c : WithoutMark.GetValueOrDefault(c, c));

    /// <summary>Calls back with every word and every two words in a row; words are what single spaces part.</summary>
    public static void Words(string normalized, Action<ReadOnlySpan<char>> visit)
    {
        var words = normalized.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            visit(words[i]);
            if (i + 1 < words.Length)
            {
                visit($"{words[i]} {words[i + 1]}");
            }
        }
    }

    /// <summary>Calls back with every run of 3, 4 and 5 characters, the markers counted as characters; an empty text has none.</summary>
    public static void Characters(string normalized, Action<ReadOnlySpan<char>> visit)
    {
        if (normalized.Length == 0)
        {
            return;
        }

        var marked = $"{Start}{normalized}{End}";
        for (var start = 0; start < marked.Length; start++)
        {
            for (var length = NgramDictionary.MinCharacters; length <= NgramDictionary.MaxCharacters && start + length <= marked.Length; length++)
            {
                visit(marked.AsSpan(start, length));
            }
        }
    }

    private static bool IsCombining(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05BD') or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7'
            or (>= '\u0610' and <= '\u0615') or (>= '\u064C' and <= '\u065E') or '\u0670';
}
