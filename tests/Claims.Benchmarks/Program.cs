using BenchmarkDotNet.Running;
using Claims.Benchmarks.Extraction;

// "memory [ARTICLES]" is a run of its own: BenchmarkDotNet measures short methods, not whether memory stays flat.
if (args is ["memory", .. var rest])
{
    return ExtractionMemory.Run(rest is [var count] ? int.Parse(count) : ExtractionMemory.DefaultArticles);
}

BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmarks).Assembly).Run(args);
return 0;
