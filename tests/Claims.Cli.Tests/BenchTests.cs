using Xunit;

namespace Claims.Cli.Tests;

/// <summary>The scale benchmark runs; how fast it is, is no matter of a test.</summary>
public sealed class BenchTests : IDisposable
{
    private readonly ClaimsProcess _claims = new();

    public void Dispose() => _claims.Dispose();

    [Fact]
    public async Task Bench_FillsAStoreAndTimesArticles_AndLeavesNothingBehind()
    {
        var folder = Directory.CreateTempSubdirectory("claims-bench-test-");
        try
        {
            var run = await _claims.RunAsync("bench", "compare", "--claims", "1000", "--probes", "2", "--folder", folder.FullName, "--json");

            Assert.Equal(0, run.ExitCode);
            var point = Assert.Single(run.Json().GetProperty("points").EnumerateArray());
            Assert.InRange(point.GetProperty("claims").GetInt32(), 1000, 1100);
            Assert.Equal(2, point.GetProperty("probes").GetInt32());
            Assert.InRange(run.Json().GetProperty("candidateRecall").GetDouble(), 0, 1);
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--claims", "10")]
    [InlineData("--probes", "0")]
    public async Task Bench_SaysWhatItTakes_WhenANumberMakesNoSense(string option, string value)
    {
        var run = await _claims.RunAsync("bench", "compare", option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(option, run.Error);
    }
}
