using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Benchmarks.Extraction;

/// <summary>
/// How fast text becomes claims on one core. Each method goes once over all articles of samples/newsroom; their length
/// in characters, which is printed at the start, divided by the time gives the speed.
/// </summary>
[SimpleJob(RunStrategy.Throughput, launchCount: 1, warmupCount: 3, iterationCount: 8)]
[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private readonly ClaimExtractor extractor = new(LanguageAnalyzer.Default);
    private Article[] articles = [];

    /// <summary>Reads the articles.</summary>
    [GlobalSetup]
    public void Setup()
    {
        articles = SampleText.Articles();
        Console.WriteLine($"// {articles.Length} articles, {articles.Sum(article => article.Text.Length)} characters");
    }

    /// <summary>Stories, sentences, grammar, figures, times, attributions: all of extraction.</summary>
    [Benchmark]
    public int Extract() => articles.Sum(article => extractor.Extract(article).Claims.Length);

    /// <summary>Sentences, words, tags and trees alone.</summary>
    [Benchmark]
    public int Analyze() => articles.Sum(article => LanguageAnalyzer.Default.Analyze(article.Text, new(0, article.Text.Length)).Count);

    /// <summary>Stories and blocks alone.</summary>
    [Benchmark]
    public int Split() => articles.Sum(article => DocumentSplitter.Split(article).Length);
}
