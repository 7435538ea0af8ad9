using Claims.Core.Grouping;
using Xunit;

namespace Claims.Core.Tests.Grouping;

public class LogisticFitTests
{
    private static readonly LogisticCase[] Cases =
        [.. Enumerable.Range(0, 200).Select(i => new LogisticCase([i / 10.0, i % 7], i > 120 || i % 11 == 0, 1 + (i % 2)))];

    [Fact]
    public void Fit_FindsWhatTellsTheCasesApart()
    {
        var model = LogisticFit.Fit(["telling", "idle"], Cases);

        Assert.True(model.Probability([20, 3]) > 0.8);
        Assert.True(model.Probability([0, 3]) < 0.3);
        Assert.InRange(Math.Abs(model.Weights[1]), 0, Math.Abs(model.Weights[0]));
    }

    [Fact]
    public void Fit_GivesTheSameWeights_ForTheSameCases()
    {
        var (first, second) = (LogisticFit.Fit(["a", "b"], Cases), LogisticFit.Fit(["a", "b"], Cases));

        Assert.Equal(first.Bias, second.Bias);
        Assert.Equal(first.Weights, second.Weights);
    }

    [Fact]
    public void Fit_TakesAFeatureThatNeverChanges() =>
        Assert.True(double.IsFinite(LogisticFit.Fit(["telling", "still"], [.. Cases.Select(c => c with { Features = [c.Features[0], 1] })]).Probability([3, 1])));

    [Fact]
    public void Fit_Refuses_NoCase() => Assert.Throws<ArgumentException>(() => LogisticFit.Fit(["a"], []));
}
