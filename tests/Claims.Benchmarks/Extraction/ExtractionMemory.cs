using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Benchmarks.Extraction;

/// <summary>
/// Extracts many articles one after the other on one core and prints the speed of each tenth and the memory as it goes: memory should
/// stay flat. The first lines hold what compiling the code takes; <see cref="ExtractionSpeed"/> leaves that out and tells the parts apart.
/// </summary>
internal static class ExtractionMemory
{
    public const int DefaultArticles = 100_000;

    private const int Steps = 10;

    /// <summary>Runs over <paramref name="count"/> articles, those of samples/newsroom again and again under other keys.</summary>
    public static int Run(int count)
    {
        var samples = SampleText.Articles();
        var extractor = new ClaimExtractor(LanguageAnalyzer.Default);
        // Processor time, not the clock: other work on the machine must not count.
        var start = Environment.CpuUsage.TotalTime;
        long characters = 0, claims = 0;
        Console.WriteLine("articles\tclaims\tMB/s of processor time\tlive MB\tworking set MB");
        for (var i = 1; i <= count; i++)
        {
            var article = SampleText.Again(samples[i % samples.Length], i);
            claims += extractor.Extract(article).Claims.Length;
            characters += article.Text.Length;
            if (i % Math.Max(1, count / Steps) == 0)
            {
                var live = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                var spent = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
                Console.WriteLine($"{i}\t{claims}\t{characters / 1e6 / spent:F2}\t{live:F0}\t{Environment.WorkingSet / 1e6:F0}");
                start = Environment.CpuUsage.TotalTime;
                characters = 0;
            }
        }

        return 0;
    }
}
