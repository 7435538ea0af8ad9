using System.Diagnostics;
using System.Text;
using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Benchmarks.Extraction;

/// <summary>
/// How long extraction takes over texts that no person wrote: "hostile [CHARACTERS]". Whatever the text, a megabyte has to
/// end within ten seconds of processor time; a figure far above the others shows work that grows with the square of the text.
/// </summary>
internal static class HostileText
{
    /// <summary>The longest text that is promised to end.</summary>
    public const int DefaultCharacters = 1_000_000;

    private const double Promised = 10;

    // Prose enough to be taken for English: a text in no language is not read at all, which would prove nothing.
    private static readonly string English = string.Concat(Enumerable.Range(1, 300).Select(i => $"On day {i} the board of the harbour met again, and the mayor said that the ferry would sail when the storm was over.\n"));

    private static readonly string[] Repeated =
    [
        "a", "\"", "(", "1", ". ", "\n", "a, ", "1/2/", "a | ", "and ", "He won. ", "\u0301", "\U0001F600", "\u202E", "6. 4 ", "on 7 May ", "between 3 and 4 June 2021 and ",
        "will meet last Friday, ", "killing 12 people, ", "15% of 329 seats, 50 ", "5 killed, 12 injured, 17 casualties in all, ", "Ana Petrov and ", "the Long Name Union (LNU), ",
        "\"He said\" she said \"", "he said that ", "a man who knew ", "twenty-three hundred and five ", "https://a.example/", "not ", "'", "<b>", "$", "%",
    ];

    /// <summary>Runs all texts and prints a line for each.</summary>
    /// <returns>1 when one took longer than promised.</returns>
    public static int Run(int characters)
    {
        var extractor = new ClaimExtractor(LanguageAnalyzer.Default);
        extractor.Extract(Article("The model is loaded with the first sentence."));
        var random = new Random(1);
        var texts = Repeated.Select(piece => (Name: Shown(piece), Text: Fill(characters, () => piece)))
            .Append(("random bytes as Latin-1", Fill(characters, () => ((char)random.Next(256)).ToString())))
            .Append(("random UTF-16", Fill(characters, () => ((char)random.Next(65536)).ToString())))
            .Append(("random ASCII", Fill(characters, () => ((char)random.Next(32, 127)).ToString())))
            .Append(("a new name in each sentence", Fill(characters, () => $"{(char)random.Next('A', 'Z')}{(char)random.Next('a', 'z')}{(char)random.Next('a', 'z')}ov said. ")));
        var slowest = 0.0;
        foreach (var (name, text) in texts)
        {
            var clock = ProcessorTime();
            var claims = extractor.Extract(Article(English + text)).Claims.Length;
            var seconds = (ProcessorTime() - clock).TotalSeconds;
            slowest = Math.Max(slowest, seconds);
            Console.WriteLine($"{seconds,6:0.00} s  {claims,7:N0} claims  {name}");
        }

        Console.WriteLine($"Slowest: {slowest:0.00} s of processor time for {characters:N0} characters; promised are {Promised} s for {DefaultCharacters:N0}.");
        return slowest > Promised ? 1 : 0;
    }

    private static Article Article(string text) => new()
    {
        Id = Core.Articles.Article.IdOf("https://hostile.example/", "0"),
        Url = "https://hostile.example/",
        Source = Source.Named("Hostile", SourceKind.Outlet),
        Title = "Hostile text",
        Published = DateTimeOffset.UnixEpoch,
        Fetched = DateTimeOffset.UnixEpoch,
        ContentHash = "0",
        Text = text,
    };

    private static string Fill(int characters, Func<string> next)
    {
        var text = new StringBuilder();
        while (text.Length < characters)
        {
            text.Append(next());
        }

        return text.ToString(0, characters);
    }

    private static string Shown(string piece) => string.Concat(piece.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"U+{(int)c:X4} "));

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
