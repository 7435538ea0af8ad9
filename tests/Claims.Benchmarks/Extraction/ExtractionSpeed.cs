using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Benchmarks.Extraction;

/// <summary>
/// How many characters a second of processor time are extracted, parsed and split, each alone, once the code is compiled: "speed [PASSES]".
/// Unlike the clock, processor time hardly depends on what else the machine does; other work still takes its share of the caches.
/// </summary>
internal static class ExtractionSpeed
{
    /// <summary>Passes over the articles of samples/newsroom in each measurement.</summary>
    public const int DefaultPasses = 50;

    private const int Repetitions = 3;

    /// <summary>Prints a line for each repetition.</summary>
    public static int Run(int passes)
    {
        var articles = SampleText.Articles();
        var extractor = new ClaimExtractor(LanguageAnalyzer.Default);
        var characters = (double)articles.Sum(article => article.Text.Length) * passes;
        void Extract(Article article) => extractor.Extract(article);
        void Analyze(Article article) => LanguageAnalyzer.Default.Analyze(article.Text, new(0, article.Text.Length));
        void Split(Article article) => DocumentSplitter.Split(article);

        // The first passes run code that is still being compiled.
        Seconds(Extract);
        Console.WriteLine("MB/s of processor time: whole\tgrammar alone\tstories and blocks alone\tbytes allocated a character");
        for (var i = 0; i < Repetitions; i++)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var whole = Seconds(Extract);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            Console.WriteLine($"{characters / 1e6 / whole:F2}\t{characters / 1e6 / Seconds(Analyze):F2}\t{characters / 1e6 / Seconds(Split):F2}\t{allocated / characters:F0}");
        }

        return 0;

        double Seconds(Action<Article> act)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var pass = 0; pass < passes; pass++)
            {
                Array.ForEach(articles, act);
            }

            return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        }
    }
}
