using BenchmarkDotNet.Running;
using Claims.Benchmarks.Extraction;

// "memory [ARTICLES]" is a run of its own: BenchmarkDotNet measures short methods, not whether memory stays flat.
if (args is ["memory", .. var rest])
{
    return ExtractionMemory.Run(rest is [var count] ? int.Parse(count) : ExtractionMemory.DefaultArticles);
}

// "speed [PASSES]" tells the speed of extraction and of its parts in processor time.
if (args is ["speed", .. var passes])
{
    return ExtractionSpeed.Run(passes is [var number] ? int.Parse(number) : ExtractionSpeed.DefaultPasses);
}

// So is "hostile [CHARACTERS]": one pass over each text is the measure.
if (args is ["hostile", .. var size])
{
    return HostileText.Run(size is [var characters] ? int.Parse(characters) : HostileText.DefaultCharacters);
}

BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmarks).Assembly).Run(args);
return 0;
